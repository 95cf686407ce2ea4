"""The last look before a reply goes out: every figure and link in it must stand in its evidence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.types import Draft, Evidence
from knowledge.figures import unsupported
from knowledge.types import Fact

_LINK = re.compile(r"https?://\S+|\]\(")


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a draft is not believed."""

    code: str  # fabricated_link | wrong_number | unsupported_claim
    line: int
    what: str


def check(draft: Draft, evidence: tuple[Evidence, ...]) -> tuple[Fault, ...]:
    """Return what a draft says that the evidence handed out does not; empty where it may go out.

    A line without labels is one of our own fixed sentences and carries no claim beyond counts of
    what follows it.
    """
    handed = {one.label: one for one in evidence}
    faults = []
    for number, line in enumerate(draft.lines):
        if _LINK.search(line.text):
            faults.append(Fault("fabricated_link", number, line.text))
        if unknown := [label for label in line.labels if label not in handed]:
            faults.append(Fault("unsupported_claim", number, ",".join(unknown)))
            continue
        ground = [text for label in line.labels for text in _texts(handed[label])]
        # A sentence of the content, word for word, needs no reading of its figures.
        if not ground or line.text in ground:
            continue
        if missing := unsupported(line.text, ground):
            faults.append(Fault("wrong_number", number, ", ".join(one.text for one in missing)))
    return tuple(faults)


def _texts(evidence: Evidence) -> tuple[str, ...]:
    item = evidence.item
    if isinstance(item, Fact):
        begins = (item.effective_from.isoformat(),) if item.effective_from else ()
        beside = [*(item.notes or {}).values(), *(item.replaces or {}).values()]
        return (*item.texts.values(), *beside, *begins)
    return (item.text,)
