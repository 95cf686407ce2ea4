"""The last look before a reply goes out: what it says must stand in its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.types import Draft, Evidence, Line, Query, Quote
from knowledge.figures import Kind, unsupported
from knowledge.language import QUOTED, Language
from knowledge.languages import language
from knowledge.scripts import HAN, fold

_LINK = re.compile(
    r"https?://\S+|\bwww\.\S+|\]\([^)]*\)|<\s*a\b[^>]*>|(?<![\w.-])(?:[\w-]+\.)+(?:cn|com|gov|org|net|hk|io)\b\S*",
    re.ASCII | re.IGNORECASE,
)
_LONG = 20  # characters: a shorter line may be in any language


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a draft is not believed."""

    code: str  # fabricated_link | wrong_number | wrong_article | wrong_language | unsupported_claim
    line: int  # place in the draft; what is to be confirmed follows the lines
    what: str


def check(draft: Draft, evidence: tuple[Evidence, ...], query: Query) -> tuple[Fault, ...]:
    """Return what a draft says that the evidence handed out does not; empty where it may go out.

    A line without labels is one of our own fixed sentences, or advice without a source: what
    figures it has must stand somewhere in the evidence.
    """
    handed = {one.label: one for one in evidence}
    everything = tuple(handed)
    doubts = (*draft.unconfirmed, *filter(None, [draft.doubt]))
    lines = (*draft.lines, *(Line(text, everything) for text in doubts))
    faults: list[Fault] = []
    for number, line in enumerate(lines):
        if unknown := [label for label in line.labels if label not in handed]:
            faults.append(Fault("unsupported_claim", number, ",".join(unknown)))
            continue
        ground = [handed[label] for label in line.labels or everything]
        faults.extend(Fault(code, number, what) for code, what in _faults(line, ground, query))
    return tuple(faults)


def _faults(line: Line, ground: list[Evidence], query: Query) -> Iterator[tuple[str, str]]:
    texts = [text for one in ground for text in _texts(one, query)]
    # A sentence of the content, word for word, needs no reading.
    if line.text in texts:
        return
    for link in _LINK.findall(line.text):
        if not any(link in text for text in texts):
            yield "fabricated_link", link
    for figure in unsupported(line.text, texts):
        article = figure.kind in (Kind.ARTICLE, Kind.PART)
        yield ("wrong_article" if article else "wrong_number"), figure.text
    if _foreign(line.text, language(query.language)) and not _verbatim(line, ground):
        yield "wrong_language", line.text


def _texts(evidence: Evidence, query: Query) -> tuple[str, ...]:
    item = evidence.item
    if isinstance(item, Quote):
        return (item.text, item.title, item.article or "")
    spoken = language(query.language)
    said = item.texts[query.language]
    begins = (item.effective_from.isoformat(),) if item.effective_from else ()
    # What held before is no ground for what holds now.
    before = tuple(item.replaces.values()) if item.replaces and query.dated else ()
    notes = tuple((item.notes or {}).values())
    articles = tuple(basis.article or "" for basis in item.basis)
    return (said, spoken.beside(said), *item.texts.values(), *notes, *before, *begins, *articles)


def _verbatim(line: Line, ground: list[Evidence]) -> bool:
    return bool(line.labels) and any(isinstance(one.item, Quote) for one in ground)


def _foreign(text: str, spoken: Language) -> bool:
    bare = QUOTED.sub("", text)
    if spoken.strangers.search(bare):
        return True
    return len(HAN.findall(bare) or bare) >= _LONG and not spoken.own.search(fold(bare))
