"""The reply is in the language and script of the question, as the case names them."""

from __future__ import annotations

from assistant.types import Answer, Outcome
from eval.types import CaseTurn


def score(expected: CaseTurn, answer: Answer) -> float | None:
    """Return 1 or 0; None where nothing can be read, so that no language is asked in."""
    if not expected.lang or answer.outcome is Outcome.INVALID_INPUT in expected.outcomes:
        return None
    return float((answer.language, answer.script) == (expected.lang, expected.script))
