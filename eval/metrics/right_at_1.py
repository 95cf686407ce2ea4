"""The right procedure comes first, or is among the options where the case allows asking back."""

from __future__ import annotations

from assistant.types import Answer, Outcome
from eval.types import CaseTurn


def score(expected: CaseTurn, answer: Answer) -> float | None:
    """Return 1 or 0; None where no procedure is expected. A refusal is never right here."""
    if not expected.procedures or Outcome.ANSWERED not in expected.outcomes:
        return None
    if answer.outcome is Outcome.CLARIFY:
        offered = {option.procedure for option in answer.options}
        return float(expected.may_clarify and bool(offered & set(expected.procedures)))
    right = answer.procedure is not None and answer.procedure.id in expected.procedures
    return float(right and answer.outcome is Outcome.ANSWERED)
