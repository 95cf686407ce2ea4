"""Embedders: one file a backend, each offers `build(model, folder)`; found by name."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from pathlib import Path

from knowledge.errors import ModelUnavailable
from knowledge.ports import Embedder, Features

ARTEFACT = Path(__file__).parent.parent / "artefacts" / "embedder"


def shipped() -> Features:
    """Return the shipped table, for the vectors of single features."""
    table: Features = import_module(f"{__name__}.static").build(ARTEFACT)
    return table


def build(name: str, model: str | Path = ARTEFACT) -> Embedder:
    """Return the embedder `name` over `model`; ModelUnavailable lists the known names."""
    known = sorted(module.name for module in pkgutil.iter_modules(__path__))
    if name not in known:
        raise ModelUnavailable(f"unknown embedder {name!r}; choose one of: {', '.join(known)}")
    embedder: Embedder = import_module(f"{__name__}.{name}").build(model)
    return embedder
