"""The extractive composer: picks and orders the content's own sentences into a reply.

It reads like a person's answer because the content is written as answers: the first point of a
slot, or the point that fits the question best, comes first; what else is needed follows as points.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from assistant.layout import Page
from assistant.ports import Brief
from assistant.types import DEFAULT_ASPECTS, Draft, Evidence, Quote
from knowledge.figures import keys
from knowledge.languages import language
from knowledge.types import Aspect, Fact

_NEAR = 0.02  # a fact this likely to be the one asked for belongs into the reply
_NEAR_LIST = 0.05  # and this likely beside a list, where nothing but that list was asked for
_NEAR_FIGURE = 0.10  # and one with a figure, where a figure was asked for
_BEFORE_SLOT = 0.15  # a fact this likely goes before what a slot says: docs/decisions.md
_BEFORE_LIST = 0.30  # and before a list
_SURE = 0.30  # this likely, a told case is answered by it, and yes or no by a paper
_CERTAIN = 0.70  # and one this likely where nothing is asked; such a doubt is said first
_OWN_CASE = 0.50  # or where it speaks of one case of many, which is shown only where it is meant
_CLEARER = 4.0  # times as likely as what the procedure is: then something of it is asked
_LIKELY = 0.05  # and where nothing definite was asked for, that a slot would answer
_VERDICT = 0.50  # "No: …" says yes or no to the person: it goes first only where it is the answer
_VERDICT_SAID = 0.70  # and says so only where its condition is surely theirs
_BESIDE = 6  # of the nearest facts, how many follow the first at once
_NEAREST = 10  # and how many in all
_SHORT = 3  # of each procedure, where more than one is asked for
_CONDITIONS = 6  # the general ones stand first; the special cases after them only where they fit
_FIGURES = {Aspect.TIME, Aspect.FEE, Aspect.PENALTY}
_LISTS = {Aspect.MATERIALS, Aspect.STEPS, Aspect.CONDITIONS}
# What one slot answers whatever the wording; anything else is answered by the fact that fits.
_DEFINITE = {Aspect.FEE, Aspect.TIME, Aspect.WHERE, *_LISTS}
# A question, and not the bare name of a matter.
_PRECISE = {Aspect.YES_NO, Aspect.COMPARE, Aspect.WHO, Aspect.PENALTY}
# Where more than one thing is asked, the answer to the most definite comes first.
_FIRST = (
    Aspect.FEE,
    Aspect.TIME,
    Aspect.WHERE,
    Aspect.MATERIALS,
    Aspect.CONDITIONS,
    Aspect.WHO,
    Aspect.STEPS,
    Aspect.PENALTY,
    Aspect.WHAT,
)
_PAPER = re.compile(r"#materials\.")  # a name of a paper says nothing where none was asked for
_ITEM = re.compile(r"#(?:materials|steps)\.")  # one of a list: no answer by itself


class ExtractiveComposer:
    """Writes a Draft from a Brief without a language model."""

    def invoke(self, brief: Brief, /) -> Draft:
        """Return the draft; every line carries the labels of the facts it shows."""
        spoken = language(brief.query.language)
        page = Page(spoken, brief)
        if said := _said_before(brief):
            shortly = brief.query.shortly
            page.head(spoken.wording.shortly if shortly else spoken.wording.again)
            for evidence in _shortened(said, brief) if shortly else said:
                page.show(evidence)
        elif brief.route.procedure is None:
            _quote(page, brief)
        else:
            for place, procedure in enumerate((brief.route.procedure, *brief.route.also)):
                if place:
                    title = brief.titles[procedure]
                    page.head(spoken.wording.also.format(title=title))
                _part(page, brief, procedure, short=bool(brief.route.also))
        return page.draft()


def _said_before(brief: Brief) -> list[Evidence]:
    """Return what the reply before began with, where nothing but that is asked for again."""
    if not (brief.query.again and brief.query.previous):
        return []
    said = brief.query.previous.grounds
    found = [e for e in brief.evidence if isinstance(e.item, Fact) and e.item.url in said]
    return sorted(found, key=lambda e: said.index(e.item.url or ""))


def _shortened(said: list[Evidence], brief: Brief) -> list[Evidence]:
    """Return the one sentence that matters; one item of a list says nothing of the whole."""
    whole = [evidence for evidence in said if not _ITEM.search(evidence.item.id)]
    what = [e for e in brief.evidence if e.item.id == f"{brief.route.procedure}#purpose"]
    return [*whole, *what][:1] or said[:1]


@dataclass(frozen=True)
class _Material:
    """What there is to say of one procedure: its slots, and the facts nearest to the question."""

    slots: Mapping[Aspect, list[Evidence]]
    near: list[Evidence]
    asked: list[Aspect]
    lead: Evidence | None  # the fact that is the answer and goes first
    doubt: Evidence | None  # or the answer that the office must confirm


def _gather(brief: Brief, procedure: str) -> _Material:
    mine = [e for e in brief.evidence if e.procedure == procedure and isinstance(e.item, Fact)]
    slots: dict[Aspect, list[Evidence]] = {}
    for evidence in mine:
        if isinstance(evidence.item, Fact) and evidence.item.id.startswith(f"{procedure}#"):
            for aspect in evidence.item.aspects:
                slots.setdefault(aspect, []).append(evidence)
    for slot in slots.values():
        slot.sort(key=lambda e: _place(e.item.id))
    near = sorted((e for e in mine if _belongs(e, brief)), key=lambda e: -e.relevance)
    asked = [aspect for aspect in _FIRST if aspect in brief.query.aspects and slots.get(aspect)]
    doubt = next((e for e in near[:1] if _doubtful(e)), None)
    lead = None if doubt else _lead(brief, near, asked)
    return _Material(slots, near, asked, lead, doubt)


def _doubtful(evidence: Evidence) -> bool:
    fact = evidence.item
    return isinstance(fact, Fact) and fact.confirm and evidence.relevance >= _CERTAIN


def _lead(brief: Brief, near: list[Evidence], asked: list[Aspect]) -> Evidence | None:
    # Who only names a matter is told what it is.
    least = _CERTAIN
    if asked:
        least = _BEFORE_LIST if asked[0] in _LISTS else _BEFORE_SLOT
    aspects = set(brief.query.aspects)
    if aspects & _PRECISE and not aspects & _DEFINITE:
        least = _LIKELY
    what = max((e.relevance for e in near if e.item.id.endswith("#purpose")), default=_NEAR)
    if not aspects and near and near[0].relevance >= _CLEARER * what:
        least = _SURE  # it tells a case, and does not only name the matter
    if brief.query.tells:  # its words name the matter: what is asked was said before
        least = _CERTAIN
    whole = [evidence for evidence in near if not _ITEM.search(evidence.item.id)]
    if aspects & _DEFINITE:  # "how long?" is not answered by what it is
        whole = [evidence for evidence in whole if not evidence.item.id.endswith("#purpose")]
    for evidence in whole[:3]:
        if evidence.relevance < (min(least, _OWN_CASE) if _case(evidence) else least):
            return None
        if not _verdict(evidence, brief):
            return evidence
        if Aspect.YES_NO in aspects and evidence.relevance >= _VERDICT:
            return evidence
    return None


def _case(evidence: Evidence) -> bool:
    return isinstance(evidence.item, Fact) and evidence.item.case


def _belongs(evidence: Evidence, brief: Brief) -> bool:
    """Tell whether a fact is near enough; beside a figure that was asked for, another misleads."""
    item, query = evidence.item, brief.query
    if _PAPER.search(item.id) and Aspect.MATERIALS not in query.aspects:
        return evidence.relevance >= _SURE and Aspect.YES_NO in query.aspects
    if len(query.aspects) == 1 and _LISTS.issuperset(query.aspects):
        return evidence.relevance >= _NEAR_LIST
    if evidence.relevance >= _NEAR_FIGURE or _FIGURES.isdisjoint(query.aspects):
        return evidence.relevance >= _NEAR
    figures = isinstance(item, Fact) and bool(keys(item.texts[query.language]))
    return evidence.relevance >= _NEAR and not figures


def _verdict(evidence: Evidence, brief: Brief) -> bool:
    spoken = language(brief.query.language)
    says = evidence.item.texts[spoken.code] if isinstance(evidence.item, Fact) else ""
    return bool(spoken.marks.verdict.match(says.lower()))


def _place(identity: str) -> int:
    """Return the place of a slot's fact: "time.2" is the third."""
    tail = identity.rpartition(".")[2]
    return int(tail) if tail.isdigit() else 0


def _part(page: Page, brief: Brief, procedure: str, short: bool) -> None:
    material = _gather(brief, procedure)
    if material.doubt and procedure == brief.route.procedure:
        page.doubt(material.doubt)
    wanted = material.asked or ([] if material.lead else list(DEFAULT_ASPECTS))
    if material.lead:
        unsure = _verdict(material.lead, brief) and material.lead.relevance < _VERDICT_SAID
        page.show(material.lead, bullet=False, verdict=not unsure)
        for evidence in material.near[: _SHORT if short else _BESIDE]:
            if not _ITEM.search(evidence.item.id):
                page.show(evidence)
    for place, aspect in enumerate(wanted):
        first = place == 0 and not material.lead
        _slot(page, brief, procedure, material.slots.get(aspect, []), aspect, first, short)
    for evidence in _items_last(material.near[: _SHORT if short else _NEAREST]):
        page.show(evidence)
    if material.lead and not material.asked and not short:
        for evidence in material.slots.get(Aspect.WHAT, []):
            page.show(evidence)


def _items_last(near: list[Evidence]) -> list[Evidence]:
    """Return the facts with steps and papers behind the others: alone they answer least."""
    return sorted(near, key=lambda evidence: bool(_ITEM.search(evidence.item.id)))


def _slot(
    page: Page,
    brief: Brief,
    procedure: str,
    slot: list[Evidence],
    aspect: Aspect,
    first: bool,
    short: bool,
) -> None:
    if aspect in _LISTS and len(slot) > 1:
        _list(page, brief, procedure, slot, aspect)
        return
    limit = 1 if (aspect not in brief.query.aspects or short) else 3
    for place, evidence in enumerate(slot[:limit]):
        page.show(evidence, bullet=not (first and place == 0))


def _list(page: Page, brief: Brief, procedure: str, slot: list[Evidence], aspect: Aspect) -> None:
    wording, title = page.spoken.wording, brief.titles[procedure]
    if aspect is Aspect.CONDITIONS:
        slot = slot[:_CONDITIONS]

    def lead(shown: int) -> str:
        some = wording.lead_some.get(aspect)
        if some and shown < len(slot):
            return some.format(title=title, k=shown)
        return wording.lead[aspect].format(title=title, n=shown)

    # A list whose items have no source of their own stands on what the procedure is.
    grounded = any(isinstance(e.item, Fact) and e.item.basis for e in slot)
    purpose = [e.label for e in brief.evidence if e.item.id == f"{procedure}#purpose"]
    page.lay_out(slot, lead, () if grounded else tuple(purpose[:1]), aspect is Aspect.STEPS)


def _quote(page: Page, brief: Brief) -> None:
    for evidence in brief.evidence:
        quote = evidence.item
        if isinstance(quote, Quote):
            lead = page.spoken.wording.quoted
            page.head(lead.format(title=quote.title, article=quote.article or ""))
            page.quote(quote.text, evidence.label)
