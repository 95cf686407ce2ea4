"""The lexical leg: BM25 over features."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import bm25s
import numpy as np

from knowledge.features import features


class Keywords:
    """Finds rows that share rare features with a text."""

    def __init__(self, model: bm25s.BM25) -> None:
        self._model = model

    @classmethod
    def build(cls, texts: Sequence[str]) -> Keywords:
        """Index the texts by row number."""
        model = bm25s.BM25(k1=1.2, b=0.75)
        model.index([features(text) for text in texts], show_progress=False)
        return cls(model)

    @classmethod
    def open(cls, folder: Path) -> Keywords:
        """Read what `save` wrote."""
        return cls(bm25s.BM25.load(str(folder), show_progress=False))

    def save(self, folder: Path) -> None:
        """Write to a folder of its own."""
        self._model.save(str(folder), show_progress=False)

    def search(self, text: str, k: int) -> list[tuple[int, float]]:
        """Return up to k (row, BM25 score), best first; rows that share nothing are left out."""
        known = [f for f in features(text) if f in self._model.vocab_dict]
        if not known:
            return []
        scores = self._model.get_scores(known)
        k = min(k, len(scores))
        best = np.argpartition(-scores, k - 1)[:k]
        best = best[np.argsort(-scores[best], kind="stable")]
        return [(int(row), float(scores[row])) for row in best if scores[row] > 0]
