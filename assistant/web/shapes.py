"""What the API takes and gives beside the Answer."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from knowledge.languages import languages
from knowledge.permit_types import Department, Permit, When
from knowledge.types import (
    Aspect,
    Basis,
    Card,
    Entrance,
    Fact,
    Grade,
    Policy,
    Procedure,
    Term,
    Texts,
    Variant,
)


def _known(code: str | None) -> str | None:
    if code is not None and code not in languages():
        raise ValueError(f"choose one of: {', '.join(languages())}")
    return code


class _In(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Ask(_In):
    """A question. Without a session a new conversation begins; its id stands in the answer."""

    question: str
    session: str | None = Field(None, max_length=64)
    lang: Annotated[str | None, AfterValidator(_known)] = Field(
        None,
        description="force the language of the reply",
        json_schema_extra={"enum": [*languages(), None]},
    )


class Vote(_In):
    """Whether an answer helped. The comment is kept without personal data."""

    answer_id: str = Field(max_length=64)
    vote: Literal[1, -1]
    comment: str | None = Field(None, max_length=2_000)


class Kept(BaseModel):
    """The vote as it is kept now."""

    answer_id: str
    vote: Literal[1, -1]
    comment: str | None


class ProcedureLine(BaseModel):
    """A procedure in the list."""

    id: str
    group: str
    grade: Grade
    titles: Texts
    url: str


class ProcedureWhole(ProcedureLine):
    """A procedure with all that is known of it: its facts by aspect, in order."""

    form: str | None
    aka: dict[str, tuple[str, ...]]
    department: Texts
    slots: dict[Aspect, tuple[Fact, ...]]
    pitfalls: tuple[Fact, ...]
    variants: tuple[Variant, ...]
    entrances: tuple[Entrance, ...]
    basis: tuple[Basis, ...]
    related: tuple[str, ...]
    permits: tuple[str, ...]


class PolicyLine(BaseModel):
    """A policy in the list."""

    id: str
    grade: Grade
    titles: Texts
    statute: str
    effective_from: date | None
    effective_to: date | None
    superseded_by: str | None
    procedures: tuple[str, ...]
    url: str


class PolicyWhole(PolicyLine):
    """A policy with its card and points."""

    card: Card
    points: tuple[Fact, ...]


class KeyPoint(BaseModel):
    """A point of a policy in short."""

    id: str
    texts: Texts
    basis: tuple[Basis, ...]
    effective_from: date | None
    effective_to: date | None
    confirm: bool
    url: str


class TermLine(BaseModel):
    """An official term, what people say instead, and one sentence that explains it."""

    id: str
    official: Texts
    said: dict[str, tuple[str, ...]]
    explain: Texts


class PermitLine(BaseModel):
    """A permit in the list. `presumed`: no published list says that it is handled jointly."""

    id: str
    group: str
    when: When
    joint: bool
    presumed: bool
    confirm: bool
    scopes: Texts
    names: Texts
    departments: tuple[Department, ...]
    procedures: tuple[str, ...]
    url: str


class PermitWhole(PermitLine):
    """A permit with its papers, times and cautions."""

    said: dict[str, tuple[str, ...]]
    basis: tuple[Basis, ...]
    materials: tuple[Fact, ...]
    time: tuple[Fact, ...]
    notes: tuple[Fact, ...]


class Health(BaseModel):
    """The process is up."""

    status: Literal["ok"] = "ok"


class Readiness(BaseModel):
    """The index answers; `stale` when content or documents changed since it was built."""

    status: Literal["ready"] = "ready"
    stale: bool
    hint: str | None
    built_at: datetime
    embedder: str
    passages: int


def procedure_line(procedure: Procedure, base: str) -> ProcedureLine:
    """Return a procedure as it is listed."""
    return ProcedureLine(**_head(procedure, base))


def procedure_whole(
    procedure: Procedure, entrances: tuple[Entrance, ...], base: str
) -> ProcedureWhole:
    """Return a procedure with its entrances."""
    return ProcedureWhole(
        **_head(procedure, base),
        form=procedure.form,
        aka=dict(procedure.aka),
        department=procedure.department,
        slots=dict(procedure.slots),
        pitfalls=procedure.pitfalls,
        variants=procedure.variants,
        entrances=entrances,
        basis=procedure.basis,
        related=procedure.related,
        permits=procedure.permits,
    )


def _head(procedure: Procedure, base: str) -> dict[str, object]:
    return {
        "id": procedure.id,
        "group": procedure.group,
        "grade": procedure.grade,
        "titles": procedure.titles,
        "url": f"{base}{procedure.url}",
    }


def policy_line(policy: Policy, base: str) -> PolicyLine:
    """Return a policy as it is listed."""
    return PolicyLine(**_policy_head(policy, base))


def policy_whole(policy: Policy, base: str) -> PolicyWhole:
    """Return a policy with its points."""
    return PolicyWhole(**_policy_head(policy, base), card=policy.card, points=policy.points)


def _policy_head(policy: Policy, base: str) -> dict[str, object]:
    shared = PolicyLine.model_fields.keys() - {"url"}
    return {name: getattr(policy, name) for name in shared} | {"url": f"{base}{policy.url}"}


def key_point(fact: Fact, base: str) -> KeyPoint:
    """Return a point in short."""
    shared = KeyPoint.model_fields.keys() - {"url"}
    return KeyPoint(**{name: getattr(fact, name) for name in shared}, url=f"{base}{fact.url}")


def term_line(term: Term) -> TermLine:
    """Return a term."""
    return TermLine(id=term.id, official=term.official, said=dict(term.said), explain=term.explain)


def permit_line(permit: Permit, base: str) -> PermitLine:
    """Return a permit as it is listed."""
    return PermitLine(**_permit(permit, base))


def permit_whole(permit: Permit, base: str) -> PermitWhole:
    """Return a permit with all that is said of it."""
    whole = PermitWhole.model_fields.keys() - PermitLine.model_fields.keys()
    return PermitWhole(**_permit(permit, base), **{name: getattr(permit, name) for name in whole})


def _permit(permit: Permit, base: str) -> dict[str, object]:
    shared = PermitLine.model_fields.keys() - {"url"}
    return {name: getattr(permit, name) for name in shared} | {"url": f"{base}{permit.url}"}
