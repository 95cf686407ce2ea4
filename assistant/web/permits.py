"""Finds permits for people who type what they sell or what it is called."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.catalogue import Catalogue
from knowledge.languages import searchable
from knowledge.types import Permit

_LONGEST = 200  # characters that are looked at


def find_permits(catalogue: Catalogue, text: str) -> tuple[Permit, ...]:
    """Return the permits that contain a text somewhere; all of them for an empty text."""
    wanted = searchable(text[:_LONGEST])
    every = tuple(catalogue.permits.values())
    if not wanted:
        return every
    return tuple(
        permit
        for permit in every
        if any(wanted in searchable(phrase) for phrase in _phrases(catalogue, permit))
    )


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
