"""Conversations written to learn from: what each message is about, after those before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pydantic import Field, ValidationError

from knowledge.catalogue import CONTENT
from knowledge.errors import ContentInvalid, Problem
from knowledge.located import read_text
from knowledge.schema import Strict
from knowledge.slips import said
from knowledge.types import Aspect

FILE = "talks.jsonl"


class Move(StrEnum):
    """What a message of a conversation turns to."""

    KEPT = "kept"  # it stays with the matter before
    EARLIER = "earlier"  # it comes back to one of before that
    ANOTHER = "another"


class Message(Strict):
    """What a person sends, and the procedure that a careful clerk would take it to be about."""

    lang: str
    procedure: str
    aspects: tuple[Aspect, ...] = Field(min_length=1)
    text: str = Field(min_length=1)


class _Line(Strict):
    messages: tuple[Message, ...] = Field(min_length=2)


@dataclass(frozen=True, slots=True)
class Talk:
    """The messages of one person, in their order. Synthetic as shipped."""

    messages: tuple[Message, ...]

    def moves(self) -> Iterator[tuple[Message, Move]]:
        """Yield the messages after the first, and what each turns to."""
        matters = [one.procedure for one in self.messages]
        for place, message in enumerate(self.messages[1:], 1):
            if message.procedure == matters[place - 1]:
                yield message, Move.KEPT
            else:
                earlier = message.procedure in matters[:place]
                yield message, Move.EARLIER if earlier else Move.ANOTHER


def load_talks(content: Path = CONTENT) -> tuple[Talk, ...]:
    """Read them, none where there is no file; ContentInvalid names each slip."""
    file = content / FILE
    if not file.exists():
        return ()
    found: list[Talk] = []
    problems: list[Problem] = []
    for number, line in enumerate(read_text(file).splitlines(), 1):
        try:
            found.append(Talk(_Line.model_validate_json(line).messages))
        except ValidationError as fault:
            problems.append(Problem(file, number, said(fault.errors()[0])))
    if problems:
        raise ContentInvalid(tuple(problems))
    return tuple(found)
