"""What can go wrong, and what to do next.

GuidanceError
├── ContentInvalid    a content file breaks a rule: file, line and rule are named
├── IndexUnusable     the index is missing or was made by another embedder or format
├── SourceUnreadable  a document to be taken in cannot be read
├── ModelUnavailable  a configured model does not load or does not answer
├── BadReply          a model's reply does not follow the format
├── InputUnreadable   what a person handed in cannot be used
└── RecordConflict    somebody else changed the record first

Raised at the adapter, `from` the library's error. What cannot be answered is an Outcome, not one
of these.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


class GuidanceError(Exception):
    """The root: the message says what is wrong and what to do next."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One broken rule in one content file."""

    file: Path
    line: int
    rule: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.rule}"


class ContentInvalid(GuidanceError):
    """Content files break rules; `problems` lists every one, not the first."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


class IndexUnusable(GuidanceError):
    """The index folder cannot answer; the message names the command that mends it."""


class SourceUnreadable(GuidanceError):
    """A document to be taken in cannot be read; the message names it and says why."""


class ModelUnavailable(GuidanceError):
    """A configured model does not load or does not answer."""


class BadReply(GuidanceError):
    """A model's reply does not follow the format that was asked for."""


class InputUnreadable(GuidanceError):
    """What a person handed in cannot be used."""


class RecordConflict(GuidanceError):
    """Somebody else changed the record first."""
