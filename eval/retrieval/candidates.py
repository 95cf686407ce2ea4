"""The first stage: one score for every text, from all legs, by fixed weights."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from eval.retrieval.collection import Collection, Question
from eval.retrieval.experience import Experience
from eval.retrieval.postings import Rows
from knowledge.ports import Vectors

_TOP = 20  # texts whose mean BM25 score counts as 1, so that long and short questions compare
_MEANING, _USE, _GROUP = 1.5, 0.3, 0.3


class Part(IntEnum):
    """How much of the system is at work; each holds those before it."""

    LEXICAL = 1
    EXPANSION = 2
    GROUPS = 3
    DENSE = 4
    RERANKER = 5


@dataclass(frozen=True)
class Scores:
    """What each leg says of every text; shape (texts,) where not said otherwise."""

    plain: Vectors  # BM25
    pairs: Vectors  # BM25 without single characters
    expanded: Vectors  # BM25, texts with their training questions
    aligned: Vectors  # cosine in the learnt space
    in_group: Vectors  # shape (groups,): the best of `expanded`
    near_group: Vectors  # shape (groups,): the best of `aligned`
    fused: Vectors
    ideal: float  # the mean BM25 score that counts as 1


def look(
    collection: Collection,
    experience: Experience | None,
    question: Question,
    part: Part = Part.RERANKER,
) -> Scores:
    """Score every text."""
    single = collection.single[question.features] > 0
    pairs = collection.texts_say.scores(question.features[~single])
    plain = pairs + collection.texts_say.scores(question.features[single])
    ideal = _ideal(plain)
    plain, pairs = plain / np.float32(ideal), pairs / np.float32(ideal)
    expanded, aligned = plain, np.zeros_like(plain)
    if experience and part >= Part.EXPANSION:
        known = np.maximum(collection.rare[question.features], 1e-6)
        weights = (experience.rare[question.features] / known).astype(np.float32)
        expanded = collection.texts_say.scores(question.features, weights)
        expanded[experience.known] = experience.expanded.scores(question.features)
        expanded /= np.float32(_ideal(expanded))
    fused = expanded
    in_group = near_group = np.zeros(len(collection.sizes), dtype=np.float32)
    if experience and part >= Part.GROUPS:
        in_group = best(collection, expanded)
        use = usage(experience.group_uses)
        fused = expanded + (_USE * use + _GROUP * in_group)[collection.groups]
    if experience and experience.alignment and part >= Part.DENSE:
        aligned = experience.alignment.scores(question.place)
        near_group = best(collection, aligned)
        fused = fused + _MEANING * aligned
    return Scores(plain, pairs, expanded, aligned, in_group, near_group, fused, ideal)


def _ideal(scores: Vectors) -> float:
    top = min(_TOP, len(scores))
    return float(np.partition(scores, -top)[-top:].mean()) or 1.0


def usage(uses: Vectors) -> Vectors:
    """Return how much past questions speak for a group: about 1 after 150 of them."""
    found: Vectors = np.log1p(uses).astype(np.float32) / np.float32(5)
    return found


def best(collection: Collection, scores: Vectors) -> Vectors:
    """Return the best score within each group, shape (groups,); at least 0."""
    found = np.zeros(len(collection.sizes), dtype=np.float32)
    np.maximum.at(found, collection.groups, scores)
    return found


def first(scores: Vectors, k: int) -> Rows:
    """Return the k best rows, best first."""
    k = min(k, len(scores))
    rows = np.argpartition(-scores, k - 1)[:k]
    return rows[np.argsort(-scores[rows], kind="stable")]
