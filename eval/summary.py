"""Sums scores up by language, or by any other group, with intervals."""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable, Iterable

from eval.types import Scored

Summary = dict[str, dict[str, tuple[float, int]]]  # metric -> group -> (mean, cases)
ALL = "all"


def summarise(
    results: Iterable[Scored], group: Callable[[Scored], str] = lambda one: one.case.lang
) -> Summary:
    """Return the mean and count of each metric by group (by language), and over all."""
    values: dict[str, dict[str, list[float]]] = {}
    for one in results:
        for name, value in one.scores.items():
            by_group = values.setdefault(name, {})
            by_group.setdefault(group(one), []).append(value)
            by_group.setdefault(ALL, []).append(value)
    return {
        name: {key: (statistics.fmean(found), len(found)) for key, found in by_group.items()}
        for name, by_group in values.items()
    }


def groups(summary: Summary) -> list[str]:
    """Return the groups that have any score, in order, and last all of them."""
    return [*sorted({key for row in summary.values() for key in row} - {ALL}), ALL]


def interval(mean: float, count: int) -> tuple[float, float]:
    """Return the 95 % Wilson interval of a share."""
    z = 1.96
    centre = (mean + z * z / (2 * count)) / (1 + z * z / count)
    half = z / (1 + z * z / count) * math.sqrt(mean * (1 - mean) / count + z * z / (4 * count**2))
    return centre - half, centre + half


def latency(results: Iterable[Scored]) -> tuple[float, float]:
    """Return (median, 95th percentile) of the seconds a reply took."""
    seconds = sorted(one.seconds for one in results)
    return statistics.median(seconds), seconds[math.ceil(0.95 * len(seconds)) - 1]
