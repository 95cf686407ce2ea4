"""Procedures, policies, glossary, entrances and sources: all that content/ holds, by id."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter

from knowledge import reading
from knowledge.errors import ContentInvalid, Problem
from knowledge.permit_types import Permit
from knowledge.permits import permits
from knowledge.procedures import procedures
from knowledge.types import (
    Aside,
    AskedLike,
    Complaint,
    Entrance,
    Fact,
    Kind,
    Policy,
    Procedure,
    Source,
    Term,
)

CONTENT = Path(__file__).parent / "content"

Entry = TypeVar("Entry")


@dataclass(frozen=True)
class Catalogue:
    """All content that is shown, by id. What an index was built from travels with it."""

    procedures: Mapping[str, Procedure]
    policies: Mapping[str, Policy]
    terms: Mapping[str, Term]
    entrances: Mapping[str, Entrance]
    sources: Mapping[str, Source]
    permits: Mapping[str, Permit] = field(default_factory=dict)
    kinds: Mapping[str, Kind] = field(default_factory=dict)

    def facts(self) -> Iterator[Fact]:
        """Every fact that answers are made of: the procedures' and then the policies'."""
        for procedure in self.procedures.values():
            for slot in procedure.slots.values():
                yield from slot
            yield from procedure.pitfalls
            for variant in procedure.variants:
                for slot in variant.slots.values():
                    yield from slot
        for policy in self.policies.values():
            yield from policy.points

    def standing(self, today: date) -> Iterator[Fact]:
        """Every fact that may still be the ground of an answer, or will be one.

        Left out is what has ended by that day, and what stands in a policy that another has
        replaced. Rules that have not begun are there: whoever shows one says from when it holds.
        """
        replaced = {
            one.id
            for one in self.policies.values()
            if (after := self.policies.get(one.superseded_by or ""))
            and (after.effective_from is None or after.effective_from <= today)
        }
        for fact in self.facts():
            ended = fact.effective_to is not None and fact.effective_to < today
            if not ended and fact.id.partition("#")[0] not in replaced:
                yield fact

    def dump(self) -> bytes:
        """Return the catalogue as JSON."""
        return _CATALOGUE.dump_json(self)


_CATALOGUE = TypeAdapter(Catalogue)


def restore(data: bytes) -> Catalogue:
    """Return the catalogue that `dump` wrote; ValueError where it is no such thing."""
    return _CATALOGUE.validate_json(data)


_NOT_INDEXED = {"README.md", "problem_voices.jsonl"}


def content_files(folder: Path = CONTENT) -> list[Path]:
    """Return every file that an index is made of, in a fixed order."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix in {".yaml", ".md", ".jsonl", ".csv"} and path.name not in _NOT_INDEXED
    )


def load(folder: Path = CONTENT) -> Catalogue:
    """Read and validate the content; ContentInvalid lists every broken rule with file and line."""
    if not folder.is_dir():
        raise ContentInvalid((Problem(folder, 1, "there is no such folder of content"),))
    problems: list[Problem] = []

    def gather(
        files: list[Path], read: Callable[[Path], list[tuple[str, Entry]]]
    ) -> dict[str, Entry]:
        found: dict[str, Entry] = {}
        for file in files:
            try:
                found.update(read(file))
            except ContentInvalid as fault:
                problems.extend(fault.problems)
        return found

    found = gather(sorted(folder.glob("procedures/*.yaml")), procedures)
    catalogue = Catalogue(
        procedures=_voiced(found, folder, problems),
        policies=gather(sorted(folder.glob("policies/*.md")), reading.policies),
        terms=gather([folder / "glossary.yaml"], reading.terms),
        entrances=gather([folder / "entrances.yaml"], reading.entrances),
        sources=gather([folder / "statutes.yaml"], reading.sources),
        permits=gather([folder / "permits.yaml"], permits),
        kinds=gather([folder / "kinds.yaml"], reading.kinds),
    )
    if problems:
        raise ContentInvalid(tuple(problems))
    return catalogue


def _voiced(
    found: Mapping[str, Procedure], folder: Path, problems: list[Problem]
) -> Mapping[str, Procedure]:
    """Return the procedures with what voices/ says of them behind their own questions."""
    said: dict[str, list[AskedLike]] = {identity: [] for identity in found}
    written = {file.stem for file in folder.glob("procedures/*.yaml")}  # well or with a slip
    for file in sorted(folder.glob("voices/*.jsonl")):
        try:
            for line, identity, voice in reading.voices(file):
                if identity not in written:
                    problems.append(Problem(file, line, f"there is no procedure “{identity}”"))
                said.setdefault(identity, []).append(voice)
        except ContentInvalid as fault:
            problems.extend(fault.problems)
    return {
        identity: replace(one, questions=(*one.questions, *said[identity]))
        for identity, one in found.items()
    }


def load_complaints(folder: Path = CONTENT) -> tuple[Complaint, ...]:
    """Read the complaint corpus; ContentInvalid lists every broken line."""
    problems: list[Problem] = []
    found: list[Complaint] = []
    for file in sorted(folder.glob("complaints/*.jsonl")):
        try:
            found.extend(complaint for _, complaint in reading.complaints(file))
        except ContentInvalid as fault:
            problems.extend(fault.problems)
    if problems:
        raise ContentInvalid(tuple(problems))
    return tuple(found)


def load_asides(folder: Path = CONTENT) -> tuple[Aside, ...]:
    """Read the messages that no procedure answers; ContentInvalid lists every broken line."""
    return tuple(reading.asides(folder / "asides.jsonl"))


__all__ = [
    "CONTENT",
    "Catalogue",
    "content_files",
    "load",
    "load_asides",
    "load_complaints",
    "restore",
]
