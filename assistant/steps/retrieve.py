"""Chooses the evidence of this turn: the procedure's own slots, then the points that fit."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from assistant.types import DEFAULT_ASPECTS, Evidence, Query, Route
from knowledge.catalogue import Catalogue
from knowledge.force import in_force
from knowledge.passages import Fit
from knowledge.ports import Reading
from knowledge.types import Fact

_POINTS = 16  # the most that are chosen for how well they fit
_FIT = 0.01  # a point less likely than this speaks of something else
# How likely a fact is the one asked for: a logistic regression over how near its own sentence and
# the nearest way of asking for it lie, and whether it is about the aspect asked. On a way of asking
# for every fact that neither embedder nor index had seen (2026-11-26, 6,100 questions) the fact's
# own sentence tells most; in real use many ask as others did, so the ways of asking keep their say.
_DENSE, _WORDS, _ASKED, _ASPECT, _BIAS = 6.0, 2.5, 9.0, 1.3, -9.15
_CLAUSE = 0.9  # a clause alone is less sure a sign than the whole message


def retrieve(
    query: Query,
    route: Route,
    readings: Sequence[Reading],
    catalogue: Catalogue,
    today: date,
) -> tuple[Evidence, ...]:
    """Return the evidence under its labels, the best first within each procedure.

    `readings` are of the whole message and of its clauses: a fact fits as well as the best of them
    says, so that the story around a question does not drown it.
    """
    chosen: list[tuple[Fact, float, str]] = []
    for identity in filter(None, (route.procedure, *route.also)):
        procedure = catalogue.procedures[identity]
        mine = [
            fact
            for fact in catalogue.standing(today)
            if identity in fact.procedures and (query.dated or in_force(fact, today))
        ]
        fits = _relevance(mine, query, readings)
        near = sorted(
            (fact for fact in mine if fits.get(fact.id, 0.0) >= _FIT),
            key=lambda fact: -fits[fact.id],
        )
        chosen.extend((fact, fits[fact.id], identity) for fact in near[:_POINTS])
        asked = tuple(a for a in query.aspects if procedure.slots.get(a)) or DEFAULT_ASPECTS
        for aspect in dict.fromkeys((*asked, *DEFAULT_ASPECTS)):
            for fact in procedure.slots.get(aspect, ()):
                chosen.append((fact, fits.get(fact.id, 0.0), identity))
    return tuple(
        Evidence(f"S{number}", item, fit, procedure)
        for number, (item, fit, procedure) in enumerate(_once(chosen), 1)
    )


def _relevance(
    facts: Sequence[Fact], query: Query, readings: Sequence[Reading]
) -> Mapping[str, float]:
    """Return how likely each fact, by id, is the one asked for."""
    targets = [fact.id for fact in facts]
    about = [bool(set(fact.aspects) & set(query.aspects)) for fact in facts]
    best = dict.fromkeys(targets, 0.0)
    for place, reading in enumerate(readings):
        share = _CLAUSE if place else 1.0
        for target, aspect, fit in zip(targets, about, reading.fits(targets), strict=True):
            best[target] = max(best[target], share * _likely(fit, aspect))
    return best


def _likely(fit: Fit, aspect: bool) -> float:
    weighed = _DENSE * fit.dense + _WORDS * fit.lexical + _ASKED * fit.asked + _ASPECT * aspect
    return 1 / (1 + math.exp(-weighed - _BIAS))


def _once(
    chosen: Iterable[tuple[Fact, float, str]],
) -> list[tuple[Fact, float, str]]:
    seen: dict[str, tuple[Fact, float, str]] = {}
    for entry in chosen:
        seen.setdefault(entry[0].id, entry)
    return list(seen.values())
