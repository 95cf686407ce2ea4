"""Both legs, fused by rank."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.keywords import Keywords, best
from knowledge.passages import Fit, Hit, Passage, PassageKind
from knowledge.ports import Embedder, Vectors, VectorStore

_RANK = 60  # reciprocal rank fusion's usual constant
_DEPTH = 200  # how far down each leg is read
_LEXICAL = 0.55  # of a way of asking: what shared words say; the rest is nearness in meaning


@dataclass(frozen=True, slots=True)
class _Rows:
    """Where a fact stands in the index: its own sentences, and the ways of asking for it."""

    says: list[int]
    asks: list[int]


class HybridSearch:
    """Finds passages by meaning (vectors) and by words (BM25)."""

    def __init__(
        self,
        passages: Sequence[Passage],
        vectors: VectorStore,
        keywords: Keywords,
        embedder: Embedder,
    ) -> None:
        self.passages = passages
        self.vectors = vectors
        self.targets = _by_target(passages)
        self._keywords = keywords
        self._embedder = embedder

    def read(self, text: str) -> TextReading:
        """Read a text by both legs."""
        (vector,) = self._embedder.encode([text])
        return TextReading(self, vector, self._keywords.scores(text))


class TextReading:
    """A text as both legs see it: its vector, and the words it shares with every row."""

    def __init__(self, index: HybridSearch, vector: Vectors, lexical: Vectors) -> None:
        self._index = index
        self._vector = vector
        self._lexical = lexical

    def hits(self, k: int) -> list[Hit]:
        """Return up to k hits by fused rank, best first."""
        depth = max(k, _DEPTH)
        known = self._vector.any()
        dense = dict(self._index.vectors.search(self._vector, depth)) if known else {}
        lexical = dict(best(self._lexical, depth))
        fused: dict[int, float] = {}
        for leg in (dense, lexical):
            for rank, row in enumerate(leg):
                fused[row] = fused.get(row, 0.0) + 1 / (_RANK + rank)
        first = sorted(fused, key=lambda row: -fused[row])[:k]
        passages = self._index.passages
        return [
            Hit(passages[row], fused[row], dense.get(row, 0.0), lexical.get(row, 0.0))
            for row in first
        ]

    def fits(self, targets: Sequence[str]) -> list[Fit]:
        """Return how each of the facts, by id, fits the text."""
        known = [self._index.targets.get(target, _Rows([], [])) for target in targets]
        rows = [row for one in known for row in (*one.says, *one.asks)]
        if not rows:
            return [Fit(0.0, 0.0, 0.0) for _ in targets]
        lexical = self._lexical[rows]
        dense = self._index.vectors.compare(self._vector, rows)
        both = (1 - _LEXICAL) * dense + _LEXICAL * lexical
        found, start = [], 0
        for one in known:
            middle = start + len(one.says)
            end = middle + len(one.asks)
            found.append(
                Fit(
                    _most(dense[start:middle]),
                    _most(lexical[start:middle]),
                    _most(both[middle:end]),
                )
            )
            start = end
        return found


def _most(values: Vectors) -> float:
    return float(np.max(values, initial=0.0))


def _by_target(passages: Sequence[Passage]) -> Mapping[str, _Rows]:
    found: dict[str, _Rows] = {}
    for row, passage in enumerate(passages):
        if passage.target:
            rows = found.setdefault(passage.target, _Rows([], []))
            (rows.says if passage.kind is PassageKind.FACT else rows.asks).append(row)
    return found
