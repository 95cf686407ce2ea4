"""The pages as they leave the server: words, language, marks, anchors, headers."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from assistant.web.pages.look import WEB
from assistant.web.words import load_words
from knowledge.catalogue import CONTENT
from knowledge.errors import ContentInvalid
from knowledge.types import Aspect

PAGES = [
    "/procedures",
    "/procedures/simple-deregistration",
    "/policies",
    "/policies/paid-in-capital",
    "/documents/试验-公司法",
    "/glossary",
    "/glossary?q=法人",
    "/permits",
    "/permits?q=奶茶",
    "/insight",
    "/about",
    "/docs",
]
HTML = {"accept": "text/html"}


def get(client: TestClient, path: str, **headers: str) -> str:
    response = client.get(path, headers=HTML | headers)
    assert response.status_code == 200, path
    return response.text


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(("code", "html"), [("zh", "zh-CN"), ("yue", "zh-HK"), ("en", "en")])
def test_every_page_in_every_language(client: TestClient, path: str, code: str, html: str) -> None:
    text = get(client, f"{path}{'&' if '?' in path else '?'}lang={code}")
    assert f'<html lang="{html}"' in text
    assert load_words(CONTENT)[code]("site.skip") in text
    assert text.count('aria-current="true"') >= 2  # language and text size
    assert text.count("<h1") == 1 and text.count("<main") == 1
    found = re.findall(r'\bid="([^"]+)"', text)
    assert len(found) == len(set(found)), "an id stands twice"
    # Nothing is loaded from elsewhere.
    assert not re.search(r'(?:src|<link[^>]*href)="(?:https?:)?//', text)


@pytest.mark.parametrize(
    ("header", "html"),
    [
        ("", "zh-CN"),
        ("fr-FR,fr;q=0.9", "zh-CN"),
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh-CN"),
        ("zh-HK,zh;q=0.9", "zh-HK"),
        ("yue", "zh-HK"),
        ("en-US,en;q=0.9,zh;q=0.8", "en"),
        ("en;q=0.2,zh-Hans;q=0.9", "zh-CN"),
        ("*;q=nonsense,,;;", "zh-CN"),
    ],
)
def test_the_browser_is_asked_for_its_language(client: TestClient, header: str, html: str) -> None:
    assert f'<html lang="{html}"' in get(client, "/about", **{"accept-language": header})


def test_a_choice_is_remembered(client: TestClient) -> None:
    get(client, "/about?lang=yue&size=larger")
    text = get(client, "/procedures")
    assert 'lang="zh-HK" data-size="larger"' in text
    assert (
        "%3Cscript" not in get(client, "/about?lang=<script>&size=huge&x=<script>").split("x=")[0]
    )


def test_nothing_in_an_address_is_believed(client: TestClient) -> None:
    text = get(client, "/glossary?q=<script>alert(1)</script>&lang=zh")
    assert "<script>alert" not in text


@pytest.mark.parametrize("path", ["/procedures/none", "/policies/none", "/documents/none"])
def test_what_is_not_there(client: TestClient, path: str) -> None:
    response = client.get(path, headers=HTML)
    assert response.status_code == 404 and '<html lang="' in response.text
    assert client.get(path).headers["content-type"] == "application/problem+json"


def test_every_procedure_and_policy_has_its_page(client: TestClient, live) -> None:
    catalogue = live.index.catalogue
    for one in (*catalogue.procedures.values(), *catalogue.policies.values()):
        for code in ("zh", "yue", "en"):
            assert one.titles[code] in unescape(get(client, f"{one.url}?lang={code}"))


def test_every_fact_is_found_at_its_anchor(client: TestClient, live) -> None:
    pages: dict[str, str] = {}
    for fact in live.index.catalogue.facts():
        path, _, anchor = fact.url.partition("#")
        text = pages.setdefault(path, "") or get(client, path)
        pages[path] = text
        assert not anchor or f'id="{anchor}"' in text, fact.id


def test_what_is_uncertain_is_marked(client: TestClient, live) -> None:
    catalogue = live.index.catalogue
    one = next(
        procedure
        for procedure in catalogue.procedures.values()
        if any(fact.confirm for slot in procedure.slots.values() for fact in slot)
    )
    assert load_words(CONTENT)["en"]("mark.confirm") in get(client, f"{one.url}?lang=en")


def test_a_procedure_can_be_ticked_off(client: TestClient, live) -> None:
    procedure = live.index.catalogue.procedures["simple-deregistration"]
    text = get(client, procedure.url)
    lists = (procedure.slots, *(variant.slots for variant in procedure.variants))
    papers = [fact for slots in lists for fact in slots.get(Aspect.MATERIALS, ())]
    assert text.count('type="checkbox"') == len(papers)
    for entrance in procedure.entrances:
        if url := live.index.catalogue.entrances[entrance].url:
            assert f'href="{url}"' in text


def test_a_statute_taken_in_stands_beside_the_point(client: TestClient) -> None:
    text = get(client, "/policies/paid-in-capital")
    assert "这里是为试验写的一句原文，&lt;b&gt;不是&lt;/b&gt;真的条文。" in text
    link = re.search(r'href="(/documents/[^"#]+)#(article-[^"]+)"', text)
    assert link and f'id="{link[2]}"' in get(client, link[1])


def test_a_document_names_where_it_was_published(client: TestClient) -> None:
    text = get(client, "/documents/试验-公司法")
    assert 'href="https://laws.example.gov.cn/2024/1.html"' in text


def test_headers(client: TestClient) -> None:
    headers = client.get("/about").headers
    assert headers["content-security-policy"].startswith("default-src 'self';")
    assert headers["x-content-type-options"] == "nosniff"
    assert "Accept-Language" in headers["vary"]


def test_every_label_a_template_asks_for_is_there() -> None:
    known = load_words(CONTENT)["zh"]
    sources = [*WEB.glob("templates/*.html"), *WEB.rglob("*.py")]
    asked = {
        key
        for file in sources
        for key in re.findall(
            r"""(?:\bw|words|token|labels)\(\s*["']([a-z_]+(?:\.[\w]+)+)["'](?! ~)""",
            file.read_text(encoding="utf-8"),
        )
    }
    assert len(asked) > 60
    assert {key for key in asked if not known.has(key)} == set()


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("a.b: {zh: 一, yue: 二}", "the text in en is missing"),
        ("a.b: {zh: 一, yue: 二, en: '  '}", "the text in en is missing"),
        ("a.b: {zh: 一, yue: 二, en: two, fr: deux}", "fr is not a language"),
        ('a.b: {zh: "{n} 条", yue: 二, en: two}', "differ in what stands in braces"),
        ("- a", "expected"),
    ],
)
def test_a_label_that_lacks_a_language_is_named(tmp_path: Path, text: str, rule: str) -> None:
    (tmp_path / "pages.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ContentInvalid, match=rule):
        load_words(tmp_path)
