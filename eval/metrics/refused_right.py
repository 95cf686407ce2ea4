"""What should be refused is refused with the right type."""

from __future__ import annotations

from assistant.types import Answer, Outcome
from eval.types import CaseTurn


def score(expected: CaseTurn, answer: Answer) -> float | None:
    """Return 1 or 0; None for good questions."""
    if {Outcome.ANSWERED, Outcome.CLARIFY} & set(expected.outcomes):
        return None
    return float(answer.outcome in expected.outcomes)
