"""The nouns of figures: what was found, and when two are the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

Value = Decimal | str
Key = tuple[str, Value, str | None]
"""Kind, value and unit: the hashable normal form of a figure."""


class Kind(StrEnum):
    """What a figure says, and what its value and unit look like."""

    COUNT = "count"  # Decimal; no unit
    DURATION = "duration"
    # Decimal; day working_day week month quarter year hour minute second. Each keeps its own unit:
    # the law tells 30 days from a month. Only a broken year or hour is given in the smaller unit,
    # so that half a year is 6 months.
    DATE = "date"  # ISO 8601, "-" for what is not said: 2024-07-01, 2024-07, 2024, --06-30, ---15
    TIME = "time"  # of day: 09:30
    MONEY = "money"  # Decimal; CNY HKD MOP TWD USD EUR GBP JPY
    PERCENT = "percent"  # Decimal: 5 for 5 %; unit "point" for percentage points
    FRACTION = "fraction"  # in lowest terms: "2/3"
    MEASURE = "measure"  # Decimal; m2 km m cm mm kg t mu MB
    ARTICLE = "article"  # "47", "20-1" for 第二十条之一
    PART = "part"  # "2"; what of a statute is no article: book chapter section paragraph item
    ORDINAL = "ordinal"  # "746": a number that names one thing, as decrees, houses, rooms have
    PHONE = "phone"  # its digits


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a text: ``text[start:end]`` of the source is ``text``."""

    kind: Kind
    value: Value
    unit: str | None
    text: str
    start: int
    end: int

    @property
    def key(self) -> Key:
        """The same for every notation of the figure."""
        return (self.kind.value, self.value, self.unit)


def same(a: Figure, b: Figure) -> bool:
    """Whether two figures say the same, however and in whatever language they are written."""
    return a.key == b.key


@dataclass(frozen=True, slots=True)
class Found:
    """A figure before it is cut out of its source."""

    kind: Kind
    value: Value
    unit: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Claim:
    """A stretch of text that one recogniser has settled, with what figures stand in it, if any."""

    start: int
    end: int
    figures: tuple[Found, ...] = ()


def time_span(value: Decimal, unit: str, start: int, end: int) -> Found:
    """A duration, a broken year told in months and a broken hour in minutes."""
    smaller, parts = {"year": ("month", 12), "hour": ("minute", 60)}.get(unit, (unit, 1))
    if value % 1 and not value * parts % 1:
        value, unit = value * parts, smaller
    return Found(Kind.DURATION, value, unit, start, end)


Recogniser = Callable[[str], Iterable[Claim]]
"""Reads folded text in which what others have claimed is blanked out."""
