"""The turn ended as it should: answered, asked back, or refused with the right type."""

from __future__ import annotations

from assistant.types import Answer
from eval.types import CaseTurn


def score(expected: CaseTurn, answer: Answer) -> float | None:
    """Return 1 or 0."""
    return float(answer.outcome in expected.outcomes)
