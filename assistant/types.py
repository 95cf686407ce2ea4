"""The nouns of a conversation: what was asked, what is believed, what is said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict

from knowledge.languages import first
from knowledge.types import Aspect, Fact

LONGEST = 5_000
"""Characters of a message that is read."""

DEFAULT_ASPECTS = (Aspect.WHAT, Aspect.STEPS, Aspect.TIME, Aspect.FEE)
"""What a person needs who only names the matter."""


class Outcome(StrEnum):
    """How a turn ended. Closed: a caller may rely on these being all."""

    ANSWERED = "answered"
    CLARIFY = "clarify"
    GREETING = "greeting"
    INVALID_INPUT = "invalid_input"
    OUT_OF_SCOPE = "out_of_scope"
    UNANSWERABLE = "unanswerable"
    NO_EVIDENCE = "no_evidence"
    ILLEGAL = "illegal"
    INJECTION = "injection"
    PERSONAL_DATA = "personal_data"
    HANDOFF = "handoff"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Turn:
    """What is remembered of an earlier turn: never its words."""

    language: str
    script: str
    procedure: str | None
    aspects: tuple[Aspect, ...] = ()
    options: tuple[str, ...] = ()  # procedures offered when we asked back
    matters: bool = False  # or its language's matters were, as nothing had been named
    grounds: tuple[str, ...] = ()  # where the facts stand that the reply began with
    rivals: tuple[str, ...] = ()  # what else the message could have been about
    variant: str | None = None  # the case of the procedure that the reply was about


@dataclass(frozen=True, slots=True)
class Question:
    """What the person sent, untouched, and what came before it."""

    text: str
    history: tuple[Turn, ...] = ()
    language: str | None = None  # forced by the person
    session: str | None = None

    @property
    def spoken(self) -> str:
        """The code of the language to speak where the text itself tells none."""
        if self.language:
            return self.language
        return self.history[-1].language if self.history else first().code


@dataclass(frozen=True, slots=True)
class Query:
    """The question as understood. `text` is masked: nothing later sees personal data."""

    text: str
    language: str
    script: str
    aspects: tuple[Aspect, ...]  # what is asked about
    terms: tuple[str, ...]  # glossary ids
    kinds: tuple[str, ...]  # of enterprise that it names, the one named last first
    said: str  # the text, without what masking left of it
    search: str  # what search is given: that and the official terms it means
    outright: tuple[Aspect, ...] = ()  # aspects that a word asks for, or the turn before did
    leaning: Mapping[Aspect, float] = field(default_factory=dict)  # how likely each one is asked
    previous: Turn | None = None
    earlier: tuple[str, ...] = ()  # procedures spoken of before that, the newest first
    brief: bool = False  # a few words
    follows: bool = False  # leaves out what it is about: take it from `previous`
    tells: bool = False  # neither asks nor wishes: it adds to what was asked before
    bare: bool = False  # asks, and names no matter at all
    case: bool = False  # names a kind of enterprise and nothing else: "And for a branch?"
    again: bool = False  # asks for no more than what was just said: "Really?"
    shortly: bool = False  # and wants it in fewer words
    defines: bool = False  # asks what a word means
    dated: bool = False  # asks since when, or what held before
    leaves: bool = False  # turns from the subject before to another
    denies: bool = False  # says no more than that it was taken wrongly
    thanks: bool = False  # or ends the talk
    despairs: bool = False  # does not want to live
    lawless: bool = False  # wants a crime: no procedure is its lawful way
    masked: bool = False
    angry: bool = False


@dataclass(frozen=True, slots=True)
class Route:
    """Which procedure is meant, and what else it might be."""

    procedure: str | None
    also: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    confidence: float = 0.0
    outcome: Outcome | None = None  # set where the turn ends here
    variant: str | None = None  # the procedure's case that is meant, where it has some


@dataclass(frozen=True, slots=True)
class Quote:
    """An article or a passage of a document taken in, as it stands there."""

    id: str
    title: str
    article: str | None
    text: str
    url: str | None
    effective_from: date | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A fact or a quote under the label it has in this turn, with how well it fits (0 to 1)."""

    label: str
    item: Fact | Quote
    relevance: float
    procedure: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of a draft and the labels that support it."""

    text: str
    labels: tuple[str, ...] = ()
    bullet: bool = False
    number: int = 0  # of a step; 0 for what has no order
    heading: bool = False  # only opens what follows


@dataclass(frozen=True, slots=True)
class Draft:
    """What the composer wrote, before it is believed."""

    lines: tuple[Line, ...]
    unconfirmed: tuple[str, ...] = ()
    doubt: str | None = None  # the very answer, where the office must confirm it: it comes first
    composed_by: str = "extractive"


@dataclass(frozen=True, slots=True)
class Cited:
    """A believed draft as it is shown: in the reply's script, its sources numbered in order."""

    text: str
    key_points: tuple[str, ...]
    citations: tuple[Citation, ...]
    unconfirmed: tuple[str, ...]
    composed_by: str


class _Said(BaseModel):
    model_config = ConfigDict(frozen=True)


class ProcedureLink(_Said):
    """A procedure as it is linked."""

    id: str
    title: str
    url: str


class ProcedureCard(ProcedureLink):
    """The procedure a reply is about, with where to go."""

    variant: str | None = None  # the case of it that the reply is about
    form_url: str | None = None
    official_url: str | None = None
    entrance_grade: Literal["A", "B", "C"] | None = None


class Citation(_Said):
    """A source as shown: `says` is our plain sentence, or the article's own words if verbatim."""

    label: str
    title: str
    article: str | None = None
    rendered: str | None = None  # title and article for who may not read them as published
    says: str
    verbatim: bool = False
    effective_from: date | None = None
    url: str | None = None


class Option(_Said):
    """A choice to tap when we ask back."""

    label: str
    question: str  # what is sent when it is tapped
    procedure: str | None = None


class Handoff(_Said):
    """Where a person can be reached."""

    channel: str
    reason: str


class Answer(_Said):
    """The reply. Every key is always there; what does not apply is null or empty."""

    id: str
    session: str | None
    language: str
    script: str
    outcome: Outcome
    aspects: tuple[Aspect, ...] = ()
    text: str
    key_points: tuple[str, ...] = ()
    procedure: ProcedureCard | None = None
    also: tuple[ProcedureCard, ...] = ()
    alternatives: tuple[ProcedureLink, ...] = ()
    citations: tuple[Citation, ...] = ()
    unconfirmed: tuple[str, ...] = ()
    as_of: date
    assumptions: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    suggestions: tuple[str, ...] = ()
    handoff: Handoff | None = None
    composed_by: str = "extractive"
    confidence: float = 0.0
    seconds: dict[str, float] = {}
