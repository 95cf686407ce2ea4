"""Reads the frozen cases and holds them to their rules."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from pydantic import ValidationError

from eval.types import Case
from knowledge.errors import InputUnreadable
from knowledge.scripts import fold

CASES = Path(__file__).parent / "cases"


def load(folder: Path = CASES, names: Iterable[str] = ()) -> list[Case]:
    """Return the cases of the named sets (file stems), or all; InputUnreadable names the line."""
    wanted = set(names)
    cases = []
    for file in sorted(folder.glob("*.jsonl")):
        if wanted and file.stem not in wanted:
            continue
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            try:
                cases.append(Case.model_validate(json.loads(line)))
            except (ValidationError, ValueError) as fault:
                raise InputUnreadable(f"{file.name}:{number}: {fault}") from fault
    if not cases:
        raise InputUnreadable(f"no cases in {folder} for {sorted(wanted) or 'any set'}")
    return cases


def trigrams(text: str) -> Counter[str]:
    """Return a text's character trigrams, folded, without blanks."""
    folded = fold(text).replace(" ", "")
    return Counter(folded[i : i + 3] for i in range(max(1, len(folded) - 2)))


def cosine(first: Counter[str], second: Counter[str]) -> float:
    """Return the cosine of two trigram counts."""
    dot = sum(count * second[gram] for gram, count in first.items())
    norms = math.sqrt(sum(c * c for c in first.values()) * sum(c * c for c in second.values()))
    return dot / norms if norms else 0.0


def leaks(
    cases: Iterable[Case], training: Iterable[str], limit: float = 0.8
) -> list[tuple[str, str]]:
    """Return (case id, training text) where a message is within `limit` of a training text."""
    known = [(text, trigrams(text)) for text in training]
    by_gram: dict[str, list[int]] = {}
    for index, (_, grams) in enumerate(known):
        for gram in grams:
            by_gram.setdefault(gram, []).append(index)
    found = []
    for case in cases:
        for turn in case.messages():
            grams = trigrams(turn.user)
            near = Counter(index for gram in grams for index in by_gram.get(gram, ()))
            for index, _ in near.most_common(20):
                # A word or two ("hello", "那要多久") is anybody's.
                if sum(grams.values()) > 4 and cosine(grams, known[index][1]) >= limit:
                    found.append((case.id, known[index][0]))
                    break
    return found
