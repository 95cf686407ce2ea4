"""The complaint corpus: ids stand once, procedures exist, scripts are right, no near copies."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import sqrt

from knowledge.errors import Problem
from knowledge.languages import languages
from knowledge.scripts import HAN, LATN, fold, script_of
from knowledge.written import Written

_ALIKE = 0.7


def check(content: Written) -> Iterator[Problem]:
    """Go through the corpus line by line, then look for pairs that say the same."""
    seen: dict[str, str] = {}
    for file, line, complaint in content.complaints:
        if complaint.id in seen:
            rule = f"the id {complaint.id} stands twice: also at {seen[complaint.id]}"
            yield Problem(file, line, rule)
        seen[complaint.id] = f"{file.name}:{line}"
        for identity in complaint.procedures:
            if identity not in content.catalogue.procedures:
                yield Problem(file, line, f"there is no procedure “{identity}”")
        if complaint.language not in languages():
            yield Problem(file, line, f"{complaint.language} is none of our languages")
        script = _script(complaint.text)
        if script not in (None, complaint.script):
            rule = f"the text is written in {script}, not in {complaint.script}"
            yield Problem(file, line, rule)
    for first, second, alike in _pairs([one.text for _, _, one in content.complaints]):
        file, line, complaint = content.complaints[second]
        other = content.complaints[first][2]
        rule = f"{complaint.id} says nearly the same as {other.id} ({alike:.2f})"
        yield Problem(file, line, rule)


def _script(text: str) -> str | None:
    """English that names a Chinese form stays English: more words than characters."""
    words = re.findall(r"[A-Za-z]+", text)
    return LATN if len(words) > len(HAN.findall(text)) else script_of(text)


def _pairs(texts: Sequence[str]) -> Iterator[tuple[int, int, float]]:
    """Pairs whose character trigrams have a cosine above the limit."""
    index: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for at, text in enumerate(texts):
        folded = fold(text)
        grams = Counter(folded[start : start + 3] for start in range(len(folded) - 2))
        norm = sqrt(sum(count * count for count in grams.values()))
        shared: dict[int, float] = defaultdict(float)
        for gram, count in grams.items():
            for other, weight in index[gram]:
                shared[other] += weight * count / norm
        for other, alike in shared.items():
            if alike > _ALIKE:
                yield other, at, alike
        for gram, count in grams.items():
            index[gram].append((at, count / norm))
