"""Chooses the evidence of this turn: the procedure's own slots, then the points that fit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from assistant.types import Evidence, Query, Quote, Route
from knowledge.catalogue import Catalogue
from knowledge.passages import Hit, Passage, PassageKind, Status
from knowledge.types import Aspect, Fact

# What a person needs who only names the matter.
DEFAULT = (Aspect.WHAT, Aspect.STEPS, Aspect.TIME, Aspect.FEE)
_POINTS = 9  # the most that are chosen for how well they fit
_FIT = 0.25  # a point further away speaks of something else
_QUOTE_FIT = 0.35
_QUOTES = 2
_LEXICAL = 0.55  # of a fact's fit, what shared words say; the rest is nearness in meaning


def retrieve(
    query: Query,
    route: Route,
    searches: Sequence[Sequence[Hit]],
    catalogue: Catalogue,
    today: date,
) -> tuple[Evidence, ...]:
    """Return the evidence under its labels, the best first within each procedure.

    `searches` are the hits for the whole message and for its clauses: a fact fits as well as the
    best of them says, so that the story around a question does not drown it.
    """
    chosen: list[tuple[Fact | Quote, float, str | None]] = []
    fits = _fits(searches)
    for identity in filter(None, (route.procedure, *route.also)):
        procedure = catalogue.procedures[identity]
        mine = [
            fact
            for fact in catalogue.facts()
            if identity in fact.procedures and in_force(fact, today)
        ]
        near = sorted(
            (fact for fact in mine if fits.get(fact.id, 0.0) >= _FIT),
            key=lambda fact: -fits[fact.id],
        )
        chosen.extend((fact, fits[fact.id], identity) for fact in near[:_POINTS])
        asked = tuple(a for a in query.aspects if procedure.slots.get(a)) or DEFAULT
        for aspect in dict.fromkeys((*asked, *DEFAULT)):
            for fact in procedure.slots.get(aspect, ()):
                chosen.append((fact, fits.get(fact.id, 0.0), identity))
    if route.procedure is None:
        chosen.extend((quote, fit, None) for quote, fit in _quotes(searches[0], today))
    return tuple(
        Evidence(f"S{number}", item, fit, procedure)
        for number, (item, fit, procedure) in enumerate(_once(chosen), 1)
    )


def in_force(item: Fact | Passage, today: date) -> bool:
    """Tell whether a fact or passage may be the ground of an answer on that day."""
    begun = item.effective_from is None or item.effective_from <= today
    ended = item.effective_to is not None and item.effective_to < today
    return begun and not ended


def _fits(searches: Sequence[Sequence[Hit]]) -> dict[str, float]:
    fits: dict[str, float] = {}
    for hits in searches:
        for hit in hits:
            if hit.passage.target:
                fit = (1 - _LEXICAL) * hit.dense + _LEXICAL * hit.lexical
                fits[hit.passage.target] = max(fits.get(hit.passage.target, 0.0), fit)
    return fits


def _quotes(hits: Sequence[Hit], today: date) -> list[tuple[Quote, float]]:
    found = []
    for hit in hits:
        passage = hit.passage
        if (
            passage.kind in (PassageKind.STATUTE, PassageKind.DOCUMENT)
            and passage.status is Status.IN_FORCE
            and in_force(passage, today)
            and hit.dense >= _QUOTE_FIT
        ):
            quote = Quote(
                passage.id,
                passage.title or "",
                passage.article,
                passage.text,
                passage.url,
                passage.effective_from,
            )
            found.append((quote, hit.dense))
    return sorted(found, key=lambda pair: -pair[1])[:_QUOTES]


def _once(
    chosen: Iterable[tuple[Fact | Quote, float, str | None]],
) -> list[tuple[Fact | Quote, float, str | None]]:
    seen: dict[str, tuple[Fact | Quote, float, str | None]] = {}
    for entry in chosen:
        seen.setdefault(entry[0].id, entry)
    return list(seen.values())
