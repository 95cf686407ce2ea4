"""The complaint corpus: ids stand once, procedures exist, scripts are right, no near copies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.alike import Alike
from knowledge.errors import Problem
from knowledge.languages import languages
from knowledge.scripts import HAN, LATN, script_of
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
    yield from _near_copies(content)


def _script(text: str) -> str | None:
    """English that names a Chinese form stays English: more words than characters."""
    words = re.findall(r"[A-Za-z]+", text)
    return LATN if len(words) > len(HAN.findall(text)) else script_of(text)


def _near_copies(content: Written) -> Iterator[Problem]:
    known = Alike()
    for file, line, complaint in content.complaints:
        for place, alike in known.near(complaint.text, _ALIKE):
            other = content.complaints[place][2]
            rule = f"{complaint.id} says nearly the same as {other.id} ({alike:.2f})"
            yield Problem(file, line, rule)
        known.add(complaint.text)
