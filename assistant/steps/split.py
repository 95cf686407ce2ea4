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
    """Return the clauses worth a search of their own, questions first; none for a short message."""
    folded = fold(query.text)
    pieces = [piece.strip() for piece in _CLAUSE.findall(folded)]
    long = [piece for piece in pieces if len(piece) >= _LEAST]
    if len(long) < 2:
        return ()
    marks = language(query.language).marks.aspects.values()
    # What is asked comes last in most stories, and has a mark of what is asked.
    asked = [any(mark.search(piece) for mark in marks) for piece in long]
    order = sorted(range(len(long)), key=lambda i: (not asked[i], -i))
    return tuple(long[i] for i in order[:_MOST])


def several(query: Query) -> bool:
    """Tell whether the message joins requests: "also", 顺便, 同埋."""
    return bool(language(query.language).marks.connective.search(fold(query.text)))
