"""Kinds of source, one file each: `SUFFIXES` and `read(path) -> Iterator[Document]`.

Found by folder scan. `read` raises SourceUnreadable that names the file, why, and what to do. A
kind with `RECOGNISES = True` looks at what a file says: it is asked before the others and yields
nothing where the file is not of its kind.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Any

from knowledge.errors import SourceUnreadable
from knowledge.passages import Document


@cache
def kinds() -> Mapping[str, Any]:
    """Return every kind by its name; those that recognise their files come first."""
    found = {
        module.name: import_module(f"{__name__}.{module.name}")
        for module in pkgutil.iter_modules(__path__)
    }
    order = sorted(found, key=lambda name: not getattr(found[name], "RECOGNISES", False))
    return MappingProxyType({name: found[name] for name in order})


def suffixes() -> frozenset[str]:
    """Return every file ending that some kind reads."""
    return frozenset(suffix for kind in kinds().values() for suffix in kind.SUFFIXES)


def read(path: Path, kind: str | None = None) -> tuple[Document, ...]:
    """Return a file's documents, read as `kind`, or as its ending and its text suggest."""
    if kind is not None and kind not in kinds():
        raise SourceUnreadable(f"unknown kind {kind!r}: choose one of {', '.join(sorted(kinds()))}")
    suffix = path.suffix.lower()
    if kind is None and suffix not in suffixes():
        known = ", ".join(sorted(suffixes()))
        raise SourceUnreadable(
            f"{path} is of no known kind ({suffix or 'no ending'}): save it as one of {known}"
        )
    for name, source in kinds().items():
        asked = suffix in source.SUFFIXES if kind is None else name == kind
        if asked and (documents := tuple(source.read(path))):
            return documents
    raise SourceUnreadable(f"{path} is not of the kind {kind}: leave the kind out")
