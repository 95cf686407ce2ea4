"""Metrics: one file each, `score(expected, answer)` gives 1, 0, or None where it does not apply."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module

from assistant.types import Answer
from eval.types import CaseTurn

Score = Callable[[CaseTurn, Answer], float | None]


@cache
def metrics() -> Mapping[str, Score]:
    """Return every metric by the name of its file."""
    return {
        module.name: import_module(f"{__name__}.{module.name}").score
        for module in pkgutil.iter_modules(__path__)
    }


def says(name: str) -> str:
    """Return what a metric measures, in a sentence: the first of its file."""
    told = import_module(f"{__name__}.{name}").__doc__ or ""
    return told.partition("\n")[0]
