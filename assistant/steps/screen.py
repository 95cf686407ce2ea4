"""Ends what is no question of ours; notes what comes beside one.

A word alone ends nothing: "a fake address" is asked for by one and feared by another. Marks name
what a message may be, the reader weighs the whole of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.types import Outcome, Query
from knowledge.classifier import QUESTION, Classifier
from knowledge.language import Marks
from knowledge.languages import languages
from knowledge.scripts import clean, fold, plain

LIMIT = 5_000  # characters of a message
_SURE = 0.60  # how sure the reader must be that no procedure answers this
_MARKED = 0.30  # and where a mark says so too
_SENTENCE = re.compile(r"[^。!?\n;.]+[。!?\n;.]*")
_IDENTIFIER = re.compile(r"[\d\s\-+()xX/,，、]{8,60}")
_MOST_BLANKS = 0.5  # of an identifier written with blanks and dashes
_DATE = re.compile(r"\d{4}[-/]\d{1,2}[-/]\d{1,2}")
_MASKED = re.compile(r"[0-9A-Za-z]*\*+[0-9A-Za-z]*")
_CONTENT = re.compile(r"[\u4e00-\u9fff]|[a-z]{2,}")
# In this order: who asks for something unlawful and for a person is told that it is unlawful.
_MARKS: dict[Outcome, Callable[[Marks], re.Pattern[str]]] = {
    Outcome.ILLEGAL: lambda marks: marks.illegal,
    Outcome.HANDOFF: lambda marks: marks.handoff,
    Outcome.UNANSWERABLE: lambda marks: marks.unanswerable,
    Outcome.OUT_OF_SCOPE: lambda marks: marks.out_of_scope,
    Outcome.INJECTION: lambda marks: marks.injection,
}


def unreadable(text: str) -> Outcome | None:
    """Return invalid_input where there is nothing to read, or too much; personal_data where there
    are digits and signs only, as many as an identity number has."""
    text = clean(text)
    if _IDENTIFIER.fullmatch(text) and not _DATE.fullmatch(text):
        digits = sum(character.isdigit() for character in text)
        if digits >= _MOST_BLANKS * len(text):
            return Outcome.PERSONAL_DATA
    if len(text) > LIMIT or not re.search(r"[^\W\d_]", plain(text)):
        return Outcome.INVALID_INPUT
    return None


def screen(query: Query, reader: Classifier | None) -> tuple[Query, Outcome | None]:
    """Return the query without hidden instructions, and the outcome where the turn ends here.

    `reader` tells questions from what no procedure answers; without one the marks decide.
    """
    marks = [one.marks for one in languages().values()]
    folded = fold(query.text)
    if any(one.injection.search(folded) for one in marks):
        rest = "".join(
            part
            for part in _SENTENCE.findall(clean(query.text))
            if not any(one.injection.search(fold(part)) for one in marks)
        )
        # What is left must itself ask for something of ours.
        if len(_CONTENT.findall(fold(rest))) >= 4 and query.aspects and query.terms:
            query = replace(query, text=rest, search=rest)
            folded = fold(rest)
    if query.masked and len(_CONTENT.findall(_MASKED.sub("", folded))) < 6:
        return query, Outcome.PERSONAL_DATA
    if any(one.greeting.fullmatch(folded) for one in marks):
        return query, Outcome.GREETING
    if any(one.distress.search(folded) for one in marks):
        return query, Outcome.HANDOFF
    marked = [
        outcome
        for outcome, mark in _MARKS.items()
        if any(mark(one).search(folded) for one in marks)
    ]
    return query, _ended(query, marked, reader)


def _ended(query: Query, marked: list[Outcome], reader: Classifier | None) -> Outcome | None:
    shares = reader.shares(query.text) if reader else {}
    if not shares:
        return marked[0] if marked else None
    for outcome in marked:
        if shares.get(outcome, 0.0) >= _MARKED:
            return outcome
    best = max(shares, key=lambda name: shares[name])
    # A fragment has too few words to be read alone.
    if best == QUESTION or query.follows or shares[best] < _SURE:
        return None
    return Outcome(best)
