"""The dense leg: a space learnt from the corpus, and how questions and texts move in it to meet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from eval.retrieval.postings import Rows
from knowledge.ports import Vectors

if TYPE_CHECKING:
    import torch

_WIDTH = 256
_SEED = 20261128
_EPOCHS = 8
_BATCH = 128
_OTHERS = 2000  # texts beside which a right one must stand out; half from groups asked about
_RATE = 0.002
_SCALE = 15.0


@dataclass(frozen=True)
class Space:
    """Latent semantic analysis: directions in which the words of the corpus vary together."""

    table: NDArray[np.float16]  # shape (features, width)
    texts: Vectors  # unit vectors, shape (texts, width)

    @classmethod
    def learn(cls, said: csr_matrix) -> Space:
        """Learn from TF-IDF of shape (texts, features)."""
        from sklearn.utils.extmath import randomized_svd

        width = min(_WIDTH, min(said.shape) - 1)
        _, spread, axes = randomized_svd(said, width, n_iter=2, random_state=_SEED)
        # The first axes hold most of the variance and tell least: each counts by its square root.
        table = (axes.T / np.sqrt(np.maximum(spread, 1e-6))).astype(np.float32)
        return cls(table.astype(np.float16), unit(said @ table))

    def place(self, features: Rows, weights: Vectors) -> Vectors:
        """Return where a text with these features lies, a unit vector of shape (width,)."""
        return unit(weights @ self.table[features].astype(np.float32))

    @property
    def bytes(self) -> int:
        """How much memory it takes."""
        return self.table.nbytes + self.texts.nbytes


@dataclass(frozen=True)
class Alignment:
    """Where questions and texts move to: people ask in words that no text uses."""

    asked: Vectors  # shape (width, width)
    texts: Vectors  # unit vectors, moved, shape (texts, width)

    def scores(self, place: Vectors) -> Vectors:
        """Return the cosine of a question with every text, shape (texts,)."""
        found: Vectors = self.texts @ unit(place @ self.asked)
        return found


def align(
    space: Space, groups: Rows, places: Vectors, pairs: Sequence[tuple[int, Sequence[int]]]
) -> Alignment:
    """Learn two linear maps, by which a question lies nearer to its texts than to others.

    `places` has shape (questions, width); each pair is a question and the rows of its texts. Both
    maps begin as they are (identity) and end early: few questions are enough to fit every one.
    """
    import torch

    draw = np.random.default_rng(_SEED)
    width = places.shape[1]
    asked, moved = (torch.eye(width).requires_grad_() for _ in range(2))
    optimiser = torch.optim.Adam([asked, moved], lr=_RATE)
    each = np.array([(one, row) for one, rows in pairs for row in rows], dtype=np.int64)
    share = np.array([1 / len(rows) for _, rows in pairs for _ in rows], dtype=np.float32)
    right = {one: np.array(rows) for one, rows in pairs}
    near = np.flatnonzero(np.isin(groups, np.unique(groups[each[:, 1]])))
    batches = len(each) // _BATCH + 1
    for step in range(_EPOCHS * batches):
        if step % batches == 0:
            turns = np.array_split(draw.permutation(len(each)), batches)
        for group in optimiser.param_groups:
            group["lr"] = _RATE * (1 - step / (_EPOCHS * batches))
        now = turns[step % batches]
        questions, rows = each[now].T
        others = (draw.choice(near, _OTHERS // 2), draw.integers(len(groups), size=_OTHERS // 2))
        shown = np.concatenate([rows, *others])
        found = _moved(places[questions], asked) @ _moved(space.texts[shown], moved).T
        also = np.stack([np.isin(shown, right[one]) for one in questions])
        also[np.arange(len(now)), np.arange(len(now))] = False
        logits = (found * _SCALE).masked_fill(torch.from_numpy(also), -1e4)
        losses = torch.nn.functional.cross_entropy(logits, torch.arange(len(now)), reduction="none")
        optimiser.zero_grad()
        (losses * torch.from_numpy(share[now])).mean().backward()  # type: ignore[no-untyped-call]
        optimiser.step()
    return Alignment(asked.detach().numpy(), unit(space.texts @ moved.detach().numpy()))


def unit(vectors: Vectors) -> Vectors:
    """Return vectors of length 1, along the last axis; zeros stay zeros."""
    length = np.linalg.norm(vectors, axis=-1, keepdims=True)
    found: Vectors = (vectors / np.maximum(length, 1e-9)).astype(np.float32)
    return found


def _moved(places: Vectors, by: torch.Tensor) -> torch.Tensor:
    import torch

    return torch.nn.functional.normalize(torch.from_numpy(places) @ by, dim=1)
