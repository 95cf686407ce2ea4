"""What problem types are learnt from: each of a known type, said once."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.errors import ContentInvalid, Problem
from knowledge.problem_types import FILE, VOICES, load_voices
from knowledge.scripts import fold
from knowledge.written import Written


def check(content: Written) -> Iterator[Problem]:
    """Go through problem_voices.jsonl, where there are types."""
    if not (content.folder / FILE).exists():
        return
    try:
        voices = load_voices(content.folder)
    except ContentInvalid as fault:
        yield from fault.problems
        return
    seen: dict[str, int] = {}
    for line, voice in enumerate(voices, 1):
        text = fold(voice.text)
        if text in seen:
            yield Problem(content.folder / VOICES, line, f"this also stands in line {seen[text]}")
        seen[text] = line
