"""What the packages above need of a backend; each backend is one file in its folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from knowledge.passages import Fit, Hit

Vectors = NDArray[np.float32]


class Embedder(Protocol):
    """Turns texts into unit vectors."""

    @property
    def name(self) -> str:
        """Goes into the manifest: an index made by another embedder is refused."""
        ...

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return float32 unit vectors of shape (len(texts), width); zeros for an empty text."""
        ...


@dataclass(frozen=True)
class FeatureVectors:
    """A unit vector for each feature of an index that has one."""

    table: Vectors  # shape (vectors, width)
    places: NDArray[np.int32]  # of each feature, by its number, in the table; -1 where it has none


@runtime_checkable
class Features(Protocol):
    """Knows vectors of single features; not every embedder does."""

    def features(self, vocabulary: Mapping[str, int]) -> FeatureVectors:
        """Return the vectors of an index's features; `vocabulary` gives each its number."""
        ...


class VectorStore(Protocol):
    """Keeps vectors by row number and finds the nearest."""

    @property
    def name(self) -> str:
        """Goes into the manifest."""
        ...

    def add(self, vectors: Vectors) -> None:
        """Append rows."""
        ...

    def search(self, vector: Vectors, k: int) -> list[tuple[int, float]]:
        """Return up to k (row, inner product), best first. `vector` has shape (width,)."""
        ...

    def compare(self, vector: Vectors, rows: Sequence[int]) -> Vectors:
        """Return the inner product with each of the rows, shape (len(rows),)."""
        ...

    def save(self, path: Path) -> None:
        """Write to one file, no pickle."""
        ...


class Reading(Protocol):
    """One text, read once: what lies near it, and how near any fact lies."""

    def hits(self, k: int) -> list[Hit]:
        """Return up to k hits, best first."""
        ...

    def fits(self, targets: Sequence[str], language: str) -> list[Fit]:
        """Return how each of the facts, by id, fits the text, which is in that language."""
        ...


class Searcher(Protocol):
    """Finds passages for a text."""

    def read(self, text: str, said: str | None = None) -> Reading:
        """Read a text; `said` is what of it the person said, else all is.

        Official words that were added find passages, and tell no facts apart.
        """
        ...
