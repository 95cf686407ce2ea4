"""The interface for programs, against a real index."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from web_samples import ask

from assistant.build import Live
from assistant.records import Records
from assistant.web.freshness import HINT, Freshness
from assistant.web.limits import LIMIT
from assistant.web.site import create_app
from ingest.pipeline import fingerprint
from knowledge.index import read_manifest
from knowledge.settings import KnowledgeSettings

PROBLEM = "application/problem+json"


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("公司没开过业，想注销要多久", "zh"),
        ("間公司冇做過生意，想執笠要幾耐", "yue"),
        ("my company never traded, how long does closing it take", "en"),
    ],
)
def test_asking_in_three_languages(client: TestClient, question: str, language: str) -> None:
    answer = ask(client, question)
    assert answer["language"] == language
    assert answer["outcome"] in {"answered", "clarify"}
    assert answer["procedure"]["id"].endswith("-deregistration")
    assert len(answer["session"]) >= 32


def test_the_language_can_be_forced(client: TestClient) -> None:
    assert ask(client, "注销要多久", lang="en")["language"] == "en"


@pytest.mark.parametrize(
    "question", ["", "😀😀", "Как закрыть компанию?", "长" * 5_001, "长" * 100_000]
)
def test_what_cannot_be_read_is_an_outcome(client: TestClient, question: str) -> None:
    assert ask(client, question)["outcome"] == "invalid_input"


def test_half_a_character_is_left_out(client: TestClient) -> None:
    body = '{"question": "\\ud800公司怎么注销"}'.encode()
    response = client.post("/api/ask", content=body, headers={"content-type": "application/json"})
    assert response.json()["outcome"] in {"answered", "clarify"}


def test_a_conversation_goes_on(client: TestClient) -> None:
    first = ask(client, "个体户奶茶店要办食品经营许可吗")
    second = ask(client, "要多少钱？", session=first["session"])
    assert second["session"] == first["session"]
    assert second["procedure"]["id"] == first["procedure"]["id"]


def test_a_session_from_outside_is_not_adopted(client: TestClient) -> None:
    assert ask(client, "你好", session="mine")["session"] != "mine"


def test_a_session_can_be_deleted(client: TestClient) -> None:
    session = ask(client, "你好")["session"]
    assert client.delete(f"/api/sessions/{session}").status_code == 204
    assert client.delete(f"/api/sessions/{session}").status_code == 404


def test_a_vote_is_kept_with_its_answer(client: TestClient, kept: Records) -> None:
    identity = ask(client, "注销要多久")["id"]
    sent = {"answer_id": identity, "vote": -1, "comment": "电话13800138000"}
    reply = client.post("/api/feedback", json=sent)
    assert reply.status_code == 200 and "13800138000" not in reply.text
    vote = kept.feedback.find(identity)
    assert vote is not None and vote.vote == -1
    assert client.post("/api/feedback", json={"answer_id": "x", "vote": 1}).status_code == 404


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/api/procedures/none", 404),
        ("GET", "/api/policies/none", 404),
        ("GET", "/api/policies/none/key-points", 404),
        ("GET", "/api/policies?since=yesterday", 422),
        ("GET", "/api/nothing/at/all", 404),
        ("GET", "/api/ask", 405),
        ("DELETE", "/api/procedures", 405),
    ],
)
def test_problems_are_problems(client: TestClient, method: str, path: str, status: int) -> None:
    response = client.request(method, path)
    assert response.status_code == status
    assert response.headers["content-type"] == PROBLEM
    assert response.json()["status"] == status


def test_a_refused_body_is_not_echoed(client: TestClient) -> None:
    response = client.post("/api/ask", json={"question": ["秘密"], "lang": "fr"})
    assert response.status_code == 422
    assert "秘密" not in response.text and "zh" in response.text
    assert {error["pointer"] for error in response.json()["errors"]} == {
        "#/body/question",
        "#/body/lang",
    }


@pytest.mark.parametrize("streamed", [False, True])
def test_a_body_has_a_limit(client: TestClient, streamed: bool) -> None:
    body = json.dumps({"question": "长" * LIMIT}).encode()
    content = iter([body[:100], body[100:]]) if streamed else body
    response = client.post("/api/ask", content=content)
    assert response.status_code == 413 and response.headers["content-type"] == PROBLEM


def test_procedures_and_policies(client: TestClient) -> None:
    procedures = client.get("/api/procedures").json()
    one = client.get(f"/api/procedures/{procedures[0]['id']}").json()
    assert one["slots"]["materials"] and one["entrances"][0]["grade"] in "ABC"
    policies = client.get("/api/policies").json()
    policy = client.get(f"/api/policies/{policies[0]['id']}").json()
    points = client.get(f"/api/policies/{policies[0]['id']}/key-points").json()
    assert 3 <= len(points) <= 5 < len(policy["points"])
    assert points[0]["url"].startswith("/policies/")
    assert not client.get("/api/policies?since=2999-01-01").json()
    assert len(client.get("/api/policies?since=2024-07-01").json()) < len(policies)


def test_a_quotation_names_where_its_text_was_published(client: TestClient) -> None:
    answer = ask(client, "第四十七条 这里是为试验写的一句原文，不是真的条文吗")
    first = answer["citations"][0]
    assert first["verbatim"] and first["url"] == "https://laws.example.gov.cn/2024/1.html"


@pytest.mark.parametrize("word", ["法人", "legal rep", "話事人"])
def test_the_glossary_knows_what_people_say(client: TestClient, word: str) -> None:
    found = client.get("/api/glossary", params={"q": word}).json()
    assert any("法定代表人" in term["official"]["zh"] for term in found)


def test_health_and_readiness(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    ready = client.get("/readyz").json()
    assert ready["status"] == "ready" and ready["stale"] is False and ready["hint"] is None


def test_a_stale_index_says_so_and_still_answers(live: Live, kept: Records, place) -> None:
    other = KnowledgeSettings(
        data=place.knowledge.data,
        embedder="hashing",
        store="flat_faiss",
    )
    app = create_app(live, kept, place.settings, other, chat=False)
    ready = TestClient(app).get("/readyz").json()
    assert ready["stale"] is True and ready["hint"] == HINT


def test_a_new_index_is_not_called_stale(place, tmp_path: Path) -> None:
    knowledge = place.knowledge.model_copy(update={"content": tmp_path})
    write = partial((tmp_path / "glossary.yaml").write_text, encoding="utf-8")
    freshness, built = Freshness(knowledge), read_manifest(knowledge.index)
    write("one")
    first = replace(built, content_hash=fingerprint(knowledge))
    assert not freshness.stale(first)
    write("two")
    second = replace(built, content_hash=fingerprint(knowledge))
    assert not freshness.stale(second)


def test_without_an_embedder_it_says_what_to_do(kept: Records, place) -> None:
    settings = place.knowledge.model_copy(update={"embedder": "psychic"})
    app = create_app(Live(place.settings, settings), kept, place.settings, settings, chat=False)
    client = TestClient(app, raise_server_exceptions=False)
    response = client.get("/readyz")
    assert response.status_code == 503 and "hashing" in response.json()["detail"]
    page = client.get("/procedures", headers={"accept": "text/html"})
    assert page.status_code == 503 and "Traceback" not in page.text


def test_without_an_index_it_says_what_to_do(kept: Records, place, tmp_path) -> None:
    empty = KnowledgeSettings(data=tmp_path, embedder="hashing")
    live = Live(place.settings, empty)
    app = create_app(live, kept, place.settings, empty, chat=False)
    client = TestClient(app)
    response = client.get("/readyz")
    assert response.status_code == 503 and "ingest build" in response.json()["detail"]
    assert client.get("/healthz").status_code == 200
    assert ask(client, "注销要多久")["outcome"] == "failed"
    page = client.get("/procedures", headers={"accept": "text/html"})
    assert page.status_code == 503 and "Traceback" not in page.text


def test_metrics_count_turns(client: TestClient) -> None:
    ask(client, "你好")
    text = client.get("/metrics").text
    assert 'suidao_turns_total{language="zh",outcome="greeting"} 1.0' in text
    assert "suidao_turn_seconds_bucket" in text


def test_links_can_be_absolute(live: Live, kept: Records, place) -> None:
    settings = place.settings.model_copy(update={"base_url": "https://suidao.example"})
    app = create_app(live, kept, settings, place.knowledge, chat=False)
    listed = TestClient(app).get("/api/procedures").json()
    assert listed[0]["url"].startswith("https://suidao.example/procedures/")
