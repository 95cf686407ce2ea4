"""What people say of each procedure: in one of our languages, and said once."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge import reading
from knowledge.errors import Problem
from knowledge.languages import languages
from knowledge.scripts import fold
from knowledge.written import Written


def check(content: Written) -> Iterator[Problem]:
    """Go through voices/*.jsonl line by line."""
    seen: dict[str, str] = {}
    for file in sorted(content.folder.glob("voices/*.jsonl")):
        for line, _, voice in reading.voices(file):
            if voice.language not in languages():
                yield Problem(file, line, f"{voice.language} is none of our languages")
            text = fold(voice.text)
            if text in seen:
                yield Problem(file, line, f"this stands twice: also at {seen[text]}")
            seen[text] = f"{file.name}:{line}"
