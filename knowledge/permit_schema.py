"""The shape of permits.yaml, as policy people write it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from knowledge.permit_types import When
from knowledge.schema import BasisList, Identifier, Phrases, Spoken, Strict, Texts

Group = Literal[
    "food", "lodging", "leisure", "security", "health", "transport", "people", "media",
    "training", "farming", "hazard", "city", "finance", "online",
]  # fmt: skip


class PermitPoint(Spoken):
    """A paper, a time or a caution: one sentence in every language."""

    basis: BasisList = Field(default_factory=list)
    confirm: bool = False


class DepartmentEntry(Strict):
    """A department; `joint` where it takes part in joint handling, `presumed` where we guess so."""

    id: Identifier
    name: Texts
    joint: bool = False
    presumed: bool = False


class PermitEntry(Strict):
    """A permit of the parts `before` and `after`."""

    id: Identifier
    group: Group
    scope: Texts
    permit: Texts
    said: Phrases | None = None
    departments: list[Identifier] = Field(min_length=1)
    procedures: list[Identifier] = Field(default_factory=list)
    basis: BasisList = Field(default_factory=list)
    confirm: bool = False
    materials: list[PermitPoint] = Field(default_factory=list)
    time: list[PermitPoint] = Field(default_factory=list)
    notes: list[PermitPoint] = Field(default_factory=list)


class JointEntry(PermitEntry):
    """A permit of the part `joint`: handled together with the licence, so far as is presumed."""

    when: When
    presumed: bool
    said: Phrases
    materials: list[PermitPoint] = Field(min_length=1)


class PermitsFile(Strict):
    """permits.yaml."""

    departments: list[DepartmentEntry]
    joint: list[JointEntry]
    before: list[PermitEntry]
    after: list[PermitEntry]
