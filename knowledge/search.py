"""Both legs, fused by rank."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.keywords import Keywords
from knowledge.passages import Hit, Passage
from knowledge.ports import Embedder, VectorStore

_RANK = 60  # reciprocal rank fusion's usual constant
_DEPTH = 200  # how far down each leg is read


class HybridSearch:
    """Finds passages by meaning (vectors) and by words (BM25)."""

    def __init__(
        self,
        passages: Sequence[Passage],
        vectors: VectorStore,
        keywords: Keywords,
        embedder: Embedder,
    ) -> None:
        self._passages = passages
        self._vectors = vectors
        self._keywords = keywords
        self._embedder = embedder

    def search(self, text: str, k: int) -> list[Hit]:
        """Return up to k hits by fused rank, best first."""
        depth = max(k, _DEPTH)
        (vector,) = self._embedder.encode([text])
        dense = dict(self._vectors.search(vector, depth)) if vector.any() else {}
        lexical = dict(self._keywords.search(text, depth))
        fused: dict[int, float] = {}
        for leg in (dense, lexical):
            for rank, row in enumerate(leg):
                fused[row] = fused.get(row, 0.0) + 1 / (_RANK + rank)
        best = sorted(fused, key=lambda row: -fused[row])[:k]
        return [
            Hit(self._passages[row], fused[row], dense.get(row, 0.0), lexical.get(row, 0.0))
            for row in best
        ]
