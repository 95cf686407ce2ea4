"""What a conversation keeps of a turn: small, explicit, no words."""

from __future__ import annotations

from dataclasses import replace

from assistant.types import Answer, Question, Turn
from knowledge.catalogue import Catalogue
from knowledge.languages import language
from knowledge.scripts import clean, convert

_KEPT = 6  # turns
_GROUNDS = 3  # facts of a reply that are repeated where somebody doubts it


def remember(history: tuple[Turn, ...], answer: Answer) -> tuple[Turn, ...]:
    """Return the history with this answer's turn; what it is about stays through a greeting."""
    before = history[-1] if history else None
    card = answer.procedure
    turn = Turn(
        language=answer.language,
        script=answer.script,
        procedure=card.id if card else before.procedure if before else None,
        aspects=answer.aspects,
        options=tuple(option.procedure for option in answer.options if option.procedure),
        matters=bool(answer.options) and not any(one.procedure for one in answer.options),
        grounds=tuple(one.url for one in answer.citations[:_GROUNDS] if one.url),
        rivals=tuple(one.id for one in answer.alternatives),
        variant=card.variant if card else before.variant if before else None,
    )
    return (*history, turn)[-_KEPT:]


def picked(question: Question, catalogue: Catalogue) -> Question:
    """Return the question with an option that is picked by its number written out: "2"."""
    before = question.history[-1] if question.history else None
    number = clean(question.text).rstrip(".。、)")
    if before is None or not number.isdecimal():
        return question
    spoken = language(question.spoken)
    if before.matters:
        offered: list[str] = list(spoken.wording.matters)
    else:
        known = (catalogue.procedures.get(one) for one in before.options)
        offered = [one.titles[spoken.code] if one else "" for one in known]
    chosen = dict(enumerate(offered, 1)).get(int(number))
    if not chosen:
        return question
    return replace(question, text=convert(chosen, spoken.script, before.script))
