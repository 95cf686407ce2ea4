"""The right procedure comes first, or is among the options where the case allows asking back."""

from __future__ import annotations

from assistant.types import Answer, Outcome
from eval.types import CaseTurn


def score(expected: CaseTurn, answer: Answer) -> float | None:
    """Return 1 or 0; None where no procedure is expected."""
    if not expected.procedures or Outcome.ANSWERED not in expected.outcomes:
        return None
    if answer.procedure and answer.procedure.id in expected.procedures:
        return 1.0
    offered = {option.procedure for option in answer.options}
    asked = answer.outcome is Outcome.CLARIFY and expected.may_clarify
    return float(asked and bool(offered & set(expected.procedures)))
