"""Reads permits.yaml into permits, by id; ContentInvalid names every slip in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from knowledge.errors import ContentInvalid, Problem
from knowledge.located import Located, Place, read_yaml
from knowledge.permit_schema import JointEntry, PermitEntry, PermitPoint, PermitsFile
from knowledge.permit_types import Department, Permit, When
from knowledge.schema import bases
from knowledge.slips import shaped
from knowledge.types import Fact

_PARTS = ("joint", "before", "after")


def permits(file: Path) -> list[tuple[str, Permit]]:
    """Read permits.yaml, part by part; none where there is no such file."""
    if not file.exists():
        return []
    located = read_yaml(file)
    shape = shaped(PermitsFile, located)
    if problems := (*_twice(located, shape), *_unknown(located, shape)):
        raise ContentInvalid(problems)
    departments = {
        one.id: Department(one.id, one.name, one.joint, one.presumed) for one in shape.departments
    }
    joint = [_permit(one, one.when, departments) for one in shape.joint]
    before = [_permit(one, When.BEFORE, departments) for one in shape.before]
    after = [_permit(one, When.AFTER, departments) for one in shape.after]
    return [(permit.id, permit) for permit in (*joint, *before, *after)]


def _permit(entry: PermitEntry, when: When, departments: Mapping[str, Department]) -> Permit:
    def facts(slot: str, points: list[PermitPoint]) -> tuple[Fact, ...]:
        return tuple(
            Fact(
                id=f"permits/{entry.id}#{slot}.{index}",
                texts=point.texts,
                basis=bases(point.basis),
                aspects=(),
                procedures=tuple(entry.procedures),
                url=f"/permits#{entry.id}",
                confirm=point.confirm,
            )
            for index, point in enumerate(points)
        )

    joint = isinstance(entry, JointEntry)
    return Permit(
        id=entry.id,
        group=entry.group,
        when=when,
        joint=joint,
        presumed=isinstance(entry, JointEntry) and entry.presumed,
        confirm=entry.confirm,
        scopes=entry.scope,
        names=entry.permit,
        said={code: tuple(phrases) for code, phrases in (entry.said or {}).items()},
        departments=tuple(departments[one] for one in entry.departments),
        procedures=tuple(entry.procedures),
        basis=bases(entry.basis),
        materials=facts("materials", entry.materials),
        time=facts("time", entry.time),
        notes=facts("notes", entry.notes),
    )


def _entries(shape: PermitsFile) -> Iterator[tuple[Place, PermitEntry]]:
    for part in _PARTS:
        for index, entry in enumerate(getattr(shape, part)):
            yield (part, index), entry


def _twice(located: Located, shape: PermitsFile) -> Iterator[Problem]:
    places: list[tuple[Place, str]] = [(place, entry.id) for place, entry in _entries(shape)]
    offices: list[tuple[Place, str]] = [
        (("departments", index), one.id) for index, one in enumerate(shape.departments)
    ]
    for named in (places, offices):
        seen: set[str] = set()
        for place, identity in named:
            if identity in seen:
                yield located.problem((*place, "id"), f"the id {identity} stands twice")
            seen.add(identity)


def _unknown(located: Located, shape: PermitsFile) -> Iterator[Problem]:
    known = {one.id for one in shape.departments}
    for place, entry in _entries(shape):
        for index, identity in enumerate(entry.departments):
            if identity not in known:
                rule = f"there is no department “{identity}” at the head of this file"
                yield located.problem((*place, "departments", index), rule)
