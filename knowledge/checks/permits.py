"""The joint list is whole and shown as what it is; procedures exist; every department is used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from knowledge.errors import Problem
from knowledge.located import Located
from knowledge.permit_types import Permit
from knowledge.written import Written

_FILE = "permits.yaml"
# As reported of the city: the items and departments themselves have not been published.
_ITEMS, _DEPARTMENTS = 30, 14


def check(content: Written) -> Iterator[Problem]:
    """Look at permits.yaml, where there is one."""
    located = content.named(_FILE)
    if located is None:
        return
    yield from _counts(located)
    yield from _departments(located, content.catalogue.permits.values())
    known = content.catalogue.procedures
    for permit in content.catalogue.permits.values():
        place = content.located(f"permits/{permit.id}#permit")[1]
        for index, identity in enumerate(permit.procedures):
            if identity not in known:
                near = get_close_matches(identity, list(known), n=1)
                hint = f"; did you mean {near[0]}?" if near else ""
                rule = f"there is no procedure “{identity}”{hint}"
                yield located.problem((*place, "procedures", index), rule)
        if permit.joint and not permit.presumed:
            rule = "an item of the joint list is presumed: no official list has been published"
            yield located.problem((*place, "presumed"), rule)
        if not permit.basis and not permit.confirm:
            rule = "a permit without a basis is to be confirmed: write `confirm: true`"
            yield located.problem((*place, "id"), rule)


def _counts(located: Located) -> Iterator[Problem]:
    items = len(located.value["joint"])
    if items != _ITEMS:
        yield located.problem(("joint",), f"the joint list has {items} items: {_ITEMS} expected")
    offices = sum(1 for one in located.value["departments"] if one.get("joint"))
    if offices != _DEPARTMENTS:
        rule = f"{offices} departments take part in joint handling: {_DEPARTMENTS} expected"
        yield located.problem(("departments",), rule)


def _departments(located: Located, permits: Iterable[Permit]) -> Iterator[Problem]:
    """Each department is named by a permit, a joint one by the joint list, and no other there."""
    used = {one.id for permit in permits for one in permit.departments}
    joint = {one.id for permit in permits if permit.joint for one in permit.departments}
    for index, one in enumerate(located.value["departments"]):
        here = ("departments", index, "id")
        if one["id"] not in used:
            yield located.problem(here, f"no permit names the department {one['id']}")
        elif one.get("joint") and one["id"] not in joint:
            yield located.problem(here, f"no item of the joint list names {one['id']}")
        elif not one.get("joint") and one["id"] in joint:
            rule = f"the joint list names {one['id']}: write `joint: true`"
            yield located.problem(here, rule)
