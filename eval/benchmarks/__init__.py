"""Benchmarks of speed and memory: one file each, `measure()` yields (what, figure) rows.

Machines are noisy: medians over several runs, everything in one go, with the load printed beside.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib import import_module

Rows = Iterable[tuple[str, str]]


@cache
def benchmarks() -> Mapping[str, Callable[[], Rows]]:
    """Return every benchmark by the name of its file."""
    return {
        module.name: import_module(f"{__name__}.{module.name}").measure
        for module in pkgutil.iter_modules(__path__)
    }
