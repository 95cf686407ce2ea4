"""How well the features of a text are met by those of a row, in meaning: each by the nearest.

Two texts may say the same without one word in common, and the mean of all their vectors blurs what
one word of them is about. So each feature of one looks for its nearest in the other, and counts by
how well it tells the rows' groups apart; one that no row holds, by how rare it is in the index.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

from knowledge.contrast import Occurrences
from knowledge.ports import FeatureVectors, Vectors

_MOST = 40  # features of a text that are compared, the most telling: a story has hundreds


class Alignment:
    """Rows whose features are held against those of a text; what has no vector is left out."""

    def __init__(
        self, held: Occurrences, groups: Sequence[int], vectors: FeatureVectors, rarity: Vectors
    ) -> None:
        """`held.rows` count from 0; `groups` says of each row which group it belongs to.

        `rarity` is of each feature of the index: the log of how many texts there are for one that
        holds it.
        """
        order = np.argsort(held.rows, kind="stable")
        order = order[vectors.places[held.words[order]] >= 0]
        held = Occurrences(held.rows[order], held.words[order], held.shares[order])
        self._size = len(groups)
        self._rows, starts = np.unique(held.rows, return_index=True)
        self._starts = starts.astype(np.int32)
        self._known, places, self._weights = held.telling(groups)
        self._places = places.astype(np.int32)
        self._most = np.float32(np.log(2 * (len(set(groups)) + 1)))
        self._vectors, self._rarity = vectors, rarity

    def shares(self, asked: Collection[int]) -> tuple[Vectors, Vectors]:
        """Return, for each row, how well it meets a text's features, and they its own: 0 to 1."""
        met, meets = (np.zeros(self._size, dtype=np.float32) for _ in range(2))
        features = np.array(sorted(asked), dtype=np.int64)
        features = features[self._vectors.places[features] >= 0]
        if not len(features) or not len(self._rows):
            return met, meets
        weights = self._weigh(features)
        first = np.argsort(-weights, kind="stable")[:_MOST]
        features, weights = features[first], weights[first]
        near = np.maximum(self._of(features) @ self._of(self._known).T, 0.0)
        best = np.maximum.reduceat(near[:, self._places], self._starts, axis=1)
        met[self._rows] = weights @ best / weights.sum()
        held = self._weights[self._places]
        found = near.max(axis=0)[self._places] * held
        meets[self._rows] = np.add.reduceat(found, self._starts) / np.add.reduceat(
            held, self._starts
        )
        return met, meets

    def _of(self, features: NDArray[np.int64]) -> Vectors:
        found: Vectors = self._vectors.table[self._vectors.places[features]]
        return found

    def _weigh(self, features: NDArray[np.int64]) -> Vectors:
        at = np.minimum(np.searchsorted(self._known, features), len(self._known) - 1)
        unheld = np.minimum(self._rarity[features], self._most)
        weights: Vectors = np.where(self._known[at] == features, self._weights[at], unheld)
        return weights
