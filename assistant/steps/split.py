"""A message in clauses: a story is told in several, and the question often stands in one."""

from __future__ import annotations

import re

from assistant.types import Query
from knowledge.languages import language
from knowledge.scripts import fold

_CLAUSE = re.compile(r"[^,，。.!！?？;；\n]+[?？]?")
_LEAST = 4  # characters of a clause that can stand for a question
_MOST = 6


def clauses(query: Query) -> tuple[str, ...]:
    """Return the clauses that may be a request of their own; none for a short message.

    Such a clause asks for something, or joins what it says to the rest ("also", 顺便, 同埋): of a
    story's other clauses each names some matter, and none is asked about.
    """
    folded = fold(query.text)
    pieces = [piece.strip() for piece in _CLAUSE.findall(folded)]
    long = [piece for piece in pieces if len(piece) >= _LEAST]
    if len(long) < 2:
        return ()
    marks = language(query.language).marks
    requests = [
        piece
        for piece in long
        if marks.connective.search(piece)
        or any(mark.search(piece) for mark in marks.aspects.values())
    ]
    return tuple(reversed(requests))[:_MOST]  # what is asked comes last in most stories


def several(query: Query) -> bool:
    """Tell whether the message joins requests: "also", 顺便, 同埋."""
    return bool(language(query.language).marks.connective.search(fold(query.text)))
