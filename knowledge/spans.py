"""A stretch of a text, by its kind; and a text of the same length that is easier to search."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from knowledge.scripts import HANS, HANT, convert


@dataclass(frozen=True, slots=True)
class Span:
    """`text[start:end]` is of that kind."""

    kind: str
    start: int
    end: int


def matches(
    kind: str,
    pattern: re.Pattern[str],
    text: str,
    wanted: Callable[[str], bool] = lambda _: True,
) -> Iterator[Span]:
    """Yield each match, or its group `it` where there is one, that is wanted."""
    group: str | int = "it" if "it" in pattern.groupindex else 0
    for match in pattern.finditer(text):
        if match[group] and wanted(match[group]):
            yield Span(kind, *match.span(group))


def simplified(text: str) -> str:
    """Return the text in simplified characters, each in the place of its own."""
    return "".join(map(_character, text))


@lru_cache(maxsize=8192)
def _character(one: str) -> str:
    if one.isascii():
        return one
    found = convert(one, HANT, HANS)
    return found if len(found) == 1 else one
