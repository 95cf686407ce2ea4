"""Whether a rule is in force on a day."""

from __future__ import annotations

from datetime import date
from typing import Protocol


class Dated(Protocol):
    """What holds from a day, to a day, or both."""

    @property
    def effective_from(self) -> date | None:
        """The first day; None where it always held."""

    @property
    def effective_to(self) -> date | None:
        """The last day; None where it holds until further notice."""


def in_force(item: Dated, day: date) -> bool:
    """Tell whether a fact or passage may be the ground of an answer on that day."""
    begun = item.effective_from is None or item.effective_from <= day
    return begun and not (item.effective_to is not None and item.effective_to < day)
