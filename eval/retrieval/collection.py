"""A corpus, taken apart for search: features, groups of texts that stand together, meaning."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix

from eval.retrieval.meaning import Space
from eval.retrieval.postings import Postings, Rows, bm25, counted, rarity, tfidf
from knowledge.features import features
from knowledge.ports import Vectors

# What numbers a text within its work: 第十六条之一, Article 12, § 3, 4.2.
_NUMBER = re.compile(
    r"\s*(?:第\s?[〇零一二两三四五六七八九十百千\d]+\s?[条條款章节節](?:之[一二三四五六七八九十\d]+)?"
    r"|(?:Article|Section|§|No\.)\s*\d[\d.\-]*|[\d.\-]+)\s*$",
    re.IGNORECASE,
)
_LONG = 0.3  # how much the length of a whole group counts against it: less than that of a text


@dataclass(frozen=True)
class Question:
    """A text to search for: its known features, each once, and how telling they are."""

    features: Rows
    times: Rows  # how often each stands in it
    weights: Vectors  # TF-IDF, of length 1
    place: Vectors  # in the space, shape (width,); empty without one
    rarity: float  # of all features together


@dataclass(frozen=True)
class Collection:
    """The texts of a corpus by row; a group is a work whose numbered parts are texts (a law)."""

    identities: tuple[Any, ...]
    vocabulary: Mapping[str, int]
    counts: csr_matrix  # shape (texts, features): titles and texts
    groups: Rows  # shape (texts,): the group of each
    titles: csr_matrix  # shape (groups, features)

    @cached_property
    def rare(self) -> Vectors:
        """The rarity of each feature, shape (features,)."""
        return rarity(self.counts)

    @cached_property
    def telling(self) -> Vectors:
        """The same, 0 for a feature that no text has: only a question brought its number."""
        found: Vectors = np.where(
            np.bincount(self.counts.indices, minlength=len(self.rare)), self.rare, 0
        )
        return found

    @cached_property
    def lengths(self) -> Vectors:
        """How many features each text has, shape (texts,)."""
        return np.asarray(self.counts.sum(axis=1), dtype=np.float32).ravel()

    @cached_property
    def average(self) -> float:
        """The mean length."""
        return float(self.lengths.mean()) or 1.0

    @cached_property
    def texts_say(self) -> Postings:
        """BM25 of every text."""
        return Postings.of(bm25(self.counts, self.rare, self.average))

    @cached_property
    def groups_say(self) -> Postings:
        """BM25 of every group, its texts as one."""
        total = len(self.groups)
        ones = np.ones(total, dtype=np.float32)
        members = csr_matrix((ones, (self.groups, np.arange(total))))
        whole = (members @ self.counts).tocsr()
        return Postings.of(bm25(whole, rarity(whole), float(whole.sum(axis=1).mean()), _LONG))

    @cached_property
    def titles_say(self) -> Postings:
        """BM25 of the title of every group."""
        average = float(self.titles.sum(axis=1).mean()) or 1.0
        return Postings.of(bm25(self.titles, rarity(self.titles), average))

    @cached_property
    def single(self) -> Vectors:
        """1 for a feature that is one character, else 0; shape (features,)."""
        found = [len(one) == 1 for one in self.vocabulary]
        return np.array(found, dtype=np.float32)

    @cached_property
    def sizes(self) -> Rows:
        """How many texts each group has."""
        return np.bincount(self.groups)

    @cached_property
    def order(self) -> Rows:
        """How many texts of its group stand before each text."""
        found, seen = np.zeros(len(self.groups), dtype=np.int64), np.zeros_like(self.sizes)
        for row, group in enumerate(self.groups):
            found[row] = seen[group]
            seen[group] += 1
        return found

    @cached_property
    def space(self) -> Space:
        """Where texts that share words lie near each other; learnt from the texts alone."""
        return Space.learn(tfidf(self.counts, self.rare))

    def question(self, text: str, spaced: bool) -> Question:
        """Take a question apart; it has a place only where `spaced`."""
        known = [self.vocabulary[one] for one in features(text) if one in self.vocabulary]
        found, times = np.unique(np.array(known, dtype=np.int64), return_counts=True)
        weights = (1 + np.log(times)) * self.telling[found]
        weights = (weights / max(float(np.linalg.norm(weights)), 1e-6)).astype(np.float32)
        place = self.space.place(found, weights) if spaced else np.zeros(0, dtype=np.float32)
        return Question(found, times, weights, place, float(self.telling[found].sum()))

    @property
    def bytes(self) -> int:
        """How much memory a search needs of the corpus."""
        said = self.texts_say.bytes + self.groups_say.bytes + self.titles_say.bytes
        return said + (self.space.bytes if "space" in self.__dict__ else 0)


def collect(texts: Mapping[Hashable, tuple[str, str]], questions: Iterable[str] = ()) -> Collection:
    """Take a corpus apart: title and text by id.

    What no text says can still lead from one question to another: features of `questions` get
    numbers, and nothing else of them is used.
    """
    vocabulary: dict[str, int] = {}
    works: dict[str, int] = {}
    rows, groups = [], []
    for number, (title, text) in enumerate(texts.values()):
        found = features(f"{title} {text}")
        rows.append([vocabulary.setdefault(one, len(vocabulary)) for one in found])
        work = _NUMBER.sub("", title) or f"\n{number}"  # what has no title stands alone
        groups.append(works.setdefault(work, len(works)))
    named = [[vocabulary[one] for one in features(work) if one in vocabulary] for work in works]
    for asked in questions:
        for one in features(asked):
            vocabulary.setdefault(one, len(vocabulary))
    return Collection(
        identities=tuple(texts),
        vocabulary=vocabulary,
        counts=counted(rows, len(vocabulary)),
        groups=np.array(groups, dtype=np.int64),
        titles=counted(named, len(vocabulary)),
    )
