"""Reads one content file into the nouns it holds, by id; ContentInvalid names every slip in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from knowledge import schema
from knowledge.errors import ContentInvalid, Problem
from knowledge.located import read_policy, read_text, read_yaml
from knowledge.schema import bases
from knowledge.slips import Shape, named, said, shaped
from knowledge.types import (
    Aside,
    AskedLike,
    Card,
    Complaint,
    Entrance,
    Fact,
    Kind,
    Policy,
    Source,
    Term,
)


def _since(shape: schema.PolicyFile, point: schema.PointLines) -> date | None:
    """Return since when a point holds: its policy's day only where its policy's statute says it."""
    named = [basis.statute for basis in bases(point.basis)]
    return shape.effective_from if named[:1] == [shape.statute] else None


def policies(file: Path) -> list[tuple[str, Policy]]:
    """Read `policies/<id>.md`."""
    shape = named(schema.PolicyFile, read_policy(file))
    points = tuple(
        Fact(
            id=f"{shape.id}#{point.id}",
            texts=point.texts,
            basis=bases(point.basis),
            aspects=tuple(point.aspects),
            procedures=tuple(point.procedures or shape.procedures),
            url=f"/policies/{shape.id}#{point.id}",
            effective_from=point.effective_from or _since(shape, point),
            effective_to=point.effective_to or shape.effective_to,
            confirm=point.confirm,
            case=shape.cases or point.case,
            replaces=point.replaces,
            asks=point.asks,
        )
        for point in shape.points
    )
    policy = Policy(
        id=shape.id,
        titles=shape.title,
        statute=shape.statute,
        grade=shape.grade,
        effective_from=shape.effective_from,
        effective_to=shape.effective_to,
        superseded_by=shape.superseded_by,
        procedures=tuple(shape.procedures),
        card=Card(shape.card.who, shape.card.change, shape.card.do),
        points=points,
    )
    return [(policy.id, policy)]


def terms(file: Path) -> list[tuple[str, Term]]:
    """Read glossary.yaml."""
    return [
        (e.id, Term(e.id, e.official, {c: tuple(s) for c, s in e.said.items()}, e.explain))
        for e in _entries(file, schema.TermFile)
    ]


def kinds(file: Path) -> list[tuple[str, Kind]]:
    """Read kinds.yaml."""
    return [
        (e.id, Kind(e.id, {code: tuple(said) for code, said in e.said.items()}))
        for e in _entries(file, schema.KindFile)
    ]


def entrances(file: Path) -> list[tuple[str, Entrance]]:
    """Read entrances.yaml."""
    return [
        (e.id, Entrance(e.id, e.grade, e.kind, e.url, e.name, e.use))
        for e in _entries(file, schema.EntranceFile)
    ]


def sources(file: Path) -> list[tuple[str, Source]]:
    """Read statutes.yaml."""
    entries = _entries(file, schema.SourceFile)
    return [(entry.key, Source(**entry.model_dump())) for entry in entries]


def complaints(file: Path) -> list[tuple[int, Complaint]]:
    """Read one file of complaints, each with its line."""
    return [
        (
            number,
            Complaint(
                id=shape.id,
                language=shape.lang,
                script=shape.script,
                text=shape.text,
                channel=shape.channel,
                procedures=tuple(shape.procedures),
                aspects=tuple(shape.aspects),
                problem_type=shape.problem_type,
                wanted=shape.wanted,
                outcome=shape.outcome,
                clear=shape.clear,
            ),
        )
        for number, shape in _lines(file, schema.ComplaintLine)
    ]


def asides(file: Path) -> list[Aside]:
    """Read asides.jsonl; none where there is no such file."""
    if not file.exists():
        return []
    return [one for _, one in numbered_asides(file)]


def numbered_asides(file: Path) -> list[tuple[int, Aside]]:
    """Read asides.jsonl with the line of each."""
    found = _lines(file, schema.AsideLine)
    return [(line, Aside(shape.lang, shape.text, shape.outcome)) for line, shape in found]


def voices(file: Path) -> list[tuple[int, str, AskedLike]]:
    """Read one file of voices, each with its line and the procedure it is about."""
    found = _lines(file, schema.VoiceLine)
    return [
        (line, one.procedure, AskedLike(one.lang, one.text, tuple(one.aspects), None))
        for line, one in found
    ]


def _lines(file: Path, model: type[Shape]) -> list[tuple[int, Shape]]:
    problems: list[Problem] = []
    found: list[tuple[int, Shape]] = []
    for number, line in enumerate(read_text(file).splitlines(), 1):
        try:
            found.append((number, model.model_validate_json(line)))
        except ValidationError as fault:
            first = fault.errors()[0]
            place = ".".join(map(str, first["loc"]))
            message = said(first)
            problems.append(Problem(file, number, f"{place}: {message}" if place else message))
    if problems:
        raise ContentInvalid(tuple(problems))
    return found


def _entries(file: Path, model: type[Shape]) -> Iterator[Shape]:
    if not file.exists():
        return
    located = read_yaml(file)
    if not isinstance(located.value, list):
        raise ContentInvalid((Problem(file, 1, "the file is a list: each entry begins with -"),))
    problems: list[Problem] = []
    seen: set[object] = set()
    for index, entry in enumerate(located.value):
        names = entry if isinstance(entry, dict) else {}
        identity = names.get("id", names.get("key"))
        if identity in seen:
            problems.append(located.problem((index,), f"the id {identity} stands twice"))
        seen.add(identity or object())
        try:
            yield shaped(model, located, (index,))
        except ContentInvalid as fault:
            problems.extend(fault.problems)
    if problems:
        raise ContentInvalid(tuple(problems))
