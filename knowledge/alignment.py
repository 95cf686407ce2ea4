"""How well the words of a text are met by words of a row, in meaning: each by the nearest.

Two texts may say the same without one word in common, and the mean of all their words blurs what
one of them is about. So each word of one looks for its nearest in the other, and counts by how
well it tells the rows' groups apart.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

from knowledge.contrast import Occurrences
from knowledge.ports import Vectors, WordVectors


class Alignment:
    """Rows whose words are held against those of a text."""

    def __init__(self, held: Occurrences, groups: Sequence[int], vectors: WordVectors) -> None:
        """`held.rows` count from 0; `groups` says of each row which group it belongs to."""
        order = np.argsort(held.rows, kind="stable")
        rows = held.rows[order]
        self._size = len(groups)
        self._rows, starts = np.unique(rows, return_index=True)
        self._starts = starts.astype(np.int32)
        self._words, places = np.unique(held.words[order], return_inverse=True)
        self._places = places.astype(np.int32)
        pairs = np.unique(np.stack([self._places, np.asarray(groups)[rows]]), axis=1)
        holding = np.bincount(pairs[0], minlength=len(self._words))
        self._rarest = np.float32(np.log(2 * (len(set(groups)) + 1)))
        self._weights = np.log((len(set(groups)) + 1) / (holding + 0.5)).astype(np.float32)
        self._totals = np.add.reduceat(self._weights[self._places], self._starts)
        self._vectors = vectors

    def shares(self, words: Collection[int]) -> tuple[Vectors, Vectors]:
        """Return, for each row, how well it meets a text's words, and they its own: 0 to 1."""
        met, meets = (np.zeros(self._size, dtype=np.float32) for _ in range(2))
        asked = np.array(sorted(words), dtype=np.int64)
        asked = asked[self._vectors.places[asked] >= 0]
        if not len(asked) or not len(self._words):
            return met, meets
        near = self._near(asked)
        weights = self._weigh(asked)
        best = np.maximum.reduceat(near[:, self._places], self._starts, axis=1)
        met[self._rows] = weights @ best / weights.sum()
        mine = near.max(axis=0) * self._weights
        meets[self._rows] = np.add.reduceat(mine[self._places], self._starts) / self._totals
        return met, meets

    def _near(self, asked: NDArray[np.int_]) -> Vectors:
        """Return the cosine of each word asked with each of the rows' words, at least 0."""
        theirs, ours = self._of(asked), self._of(self._words)
        near: Vectors = np.maximum(theirs @ ours.T, 0.0)
        return near

    def _of(self, words: NDArray[np.int_]) -> Vectors:
        places = self._vectors.places[words]
        found: Vectors = self._vectors.table[places] * (places >= 0)[:, None]
        return found

    def _weigh(self, asked: NDArray[np.int_]) -> Vectors:
        at = np.minimum(np.searchsorted(self._words, asked), len(self._words) - 1)
        weights: Vectors = np.where(self._words[at] == asked, self._weights[at], self._rarest)
        return weights
