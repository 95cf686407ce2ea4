"""The lexicon of concepts: ids stand once, phrases mean something and are not shared around."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from knowledge.errors import Problem
from knowledge.languages import languages
from knowledge.located import Located, Place
from knowledge.scripts import HAN, fold
from knowledge.written import Written

_MOST = 2


def check(content: Written) -> Iterator[Problem]:
    """Look at the shape of each entry, then at the phrases across them."""
    located = content.named("concepts.yaml")
    if located is None or not located.value:
        return
    ids: set[str] = set()
    owners: dict[str, dict[str, Place]] = defaultdict(dict)
    for index, entry in enumerate(located.value):
        if not isinstance(entry, dict) or not isinstance(entry.get("id"), str):
            yield located.problem((index,), "a concept is written {id, zh, yue, en}")
            continue
        if entry["id"] in ids:
            yield located.problem((index, "id"), f"the concept {entry['id']} stands twice")
        ids.add(entry["id"])
        for key in entry.keys() - {"id", *languages()}:
            yield located.problem((index, key), f"unknown key “{key}”")
        yield from _phrases(located, index, entry, owners)
    for phrase, places in owners.items():
        if len(places) > _MOST:
            place = list(places.values())[-1]
            names = ", ".join(places)
            rule = f"“{phrase}” stands in {len(places)} concepts: {_MOST} at most ({names})"
            yield located.problem(place, rule)


def _phrases(
    located: Located, index: int, entry: dict[str, Any], owners: dict[str, dict[str, Place]]
) -> Iterator[Problem]:
    for code in languages():
        phrases = entry.get(code, [])
        if not isinstance(phrases, list):
            yield located.problem((index, code), "phrases are written as a list: [one, two]")
            continue
        for at, phrase in enumerate(phrases):
            place: Place = (index, code, at)
            if not isinstance(phrase, str) or not phrase.strip():
                yield located.problem(place, "a phrase is a text; put quotes around it")
            elif HAN.search(phrase) and len(phrase.strip()) == 1:
                yield located.problem(
                    place, f"“{phrase}”: one character alone is in too many words"
                )
            else:
                owners[fold(phrase)].setdefault(entry["id"], place)
