"""A small network that orders candidates; it learns to put the right ones of a question first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.ports import Vectors

_HIDDEN = 24
_NETWORKS = 3  # their mean: one alone depends on how it began
_EPOCHS = 12
_BATCH = 64
_RATE = 0.01
_DECAY = 1e-3
_DROPOUT = 0.2
_SHOWN = 120  # candidates a question shows the network: the right ones, the first, some others
_FIRST = 50
_CLIP = 5.0  # standard deviations

Lesson = tuple[Vectors, NDArray[np.bool_]]
"""The signals of a question's candidates, shape (candidates, signals), and which are right."""


@dataclass(frozen=True)
class Ranker:
    """Networks with one hidden layer over standardised signals."""

    mean: Vectors  # shape (signals,)
    spread: Vectors
    layers: tuple[tuple[Vectors, Vectors, Vectors], ...]  # inwards, bias, outwards

    @classmethod
    def learn(cls, lessons: Sequence[Lesson]) -> Ranker:
        """Learn from questions that have a right candidate; same lessons, same networks."""
        draw = np.random.default_rng(0)
        some = [_shown(signals, right, draw) for signals, right in lessons if right.any()]
        signals = np.stack([one for one, _ in some])
        right = np.stack([one for _, one in some]).astype(np.float32)
        flat = signals.reshape(-1, signals.shape[2])
        mean, spread = flat.mean(axis=0), flat.std(axis=0) + 1e-6
        signals = np.clip((signals - mean) / spread, -_CLIP, _CLIP)
        wanted = right / right.sum(axis=1, keepdims=True)
        layers = tuple(_network(signals, wanted, seed) for seed in range(_NETWORKS))
        return cls(mean, spread, layers)

    def scores(self, signals: Vectors) -> Vectors:
        """Return the share of each candidate in what is right, shape (candidates,); sums to 1."""
        given = np.clip((signals - self.mean) / self.spread, -_CLIP, _CLIP)
        mean = np.zeros(len(given), dtype=np.float32)
        for inwards, bias, outwards in self.layers:
            found = np.tanh(given @ inwards + bias) @ outwards
            found = found - found.max()
            mean += (found - np.log(np.exp(found).sum())) / len(self.layers)
        shares: Vectors = np.exp(mean)
        shares /= shares.sum()
        return shares


def _shown(signals: Vectors, right: NDArray[np.bool_], draw: np.random.Generator) -> Lesson:
    """Return some of the candidates, always as many: what is far down teaches little."""
    size = min(_SHOWN, len(signals))
    order = draw.random(len(signals))
    order[:_FIRST] -= 1
    order[right] -= 2
    kept = np.argsort(order, kind="stable")[:size]
    return signals[kept], right[kept]


def _network(signals: Vectors, wanted: Vectors, seed: int) -> tuple[Vectors, Vectors, Vectors]:
    import torch

    torch.manual_seed(seed)
    given, goal = torch.from_numpy(signals), torch.from_numpy(wanted)
    inner = torch.nn.Linear(signals.shape[2], _HIDDEN)
    outer = torch.nn.Linear(_HIDDEN, 1, bias=False)
    net = torch.nn.Sequential(inner, torch.nn.Tanh(), torch.nn.Dropout(_DROPOUT), outer)
    optimiser = torch.optim.AdamW(net.parameters(), lr=_RATE, weight_decay=_DECAY)
    batches = -(-len(given) // _BATCH)
    step = 0
    for _ in range(_EPOCHS):
        order = torch.randperm(len(given))
        for start in range(0, len(given), _BATCH):
            now = order[start : start + _BATCH]
            for group in optimiser.param_groups:
                group["lr"] = _RATE * (1 - step / (_EPOCHS * batches))
            said = torch.log_softmax(net(given[now]).squeeze(2), dim=1)
            optimiser.zero_grad()
            loss = -(goal[now] * said).sum(dim=1).mean()
            loss.backward()  # type: ignore[no-untyped-call]
            optimiser.step()
            step += 1
    weights = inner.weight.detach().numpy().T.copy()
    return weights, inner.bias.detach().numpy(), outer.weight.detach().numpy()[0]
