"""A message in clauses: a story is told in several, and the question often stands in one."""

from __future__ import annotations

import re

from assistant.types import Query
from knowledge.languages import language
from knowledge.scripts import fold

_CLAUSE = re.compile(r"[^,，。.!！?？;；\n]+[?？]?")
_LEAST = 3  # characters of a clause that can stand for a question
_MOST = 6


def clauses(query: Query) -> tuple[str, ...]:
    """Return the clauses that may be a request of their own; none for a short message.

    Such a clause asks for something; where the message joins requests ("also", 顺便, 同埋), also
    one that is joined or wishes something. Of a story's other clauses each names some matter, and
    none is asked about.
    """
    folded = fold(query.text)
    marks = language(query.language).marks
    joined = several(query)
    if joined:
        folded = marks.connective.sub(lambda found: f"，{found[0]}", folded)
    pieces = [piece.strip() for piece in _CLAUSE.findall(folded)]
    long = [piece for piece in pieces if len(piece) >= _LEAST]
    if len(long) < 2:
        return ()
    signs = [*marks.aspects.values(), *([marks.connective, marks.wish] if joined else [])]
    requests = [piece for piece in long if any(sign.search(piece) for sign in signs)]
    return tuple(reversed(requests))[:_MOST]  # what is asked comes last in most stories


def several(query: Query) -> bool:
    """Tell whether the message joins requests: "also", 顺便, 同埋."""
    return bool(language(query.language).marks.connective.search(fold(query.text)))
