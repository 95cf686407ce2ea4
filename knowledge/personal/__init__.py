"""Personal data in messages: what singles a person out, found by kind, hidden before anything else.

A kind is a file with `find(text) -> Iterator[Span]`, found by folder scan. Written for recall: a
record that hides a word too many still teaches; one that shows a name does harm. Public hotlines,
sums, dates, articles and credit codes of companies stay.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module

from knowledge.spans import Span


@cache
def finders() -> tuple[Callable[[str], Iterable[Span]], ...]:
    """Return the finder of every kind, in the order of the files' names."""
    return tuple(
        import_module(f"{__name__}.{module.name}").find for module in pkgutil.iter_modules(__path__)
    )


def find(text: str) -> list[Span]:
    """Return what is personal in a text, in order; where two overlap, they are one."""
    found = sorted(
        (span for finder in finders() for span in finder(text)),
        key=lambda span: (span.start, -span.end),
    )
    return list(_merged(found))


def hide(text: str) -> str:
    """Return the text with everything personal replaced by the name of its kind: 〔phone〕."""
    parts, done = [], 0
    for span in find(text):
        parts += [text[done : span.start], f"〔{span.kind}〕"]
        done = span.end
    return "".join([*parts, text[done:]])


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    last: Span | None = None
    for span in spans:
        if last and span.start < last.end:
            last = Span(last.kind, last.start, max(last.end, span.end))
            continue
        if last:
            yield last
        last = span
    if last:
        yield last
