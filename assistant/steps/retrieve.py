"""Chooses the evidence of this turn: the procedure's own slots, then the points that fit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, fields
from datetime import date
from functools import cache
from pathlib import Path

import numpy as np

from assistant.types import DEFAULT_ASPECTS, Evidence, Query, Route
from knowledge.catalogue import Catalogue
from knowledge.force import in_force
from knowledge.languages import language, languages
from knowledge.passages import Fit
from knowledge.ports import Reading
from knowledge.trees import Matrix, Trees, open_trees
from knowledge.types import Aspect, Fact, Term

_DEFINED = 2  # words at most: a message that names more asks for something else
_POINTS = 16  # the most that are chosen for how well they fit
_SAME = 0.90  # who asks as near as this to a way of asking for a fact asks for it
_ASKED = 0.95  # which is then the answer, whatever the trees say
_FIT = 0.01  # a point less likely than this speaks of something else
_CASE = 0.25  # and so does, below this, a point that speaks of one trade of many
_RIVAL_CASE = 0.50  # of the likeliest trade's: another so likely may be meant as well
# How likely a fact is the one asked for: boosted trees over how near its own sentence and the ways
# of asking for it lie, how sure the reader is that its aspects are asked about, and what kind of
# fact it is (what a procedure is lies near every question about it, and is seldom the answer).
# Grown on messages for which somebody chose, among all facts of the procedure, those that a good
# reply holds: `python -m eval relevance` measures them, and grows them anew.
TREES = Path(__file__).with_name("relevance.json")
_MEASURES = tuple(field.name for field in fields(Fit))
SIGNALS = (
    *_MEASURES,
    *(f"{measure} behind" for measure in _MEASURES),
    *(f"{measure} place" for measure in _MEASURES),
    "aspect",
    "purpose",
    "policy",
    "paper",
    "step",
    "pitfall",
    "opening",
    "asks",
    "length",
    "case",
)
_OPENING = re.compile(r"#(?:conditions|time|fee|where|penalty)(?:\.[a-z0-9-]+)?\.0$")
_LAST = 30  # places behind this one tell nothing more
_SLOT = re.compile(
    r"#(?P<slot>purpose|who|conditions|materials|steps|time|fee|where|penalty|pitfalls)(?:\.[a-z0-9.-]+)?$"
)


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
        variant = route.variant if identity == route.procedure else None
        slots, elsewhere = procedure.within(variant), procedure.without(variant)
        mine = [
            fact
            for fact in catalogue.standing(today)
            if identity in fact.procedures
            and fact.id not in elsewhere
            and (query.dated or in_force(fact, today))
        ]
        fits = relevance(mine, query, reading)
        likeliest = max((fits[fact.id] for fact in mine if fact.case), default=0.0)
        least = max(_CASE, _RIVAL_CASE * likeliest)
        near = sorted(
            (fact for fact in mine if fits[fact.id] >= (least if fact.case else _FIT)),
            key=lambda fact: -fits[fact.id],
        )
        if query.defines and len(query.terms) <= _DEFINED:
            terms = [catalogue.terms[one] for one in query.terms]
            chosen.extend((_definition(one, identity), 1.0, identity) for one in terms)
        if query.again and query.previous:
            said = query.previous.grounds
            chosen.extend((fact, 1.0, identity) for fact in mine if fact.url in said)
        chosen.extend((fact, fits[fact.id], identity) for fact in near[:_POINTS])
        asked = tuple(a for a in query.aspects if slots.get(a)) or DEFAULT_ASPECTS
        for aspect in dict.fromkeys((*asked, *DEFAULT_ASPECTS)):
            for fact in slots.get(aspect, ()):
                if fact.id in fits:  # what has ended is not
                    chosen.append((fact, fits[fact.id], identity))
    return tuple(
        Evidence(f"S{number}", item, fit, procedure)
        for number, (item, fit, procedure) in enumerate(_once(chosen), 1)
    )


def _definition(term: Term, procedure: str) -> Fact:
    """Return what an official word means, as a fact: it has no source but the glossary."""
    said = {
        code: one.wording.defined.format(term=term.official[code], says=term.explain[code])
        for code, one in languages().items()
    }
    return Fact(
        id=f"glossary#{term.id}",
        texts={code: text[:1].upper() + text[1:] for code, text in said.items()},
        basis=(),
        aspects=(Aspect.WHAT,),
        procedures=(procedure,),
        url=f"/glossary#{term.id}",
    )


def relevance(facts: Sequence[Fact], query: Query, reading: Reading) -> Mapping[str, float]:
    """Return how likely each fact of one procedure, by id, is the one asked for."""
    if not facts:
        return {}
    fits = reading.fits([fact.id for fact in facts], query.language)
    chances = 1 / (1 + np.exp(-_trees().margins(signals(facts, query, fits))))
    return {
        fact.id: _ASKED if _asks(fact, fit) else float(chance)
        for fact, fit, chance in zip(facts, fits, chances, strict=True)
    }


def _asks(fact: Fact, fit: Fit) -> bool:
    """Whether a message is one of the ways of asking for a fact; for what it is, many are."""
    return fit.same >= _SAME and not fact.id.endswith("#purpose")


def signals(facts: Sequence[Fact], query: Query, fits: Sequence[Fit]) -> Matrix:
    """Return what speaks for each fact, shape (facts, signals), in the order of SIGNALS.

    How near it lies counts by itself, beside the nearest ("behind", 0 for that one), and by how
    many lie nearer ("place").
    """
    near = np.array([astuple(fit) for fit in fits])
    behind = near - near.max(axis=0)
    place = (near[:, None, :] < near[None, :, :]).sum(axis=1)  # facts alike share theirs
    other = np.array(
        [
            (
                sum(query.leaning.get(aspect, 0.0) for aspect in fact.aspects),
                *_kind(fact),
                len(fact.asks.get(query.language, ())),
                language(query.language).words(fact.texts[query.language]),
                fact.case,
            )
            for fact in facts
        ],
        dtype=np.float64,
    )
    return np.hstack([near, behind, np.minimum(place, _LAST), other])


def _kind(fact: Fact) -> tuple[float, ...]:
    """Return the signals "purpose" to "opening": the fact's slot, and whether it opens that.

    What opens a slot is its general rule. No other place tells anything: by it, what was added
    last would seldom be the answer.
    """
    slot = _SLOT.search(fact.id)
    name = slot["slot"] if slot else ""
    return (
        fact.id.endswith("#purpose"),
        not slot,
        name == "materials",
        name == "steps",
        name == "pitfalls",
        bool(_OPENING.search(fact.id)),
    )


@cache
def _trees() -> Trees:
    return open_trees(TREES)


def _once(
    chosen: Iterable[tuple[Fact, float, str]],
) -> list[tuple[Fact, float, str]]:
    seen: dict[str, tuple[Fact, float, str]] = {}
    for entry in chosen:
        seen.setdefault(entry[0].id, entry)
    return list(seen.values())
