"""The nouns of search: what is taken in, what is found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from knowledge.types import Aspect


class Status(StrEnum):
    """Whether a taken-in document may be the ground of an answer."""

    IN_FORCE = "in_force"
    REPEALED = "repealed"


class PassageKind(StrEnum):
    """What a passage is, which decides what it may be used for."""

    FACT = "fact"  # a point or a procedure's slot: may be shown and cited
    QUESTION = "question"  # a way of asking for a fact: leads to the fact, never shown
    COMPLAINT = "complaint"  # how people put it: votes for a procedure, never cited
    STATUTE = "statute"  # an article of a statute taken in: may be quoted
    DOCUMENT = "document"  # any other text taken in: may be quoted


@dataclass(frozen=True, slots=True)
class Document:
    """One source as it was read: a title and its text, before it is split."""

    id: str  # stable for the same file: derived from its name
    title: str
    text: str
    url: str | None
    kind: PassageKind
    status: Status = Status.IN_FORCE
    effective_from: date | None = None
    effective_to: date | None = None
    digest: str = ""  # of the file's bytes, to see what has changed


@dataclass(frozen=True, slots=True)
class Passage:
    """An embeddable piece of text and what it leads to."""

    id: str
    kind: PassageKind
    language: str
    text: str
    target: str | None = None  # the fact's id, for FACT and QUESTION
    procedures: tuple[str, ...] = ()
    aspects: tuple[Aspect, ...] = ()
    outcome: str | None = None  # COMPLAINT: what it is when it is no registration question
    document: str | None = None  # STATUTE, DOCUMENT: the Document's id
    title: str | None = None
    heading_path: tuple[str, ...] = ()
    article: str | None = None
    url: str | None = None
    status: Status = Status.IN_FORCE
    effective_from: date | None = None
    effective_to: date | None = None

    @property
    def indexed(self) -> str:
        """What both legs see: an article is also asked for by its number and its headings."""
        if self.kind not in (PassageKind.STATUTE, PassageKind.DOCUMENT):
            return self.text
        return " ".join(filter(None, (self.title, *self.heading_path, self.article, self.text)))


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found, its fused score, and what each leg said (both at most 1)."""

    passage: Passage
    score: float
    dense: float
    lexical: float


@dataclass(frozen=True, slots=True)
class Fit:
    """How near a fact lies to a text, each at most 1: 0 where it has no such passage."""

    dense: float  # its own sentence in meaning, in the nearest language
    words: float  # its own sentence by the words that tell it from the other facts
    asked: float  # the nearest of the ways of asking for it, by those words
    same: float  # and the nearest of them in meaning: 1 where the text is one of them
    met: float  # how well its own sentence meets the features of the text, each by the nearest
    alike: float  # that, times how well the text meets those of the sentence
    asked_met: float  # the same of the ways of asking for it
    asked_alike: float


NO_FIT = Fit(*[0.0] * 8)


VOICE = "#question."
"""In the id of a message that was written for a procedure as people send them."""


def is_message(passage: Passage) -> bool:
    """Tell whether a passage is a whole message, and not a name or a short way of asking."""
    return passage.kind is PassageKind.COMPLAINT or VOICE in passage.id
