"""What answering needs of the world; adapters offer it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from assistant.types import Draft, Evidence, Query, Route, Turn
from knowledge.passages import Hit


@dataclass(frozen=True, slots=True)
class Brief:
    """What a composer is handed: never a URL."""

    query: Query
    route: Route
    evidence: tuple[Evidence, ...]
    titles: dict[str, str]  # of the procedures in the route, in the reply's language
    today: date


class Composer(Protocol):
    """Writes a draft from evidence. LangChain's Runnable[Brief, Draft] satisfies it."""

    def invoke(self, input: Brief, /) -> Draft:
        """Write the draft; ModelUnavailable or BadReply where a model fails."""
        ...


Shares = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Weighed:
    """What one message alone makes of the procedures, by id; empty where it says nothing."""

    read: Shares  # by the trained reader
    vote: Shares  # by the passages found
    mixed: Shares  # by both


class Subjects(Protocol):
    """Tells what a later message of a conversation is about."""

    def rank(self, query: Query, before: Turn, weighed: Weighed) -> Shares:
        """Return how likely each procedure is meant, likeliest first; they sum to 1.

        Empty where nothing may be meant. `before` is about a procedure that is known.
        """
        ...


class Router(Protocol):
    """Decides which procedure is meant."""

    def route(self, query: Query, hits: Sequence[Hit]) -> Route:
        """Return the route; its outcome is set where the turn ends here."""
        ...
