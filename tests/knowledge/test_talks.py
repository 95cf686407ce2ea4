"""Conversations to learn from: what each message turns to, and what is wrong with a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from knowledge.catalogue import load
from knowledge.errors import ContentInvalid
from knowledge.talks import FILE, Message, Move, Talk, load_talks


def message(procedure: str, text: str = "多久") -> Message:
    return Message(lang="zh", procedure=procedure, aspects=("time",), text=text)


def test_a_message_stays_comes_back_or_moves_on() -> None:
    talk = Talk(tuple(map(message, ("a", "a", "b", "a", "c"))))
    moves = [move for _, move in talk.moves()]
    assert moves == [Move.KEPT, Move.ANOTHER, Move.EARLIER, Move.ANOTHER]


def test_a_slip_is_named_with_its_line(tmp_path: Path) -> None:
    one = message("a").model_dump(mode="json")
    (tmp_path / FILE).write_text(
        json.dumps({"messages": [one, one]}) + "\n" + json.dumps({"messages": [one]}) + "\n{}\n",
        encoding="utf-8",
    )
    with pytest.raises(ContentInvalid) as fault:
        load_talks(tmp_path)
    assert [problem.line for problem in fault.value.problems] == [2, 3]
    assert load_talks(tmp_path / "none") == ()


def test_the_shipped_conversations_touch_every_procedure() -> None:
    talks = load_talks()
    assert {one.procedure for talk in talks for one in talk.messages} == load().procedures.keys()
    assert {one.lang for talk in talks for one in talk.messages} == {"zh", "yue", "en"}
