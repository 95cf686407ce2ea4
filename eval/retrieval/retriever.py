"""The whole system over one corpus: learnt once, asked one question at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from eval.retrieval.candidates import Part, first, look
from eval.retrieval.collection import Collection, Question
from eval.retrieval.experience import Asked, Experience
from eval.retrieval.ranker import Lesson, Ranker
from eval.retrieval.signals import signals

ENOUGH = 40
"""With fewer training questions than this they expand their texts and no more is learnt."""

FOLDS = 4  # of the training questions, two ways, for the reranker
_CANDIDATES = 400


@dataclass(frozen=True)
class Retriever:
    """Finds texts by all that was learnt."""

    collection: Collection
    experience: Experience | None = None
    ranker: Ranker | None = None

    @classmethod
    def learn(cls, collection: Collection, asked: Sequence[Asked]) -> Retriever:
        """Learn from questions whose texts are known; without any it searches by words alone."""
        if not asked:
            return cls(collection)
        if len(asked) < ENOUGH:
            return cls(collection, Experience.of(collection, asked, aligned=False))
        ranker = Ranker.learn(list(_lessons(collection, asked)))
        return cls(collection, Experience.of(collection, asked, aligned=True), ranker)

    def search(
        self, question: Question, k: int, part: Part = Part.RERANKER
    ) -> list[tuple[int, float]]:
        """Return up to k (row, score), best first; without reranker, rows that share nothing go."""
        if self.ranker is None:
            part = min(part, Part.EXPANSION)
        scores = look(self.collection, self.experience, question, part)
        if part < Part.RERANKER or self.ranker is None or self.experience is None:
            rows = first(scores.fused, k)
            return [(int(row), float(scores.fused[row])) for row in rows if scores.fused[row] > 0]
        rows = first(scores.fused, max(k, _CANDIDATES))
        head, rest = rows[:_CANDIDATES], rows[_CANDIDATES:]
        seen = signals(self.collection, self.experience, question, scores, head)
        shares = self.ranker.scores(seen)
        found = [(int(head[one]), float(shares[one])) for one in first(shares, len(head))]
        # What is not put in order anew follows in the order it came, below the last of those.
        least, most = float(shares.min()) - 1, float(scores.fused[head[0]])
        found += [(int(row), least + float(scores.fused[row]) / most) for row in rest]
        return found[:k]

    @property
    def bytes(self) -> int:
        """How much memory a search needs."""
        return self.collection.bytes + (self.experience.bytes if self.experience else 0)


def _lessons(collection: Collection, asked: Sequence[Asked]) -> Iterator[Lesson]:
    """Yield each question twice, as it looks to those who have not seen it.

    Once a scattered part of the questions is kept out, so that its like remain; once a run of
    neighbours, which often is a whole topic. The reranker learns how far to trust training
    questions in either case.
    """
    total = len(asked)
    for turns in (np.arange(total) % FOLDS, np.arange(total) * FOLDS // total):
        for fold in range(FOLDS):
            rest = [one for one, turn in zip(asked, turns, strict=True) if turn != fold]
            experience = Experience.of(collection, rest, aligned=True)
            for one, turn in zip(asked, turns, strict=True):
                if turn == fold:
                    yield _lesson(collection, experience, one)


def _lesson(collection: Collection, experience: Experience, one: Asked) -> Lesson:
    scores = look(collection, experience, one.question)
    rows = first(scores.fused, _CANDIDATES)
    seen = signals(collection, experience, one.question, scores, rows)
    return seen, np.isin(rows, one.rows)
