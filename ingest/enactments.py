"""Tells a statute from other texts, and reads from it since when and until when it holds."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import MAXYEAR, date, timedelta

from knowledge.figures import Kind, find
from knowledge.passages import Document, PassageKind
from knowledge.statutes import Statute, split

_FEWEST = 3  # articles; fewer are a quotation
# Contracts and articles of association are numbered by article too, but bind only who signs them.
_PRIVATE = re.compile(
    r"(?:章程|合同|协议|協議|公约|公約|规约|範本|范本|示范文本|contract|agreement|association)"
    r"(?:\s*[（(].*)?$",
    re.IGNORECASE,
)
_N = r"[〇零一二三四五六七八九十\d]"
_DAY = rf"{_N}{{4}} ?年 ?{_N}{{1,3}} ?月 ?{_N}{{1,3}} ?日"
_BEGINS = re.compile(
    rf"(?:自|从|從|由|于|於)(?:(?P<day>{_DAY})|(?P<issued>(?:公布|公佈|发布|發布|印发|颁布)之日))"
    r"起?(?:正式)?(?:施行|实施|實施|生效|执行|執行)"
)
_HEADED = re.compile(rf"^(?P<day>{_DAY})\s*起?(?:施行|实施|實施|生效)$", re.MULTILINE)
_ISSUED = re.compile(rf"(?P<day>{_DAY}).*?(?:公布|公佈|发布|發布|颁布|印发)")
_LASTS = re.compile(r"有效期(?:限)?[^。；]{1,30}")


def as_statute(document: Document) -> Document | None:
    """Return the document as a statute with its dates, or None where it is none."""
    found = split(document.text)
    numbered = [article.number for article in found.articles if article.number]
    if len(numbered) < _FEWEST or numbered[0] != "1" or _PRIVATE.search(document.title):
        return None
    begins, ends = _dates(found)
    return replace(
        document,
        kind=PassageKind.STATUTE,
        effective_from=document.effective_from or begins,
        effective_to=document.effective_to or ends,
    )


def _dates(statute: Statute) -> tuple[date | None, date | None]:
    """The first and the last day it holds, as far as it says so itself.

    Of several clauses the last is its own: earlier ones speak of other texts. A clause "from the
    day it is published" takes that day from the header, if it is given there.
    """
    text = "\n".join(article.text for article in statute.articles)
    clauses = list(_BEGINS.finditer(text))
    clause = clauses[-1] if clauses else None
    if headed := _HEADED.search(statute.preamble):
        begins = _day(headed["day"])
    elif clause is None:
        return None, None
    elif clause["day"]:
        begins = _day(clause["day"])
    else:
        issued = _ISSUED.search(statute.preamble)
        begins = _day(issued["day"]) if issued else None
    paragraph = text[clause.end() :].split("\n", 1)[0] if clause else ""
    lasts = _LASTS.search(paragraph)
    return begins, _last_day(lasts[0], begins) if lasts else None


def _day(text: str) -> date | None:
    for figure in find(text):
        if figure.kind is Kind.DATE:
            try:
                return date.fromisoformat(str(figure.value))
            except ValueError:
                return None
    return None


def _last_day(term: str, begins: date | None) -> date | None:
    if day := _day(term):
        return day
    for figure in find(term):
        if figure.kind is Kind.DURATION and figure.unit == "year" and begins:
            year = begins.year + int(figure.value)
            if not begins.year < year <= MAXYEAR:
                return None
            # Of 29 February the term ends with the 28th.
            leap = (begins.month, begins.day) == (2, 29)
            return date(year, 2, 28) if leap else begins.replace(year=year) - timedelta(days=1)
    return None
