"""The extractive composer: picks and orders the content's own sentences into a reply.

It reads like a person's answer because the content is written as answers: the first point of a
slot, or the point that fits the question best, comes first; what else is needed follows as points.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from assistant.ports import Brief
from assistant.types import DEFAULT_ASPECTS, Draft, Evidence, Line, Quote
from knowledge.figures import keys
from knowledge.language import Language
from knowledge.languages import language
from knowledge.types import Aspect, Fact

_NEAR = 0.02  # a fact this likely to be the one asked for belongs into the reply
_NEAR_FIGURE = 0.15  # and one with a figure, where a figure was asked for
_SURE = 0.30  # a fact this likely answers the very question
_CERTAIN = 0.60  # and before a list that was asked for
_LIKELY = 0.05  # and where nothing definite was asked for, that a slot would answer
_VERDICT = 0.50  # "No: …" says yes or no to the person: it goes first only where it is the answer
_BESIDE = 6  # of the nearest facts, how many follow the first at once
_NEAREST = 10  # and how many in all
_BUDGET = 250  # words, before the link
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
        page = _Page(spoken, brief)
        if brief.route.procedure is None:
            _quote(page, brief)
        else:
            for place, procedure in enumerate((brief.route.procedure, *brief.route.also)):
                if place:
                    title = brief.titles[procedure]
                    page.say(spoken.wording.also.format(title=title), procedure=procedure)
                _part(page, brief, procedure, short=bool(brief.route.also))
        return Draft(tuple(page.lines), tuple(page.unconfirmed), page.doubtful)


class _Page:
    """Gathers lines up to the budget; a fact is shown once."""

    def __init__(self, spoken: Language, brief: Brief) -> None:
        self.spoken = spoken
        self._brief = brief
        self.lines: list[Line] = []
        self.unconfirmed: list[str] = []
        self.doubtful = False
        self._shown: set[str] = set()
        self._words = 0

    def say(self, text: str, labels: tuple[str, ...] = (), procedure: str | None = None) -> None:
        self._add(Line(text, labels, procedure=procedure))

    def fits(self, facts: list[Fact], lead: str) -> list[Fact]:
        """Return those of a list that were not shown yet and find room below its lead."""
        room = _BUDGET - self._words - self.spoken.words(lead)
        found: list[Fact] = []
        for fact in facts:
            room -= self.spoken.words(self.sentence(fact))
            if room < 0 and (self.lines or found):
                break
            if fact.id not in self._shown:
                found.append(fact)
        return found

    def show(self, evidence: Evidence, bullet: bool, procedure: str, number: int = 0) -> bool:
        """Show a fact once; False where it was shown before or there is no more room."""
        fact = evidence.item
        if not isinstance(fact, Fact) or fact.id in self._shown:
            return False
        # The first sentence answers: it never stands in a list.
        bullet = bullet and bool(self.lines)
        text = self.sentence(fact)
        listed = bullet or number
        if listed or fact.confirm:
            text = self.spoken.beside(text)
        if self._words + self.spoken.words(text) > _BUDGET and self.lines:
            return False
        self._shown.add(fact.id)
        if fact.confirm:
            self.unconfirmed.append(text)
            return False
        labels = (evidence.label,) if fact.basis else ()
        self._add(Line(text, labels, bullet and not number, number, procedure))
        return True

    def sentence(self, fact: Fact) -> str:
        code, wording = self.spoken.code, self.spoken.wording
        if fact.notes is not None:
            return wording.note.format(item=fact.texts[code], note=fact.notes[code])
        says, begins = fact.texts[code], fact.effective_from
        if begins and (self._brief.query.dated or begins > self._brief.today):
            says += wording.from_date.format(date=self.spoken.written_date(begins))
        if self._brief.query.dated and fact.replaces:
            says += wording.before.format(rule=fact.replaces[code])
        return says

    def _add(self, line: Line) -> None:
        self.lines.append(line)
        self._words += self.spoken.words(line.text)


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
    # A list that was asked for is the answer itself, unless a fact fits almost word for word.
    # And who only names a matter is told what it is.
    least = _SURE if asked and asked[0] not in _LISTS else _CERTAIN
    aspects = set(brief.query.aspects)
    if aspects & _PRECISE and not aspects & _DEFINITE:
        least = _LIKELY
    whole = [evidence for evidence in near if not _ITEM.search(evidence.item.id)]
    for evidence in whole[:3]:
        if evidence.relevance < least:
            return None
        if not _verdict(evidence, brief):
            return evidence
        if Aspect.YES_NO in aspects and evidence.relevance >= _VERDICT:
            return evidence
    return None


def _belongs(evidence: Evidence, brief: Brief) -> bool:
    """Tell whether a fact is near enough; beside a figure that was asked for, another misleads."""
    item, query = evidence.item, brief.query
    if _PAPER.search(item.id) and Aspect.MATERIALS not in query.aspects:
        return evidence.relevance >= _SURE and Aspect.YES_NO in query.aspects
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


def _part(page: _Page, brief: Brief, procedure: str, short: bool) -> None:
    material = _gather(brief, procedure)
    if material.doubt:
        page.show(material.doubt, bullet=True, procedure=procedure)
        page.doubtful = True
    wanted = material.asked or ([] if material.lead else list(DEFAULT_ASPECTS))
    if material.lead:
        page.show(material.lead, bullet=False, procedure=procedure)
        for evidence in material.near[: 1 if short else _BESIDE]:
            # What a list below will hold stands there, in its order.
            if not (_ITEM.search(evidence.item.id) and _LISTS.intersection(wanted)):
                page.show(evidence, bullet=True, procedure=procedure)
    listed = False
    for place, aspect in enumerate(wanted):
        first = place == 0 and not material.lead
        slot = material.slots.get(aspect, [])
        listed |= _slot(page, brief, procedure, slot, aspect, first, short)
    rest = material.near[: 1 if short else _NEAREST]
    besides = page.spoken.wording.besides
    if listed and page.fits(_certain(rest), besides):
        page.say(besides, procedure=procedure)
    for evidence in rest:
        page.show(evidence, bullet=True, procedure=procedure)
    if material.lead and not material.asked and not short:
        for evidence in material.slots.get(Aspect.WHAT, []):
            page.show(evidence, bullet=True, procedure=procedure)


def _slot(
    page: _Page,
    brief: Brief,
    procedure: str,
    slot: list[Evidence],
    aspect: Aspect,
    first: bool,
    short: bool,
) -> bool:
    """Show what one slot says; True where that is a list."""
    title = brief.titles[procedure]
    facts = _certain(slot)
    if aspect in _LISTS and len(facts) > 1:
        wording = page.spoken.wording
        lead = wording.lead[aspect].format(title=title, n=len(facts))
        room = len(page.fits(facts, lead))
        if room < len(facts) and (some := wording.lead_some.get(aspect)):
            lead = some.format(title=title, k=room)
        if room:
            page.say(lead, _ground(brief, procedure, facts), procedure)
        number = 1
        for evidence in slot:
            step = number if aspect is Aspect.STEPS else 0
            number += page.show(evidence, bullet=True, procedure=procedure, number=step)
        return room > 0
    limit = 1 if (aspect not in brief.query.aspects or short) else 3
    for place, evidence in enumerate(slot[:limit]):
        page.show(evidence, bullet=not (first and place == 0), procedure=procedure)
    return False


def _certain(shown: list[Evidence]) -> list[Fact]:
    """Return the facts of some evidence that nobody needs to confirm."""
    return [e.item for e in shown if isinstance(e.item, Fact) and not e.item.confirm]


def _ground(brief: Brief, procedure: str, shown: list[Fact]) -> tuple[str, ...]:
    """Return the label that carries a list whose items have no source of their own."""
    if any(fact.basis for fact in shown):
        return ()
    purpose = f"{procedure}#purpose"
    return tuple(e.label for e in brief.evidence if e.item.id == purpose)[:1]


def _quote(page: _Page, brief: Brief) -> None:
    for evidence in brief.evidence:
        quote = evidence.item
        if isinstance(quote, Quote):
            lead = page.spoken.wording.quoted
            page.say(lead.format(title=quote.title, article=quote.article or ""))
            page.lines.append(Line(quote.text, (evidence.label,), bullet=True))
