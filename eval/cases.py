"""Reads the frozen cases and holds them to their rules."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from pydantic import ValidationError

from eval.types import Case
from knowledge.alike import Alike
from knowledge.errors import InputUnreadable
from knowledge.scripts import fold

CASES = Path(__file__).parent / "cases"
_ANYBODYS = 6  # characters


def load(folder: Path = CASES, names: Iterable[str] = ()) -> list[Case]:
    """Return the cases of the named sets (file stems), or all; InputUnreadable names the line."""
    return [case for cases in load_sets(folder, names).values() for case in cases]


def load_sets(folder: Path = CASES, names: Iterable[str] = ()) -> dict[str, list[Case]]:
    """Return the cases by the set they belong to."""
    wanted = set(names)
    known = {file.stem for file in folder.glob("*.jsonl")}
    if gone := wanted - known:
        raise InputUnreadable(
            f"no cases in {folder} named {', '.join(sorted(gone))}; there are {sorted(known)}"
        )
    sets: dict[str, list[Case]] = {}
    for file in sorted(folder.glob("*.jsonl")):
        if wanted and file.stem not in wanted:
            continue
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            try:
                case = Case.model_validate(json.loads(line))
            except (ValidationError, ValueError) as fault:
                raise InputUnreadable(f"{file.name}:{number}: {fault}") from fault
            sets.setdefault(file.stem, []).append(case)
    if not sets:
        raise InputUnreadable(f"no cases in {folder} for {sorted(wanted) or 'any set'}")
    return sets


def leaks(
    cases: Iterable[Case], training: Iterable[str], limit: float = 0.8
) -> list[tuple[str, str]]:
    """Return (case id, training text) where a message is within `limit` of a training text."""
    texts = list(training)
    known = Alike(texts)
    found = []
    for case in cases:
        for turn in case.messages():
            # A word or two ("hello", "那要多久") is anybody's.
            if len(fold(turn.user).replace(" ", "")) <= _ANYBODYS:
                continue
            if near := next(known.near(turn.user, limit), None):
                found.append((case.id, texts[near[0]]))
    return found
