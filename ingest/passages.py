"""Content and documents as passages: what is embedded, and what each piece leads to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from knowledge.catalogue import Catalogue
from knowledge.passages import VOICE, Passage, PassageKind
from knowledge.types import Aspect, Complaint, Fact, Procedure


def of_content(catalogue: Catalogue, complaints: Iterable[Complaint]) -> Iterator[Passage]:
    """Yield the passages of the whole content."""
    for procedure in catalogue.procedures.values():
        yield from _names(procedure)
    for fact in catalogue.facts():
        yield from _fact(fact)
    for complaint in complaints:
        yield Passage(
            id=complaint.id,
            kind=PassageKind.COMPLAINT,
            language=complaint.language,
            text=complaint.text,
            procedures=complaint.procedures,
            aspects=complaint.aspects,
            outcome=complaint.outcome,
        )


def _names(procedure: Procedure) -> Iterator[Passage]:
    purpose = procedure.opening(None).id
    for code, title in procedure.titles.items():
        for index, name in enumerate((title, *procedure.aka[code])):
            yield Passage(
                id=f"{procedure.id}#name.{code}.{index}",
                kind=PassageKind.QUESTION,
                language=code,
                text=name,
                target=purpose,
                procedures=(procedure.id,),
                # Who only names a matter wants to know what it is and how it goes.
                aspects=(Aspect.WHAT, Aspect.STEPS),
            )
    for index, asked in enumerate(procedure.questions):
        yield Passage(
            id=f"{procedure.id}{VOICE}{index}",
            kind=PassageKind.QUESTION,
            language=asked.language,
            text=asked.text,
            # A told case asks for the procedure, and for no one of its facts.
            target=procedure.opening(asked.slot).id if asked.slot else None,
            procedures=(procedure.id,),
            aspects=asked.aspects,
        )


def _fact(fact: Fact) -> Iterator[Passage]:
    for code, text in fact.texts.items():
        yield Passage(
            id=f"{fact.id}.{code}",
            kind=PassageKind.FACT,
            language=code,
            text=text,
            target=fact.id,
            procedures=fact.procedures,
            aspects=fact.aspects,
            url=fact.url,
            effective_from=fact.effective_from,
            effective_to=fact.effective_to,
        )
    for code, asks in fact.asks.items():
        for index, ask in enumerate(asks):
            yield Passage(
                id=f"{fact.id}.{code}.ask.{index}",
                kind=PassageKind.QUESTION,
                language=code,
                text=ask,
                target=fact.id,
                procedures=fact.procedures,
                aspects=fact.aspects,
                effective_from=fact.effective_from,
                effective_to=fact.effective_to,
            )
