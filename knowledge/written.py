"""All that is written in content/, with the lines where it stands: what the content checks read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from knowledge import reading
from knowledge.catalogue import Catalogue, content_files, load
from knowledge.errors import ContentInvalid, Problem
from knowledge.languages import languages
from knowledge.located import Located, Place, read_policy, read_yaml
from knowledge.types import Aside, Complaint, Fact, Texts


class Note(Problem):
    """Something to look at that breaks no rule."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: note: {self.rule}"


@dataclass(frozen=True, slots=True)
class Tally:
    """What a check counted, in one line."""

    line: str


Finding = Problem | Tally


@dataclass(frozen=True, slots=True)
class Text:
    """One text in every language; `place` is where in its file the languages stand."""

    located: Located
    place: Place
    texts: Texts

    @property
    def part(self) -> str:
        """What it is a part of: title, steps, points, note, card, …"""
        return next((str(step) for step in reversed(self.place) if isinstance(step, str)), "")

    def problem(self, code: str, rule: str) -> Problem:
        """Name a broken rule in the text of one language."""
        return self.located.problem((*self.place, code), rule)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of one language: a name that people use (`question` false) or a question."""

    located: Located
    place: Place
    code: str
    text: str
    question: bool


@dataclass(frozen=True)
class Written:
    """The content as read, `as_of` a day.

    `laws` is a folder of statutes, where there is one. `only` names the files that are looked at,
    none for all: texts of others are left out, but the catalogue is whole.
    """

    folder: Path
    catalogue: Catalogue
    files: Mapping[Path, Located]
    complaints: tuple[tuple[Path, int, Complaint], ...]
    asides: tuple[tuple[Path, int, Aside], ...]
    laws: Path | None
    as_of: date
    only: frozenset[Path] = frozenset()

    def wanted(self, file: Path) -> bool:
        """Whether a file is looked at."""
        return not self.only or file in self.only

    def named(self, *parts: str) -> Located | None:
        """Return one file by its path in the content folder."""
        return self.files.get(self.folder.joinpath(*parts))

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Every text that stands in all languages."""
        return tuple(
            Text(located, place, {code: str(value[code]) for code in languages()})
            for file, located in self.files.items()
            if self.wanted(file)
            for place, value in _mappings(located.value, ())
            if all(isinstance(value.get(code), str) for code in languages())
        )

    @cached_property
    def phrases(self) -> tuple[Phrase, ...]:
        """Every phrase that people use, and every question, by language."""
        return tuple(_phrases(map(self.files.__getitem__, filter(self.wanted, self.files))))

    def facts(self) -> Iterator[Fact]:
        """Every fact that has a source: the catalogue's, and what is said of each permit."""
        yield from self.catalogue.facts()
        for permit in self.catalogue.permits.values():
            yield Fact(
                id=f"permits/{permit.id}#permit",
                texts=permit.names,
                basis=permit.basis,
                aspects=(),
                procedures=permit.procedures,
                url=permit.url,
                confirm=permit.confirm,
            )
            yield from permit.facts

    def located(self, fact: str) -> tuple[Located, Place]:
        """Return the file and the place of a fact, by the fact's id."""
        owner, _, part = fact.partition("#")
        if owner.startswith("permits/"):
            return self._of_permit(owner.removeprefix("permits/"), part)
        if located := self.named("procedures", f"{owner}.yaml"):
            slot, *rest = part.split(".")
            if len(rest) == 2:  # of a variant
                variants = [one["id"] for one in located.value["variants"]]
                return located, ("variants", variants.index(rest[0]), slot, int(rest[1]))
            return located, (slot, *map(int, rest))
        policy = self.files[self.folder / "policies" / f"{owner}.md"]
        ids = [point["id"] for point in policy.value["points"]]
        return policy, ("points", ids.index(part))

    def _of_permit(self, permit: str, part: str) -> tuple[Located, Place]:
        located = self.files[self.folder / "permits.yaml"]
        entry = next(
            (name, index)
            for name in ("joint", "before", "after")
            for index, one in enumerate(located.value[name])
            if one["id"] == permit
        )
        slot, _, at = part.partition(".")
        return located, (*entry, slot, int(at)) if at else entry


def read(
    folder: Path,
    laws: Path | None = None,
    as_of: date | None = None,
    only: frozenset[Path] = frozenset(),
) -> Written:
    """Read all content; ContentInvalid lists every file that does not hold to its shape."""
    problems: list[Problem] = []
    complaints: list[tuple[Path, int, Complaint]] = []
    asides: list[tuple[Path, int, Aside]] = []
    catalogue = None
    try:
        catalogue = load(folder)
    except ContentInvalid as fault:
        problems.extend(fault.problems)
    files: dict[Path, Located] = {}
    for file in content_files(folder):
        try:
            if file.parent.name == "complaints":
                complaints.extend((file, line, one) for line, one in reading.complaints(file))
            elif file.name == "asides.jsonl":
                asides.extend((file, line, one) for line, one in reading.numbered_asides(file))
            elif file.suffix in (".yaml", ".md"):
                files[file] = read_yaml(file) if file.suffix == ".yaml" else read_policy(file)
        except ContentInvalid as fault:
            problems.extend(fault.problems)
    if problems or catalogue is None:
        raise ContentInvalid(tuple(dict.fromkeys(problems)))
    day = as_of or date.today()
    return Written(folder, catalogue, files, tuple(complaints), tuple(asides), laws, day, only)


def _mappings(value: object, place: Place) -> Iterator[tuple[Place, dict[str, Any]]]:
    if isinstance(value, dict):
        yield place, value
        for key, part in value.items():
            yield from _mappings(part, (*place, key))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _mappings(part, (*place, index))


def _phrases(files: Iterable[Located]) -> Iterator[Phrase]:
    for located in files:
        for place, value in _mappings(located.value, ()):
            for code in languages():
                for index, said in enumerate(_listed(value.get(code))):
                    here = (*place, code, index)
                    if isinstance(said, str):
                        yield Phrase(located, here, code, said, question=False)
                    elif isinstance(said, dict) and isinstance(said.get("ask"), str):
                        yield Phrase(located, here, code, said["ask"], question=True)
                asked = value.get(f"ask.{code}")
                for said in asked.split("|") if isinstance(asked, str) else ():
                    here = (*place, f"ask.{code}")
                    yield Phrase(located, here, code, said.strip(), question=True)


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []
