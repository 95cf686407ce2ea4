"""What a conversation keeps of a turn: small, explicit, no words."""

from __future__ import annotations

from dataclasses import replace

from assistant.types import Answer, Question, Turn
from knowledge.catalogue import Catalogue
from knowledge.scripts import clean

_KEPT = 6  # turns
_GROUNDS = 3  # facts of a reply that are repeated where somebody doubts it


def remember(history: tuple[Turn, ...], answer: Answer) -> tuple[Turn, ...]:
    """Return the history with this answer's turn; the procedure stays through a greeting."""
    before = history[-1].procedure if history else None
    turn = Turn(
        language=answer.language,
        script=answer.script,
        procedure=answer.procedure.id if answer.procedure else before,
        aspects=answer.aspects,
        options=tuple(option.procedure for option in answer.options if option.procedure),
        grounds=tuple(one.url for one in answer.citations[:_GROUNDS] if one.url),
        rivals=tuple(one.id for one in answer.alternatives),
        variant=answer.procedure.variant if answer.procedure else None,
    )
    return (*history, turn)[-_KEPT:]


def picked(question: Question, catalogue: Catalogue) -> Question:
    """Return the question with an option that is picked by its number written out: "2"."""
    options = question.history[-1].options if question.history else ()
    number = clean(question.text).rstrip(".。、)")
    if not (number.isdecimal() and 0 < int(number) <= len(options)):
        return question
    chosen = catalogue.procedures[options[int(number) - 1]]
    return replace(question, text=chosen.titles[question.spoken])
