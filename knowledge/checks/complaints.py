"""The complaint corpus: ids stand once, procedures exist, scripts are right, no near copies."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from knowledge.alike import Alike
from knowledge.errors import Problem
from knowledge.languages import languages
from knowledge.scripts import HAN, LATN, fold, script_of
from knowledge.written import Finding, Tally, Written

_ALIKE = 0.7
_NOTED = 0.3  # less alike than this says nothing


def check(content: Written) -> Iterator[Finding]:
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
    nearest: dict[str, float] = {}
    yield from _near_copies(content, nearest)
    yield from _spread(content, nearest)


def _script(text: str) -> str | None:
    """English that names a Chinese form stays English: more words than characters."""
    words = re.findall(r"[A-Za-z]+", text)
    return LATN if len(words) > len(HAN.findall(text)) else script_of(text)


def _near_copies(content: Written, nearest: dict[str, float]) -> Iterator[Problem]:
    """Yield the pairs that are too alike; note for each language how alike the nearest are."""
    known = Alike()
    for file, line, complaint in content.complaints:
        for place, alike in known.near(complaint.text, _NOTED):
            other = content.complaints[place][2]
            nearest[complaint.language] = max(alike, nearest.get(complaint.language, 0.0))
            if alike >= _ALIKE:
                rule = f"{complaint.id} says nearly the same as {other.id} ({alike:.2f})"
                yield Problem(file, line, rule)
        known.add(complaint.text)


def _spread(content: Written, nearest: Mapping[str, float]) -> Iterator[Tally]:
    """Say how different the records of each language are, and which procedure has fewest."""
    texts: dict[str, list[list[str]]] = {}
    procedures: Counter[str] = Counter()
    for _, _, complaint in content.complaints:
        texts.setdefault(complaint.language, []).append(_units(complaint.text))
        procedures.update(complaint.procedures)
    for code, said in sorted(texts.items()):
        runs = [tuple(one[at : at + 4]) for one in said for at in range(len(one) - 3)]
        lengths = sorted(map(len, said))
        openings = Counter(" ".join(one[:4]) for one in said)
        opening, times = openings.most_common(1)[0]
        yield Tally(
            f"complaints in {code}: {len(said)}; {len(set(runs)) / max(len(runs), 1):.0%} of their "
            f"runs of four are distinct; the nearest two are {nearest.get(code, 0.0):.2f} alike; "
            f"a tenth has less than {lengths[len(lengths) // 10]} characters or words, a tenth "
            f"more than {lengths[-len(lengths) // 10]}; they begin in {len(openings)} ways, "
            f"{times} with “{opening}”"
        )
    if procedures:
        name, fewest = procedures.most_common()[-1]
        yield Tally(f"complaints on {len(procedures)} procedures, {fewest} at least ({name})")


def _units(text: str) -> list[str]:
    """Return characters, or words where a text is written in them."""
    folded = fold(text)
    return list(folded.replace(" ", "")) if HAN.search(folded) else folded.split()
