"""The rules of content: one file each, found by folder scan, each with its `check`."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType

from knowledge.written import Finding, Written

Check = Callable[[Written], Iterable[Finding]]


@cache
def checks() -> Mapping[str, Check]:
    """Return every check by its name, in alphabetical order."""
    found = {
        module.name: import_module(f"{__name__}.{module.name}").check
        for module in pkgutil.iter_modules(__path__)
    }
    return MappingProxyType(found)
