"""The nouns of evaluation: what is asked, what would be right, what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, Field, model_validator

from assistant.trace import Trace
from assistant.types import Answer, Outcome
from knowledge.types import Aspect


class Expected(BaseModel):
    """What a good reply to one message must be. `facts` are groups of alternatives: each group
    must be found by one of its alternatives; `wrong` are strings that a right reply lacks."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    outcomes: tuple[Outcome, ...] = (Outcome.ANSWERED,)
    procedures: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    aspects: tuple[Aspect, ...] = ()
    facts: tuple[tuple[str, ...], ...] = ()
    wrong: tuple[str, ...] = ()
    may_clarify: bool = False


class CaseTurn(Expected):
    """One message of a conversation and what is expected of its reply.

    `lang` and `script` are those of the reply; a conversation that changes them says so.
    """

    user: str
    lang: str = ""
    script: str = ""


class Case(Expected):
    """A frozen case: one question, or the turns of a conversation."""

    id: str
    lang: str
    script: str
    question: str | None = None
    turns: tuple[CaseTurn, ...] = ()
    note: str = ""
    group: str | None = Field(default=None, description="cases that ask the same in other words")

    @model_validator(mode="after")
    def _one_or_many(self) -> Case:
        if (self.question is None) == (not self.turns):
            raise ValueError("a case has a question or turns")
        return self

    def messages(self) -> tuple[CaseTurn, ...]:
        """Return the case as turns, one for a single question."""
        if self.turns:
            return tuple(
                turn.model_copy(
                    update={"lang": turn.lang or self.lang, "script": turn.script or self.script}
                )
                for turn in self.turns
            )
        expected = self.model_dump(include=set(Expected.model_fields))
        turn = CaseTurn(user=self.question or "", lang=self.lang, script=self.script, **expected)
        return (turn,)


@dataclass(frozen=True, slots=True)
class Scored:
    """One reply with every metric that applies to it (1 right, 0 wrong)."""

    case: Case
    turn: int
    expected: CaseTurn
    answer: Answer
    scores: Mapping[str, float]
    missing: tuple[str, ...]  # fact groups not found, by their first alternative
    seconds: float
    trace: Trace  # what was found on the way

    @property
    def id(self) -> str:
        """The case and the message of it, from 0."""
        return f"{self.case.id}.{self.turn}"

    @property
    def wrong(self) -> tuple[str, ...]:
        """The metrics that it fails."""
        return tuple(sorted(name for name, value in self.scores.items() if not value))
