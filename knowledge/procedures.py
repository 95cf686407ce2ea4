"""Reads one file of a procedure into the procedure; ContentInvalid names every slip in it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from knowledge.located import read_yaml
from knowledge.procedure_schema import ProcedureFile, SlotPoint, VariantEntry
from knowledge.schema import bases
from knowledge.slips import named
from knowledge.types import AskedLike, Aspect, Fact, Procedure, Variant

_SLOTS = {
    Aspect.WHO: "who",
    Aspect.CONDITIONS: "conditions",
    Aspect.MATERIALS: "materials",
    Aspect.STEPS: "steps",
    Aspect.TIME: "time",
    Aspect.FEE: "fee",
    Aspect.WHERE: "where",
    Aspect.PENALTY: "penalty",
}


def procedures(file: Path) -> list[tuple[str, Procedure]]:
    """Read `procedures/<id>.yaml`."""
    shape = named(ProcedureFile, read_yaml(file))
    slots = {
        aspect: _facts(shape.id, name, getattr(shape, name), aspect)
        for aspect, name in _SLOTS.items()
    }
    purpose = Fact(
        id=f"{shape.id}#purpose",
        texts=shape.purpose,
        basis=bases(shape.basis[:1]),
        aspects=(Aspect.WHAT,),
        procedures=(shape.id,),
        url=f"/procedures/{shape.id}",
    )
    procedure = Procedure(
        id=shape.id,
        group=shape.group,
        grade=shape.grade,
        form=shape.form,
        titles=shape.title,
        aka={code: tuple(phrases) for code, phrases in shape.aka.items()},
        department=shape.department,
        slots={Aspect.WHAT: (purpose,), **slots},
        pitfalls=_facts(shape.id, "pitfalls", shape.pitfalls),
        entrances=tuple(shape.entrances),
        basis=bases(shape.basis),
        related=tuple(shape.related),
        permits=tuple(shape.permits),
        questions=tuple(
            AskedLike(code, ask.ask, (ask.aspect,), ask.aspect)
            for code, asks in shape.questions.items()
            for ask in asks
        ),
        variants=tuple(_variant(shape.id, entry) for entry in shape.variants),
    )
    return [(procedure.id, procedure)]


def _variant(identity: str, entry: VariantEntry) -> Variant:
    slots = {
        aspect: _facts(identity, f"{name}.{entry.id}", points, aspect)
        for aspect, name in _SLOTS.items()
        if (points := getattr(entry, name, ()))
    }
    return Variant(entry.id, entry.name, tuple(entry.when), slots)


def _facts(
    identity: str, slot: str, points: Iterable[SlotPoint], *aspects: Aspect
) -> tuple[Fact, ...]:
    return tuple(
        Fact(
            id=f"{identity}#{slot}.{index}",
            texts=point.texts,
            basis=bases(point.basis),
            aspects=aspects,
            procedures=(identity,),
            url=f"/procedures/{identity}#{slot}.{index}",
            confirm=point.confirm,
            case=point.case,
            notes=point.note,
            asks={code: tuple(asks) for code, asks in (point.ask or {}).items()},
            example=tuple(point.example),
        )
        for index, point in enumerate(points)
    )
