"""The right procedure is among the first three: first, or one of the two nearest others."""

from __future__ import annotations

from assistant.types import Answer, Outcome
from eval.types import CaseTurn

_FIRST = 3


def score(expected: CaseTurn, answer: Answer) -> float | None:
    """Return 1 or 0; None where no procedure is expected."""
    if not expected.procedures or Outcome.ANSWERED not in expected.outcomes:
        return None
    named = [answer.procedure.id] if answer.procedure else []
    named.extend(option.procedure for option in answer.options if option.procedure)
    named.extend(link.id for link in answer.alternatives)
    first = list(dict.fromkeys(named))[:_FIRST]
    return float(bool(set(first) & set(expected.procedures)))
