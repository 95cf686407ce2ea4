"""Vector stores: one file a backend, offering `create(width)` and `open_store(path)`."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from pathlib import Path
from typing import Any

from knowledge.errors import IndexUnusable
from knowledge.ports import VectorStore


def create(name: str, width: int) -> VectorStore:
    """Return an empty store of backend `name` for vectors of `width`."""
    store: VectorStore = _backend(name).create(width)
    return store


def open_store(name: str, path: Path) -> VectorStore:
    """Return what backend `name` saved at `path`."""
    store: VectorStore = _backend(name).open_store(path)
    return store


def _backend(name: str) -> Any:  # noqa: ANN401
    known = sorted(module.name for module in pkgutil.iter_modules(__path__))
    if name not in known:
        raise IndexUnusable(f"unknown vector store {name!r}; choose one of: {', '.join(known)}")
    return import_module(f"{__name__}.{name}")
