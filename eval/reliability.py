"""Whether replies are right as often as their confidence says."""

from __future__ import annotations

import statistics
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from eval.summary import interval
from eval.types import Scored

# Four of five replies are surer than 0.9: there the bins are narrow, and wide where few lie.
EDGES = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.0)


@dataclass(frozen=True, slots=True)
class Bin:
    """The replies whose confidence lies from `low` up to `high`; 1 belongs to the last."""

    low: float
    high: float
    stated: float  # their mean confidence
    right: int
    replies: int

    @property
    def share(self) -> float:
        """How many of them were right."""
        return self.right / self.replies

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % interval of that share."""
        return interval(self.share, self.replies)


@dataclass(frozen=True, slots=True)
class Reliability:
    """The bins that hold any reply, from unsure to sure."""

    bins: tuple[Bin, ...]

    @property
    def replies(self) -> int:
        """How many replies count."""
        return sum(one.replies for one in self.bins)

    @property
    def right(self) -> int:
        """How many of them name a right procedure."""
        return sum(one.right for one in self.bins)

    @property
    def error(self) -> float:
        """The expected calibration error: how far what is said lies from what is, on average."""
        apart = (one.replies * abs(one.stated - one.share) for one in self.bins)
        return sum(apart) / max(self.replies, 1)


def reliability(results: Iterable[Scored]) -> Reliability:
    """Return the bins of the replies that name a procedure where one was expected.

    Right is a reply whose procedure is one of the expected, however the turn ended: that is what
    its confidence is the chance of.
    """
    told = [
        (one.answer.confidence, one.answer.procedure.id in one.expected.procedures)
        for one in results
        if one.answer.procedure and one.expected.procedures
    ]
    bins = []
    for low, high in pairwise(EDGES):
        inside = [
            (sure, right) for sure, right in told if low <= sure < high or sure == high == EDGES[-1]
        ]
        if inside:
            stated = statistics.fmean(sure for sure, _ in inside)
            bins.append(Bin(low, high, stated, sum(right for _, right in inside), len(inside)))
    return Reliability(tuple(bins))
