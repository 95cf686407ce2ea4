"""Chooses the evidence of this turn: the procedure's own slots, then the points that fit."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from operator import mul

from assistant.types import DEFAULT_ASPECTS, Evidence, Query, Route
from knowledge.catalogue import Catalogue
from knowledge.force import in_force
from knowledge.ports import Reading
from knowledge.types import Fact

_POINTS = 16  # the most that are chosen for how well they fit
_FIT = 0.01  # a point less likely than this speaks of something else
_CASE = 0.50  # and so does, below this, a point that speaks of one trade of many
_RIVAL_CASE = 0.50  # of the likeliest trade's: another so likely may be meant as well
# How likely a fact is the one asked for: a logistic regression over how near its own sentence and
# the ways of asking for it lie, and how sure the reader is that its aspects are asked about. Fitted
# on 764 complaints for which somebody chose, among all facts of the procedure, those that a good
# reply holds (2026-11-27). What a procedure is lies near every question about it, and is seldom
# the answer.
# `python -m eval relevance` measures them, and fits them anew.
SIGNALS = ("dense", "words", "asked", "aspect", "purpose")
WEIGHTS = (4.42, 9.74, 6.16, 1.76, -1.89)
_BIAS = -6.1


def retrieve(
    query: Query,
    route: Route,
    reading: Reading,
    catalogue: Catalogue,
    today: date,
) -> tuple[Evidence, ...]:
    """Return the evidence under its labels, the best first within each procedure."""
    chosen: list[tuple[Fact, float, str]] = []
    for identity in filter(None, (route.procedure, *route.also)):
        procedure = catalogue.procedures[identity]
        mine = [
            fact
            for fact in catalogue.standing(today)
            if identity in fact.procedures and (query.dated or in_force(fact, today))
        ]
        fits = relevance(mine, query, reading)
        likeliest = max((fits[fact.id] for fact in mine if fact.case), default=0.0)
        least = max(_CASE, _RIVAL_CASE * likeliest)
        near = sorted(
            (fact for fact in mine if fits[fact.id] >= (least if fact.case else _FIT)),
            key=lambda fact: -fits[fact.id],
        )
        chosen.extend((fact, fits[fact.id], identity) for fact in near[:_POINTS])
        asked = tuple(a for a in query.aspects if procedure.slots.get(a)) or DEFAULT_ASPECTS
        for aspect in dict.fromkeys((*asked, *DEFAULT_ASPECTS)):
            for fact in procedure.slots.get(aspect, ()):
                if fact.id in fits:  # what has ended is not
                    chosen.append((fact, fits[fact.id], identity))
    return tuple(
        Evidence(f"S{number}", item, fit, procedure)
        for number, (item, fit, procedure) in enumerate(_once(chosen), 1)
    )


def relevance(facts: Sequence[Fact], query: Query, reading: Reading) -> Mapping[str, float]:
    """Return how likely each fact of one procedure, by id, is the one asked for."""
    return {
        identity: 1 / (1 + math.exp(-_BIAS - sum(map(mul, WEIGHTS, signs))))
        for identity, signs in signals(facts, query, reading).items()
    }


def signals(
    facts: Sequence[Fact], query: Query, reading: Reading
) -> Mapping[str, tuple[float, ...]]:
    """Return what speaks for each fact, by id, in the order of SIGNALS."""
    fits = reading.fits([fact.id for fact in facts])
    return {
        fact.id: (
            fit.dense,
            fit.words,
            fit.asked,
            sum(query.leaning.get(aspect, 0.0) for aspect in fact.aspects),
            float(fact.id.endswith("#purpose")),
        )
        for fact, fit in zip(facts, fits, strict=True)
    }


def _once(
    chosen: Iterable[tuple[Fact, float, str]],
) -> list[tuple[Fact, float, str]]:
    seen: dict[str, tuple[Fact, float, str]] = {}
    for entry in chosen:
        seen.setdefault(entry[0].id, entry)
    return list(seen.values())
