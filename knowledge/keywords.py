"""The lexical leg: BM25 over features."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import bm25s
import numpy as np

from knowledge.contrast import Occurrences
from knowledge.features import features
from knowledge.ports import Vectors


class Keywords:
    """Finds rows that share rare features with a text."""

    def __init__(self, model: bm25s.BM25) -> None:
        self._model = model
        starts = model.scores["indptr"][:-1]
        data = np.append(model.scores["data"], 0.0)  # a feature of no text starts past the end
        self._most = np.maximum.reduceat(data, starts)
        # What BM25 has multiplied in: how rare a feature is in the whole index.
        found = np.diff(model.scores["indptr"])
        total = model.scores["num_docs"]
        self.rarity: Vectors = np.log(1 + (total - found + 0.5) / (found + 0.5)).astype(np.float32)

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

    def scores(self, text: str) -> Vectors:
        """Return the score of every row, shape (rows,).

        It is the BM25 score as a share of the best that the text could reach: 1 for a row that
        holds each of its known features as tellingly as any row does.
        """
        vocabulary = self._model.vocab_dict
        known = [feature for feature in features(text) if feature in vocabulary]
        if not known:
            return np.zeros(self._model.scores["num_docs"], dtype=np.float32)
        ideal = float(self._most[[vocabulary[feature] for feature in known]].sum()) or 1.0
        scores: Vectors = self._model.get_scores(known) / np.float32(ideal)
        return scores

    @property
    def vocabulary(self) -> Mapping[str, int]:
        """The features that the index knows, each with its number."""
        known: Mapping[str, int] = self._model.vocab_dict
        return known

    def counts(self, text: str) -> Counter[int]:
        """Return how often each feature that the index knows, by its number, is in a text."""
        vocabulary = self._model.vocab_dict
        return Counter(vocabulary[one] for one in features(text) if one in vocabulary)

    def occurrences(self, rows: Sequence[int]) -> Occurrences:
        """Return which features these rows hold; each row is counted by its place."""
        scores = self._model.scores
        places = np.full(scores["num_docs"], -1)
        places[list(rows)] = np.arange(len(rows))
        (entries,) = np.nonzero(places[scores["indices"]] >= 0)
        words = np.searchsorted(scores["indptr"], entries, side="right") - 1
        return Occurrences(
            rows=places[scores["indices"][entries]],
            words=words,
            shares=scores["data"][entries] / self.rarity[words],
        )

    def search(self, text: str, k: int) -> list[tuple[int, float]]:
        """Return up to k (row, score), best first; rows that share nothing are left out."""
        return best(self.scores(text), k)


def best(scores: Vectors, k: int) -> list[tuple[int, float]]:
    """Return up to k (row, score) above zero, best first."""
    k = min(k, len(scores))
    rows = np.argpartition(-scores, k - 1)[:k]
    rows = rows[np.argsort(-scores[rows], kind="stable")]
    return [(int(row), float(scores[row])) for row in rows if scores[row] > 0]
