"""Conversations to learn from: known procedures and languages, none that begins like another."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.errors import ContentInvalid, Problem
from knowledge.languages import languages
from knowledge.scripts import fold
from knowledge.talks import FILE, load_talks
from knowledge.written import Written


def check(content: Written) -> Iterator[Problem]:
    """Go through talks.jsonl line by line."""
    file = content.folder / FILE
    try:
        talks = load_talks(content.folder)
    except ContentInvalid as fault:
        yield from fault.problems
        return
    seen: dict[str, int] = {}
    for line, talk in enumerate(talks, 1):
        for message in talk.messages:
            if message.lang not in languages():
                yield Problem(file, line, f"{message.lang} is none of our languages")
            if message.procedure not in content.catalogue.procedures:
                yield Problem(file, line, f"there is no procedure “{message.procedure}”")
        first = fold(talk.messages[0].text)
        if first in seen:
            yield Problem(file, line, f"this begins like line {seen[first]}")
        seen[first] = line
