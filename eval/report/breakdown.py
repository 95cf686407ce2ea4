"""Where a run went wrong: which matter was taken for which, and the worst replies."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.types import Outcome
from eval.types import Scored


@dataclass(frozen=True, slots=True)
class Confusion:
    """What was wanted, what it was taken for, and the replies that did so.

    Each is the id of a procedure, or the outcome of a turn that answers nothing.
    """

    wanted: str
    taken: str
    replies: tuple[Scored, ...]


def confusions(results: Iterable[Scored]) -> list[Confusion]:
    """Return what was taken for something else, the most frequent first."""
    found: dict[tuple[str, str], list[Scored]] = {}
    for one in results:
        if {"right_at_1", "outcome"} & set(one.wrong):
            found.setdefault((wanted(one), taken(one)), []).append(one)
    ordered = sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return [Confusion(*names, tuple(replies)) for names, replies in ordered]


def wanted(one: Scored) -> str:
    """Return the first procedure that is right, or the first outcome where none is."""
    expected = one.expected
    if expected.procedures and Outcome.ANSWERED in expected.outcomes:
        return expected.procedures[0]
    return expected.outcomes[0].value


def taken(one: Scored) -> str:
    """Return the procedure that was answered, or how else the turn ended."""
    answer = one.answer
    if answer.procedure and answer.outcome is Outcome.ANSWERED:
        return answer.procedure.id
    return answer.outcome.value


def worst(results: Iterable[Scored]) -> list[Scored]:
    """Return the replies that fail a metric: who fails most first, of those the surest."""
    failing = [one for one in results if one.wrong]
    return sorted(failing, key=lambda one: (-len(one.wrong), -one.answer.confidence))
