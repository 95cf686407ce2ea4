"""The reply is in the language and script of the question."""

from __future__ import annotations

from assistant.types import Answer
from eval.types import CaseTurn
from knowledge.languages import detect


def score(expected: CaseTurn, answer: Answer) -> float | None:
    """Return 1 or 0; None where the question is in none of our languages."""
    spoken = detect(expected.user, answer.language)
    if spoken is None:
        return None
    return float(spoken.code == answer.language)
