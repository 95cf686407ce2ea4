"""Ends what is no question of ours; notes what comes beside one."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.types import Outcome, Query
from knowledge.language import Marks
from knowledge.languages import languages
from knowledge.scripts import clean, fold, plain

LIMIT = 5_000  # characters of a message
_SENTENCE = re.compile(r"[^。!?\n;.]+[。!?\n;.]*")
_NUMBER = re.compile(r"[\d\s\-+()xX/,，、]{8,60}")
_MASKED = re.compile(r"[0-9A-Za-z]*\*+[0-9A-Za-z]*")
_CONTENT = re.compile(r"[\u4e00-\u9fff]|[a-z]{2,}")


def unreadable(text: str) -> Outcome | None:
    """Return invalid_input where there is nothing to read, or too much; personal_data where there
    are digits and signs only, as many as an identity number has."""
    text = clean(text)
    if _NUMBER.fullmatch(text):
        return Outcome.PERSONAL_DATA
    if len(text) > LIMIT or not re.search(r"\w", plain(text)):
        return Outcome.INVALID_INPUT
    return None


def screen(query: Query) -> tuple[Query, Outcome | None]:
    """Return the query without hidden instructions, and the outcome where the turn ends here."""
    marks = [one.marks for one in languages().values()]
    folded = fold(query.text)
    if _any(marks, "injection", folded):
        rest = "".join(
            part for part in _SENTENCE.findall(clean(query.text))
            if not _any(marks, "injection", fold(part))
        )  # fmt: skip
        # What is left must itself ask for something of ours.
        if len(_CONTENT.findall(fold(rest))) < 4 or not (query.aspects and query.terms):
            return query, Outcome.INJECTION
        query = replace(query, text=rest, search=rest)
        folded = fold(rest)
    if query.masked and len(_CONTENT.findall(_MASKED.sub("", folded))) < 6:
        return query, Outcome.PERSONAL_DATA
    if _any(marks, "greeting", folded):
        return query, Outcome.GREETING
    return query, _ended(marks, folded)


def _ended(marks: list[Marks], folded: str) -> Outcome | None:
    for name, outcome in (
        ("illegal", Outcome.ILLEGAL),
        ("handoff", Outcome.HANDOFF),
        ("unanswerable", Outcome.UNANSWERABLE),
        ("out_of_scope", Outcome.OUT_OF_SCOPE),
    ):
        if _any(marks, name, folded):
            return outcome
    return None


def _any(marks: list[Marks], name: str, folded: str) -> bool:
    return any(getattr(one, name).search(folded) for one in marks)
