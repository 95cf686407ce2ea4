"""What is asked most and what goes wrong most: records counted, with samples."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from knowledge.types import Complaint

FILE = "insight.json"
_SAMPLES = 3
_SAMPLE = 160  # characters of a sample


@dataclass(frozen=True, slots=True)
class Entry:
    """One record as it is counted; its text holds no personal data."""

    text: str
    language: str | None
    problem: str | None = None  # A1 to C7; None where nothing went wrong
    procedures: tuple[str, ...] = ()
    channel: str | None = None
    district: str | None = None
    week: str | None = None


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A record that the content answers badly, and how that shows."""

    text: str
    language: str | None
    why: str  # outcome: refused; procedure: another one; thin: no fact of it is likely asked for
    outcome: str
    procedure: str | None
    fit: float  # how likely the likeliest fact is the one asked for


@dataclass(frozen=True, slots=True)
class Tally:
    """The figures of one corpus or export."""

    name: str
    synthetic: bool
    day: str
    records: int
    problems: Mapping[str, int]
    procedures: Mapping[str, int]
    languages: Mapping[str, int]
    channels: Mapping[str, int]
    districts: Mapping[str, int]
    weeks: Mapping[str, int]
    samples: Mapping[str, tuple[str, ...]]  # by problem type
    badly: tuple[Unanswered, ...] = ()
    asked: int = 0  # how many were put to the assistant
    unread: tuple[tuple[int, str], ...] = field(default=())  # rows of the file, and why

    def save(self, folder: Path) -> Path:
        """Write beside the index, for the page; what is written is without personal data."""
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / FILE
        file.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=1), encoding="utf-8")
        return file


def count(
    entries: Iterable[Entry],
    name: str,
    day: str,
    synthetic: bool,
    badly: tuple[Unanswered, ...] = (),
    asked: int = 0,
    unread: tuple[tuple[int, str], ...] = (),
) -> Tally:
    """Count the records; the most frequent first, weeks in their order."""
    entries = list(entries)
    samples: dict[str, list[str]] = defaultdict(list)
    for one in entries:
        if one.problem and len(samples[one.problem]) < _SAMPLES:
            samples[one.problem].append(one.text[:_SAMPLE])
    return Tally(
        name=name,
        synthetic=synthetic,
        day=day,
        records=len(entries),
        problems=_most(one.problem for one in entries),
        procedures=_most(name for one in entries for name in one.procedures),
        languages=_most(one.language for one in entries),
        channels=_most(one.channel for one in entries),
        districts=_most(one.district for one in entries),
        weeks=dict(sorted(_most(one.week for one in entries).items())),
        samples={kind: tuple(texts) for kind, texts in sorted(samples.items())},
        badly=badly,
        asked=asked,
        unread=unread,
    )


def of_corpus(complaints: Iterable[Complaint]) -> list[Entry]:
    """Return the shipped records as they are counted, by their own labels."""
    return [
        Entry(one.text, one.language, one.problem_type, one.procedures, one.channel)
        for one in complaints
    ]


def open_tally(folder: Path) -> Tally | None:
    """Read what `save` wrote; None where there is none that can be read."""
    try:
        held: dict[str, Any] = json.loads((folder / FILE).read_text(encoding="utf-8"))
        badly = tuple(Unanswered(**one) for one in held.pop("badly"))
        unread = tuple((int(row), str(why)) for row, why in held.pop("unread"))
        return Tally(**held, badly=badly, unread=unread)
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _most(values: Iterable[str | None]) -> dict[str, int]:
    return dict(Counter(value for value in values if value).most_common())
