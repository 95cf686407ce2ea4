"""Every fact group of the case is found in the text or the key points."""

from __future__ import annotations

from assistant.types import Answer
from eval.folding import holds
from eval.types import CaseTurn


def score(expected: CaseTurn, answer: Answer) -> float | None:
    """Return 1 where all groups are found, else 0; None where the case names none."""
    if not expected.facts:
        return None
    return float(not missing(expected, answer))


def missing(expected: CaseTurn, answer: Answer) -> tuple[str, ...]:
    """Return the first alternative of each group that is not found."""
    said = "\n".join((answer.text, *answer.key_points))
    return tuple(group[0] for group in expected.facts if not any(holds(said, one) for one in group))
