"""At least one of the aspects that are asked about is recognised."""

from __future__ import annotations

from assistant.types import Answer, Outcome
from eval.types import CaseTurn


def score(expected: CaseTurn, answer: Answer) -> float | None:
    """Return 1 where an expected aspect was understood; None where the case names none."""
    if not expected.aspects or answer.outcome is not Outcome.ANSWERED:
        return None
    return float(bool(set(expected.aspects) & set(answer.aspects)))
