"""Which words tell a few rows apart from each other.

Over the whole index "deregister" is rare and weighs much; among the facts of deregistration every
one holds it, and what tells them apart is "seal" or "notice". So words are weighed anew by how
many of the groups in question hold them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.ports import Vectors


@dataclass(frozen=True)
class Occurrences:
    """Which row holds which word how tellingly: three arrays of one length."""

    rows: NDArray[np.integer]
    words: NDArray[np.integer]
    shares: Vectors  # of the row's length, grows with how often the word stands in it

    def telling(
        self, groups: Sequence[int]
    ) -> tuple[NDArray[np.int64], NDArray[np.int64], Vectors]:
        """Return the words, each one's place among them, and how well it tells groups apart.

        `groups` says of each row which group it belongs to.
        """
        words, places = np.unique(self.words.astype(np.int64), return_inverse=True)
        of = np.asarray(groups, dtype=np.int64)[self.rows]
        pairs = np.unique(np.stack([places, of]), axis=1)
        holding = np.bincount(pairs[0], minlength=len(words))
        weights = np.log((len(set(groups)) + 1) / (holding + 0.5)).astype(np.float32)
        return words, places, weights


class Contrast:
    """Cosine of a text with each of the rows, with words weighed among their groups alone."""

    def __init__(self, held: Occurrences, groups: Sequence[int]) -> None:
        """`held.rows` count from 0; `groups` says of each row which group it belongs to."""
        self._rows = held.rows.astype(np.int32)
        self._size = len(groups)
        self._words, places, self._weights = held.telling(groups)
        self._places = places.astype(np.int32)
        values = held.shares * self._weights[self._places]
        lengths = np.sqrt(np.bincount(self._rows, values**2, self._size))
        lengths[lengths == 0] = 1.0
        self._values = (values / lengths[self._rows]).astype(np.float32)

    def scores(self, counts: Mapping[int, int]) -> Vectors:
        """Return the cosine of each row, shape (rows,), with a text's words and their counts."""
        asked = np.zeros(len(self._words), dtype=np.float32)
        for word, count in counts.items():
            place = int(np.searchsorted(self._words, word))
            if place < len(self._words) and self._words[place] == word:
                asked[place] = (1 + np.log(count)) * self._weights[place]
        length = float(np.linalg.norm(asked))
        if not length:
            return np.zeros(self._size, dtype=np.float32)
        held = self._values * asked[self._places]
        return (np.bincount(self._rows, held, self._size) / length).astype(np.float32)
