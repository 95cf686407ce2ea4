"""Where the marks of a plot stand, in the units of its drawing; the templates draw them."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from eval.reliability import Bin, Reliability
from eval.summary import latency
from eval.types import Scored

WIDTH, HEIGHT = 400, 320
LEFT, RIGHT, TOP, BOTTOM = 50, 382, 14, 268  # the field inside the axes
_SMALLEST, _LARGEST = 3.0, 9.0  # radius of a dot
_FLOOR = 0.0005  # seconds: what is quicker is drawn there
_COLUMNS = (1, 1.25, 1.6, 2, 2.5, 3.15, 4, 5, 6.3, 8)  # each as much more than the one before
_STEPS = (1, 2, 5)  # of each power of ten
_NAMED = 9  # as many values find room below the field


@dataclass(frozen=True, slots=True)
class Scale:
    """Places values between `low` and `high` along one side of the field."""

    low: float
    high: float
    start: float
    end: float
    bend: Callable[[float], float] = float  # math.log10 for a side that counts in powers

    def __call__(self, value: float) -> float:
        """Return where a value stands; what lies outside stands at the end."""
        low, high = self.bend(self.low), self.bend(self.high)
        share = (self.bend(min(max(value, self.low), self.high)) - low) / ((high - low) or 1.0)
        return round(self.start + share * (self.end - self.start), 1)


@dataclass(frozen=True, slots=True)
class Tick:
    """A value named beside an axis."""

    value: float
    place: float


@dataclass(frozen=True, slots=True)
class Dot:
    """A bin of replies: its place, the ends of its interval, as large as it holds many."""

    bin: Bin
    x: float
    y: float
    top: float
    bottom: float
    radius: float


@dataclass(frozen=True, slots=True)
class ReliabilityPlot:
    """How often replies were right, over how sure they were."""

    dots: tuple[Dot, ...]
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """How many replies took between `low` and `high` seconds."""

    low: float
    high: float
    replies: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class LatencyPlot:
    """How many replies took how long, each column as much slower than the one before."""

    columns: tuple[Column, ...]
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    median: Tick
    high: Tick  # the 95th percentile


def reliability_plot(found: Reliability) -> ReliabilityPlot:
    """Return where each bin stands; the largest is drawn largest."""
    x, y = Scale(0, 1, LEFT, RIGHT), Scale(0, 1, BOTTOM, TOP)
    most = max((one.replies for one in found.bins), default=1)
    area = Scale(0, math.sqrt(most), _SMALLEST, _LARGEST)
    dots = [
        Dot(
            one,
            x(one.stated),
            y(one.share),
            y(one.interval[1]),
            y(one.interval[0]),
            area(math.sqrt(one.replies)),
        )
        for one in found.bins
    ]
    fifths = [n / 5 for n in range(6)]
    return ReliabilityPlot(tuple(dots), _ticks(fifths, x), _ticks(fifths, y))


def latency_plot(results: Sequence[Scored]) -> LatencyPlot:
    """Return the columns of all replies that were timed; there is at least one."""
    seconds = [one.seconds for one in results]
    edges = _edges(min(seconds), max(seconds))
    x = Scale(edges[0], edges[-1], LEFT, RIGHT, math.log10)
    heaps = [sum(a <= max(one, _FLOOR) < b for one in seconds) for a, b in pairwise(edges)]
    round_step = _step(max(heaps) / 4)
    up = [round_step * n for n in range(math.ceil(max(heaps) / round_step) + 1)]
    y = Scale(0, up[-1], BOTTOM, TOP)
    columns = [
        Column(a, b, n, x(a), y(n), round(x(b) - x(a), 1), round(BOTTOM - y(n), 1))
        for (a, b), n in zip(pairwise(edges), heaps, strict=True)
    ]
    median, high = latency(results)
    named = [one for one in edges if _leading(one) in _STEPS]
    if len(named) > _NAMED:
        named = [one for one in named if _leading(one) == 1]
    return LatencyPlot(
        tuple(columns),
        _ticks(named, x),
        _ticks(up, y),
        Tick(median, x(median)),
        Tick(high, x(high)),
    )


def _ticks(values: Iterable[float], scale: Scale) -> tuple[Tick, ...]:
    return tuple(Tick(one, scale(one)) for one in values)


def _edges(low: float, high: float) -> list[float]:
    """Return where columns begin and end, from the quickest to the slowest."""
    low, high = max(low, _FLOOR), max(high, _FLOOR)
    powers = range(math.floor(math.log10(low)), math.floor(math.log10(high)) + 2)
    steps = [float(f"{lead}e{power}") for power in powers for lead in _COLUMNS]
    first = max(n for n, one in enumerate(steps) if one <= low)
    last = min(n for n, one in enumerate(steps) if one > high)
    return steps[first : last + 1]


def _step(value: float) -> int:
    """Return the smallest of 1, 2, 5, 10, 20, 50 … that is no smaller."""
    unit = 1
    while value > _STEPS[-1] * unit:
        unit *= 10
    return next(lead * unit for lead in _STEPS if lead * unit >= value)


def _leading(value: float) -> float:
    return float(f"{value:e}".partition("e")[0])
