"""The right procedure is first or among the alternatives."""

from __future__ import annotations

from assistant.types import Answer, Outcome
from eval.types import CaseTurn


def score(expected: CaseTurn, answer: Answer) -> float | None:
    """Return 1 or 0; None where no procedure is expected."""
    if not expected.procedures or Outcome.ANSWERED not in expected.outcomes:
        return None
    named = [answer.procedure.id] if answer.procedure else []
    named.extend(link.id for link in answer.alternatives)
    named.extend(option.procedure for option in answer.options if option.procedure)
    return float(bool(set(named[:4]) & set(expected.procedures)))
