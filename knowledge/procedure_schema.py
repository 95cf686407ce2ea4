"""The shape of a procedure's file, as policy people write it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from knowledge.schema import (
    BasisList,
    Identifier,
    Phrases,
    Spoken,
    Strict,
    Texts,
    every_language,
)
from knowledge.types import Aspect, Grade


class SlotPoint(Spoken):
    """A point of a procedure: one sentence in every language."""

    basis: BasisList = Field(default_factory=list)
    confirm: bool = False
    case: bool = Field(default=False, description="speaks of one case of many: a branch, a trade")
    note: Texts | None = None
    ask: Phrases | None = None  # ways of asking for this very fact
    example: list[str] = Field(default=[], description="figures of an example, in no article")


class VariantEntry(Strict):
    """What differs in one case: what is left out is as in the procedure's own slots."""

    id: Identifier
    name: Texts
    when: list[Identifier] = Field(min_length=1, description="ids of kinds.yaml")
    conditions: list[SlotPoint] = Field(default_factory=list)
    materials: list[SlotPoint] = Field(default_factory=list)
    steps: list[SlotPoint] = Field(default_factory=list)
    time: list[SlotPoint] = Field(default_factory=list)


class Ask(Strict):
    """A question as people put it, with what it asks about."""

    ask: str
    aspect: Aspect


class ProcedureFile(Strict):
    """`procedures/<id>.yaml`."""

    id: Identifier
    group: Literal["establish", "premises", "after", "change", "exit", "permit"]
    grade: Grade
    form: Literal["company", "individual"] | None = None
    title: Texts
    aka: Phrases
    purpose: Texts
    who: list[SlotPoint] = Field(min_length=1)
    conditions: list[SlotPoint]
    materials: list[SlotPoint] = Field(min_length=1)
    steps: list[SlotPoint] = Field(min_length=1)
    time: list[SlotPoint] = Field(min_length=1)
    fee: list[SlotPoint] = Field(min_length=1)
    where: list[SlotPoint] = Field(min_length=1)
    penalty: list[SlotPoint] = Field(default_factory=list)
    pitfalls: list[SlotPoint] = Field(default_factory=list)
    entrances: list[str] = Field(min_length=1)
    department: Texts
    basis: BasisList
    related: list[Identifier]
    permits: list[Identifier] = Field(default_factory=list)
    variants: list[VariantEntry] = Field(default_factory=list)
    questions: Annotated[dict[str, list[Ask]], AfterValidator(every_language)]
