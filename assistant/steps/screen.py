"""Ends what is no question of ours; notes what comes beside one.

A word alone seldom ends it: "a fake address" is asked for by one and feared by another. Marks name
what a message may be, the reader weighs the whole of it; only a few say it beyond doubt.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from assistant.types import LONGEST, Outcome, Query
from knowledge.classifier import QUESTION, Classifier
from knowledge.language import Marks
from knowledge.languages import language, languages
from knowledge.personal import hide
from knowledge.places import CITIES
from knowledge.scripts import clean, fold, plain
from knowledge.types import Aspect

# How likely no procedure answers a message: a logistic regression over how much nearer it lies to
# an outcome than to a question, a mark of that outcome, and how clearly a procedure is read in it.
# Fitted on messages kept out of both readers (2026-11-27: 716 that none answers, 6,629 questions).
_NEARER, _MARKED, _READ, _BIAS = 3.0, 1.2, -2.4, -0.5
_UNREAD = -1.0  # how far a message lies from every procedure where none is read at all
_SURE = 0.70  # of a hundred questions it holds back fewer than one
_UNMARKED = 0.92  # where no mark bears the reader out: of five hundred, one
_FRAGMENT = 0.95  # and of a fragment, which means little without what was said before
_ASKED = {Aspect.FEE, Aspect.TIME, Aspect.WHERE, Aspect.MATERIALS}
_SENTENCE = re.compile(r"[^。!?\n;.]+[。!?\n;.]*")
_IDENTIFIER = re.compile(r"[\d\s\-+()xX/,，、]{8,60}")
_DIGITS = 0.5  # of an identifier at least: the rest is blanks and dashes
_DATE = re.compile(r"\d{4}[-/]\d{1,2}[-/]\d{1,2}")
_MASKED = re.compile(r"[0-9A-Za-z]*\*+[0-9A-Za-z]*")
_KIND = re.compile("〔[^〕]*〕|户名|姓名|电话|手机|身份证|地址|住|卡|账号|name|phone|address")
_SAYS = 6  # characters or words: less is no question
_CONTENT = re.compile(r"[\u4e00-\u9fff]|[a-z]{2,}")
# One of these words is enough, in this order.
_BEYOND_DOUBT: tuple[tuple[Outcome, Callable[[Marks], re.Pattern[str]]], ...] = (
    (Outcome.HANDOFF, lambda marks: marks.distress),
    (Outcome.HANDOFF, lambda marks: marks.reports),
    (Outcome.ILLEGAL, lambda marks: marks.crime),
    (Outcome.ILLEGAL, lambda marks: marks.forged),
    (Outcome.OUT_OF_SCOPE, lambda marks: marks.elsewhere),
)
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
        if digits >= _DIGITS * len(text):
            return Outcome.PERSONAL_DATA
    if len(text) > LONGEST or not re.search(r"[^\W\d_]", plain(text)):
        return Outcome.INVALID_INPUT
    return None


@dataclass(frozen=True, slots=True)
class Readers:
    """What weighs a message; without the first, marks decide."""

    outcome: Classifier | None = None  # tells questions from what no procedure answers
    procedure: Classifier | None = None


def screen(query: Query, readers: Readers) -> tuple[Query, Outcome | None]:
    """Return the query without hidden instructions, and the outcome where the turn ends here."""
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
            folded = fold(rest)
            # What the whole was read to ask for may be the instruction's.
            signs = language(query.language).marks.aspects
            asked = tuple(one for one in query.outright if signs[one].search(folded))
            query = replace(
                query,
                text=rest,
                said=rest,
                search=rest,
                leaning={},
                aspects=asked,
                outright=asked,
            )
    if query.masked and len(_CONTENT.findall(_MASKED.sub("", fold(_unnamed(query.text))))) < _SAYS:
        return query, Outcome.PERSONAL_DATA
    # "How much" is made of words of greetings too; who only tells asks what was asked before.
    asks = not query.tells and _ASKED.intersection(query.outright)
    if not asks and any(one.greeting.fullmatch(folded) for one in marks):
        return query, Outcome.GREETING
    if any(one.about_us.fullmatch(folded) for one in marks):
        return replace(query, thanks=False), Outcome.GREETING
    before = query.previous
    if query.denies or query.bare:  # "how much?": of what was said before, if anything was
        known = before and (before.procedure or before.options) and not query.denies
        return query, None if known else Outcome.CLARIFY
    for outcome, mark in _BEYOND_DOUBT:
        if any(mark(one).search(folded) for one in marks):
            lawless = any(one.crime.search(folded) for one in marks)
            despairs = any(one.distress.search(folded) for one in marks)
            return replace(query, lawless=lawless, despairs=despairs), outcome
    marked = [
        outcome
        for outcome, mark in _MARKS.items()
        if any(mark(one).search(folded) for one in marks)
    ]
    return query, _ended(query, marked, readers)


def _unnamed(text: str) -> str:
    """Return what a message says beside names, numbers and addresses."""
    return _KIND.sub(" ", hide(text))


def _ended(query: Query, marked: list[Outcome], readers: Readers) -> Outcome | None:
    # Where another city makes it out of scope, a mark says so: by its name alone the reader would
    # refuse who moves here from there, or who stands in a street called after it.
    text = CITIES.sub(" ", fold(query.text))
    margins = readers.outcome.margins(text) if readers.outcome else {}
    if not margins:  # not one word is known
        return marked[0] if marked else Outcome.NO_EVIDENCE if readers.outcome else None
    asked = margins.pop(QUESTION)
    read = readers.procedure.margins(query.text) if readers.procedure else {}
    best = max(margins, key=lambda name: margins[name] + _MARKED / _NEARER * (name in marked))
    weighed = _NEARER * (margins[best] - asked) + _MARKED * (best in marked)
    weighed += _READ * max(read.values(), default=_UNREAD) + _BIAS
    if query.follows and query.outright and best not in marked:
        return None  # "how much?" asks about what was said before
    least = _SURE if best in marked else _FRAGMENT if query.follows else _UNMARKED
    return Outcome(best) if 1 / (1 + math.exp(-weighed)) >= least else None
