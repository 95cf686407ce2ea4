"""Texts that say nearly the same: cosine of their character trigrams, folded, without blanks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from math import sqrt

from knowledge.scripts import fold


class Alike:
    """Texts seen so far; a new one is held against all of them."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._index: dict[str, list[tuple[int, float]]] = defaultdict(list)
        self._count = 0
        for text in texts:
            self.add(text)

    def add(self, text: str) -> int:
        """Keep a text; returns its place."""
        place = self._count
        for gram, weight in _grams(text).items():
            self._index[gram].append((place, weight))
        self._count += 1
        return place

    def near(self, text: str, limit: float) -> Iterator[tuple[int, float]]:
        """Yield (place, cosine) of each kept text whose cosine is at least `limit` (0 to 1)."""
        shared: dict[int, float] = defaultdict(float)
        for gram, weight in _grams(text).items():
            for place, other in self._index.get(gram, ()):
                shared[place] += weight * other
        for place, cosine in shared.items():
            if cosine >= limit:
                yield place, cosine


def _grams(text: str) -> Mapping[str, float]:
    folded = fold(text).replace(" ", "")
    counts = Counter(folded[start : start + 3] for start in range(max(1, len(folded) - 2)))
    norm = sqrt(sum(count * count for count in counts.values()))
    return {gram: count / norm for gram, count in counts.items()}
