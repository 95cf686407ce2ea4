"""An exact store in plain numpy: the fake that FAISS must agree with."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from knowledge.errors import IndexUnusable
from knowledge.ports import Vectors


class ExactStore:
    """Vectors by row in one array."""

    name = "exact"

    def __init__(self, vectors: Vectors) -> None:
        self._vectors = vectors

    def add(self, vectors: Vectors) -> None:
        """Append rows."""
        self._vectors = np.vstack([self._vectors, vectors]).astype(np.float32)

    def search(self, vector: Vectors, k: int) -> list[tuple[int, float]]:
        """Return up to k (row, inner product), best first."""
        scores = self._vectors @ vector.reshape(-1)
        best = np.argsort(-scores, kind="stable")[:k]
        return [(int(row), float(scores[row])) for row in best]

    def compare(self, vector: Vectors, rows: Sequence[int]) -> Vectors:
        """Return the inner product with each of the rows."""
        compared: Vectors = self._vectors[list(rows)] @ vector.reshape(-1)
        return compared

    def save(self, path: Path) -> None:
        """Write as .npy under the given name."""
        with path.open("wb") as file:
            np.save(file, self._vectors, allow_pickle=False)


def create(width: int) -> ExactStore:
    """Return an empty store."""
    return ExactStore(np.zeros((0, width), dtype=np.float32))


def open_store(path: Path) -> ExactStore:
    """Read what `save` wrote."""
    try:
        return ExactStore(np.load(path, allow_pickle=False))
    except (OSError, ValueError, EOFError) as fault:
        raise IndexUnusable(f"{path} is no exact store: run `python -m ingest build`") from fault
