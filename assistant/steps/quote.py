"""Finds what only a document taken in answers: its own words are shown, and said to be that."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assistant.types import Evidence, Query, Quote, Route
from knowledge.figures import keys
from knowledge.force import in_force
from knowledge.passages import Hit, Passage, PassageKind, Status

_QUOTED = {PassageKind.STATUTE, PassageKind.DOCUMENT}
_KNOWN = {PassageKind.FACT, PassageKind.QUESTION}
_ANSWERED = 0.40  # a fact this likely to be the one asked for needs no article beside it
_MOST = 2
# Where a message names an article by its number, that one is quoted of those that would be.
# How much of a message's words, or how near in meaning, an article must be, and how much more than
# anything in the content. With 83 statutes taken in, one of 254 own questions was answered by a
# quotation that it did not need, and 10 of 14 that only a statute answers got an article
# (2026-11-26).
_WORDS, _MORE_WORDS = 0.30, 1.10
_DENSE, _MORE_DENSE = 0.60, 1.15


def quote(
    query: Query, route: Route, hits: Sequence[Hit], evidence: Sequence[Evidence], today: date
) -> tuple[Evidence, ...]:
    """Return the articles that answer better than `evidence` does; empty where none does.

    A fact counts as far as the procedure it belongs to is surely meant.
    """
    if any(one.relevance * route.confidence >= _ANSWERED for one in evidence):
        return ()
    known = [hit for hit in hits if hit.passage.kind in _KNOWN]
    words = max((hit.lexical for hit in known), default=0.0)
    dense = max((hit.dense for hit in known), default=0.0)
    found = [
        hit
        for hit in hits
        if _standing(hit.passage, today)
        and (
            hit.lexical >= max(_WORDS, _MORE_WORDS * words)
            or hit.dense >= max(_DENSE, _MORE_DENSE * dense)
        )
    ]
    named = keys(query.text)
    asked_for = [hit for hit in found if named & keys(hit.passage.article or "")]
    best = sorted(asked_for or found, key=lambda hit: -hit.lexical - hit.dense)[:_MOST]
    return tuple(
        Evidence(f"S{number}", _as_quote(hit.passage), hit.dense)
        for number, hit in enumerate(best, 1)
    )


def _standing(passage: Passage, today: date) -> bool:
    return (
        passage.kind in _QUOTED and passage.status is Status.IN_FORCE and in_force(passage, today)
    )


def _as_quote(passage: Passage) -> Quote:
    return Quote(
        passage.id,
        passage.title or "",
        passage.article,
        passage.text,
        passage.url,
        passage.effective_from,
    )
