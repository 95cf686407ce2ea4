"""Finds permits for people who type what they sell or what it is called."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.catalogue import Catalogue
from knowledge.languages import searchable
from knowledge.permit_types import Permit

_LONGEST = 200  # characters that are looked at
_NAMES = 2  # characters: a shorter phrase names nothing


def find_permits(catalogue: Catalogue, text: str) -> tuple[Permit, ...]:
    """Return the permits that hold every word of a text; all of them for an empty text.

    Where none does, those whose own words stand in the text: "我想开个烧烤档" holds 烧烤.
    """
    wanted = searchable(text[:_LONGEST])
    phrases = {
        one.id: [searchable(phrase) for phrase in _phrases(catalogue, one)]
        for one in catalogue.permits.values()
    }

    def holds(permit: Permit) -> bool:
        return all(any(word in phrase for phrase in phrases[permit.id]) for word in wanted.split())

    def held(permit: Permit) -> bool:
        return any(len(phrase) >= _NAMES and phrase in wanted for phrase in phrases[permit.id])

    every = tuple(catalogue.permits.values())
    return tuple(filter(holds, every)) or tuple(filter(held, every))


def _phrases(catalogue: Catalogue, permit: Permit) -> Iterator[str]:
    yield from permit.scopes.values()
    yield from permit.names.values()
    for department in permit.departments:
        yield from department.names.values()
    for said in permit.said.values():
        yield from said
    for identity in permit.procedures:
        if procedure := catalogue.procedures.get(identity):
            yield from procedure.titles.values()
