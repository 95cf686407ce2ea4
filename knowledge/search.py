"""Both legs, fused by rank."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from knowledge.alignment import Alignment
from knowledge.contrast import Contrast
from knowledge.keywords import Keywords, best
from knowledge.passages import NO_FIT, Fit, Hit, Passage, PassageKind
from knowledge.ports import Embedder, Features, Vectors, VectorStore

_RANK = 60  # reciprocal rank fusion's usual constant
_DEPTH = 200  # how far down each leg is read
_GROUPS = 128  # groups of facts that are remembered: more than there are procedures
_ALIGNED = 3 * _GROUPS  # and of what aligns them, one a language

_Key = TypeVar("_Key")
_Kept = TypeVar("_Kept")


@dataclass(frozen=True, slots=True)
class _Rows:
    """Where a fact stands in the index: its own sentences, and the ways of asking for it."""

    says: list[int]
    asks: list[int]


@dataclass(frozen=True, slots=True)
class _Group:
    """The facts that are weighed against each other: a procedure's."""

    rows: list[int]
    groups: list[int]  # which fact each row belongs to, by its place
    parts: list[tuple[slice, slice]]  # of each fact, in rows: its own sentences, its asks
    contrast: Contrast


@dataclass(frozen=True, slots=True)
class _Aligned:
    """The rows of a group that are aligned with a text of one language, and what aligns them."""

    compared: list[int]  # by their place in the group
    alignment: Alignment


class HybridSearch:
    """Finds passages by meaning (vectors) and by words (BM25)."""

    def __init__(
        self,
        passages: Sequence[Passage],
        vectors: VectorStore,
        keywords: Keywords,
        embedder: Embedder,
        features: Features,
    ) -> None:
        self.passages = passages
        self.vectors = vectors
        self.targets = _by_target(passages)
        self._keywords = keywords
        self._embedder = embedder
        self._features = features.features(keywords.vocabulary)
        # Some milliseconds for each procedure, once: its facts are asked for again and again.
        self._groups: dict[tuple[str, ...], _Group | None] = {}
        self._aligned: dict[tuple[tuple[str, ...], str], _Aligned] = {}

    def read(self, text: str, said: str | None = None) -> TextReading:
        """Read a text by both legs; `said` is what of it the person said, else all is."""
        said = text if said is None else said
        vector, own = self._embedder.encode([text, said])
        keywords = self._keywords
        return TextReading(self, vector, keywords.scores(text), own, keywords.counts(said))

    def group(self, targets: tuple[str, ...]) -> _Group | None:
        """Return the facts that are weighed against each other; None where none is known."""
        groups = self._groups
        if targets in groups:
            return groups[targets]
        found = self._grouped(targets)
        self._groups = _with(groups, targets, found, _GROUPS)
        return found

    def _grouped(self, targets: tuple[str, ...]) -> _Group | None:
        known = [self.targets.get(target, _Rows([], [])) for target in targets]
        rows = [row for one in known for row in (*one.says, *one.asks)]
        if not rows:
            return None
        parts, groups, start = [], [], 0
        for place, one in enumerate(known):
            middle = start + len(one.says)
            end = middle + len(one.asks)
            parts.append((slice(start, middle), slice(middle, end)))
            groups += [place] * (end - start)
            start = end
        contrast = Contrast(self._keywords.occurrences(rows), groups)
        return _Group(rows, groups, parts, contrast)

    def shares(self, targets: tuple[str, ...], language: str, asked: Collection[int]) -> Vectors:
        """Return how well each row of a group meets a text, and both each other: (2, rows)."""
        group = self.group(targets)
        if group is None:
            return np.zeros((2, 0), dtype=np.float32)
        found = self._aligned.get((targets, language))
        if found is None:
            found = self._align(group, language)
            self._aligned = _with(self._aligned, (targets, language), found, _ALIGNED)
        shares = np.zeros((2, len(group.rows)), dtype=np.float32)
        shares[:, found.compared] = found.alignment.shares(asked)
        shares[1] *= shares[0]
        return shares

    def _align(self, group: _Group, language: str) -> _Aligned:
        """Take a group's own sentences in every language, and of its asks those in this one."""
        compared = [
            at
            for at, passage in enumerate(self.passages[row] for row in group.rows)
            if passage.kind is PassageKind.FACT or passage.language == language
        ]
        rows, groups = ([of[at] for at in compared] for of in (group.rows, group.groups))
        held = self._keywords.occurrences(rows)
        return _Aligned(compared, Alignment(held, groups, self._features, self._keywords.rarity))


class TextReading:
    """A text as both legs see it: its vector, its words, and what it shares with every row."""

    def __init__(
        self,
        index: HybridSearch,
        vector: Vectors,
        lexical: Vectors,
        own: Vectors,
        counts: Mapping[int, int],
    ) -> None:
        """`vector` and `lexical` are of the whole, `own` and `counts` of what the person said."""
        self._index = index
        self._vector = vector
        self._lexical = lexical
        self._own = own
        self._counts = counts

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

    def fits(self, targets: Sequence[str], language: str) -> list[Fit]:
        """Return how each of the facts, by id, fits the text, which is in that language."""
        group = self._index.group(tuple(targets))
        if group is None:
            return [NO_FIT] * len(targets)
        dense = self._index.vectors.compare(self._own, group.rows)
        words = group.contrast.scores(self._counts)
        met, alike = self._index.shares(tuple(targets), language, self._counts.keys())
        return [
            Fit(
                dense=_most(dense[says]),
                words=_most(words[says]),
                asked=_most(words[asks]),
                same=_most(dense[asks]),
                met=_most(met[says]),
                alike=_most(alike[says]),
                asked_met=_most(met[asks]),
                asked_alike=_most(alike[asks]),
            )
            for says, asks in group.parts
        ]


def _with(known: dict[_Key, _Kept], key: _Key, value: _Kept, most: int) -> dict[_Key, _Kept]:
    """Return what is remembered with one more; anew where there is too much: days change facts.

    A copy, so that threads see the one or the other; two of them may do the same work.
    """
    return {key: value} if len(known) >= most else {**known, key: value}


def _most(values: Vectors) -> float:
    return float(np.max(values, initial=0.0))


def _by_target(passages: Sequence[Passage]) -> Mapping[str, _Rows]:
    found: dict[str, _Rows] = {}
    for row, passage in enumerate(passages):
        if passage.target:
            rows = found.setdefault(passage.target, _Rows([], []))
            (rows.says if passage.kind is PassageKind.FACT else rows.asks).append(row)
    return found
