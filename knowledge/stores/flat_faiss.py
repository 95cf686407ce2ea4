"""FAISS, exact inner product, written raw (no pickle)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import faiss
import numpy as np

from knowledge.errors import IndexUnusable
from knowledge.ports import Vectors


class FaissStore:
    """Vectors by row in a faiss.IndexFlatIP."""

    name = "flat_faiss"

    def __init__(self, index: faiss.Index) -> None:
        self._index = index

    def add(self, vectors: Vectors) -> None:
        """Append rows."""
        self._index.add(np.ascontiguousarray(vectors, dtype=np.float32))

    def search(self, vector: Vectors, k: int) -> list[tuple[int, float]]:
        """Return up to k (row, inner product), best first."""
        k = min(k, self._index.ntotal)
        if k == 0:
            return []
        scores, rows = self._index.search(vector.reshape(1, -1).astype(np.float32), k)
        return [(int(r), float(s)) for r, s in zip(rows[0], scores[0], strict=True)]

    def compare(self, vector: Vectors, rows: Sequence[int]) -> Vectors:
        """Return the inner product with each of the rows."""
        kept = self._index.reconstruct_batch(np.asarray(rows, dtype=np.int64))
        compared: Vectors = kept @ vector.reshape(-1)
        return compared

    def save(self, path: Path) -> None:
        """Write with faiss.write_index."""
        faiss.write_index(self._index, str(path))


def create(width: int) -> FaissStore:
    """Return an empty store."""
    return FaissStore(faiss.IndexFlatIP(width))


def open_store(path: Path) -> FaissStore:
    """Read what `save` wrote."""
    try:
        return FaissStore(faiss.read_index(str(path)))
    except RuntimeError as fault:
        raise IndexUnusable(f"{path} is no FAISS index: run `python -m ingest build`") from fault
