"""When a record of the corpus counts as led to its procedure."""

from __future__ import annotations

from dataclasses import replace

from assistant.types import Outcome, Route
from eval.routing import found
from knowledge.types import Complaint

RECORD = Complaint("c", "zh", "hans", "那个要多久", "chat", ("licence",), (), None, "")


def test_what_it_was_led_to_is_found() -> None:
    assert found(RECORD, Route("licence")) == {"licence"}
    assert found(RECORD, Route(None, outcome=Outcome.NO_EVIDENCE)) == set()


def test_to_ask_back_finds_only_where_nobody_could_tell() -> None:
    asked = Route("closing", (), ("licence",), 0.3, Outcome.CLARIFY)
    assert found(RECORD, asked) == set()
    assert found(replace(RECORD, clear=False), asked) == {"closing", "licence"}
