"""What no procedure answers: in one of our languages, said once, and no question of ours."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.errors import Problem
from knowledge.languages import languages
from knowledge.scripts import fold
from knowledge.written import Written


def check(content: Written) -> Iterator[Problem]:
    """Go through asides.jsonl line by line."""
    asked = {
        fold(one.text) for p in content.catalogue.procedures.values() for one in p.questions
    } | {
        fold(text)
        for fact in content.catalogue.facts()
        for texts in fact.asks.values()
        for text in texts
    }
    seen: dict[str, int] = {}
    for file, line, aside in content.asides:
        if aside.language not in languages():
            yield Problem(file, line, f"{aside.language} is none of our languages")
        text = fold(aside.text)
        if text in asked:
            yield Problem(file, line, "this is a question of a procedure or a point as well")
        if text in seen:
            yield Problem(file, line, f"this stands twice: also in line {seen[text]}")
        seen[text] = line
