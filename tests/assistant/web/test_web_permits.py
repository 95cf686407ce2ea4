"""Permits over HTTP and as a page: found by what people say, and shown as what they are."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from assistant.web.words import load_words
from knowledge.catalogue import CONTENT

LANGUAGES = ("zh", "yue", "en")


def get(client: TestClient, path: str) -> str:
    response = client.get(path, headers={"accept": "text/html"})
    assert response.status_code == 200, path
    return response.text


def part(text: str, name: str) -> str:
    """The section of the page that begins with a part's heading."""
    return text.partition(f'aria-labelledby="part-{name}"')[2].partition("</section>")[0]


def test_the_list_says_what_is_presumed(client: TestClient) -> None:
    listed = client.get("/api/permits").json()
    joint = [one for one in listed if one["joint"]]
    assert len(joint) == 30 and all(one["presumed"] for one in joint)
    assert not any(one["presumed"] for one in listed if not one["joint"])
    assert len({office["id"] for one in joint for office in one["departments"]}) == 14
    assert {one["when"] for one in listed} == {"before", "after"}
    assert listed[0]["url"].startswith("/permits#")


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("奶茶", "catering"),
        ("Milk Tea", "catering"),
        ("民宿", "lodging"),
        ("髮型屋", "hair-beauty"),
        ("发型屋", "hair-beauty"),
        ("危險化學品", "hazardous-chemicals"),
        ("烟草专卖", "tobacco-retail"),
        ("fire safety check", "karaoke-dance"),
    ],
)
def test_found_by_what_people_say(client: TestClient, word: str, expected: str) -> None:
    found = client.get("/api/permits", params={"q": word}).json()
    assert expected in {one["id"] for one in found}
    assert len(found) < 20


def test_nothing_found_is_an_empty_list(client: TestClient) -> None:
    assert client.get("/api/permits", params={"q": "没有这种生意"}).json() == []
    assert client.get("/api/permits", params={"q": "x" * 5_000}).status_code == 200


def test_one_permit(client: TestClient) -> None:
    whole = client.get("/api/permits/security-guards").json()
    assert whole["when"] == "before" and whole["presumed"]
    assert whole["names"].keys() == set(LANGUAGES)
    assert {"statute": "保安服务管理条例", "article": "第九条"} in whole["basis"]
    assert whole["materials"] and whole["time"]
    assert any("6 months" in fact["texts"]["en"] for fact in whole["time"])
    missing = client.get("/api/permits/none")
    assert missing.status_code == 404
    assert missing.headers["content-type"].startswith("application/problem+json")


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_joint_list_is_shown_as_presumed(client: TestClient, code: str) -> None:
    text = get(client, f"/permits?lang={code}")
    words = load_words(CONTENT)[code]
    joint = part(text, "joint")
    assert words("permits.presumed.title") in joint
    assert words("permits.presumed.notice", items=30, offices=14) in joint
    mark = words("permits.presumed.mark")
    cards = joint.count('<details class="permit"')
    assert cards == joint.count(mark) == 27
    before = part(text, "before")
    assert before.count(mark) == 3  # of the joint list, and needed first
    assert mark not in part(text, "after")
    assert words("permits.presumed.first", n=3) in joint


def test_three_parts_in_order(client: TestClient) -> None:
    text = get(client, "/permits?lang=en")
    assert re.findall(r'<h2 id="part-(\w+)"', text) == ["joint", "before", "after"]
    assert 'id="hazardous-chemicals"' in part(text, "before")
    assert 'id="catering"' in part(text, "joint")
    assert 'id="fire-safety-check"' in part(text, "after")
    assert 'href="/procedures/food-business-permit"' in part(text, "joint")
    assert "to be confirmed with the office" in part(text, "before")


def test_the_filter(client: TestClient) -> None:
    text = get(client, "/permits?lang=zh&q=奶茶")
    assert 'id="catering"' in text and 'id="drug-retail"' not in text
    assert 'value="奶茶"' in text
    none = get(client, "/permits?lang=zh&q=<b>没有</b>")
    assert load_words(CONTENT)["zh"]("permits.none") in none
    assert "<b>没有" not in none


@pytest.mark.parametrize("path", ["/procedures", "/procedures/joint-licence-handling", "/about"])
def test_linked_from(client: TestClient, path: str) -> None:
    assert 'href="/permits"' in get(client, path)


def test_a_procedure_names_its_lines_of_business(client: TestClient) -> None:
    text = get(client, "/procedures/food-business-permit?lang=en")
    assert 'href="/permits#catering">Catering services' in text
