"""What training questions teach: the words people ask in, and which texts and groups they need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix

from eval.retrieval.collection import Collection, Question
from eval.retrieval.meaning import Alignment, align
from eval.retrieval.postings import Postings, Rows, bm25, rarity, tfidf
from knowledge.ports import Vectors

_NEAREST = 10  # training questions that vote for their groups


@dataclass(frozen=True)
class Asked:
    """A question whose texts are known, by their rows; each row once, at least one."""

    question: Question
    rows: tuple[int, ...]


@dataclass(frozen=True)
class Votes:
    """What the training questions say about one question."""

    nearest: Vectors  # per known text: cosine of the nearest of its questions, in words
    closest: Vectors  # the same, in meaning
    summed: Vectors  # per known text: squared cosines of its questions, summed
    by_words: Vectors  # per group: its share of the squared cosines in words
    by_meaning: Vectors  # per group: its share of the fourth powers of those in meaning
    by_nearest: Vectors  # per group: its share among the nearest questions
    best_words: float
    best_meaning: float


@dataclass(frozen=True)
class Experience:
    """Learnt from some questions, and from no others."""

    rare: Vectors  # of each feature, by texts and questions; shape (features,)
    known: Rows  # the texts that a question leads to, shape (known,)
    place: Rows  # where each text stands in `known`, -1 for the others; shape (texts,)
    expanded: Postings  # BM25 of the known texts with their questions
    words: Postings  # TF-IDF of the questions
    places: Vectors  # of the questions, shape (questions, width)
    asker: Rows  # of each pair, the question
    target: Rows  # of each pair, the text's place in `known`
    of_groups: csr_matrix  # shape (questions, groups): 1 where one of its texts belongs
    text_uses: Vectors  # per text: how often it is a question's
    group_uses: Vectors  # per group
    alignment: Alignment | None

    @classmethod
    def of(cls, collection: Collection, asked: Sequence[Asked], aligned: bool) -> Experience:
        """Learn from questions; `aligned` where they have places."""
        total, width = collection.counts.shape
        pairs = [(number, row) for number, one in enumerate(asked) for row in one.rows]
        asker, rows = np.array(pairs, dtype=np.int64).T
        known, target = np.unique(rows, return_inverse=True)
        place = np.full(total, -1, dtype=np.int64)
        place[known] = np.arange(len(known))
        ends = np.cumsum([0, *(len(one.question.features) for one in asked)])
        held = np.concatenate([one.question.features for one in asked])
        times = np.concatenate([one.question.times for one in asked]).astype(np.float32)
        counts = csr_matrix((times, held, ends), shape=(len(asked), width))
        rare = _rare(collection, counts)
        leads = csr_matrix((np.ones(len(rows), np.float32), (target, asker)))
        longer = (collection.counts[known] + leads @ counts).tocsr()
        groups = len(collection.sizes)
        ones = np.ones(len(rows), dtype=np.float32)
        member = csr_matrix((ones, (asker, collection.groups[rows])), shape=(len(asked), groups))
        places = np.stack([one.question.place for one in asked])
        alignment = None
        if aligned:
            learnt = [(number, one.rows) for number, one in enumerate(asked)]
            alignment = align(collection.space, collection.groups, places, learnt)
        return cls(
            rare=rare,
            known=known,
            place=place,
            expanded=Postings.of(bm25(longer, rare, collection.average)),
            words=Postings.of(tfidf(counts, rare)),
            places=places,
            asker=asker,
            target=target,
            of_groups=member.sign(),
            text_uses=np.bincount(rows, minlength=total).astype(np.float32),
            group_uses=np.asarray(member.sum(axis=0), dtype=np.float32).ravel(),
            alignment=alignment,
        )

    def votes(self, question: Question) -> Votes:
        """Return what the training questions say about a question that is none of them."""
        weights = (1 + np.log(question.times)) * self.rare[question.features]
        weights = (weights / max(float(np.linalg.norm(weights)), 1e-6)).astype(np.float32)
        words = self.words.scores(question.features, weights)
        meaning = np.maximum(self.places @ question.place, 0)
        nearest, closest = (np.zeros(len(self.known), dtype=np.float32) for _ in range(2))
        np.maximum.at(nearest, self.target, words[self.asker])
        np.maximum.at(closest, self.target, meaning[self.asker])
        voters = np.argsort(-(words + 0.5 * meaning), kind="stable")[:_NEAREST]
        few = np.zeros_like(words)
        few[voters] = words[voters] + 0.5 * meaning[voters]
        return Votes(
            nearest=nearest,
            closest=closest,
            summed=np.bincount(
                self.target, (words**2)[self.asker], minlength=len(self.known)
            ).astype(np.float32),
            by_words=self._shares(words**2),
            by_meaning=self._shares(meaning**4),
            by_nearest=self._shares(few),
            best_words=float(words.max()),
            best_meaning=float(meaning.max()),
        )

    def _shares(self, votes: Vectors) -> Vectors:
        found: Vectors = self.of_groups.T @ votes
        found /= found.sum() + 1e-6
        return found

    @property
    def bytes(self) -> int:
        """How much memory a search needs of it."""
        moved = self.alignment.texts.nbytes if self.alignment else 0
        arrays = (self.rare, self.place, self.places, self.text_uses)
        return self.expanded.bytes + self.words.bytes + moved + sum(one.nbytes for one in arrays)


def _rare(collection: Collection, counts: csr_matrix) -> Vectors:
    """Return the rarity of each feature among texts or among questions, whichever is lower.

    "How" and "may I" are rare in texts and in every question: by the texts alone they would lead
    each question to whatever another question led to. Both scales end where a feature is in none.
    """
    total = counts.shape[0]
    never = np.log(1 + (total + 0.5) / 0.5)
    whole = float(np.log(1 + (len(collection.groups) + 0.5) / 0.5))
    lower = np.minimum(collection.rare, rarity(counts) * np.float32(whole / never))
    met = np.bincount(counts.indices, minlength=len(lower)) + collection.telling > 0
    found: Vectors = np.where(met, lower, 0).astype(np.float32)
    return found
