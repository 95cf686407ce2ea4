"""Whatever is named exists; every procedure is reached by a policy; ids stand once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from knowledge.errors import Problem
from knowledge.located import Located, Place
from knowledge.types import Basis, Policy, Procedure
from knowledge.written import Written

Known = Mapping[str, object]


def check(content: Written) -> Iterator[Problem]:
    """Follow every name from the file where it stands."""
    catalogue = content.catalogue
    reached: set[str] = set()
    for policy in catalogue.policies.values():
        yield from _policy(content, policy)
        reached.update(policy.procedures)
        reached.update(identity for point in policy.points for identity in point.procedures)
    for procedure in catalogue.procedures.values():
        yield from _procedure(content, procedure, reached)
    for fact in content.facts():
        if not fact.id.endswith("#purpose"):  # its source is the procedure's own
            located, place = content.located(fact.id)
            yield from _bases(located, place, fact.basis, catalogue.sources)


def _procedure(content: Written, procedure: Procedure, reached: set[str]) -> Iterator[Problem]:
    located = content.files[content.folder / "procedures" / f"{procedure.id}.yaml"]
    catalogue = content.catalogue
    named: tuple[tuple[str, tuple[str, ...], Known, str], ...] = (
        ("entrances", procedure.entrances, catalogue.entrances, "entrance"),
        ("related", procedure.related, catalogue.procedures, "procedure"),
        ("permits", procedure.permits, catalogue.procedures, "procedure"),
    )
    for key, ids, known, what in named:
        for index, identity in enumerate(ids):
            if identity not in known:
                yield located.problem((key, index), _say(what, identity, known))
            if identity == procedure.id:
                yield located.problem((key, index), "a procedure does not name itself")
            if identity in ids[:index]:
                yield located.problem((key, index), f"{identity} stands twice in {key}")
    yield from _variants(content, procedure, located)
    yield from _bases(located, (), procedure.basis, catalogue.sources)
    if procedure.id not in reached:
        yield located.problem(("id",), f"no policy names the procedure {procedure.id}")


def _variants(content: Written, procedure: Procedure, located: Located) -> Iterator[Problem]:
    kinds = content.catalogue.kinds
    seen: set[str] = set()
    for at, variant in enumerate(procedure.variants):
        if variant.id in seen:
            yield located.problem(("variants", at), f"the variant {variant.id} stands twice")
        seen.add(variant.id)
        for index, kind in enumerate(variant.when):
            if kind not in kinds:
                rule = _say("kind", kind, kinds)
                yield located.problem(("variants", at, "when", index), rule)


def _policy(content: Written, policy: Policy) -> Iterator[Problem]:
    located = content.files[content.folder / "policies" / f"{policy.id}.md"]
    catalogue = content.catalogue
    for index, identity in enumerate(policy.procedures):
        if identity not in catalogue.procedures:
            rule = _say("procedure", identity, catalogue.procedures)
            yield located.problem(("procedures", index), rule)
    if not policy.procedures:
        yield located.problem(("procedures",), "a policy names at least one procedure")
    if policy.statute not in catalogue.sources:
        rule = _say("source", policy.statute, catalogue.sources)
        yield located.problem(("statute",), rule)
    if policy.superseded_by and policy.superseded_by not in catalogue.policies:
        rule = _say("policy", policy.superseded_by, catalogue.policies)
        yield located.problem(("superseded_by",), rule)
    seen: set[str] = set()
    for at, point in enumerate(policy.points):
        if point.id in seen:
            name = point.id.partition("#")[2]
            yield located.problem(("points", at), f"the point {name} stands twice")
        seen.add(point.id)
        for identity in point.procedures:
            if identity not in catalogue.procedures and identity not in policy.procedures:
                rule = _say("procedure", identity, catalogue.procedures)
                yield located.problem(("points", at, "procedures"), rule)


def _bases(
    located: Located, place: Place, bases: tuple[Basis, ...], sources: Known
) -> Iterator[Problem]:
    for index, basis in enumerate(bases):
        if basis.statute not in sources:
            rule = f"{_say('source', basis.statute, sources)} (statutes.yaml)"
            yield located.problem((*place, "basis", index), rule)


def _say(what: str, identity: str, known: Known) -> str:
    near = get_close_matches(identity, list(known), n=1)
    hint = f"; did you mean {near[0]}?" if near else ""
    return f"there is no {what} “{identity}”{hint}"
