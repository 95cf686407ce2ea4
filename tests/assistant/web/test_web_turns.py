"""A turn over the interface: faults, conversations deleted or at once, what has expired."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable
from dataclasses import replace
from threading import Event

import pytest
from starlette.testclient import TestClient
from web_samples import ask

from assistant.build import Live
from assistant.records import Records
from assistant.types import Answer, Question
from assistant.web.context import Site
from assistant.web.expiry import sweep
from assistant.web.site import create_app
from assistant.web.turns import take_turn
from assistant.web.words import load_words
from knowledge.catalogue import CONTENT
from knowledge.errors import GuidanceError

PROBLEM = "application/problem+json"


def test_a_fault_of_ours_is_an_outcome_and_never_says_the_question(
    client: TestClient,
    live: Live,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def broken(self: object, question: object, trace: object = None) -> None:
        raise RuntimeError(f"cannot answer {question}")

    monkeypatch.setattr(type(live.assistant), "answer", broken)
    with caplog.at_level(logging.INFO, "suidao.turn"):
        answer = ask(client, "密码是多少")
    assert answer["outcome"] == "failed" and answer["id"] in answer["text"]
    assert "密码" not in caplog.text and "RuntimeError" in caplog.text


class Scripted:
    """A live index whose assistant does as it is told."""

    def __init__(self, answer: Callable[[Question], Answer]) -> None:
        self._answer = answer

    @property
    def assistant(self) -> Scripted:
        return self

    def answer(self, question: Question, trace: object) -> Answer:
        return self._answer(question)


def scripted(place, kept: Records, answer: Callable[[Question], Answer]) -> Site:
    words = load_words(CONTENT)
    return Site(Scripted(answer), kept, words, place.settings, place.knowledge)


@pytest.mark.parametrize(("lang", "spoken"), [(None, "zh"), ("en", "en")])
def test_a_fault_in_telling_the_language_is_an_outcome_too(
    place, kept: Records, lang: str | None, spoken: str
) -> None:
    def broken(question: Question) -> Answer:
        raise RuntimeError

    # No text at all: nothing that reads it can do otherwise than raise.
    answer = take_turn(scripted(place, kept, broken), None, lang=lang)  # type: ignore[arg-type]
    assert (answer.outcome, answer.language) == ("failed", spoken)


def test_a_conversation_deleted_during_its_turn_stays_deleted(
    client: TestClient, place, live: Live, kept: Records
) -> None:
    session = ask(client, "你好")["session"]

    def deleting(question: Question) -> Answer:
        assert kept.conversations.forget(session)
        return live.assistant.answer(question)

    answer = take_turn(scripted(place, kept, deleting), "注销要多久", session)
    assert answer.session == session
    assert kept.answers.find(answer.id) is None
    assert not kept.conversations.forget(session)


def test_turns_of_a_conversation_at_once_are_all_kept(
    client: TestClient, place, live: Live, kept: Records
) -> None:
    session = ask(client, "你好")["session"]
    inner: list[Answer] = []

    def meanwhile(question: Question) -> Answer:
        for _ in range(2):
            inner.append(take_turn(scripted(place, kept, live.assistant.answer), "谢谢", session))
        return live.assistant.answer(question)

    outer = take_turn(scripted(place, kept, meanwhile), "注销要多久", session)
    assert all(kept.answers.find(one.id) for one in (*inner, outer))
    conversation = kept.conversations.find(session)
    assert conversation and len(conversation.turns) == 4


def test_what_has_expired_goes_though_nobody_asks(place, live: Live, kept: Records) -> None:
    swept = Event()
    watched = replace(kept, sweep=swept.set)
    app = create_app(live, watched, place.settings, place.knowledge, chat=False)

    async def serve() -> bool:
        async with app.router.lifespan_context(app):
            return await asyncio.to_thread(swept.wait, 30)

    assert asyncio.run(serve())


def test_a_failing_database_is_swept_again(caplog: pytest.LogCaptureFixture) -> None:
    tries: list[int] = []

    class Failing:
        def sweep(self) -> None:
            tries.append(1)
            raise GuidanceError("no space left")

    async def twice() -> None:
        sweeping = asyncio.create_task(sweep(Failing(), every=0))  # type: ignore[arg-type]
        while len(tries) < 2:
            await asyncio.sleep(0)
        sweeping.cancel()

    asyncio.run(twice())
    assert "no space left" in caplog.text


def test_a_turn_is_one_line_without_words(
    client: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "suidao.turn"):
        answer = ask(client, "密切关心注销要多久")
    (line,) = (json.loads(record.message) for record in caplog.records)
    assert line["id"] == answer["id"] and line["outcome"] == answer["outcome"]
    assert line["seconds"]["total"] > 0 and line["passages"]
    assert "密切" not in caplog.text
