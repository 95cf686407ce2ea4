"""Nothing stands in the reply that the case calls wrong, and no figure without its ground."""

from __future__ import annotations

from assistant.types import Answer, Outcome
from eval.folding import holds
from eval.types import CaseTurn


def score(expected: CaseTurn, answer: Answer) -> float | None:
    """Return 1 where nothing wrong is said; None for what is no answer."""
    if answer.outcome is not Outcome.ANSWERED:
        return None
    return float(not any(holds(answer.text, one) for one in expected.wrong))
