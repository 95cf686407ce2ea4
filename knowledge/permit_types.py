"""The nouns of permits. Frozen, no behaviour beyond reading what they hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from knowledge.types import Basis, Fact, Texts


class When(StrEnum):
    """Whether a permit must be in hand before the licence, or is applied for after it."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Department:
    """An office that grants permits. `presumed`: nobody has published that it takes part."""

    id: str
    names: Texts
    joint: bool  # takes part in joint handling
    presumed: bool


@dataclass(frozen=True, slots=True)
class Permit:
    """What a line of business needs besides the licence, and who grants it."""

    id: str
    group: str
    when: When
    joint: bool  # handled together with the licence
    presumed: bool  # that it is handled together is our own reading, no published list
    confirm: bool  # True: the whole entry is shown only as "to be confirmed with the office"
    scopes: Texts  # as it is worded in the business scope
    names: Texts
    said: Mapping[str, tuple[str, ...]]
    departments: tuple[Department, ...]
    procedures: tuple[str, ...]
    basis: tuple[Basis, ...]
    materials: tuple[Fact, ...]
    time: tuple[Fact, ...]
    notes: tuple[Fact, ...]

    @property
    def url(self) -> str:
        """Where the permit stands on the page of the permits: a bare path."""
        return f"/permits#{self.id}"

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All that is said of it, point by point."""
        return (*self.materials, *self.time, *self.notes)
