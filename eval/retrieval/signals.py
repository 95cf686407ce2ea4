"""What the reranker sees of each candidate: every leg's say, alone and beside the others."""

from __future__ import annotations

import numpy as np

from eval.retrieval.candidates import Scores, usage
from eval.retrieval.collection import Collection, Question
from eval.retrieval.experience import Experience, Votes
from eval.retrieval.meaning import unit
from eval.retrieval.postings import Rows
from knowledge.ports import Vectors

_FEEDBACK = 8  # candidates whose mean place a good text should be near
_WINDOW = 3  # neighbours to each side
_RANKED = ("expanded", "pairs", "plain", "aligned", "latent", "fused", "feedback", "near_asked")
_BELOW = ("expanded", "aligned", "latent", "fused")
_WITHIN = ("expanded", "aligned")


def signals(
    collection: Collection,
    experience: Experience,
    question: Question,
    scores: Scores,
    rows: Rows,
) -> Vectors:
    """Return a row of signals for each candidate, shape (candidates, signals).

    `rows` are the candidates, best first. Nothing in it tells which question or text it is: the
    same signals hold for texts that no training question led to.
    """
    votes = experience.votes(question)
    found = _of_texts(collection, question, scores, rows)
    found |= _of_votes(collection, experience, votes, rows)
    found |= _of_groups(collection, experience, question, scores, votes, rows)
    groups = collection.groups[rows]
    same = groups[:, None] == groups[None, :]
    found |= {f"rank_{name}": _rank(found[name]) for name in _RANKED}
    found |= {f"below_{name}": found[name].max() - found[name] for name in _BELOW}
    for name in _WITHIN:
        higher = found[name][None, :] > found[name][:, None]
        found[f"within_{name}"] = np.log1p((same & higher).sum(axis=1))
    found["companions"] = np.log(same.sum(axis=1))
    return np.stack(list(found.values()), axis=1).astype(np.float32)


def _of_texts(
    collection: Collection, question: Question, scores: Scores, rows: Rows
) -> dict[str, Vectors]:
    places = collection.space.texts[rows]
    centre = unit(places[:_FEEDBACK].mean(axis=0))
    groups = collection.groups
    return {
        "expanded": scores.expanded[rows],
        "plain": scores.plain[rows],
        "pairs": scores.pairs[rows],
        "aligned": scores.aligned[rows],
        "latent": places @ question.place,
        "fused": scores.fused[rows],
        "feedback": places @ centre,
        "near_words": around(scores.expanded, groups, rows, 2),
        "near_aligned": around(scores.aligned, groups, rows, 2),
        "length": np.log1p(collection.lengths[rows]),
        "order": np.log1p(collection.order[rows]).astype(np.float32),
        "depth": (collection.order[rows] / collection.sizes[groups[rows]]).astype(np.float32),
        "said": _all(rows, float(np.log1p(question.rarity))),
        "met": _all(rows, scores.ideal / max(question.rarity, 1e-6)),
    }


def _of_votes(
    collection: Collection, experience: Experience, votes: Votes, rows: Rows
) -> dict[str, Vectors]:
    place = experience.place[rows]
    known = place >= 0
    whole = np.zeros(len(collection.groups), dtype=np.float32)
    whole[experience.known] = votes.nearest
    return {
        "nearest": np.where(known, votes.nearest[place], 0),
        "closest": np.where(known, votes.closest[place], 0),
        "summed": np.where(known, votes.summed[place], 0),
        "near_asked": around(whole, collection.groups, rows, _WINDOW),
        "uses": np.log1p(experience.text_uses[rows]),
        "best_words": _all(rows, votes.best_words),
        "best_meaning": _all(rows, votes.best_meaning),
    }


def _of_groups(
    collection: Collection,
    experience: Experience,
    question: Question,
    scores: Scores,
    votes: Votes,
    rows: Rows,
) -> dict[str, Vectors]:
    groups = collection.groups[rows]
    telling = question.features[collection.single[question.features] == 0]
    whole = collection.groups_say.scores(telling)
    uses, sizes = experience.group_uses[groups], collection.sizes[groups]
    return {
        "group_words": scores.in_group[groups],
        "group_aligned": scores.near_group[groups],
        "group_whole": whole[groups] / (whole.max() + 1e-6),
        "group_title": collection.titles_say.scores(telling)[groups],
        "group_uses": usage(uses),
        "group_density": np.log((uses + 0.1) / (sizes + 3)),
        "group_size": np.log(sizes),
        "vote_words": votes.by_words[groups],
        "vote_meaning": votes.by_meaning[groups],
        "vote_nearest": votes.by_nearest[groups],
    }


def around(scores: Vectors, groups: Rows, rows: Rows, window: int) -> Vectors:
    """Return the scores of the neighbours in the same group, the nearer the heavier, summed."""
    found = np.zeros(len(rows), dtype=np.float32)
    for step in range(1, window + 1):
        for other in (rows - step, rows + step):
            inside = np.clip(other, 0, len(groups) - 1)
            same = (inside == other) & (groups[inside] == groups[rows])
            found += np.where(same, scores[inside], 0) / step
    return found


def _rank(scores: Vectors) -> Vectors:
    return np.log1p(np.argsort(np.argsort(-scores, kind="stable"))).astype(np.float32)


def _all(rows: Rows, value: float) -> Vectors:
    """Return the same for every candidate: what is known of the question."""
    return np.full(len(rows), value, dtype=np.float32)
