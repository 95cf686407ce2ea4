"""Which matter a message of a conversation is about: the one before, an earlier one, or another."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import numpy as np

from assistant.ports import Shares, Weighed
from assistant.types import Query, Turn
from knowledge.classifier import Classifier
from knowledge.languages import language
from knowledge.talks import Move
from knowledge.trees import Matrix, Trees, open_trees
from knowledge.types import Procedure

# How likely a procedure is the one meant: boosted trees over how likely the message alone makes it,
# where it stood in the conversation, and how the message speaks. Grown on conversations that were
# written with what each message is about: `python -m eval subjects` measures them, and grows them
# anew.
TREES = Path(__file__).with_name("subject.json")
SIGNALS = (
    "kept",
    "earlier",
    "rival",
    "related",
    "group",
    "read",
    "vote",
    "mixed",
    "place",
    "read before",
    "mixed before",
    "mixed beside",
    "read most",
    "length",
    "brief",
    "follows",
    "tells",
    "bare",
    "leaves",
    "denies",
    "outright",
    "terms",
    "kinds",
    "case",
    "matters",
    *(f"move {move}" for move in Move),
)
_LIKELIEST = 5  # procedures that the message alone names
_FLOOR = 1e-3  # shares below this one are as good as none
_LONGEST = 60  # words of a message; a longer one is told no differently
_LAST = 30  # places behind this one tell nothing more


class Subjects:
    """Weighs what a conversation was about against what its newest message names."""

    def __init__(self, procedures: Mapping[str, Procedure], moves: Classifier | None) -> None:
        """`moves` reads from the words alone whether a message stays, comes back, or moves on."""
        self._procedures = procedures
        self._moves = moves

    def rank(self, query: Query, before: Turn, weighed: Weighed) -> Shares:
        """Return how likely each procedure is meant, likeliest first; they sum to 1.

        Empty where nothing may be meant. `before` is about a procedure that is known.
        """
        names = self.candidates(query, before, weighed)
        if not names:
            return {}
        turns = self._moves.margins(query.text) if self._moves else {}
        rows = self.signals(names, query, before, weighed, turns)
        chances = 1 / (1 + np.exp(-_trees().margins(rows)))
        order = np.argsort(-chances, kind="stable")
        return {names[at]: float(chances[at] / chances.sum()) for at in order}

    def candidates(self, query: Query, before: Turn, weighed: Weighed) -> tuple[str, ...]:
        """Return what may be meant: what was spoken of, and what the message itself names."""
        likeliest = _ordered(weighed.mixed)[:_LIKELIEST]
        left = None if query.leaves else before.procedure  # "Forget it. How do I …?"
        found = (left, *likeliest, *query.earlier, *before.rivals)
        return tuple(dict.fromkeys(name for name in found if name and name in self._procedures))

    def signals(
        self,
        names: Sequence[str],
        query: Query,
        before: Turn,
        weighed: Weighed,
        turns: Mapping[str, float],
    ) -> Matrix:
        """Return what speaks for each candidate, shape (candidates, signals).

        `turns` is how much speaks for each Move by the words alone, as margins.
        """
        kept = before.procedure or ""
        matter = self._procedures[kept]
        read, vote, mixed = weighed.read, weighed.vote, weighed.mixed
        order = _ordered(mixed)
        said = (
            _log(read, kept),
            _log(mixed, kept),
            math.log(max((mixed[name] for name in order if name != kept), default=0.0) + _FLOOR),
            math.log(max(read.values(), default=0.0) + _FLOOR),
            min(language(query.language).words(query.text), _LONGEST),
            query.brief,
            query.follows,
            query.tells,
            query.bare,
            query.leaves,
            query.denies,
            len(query.outright),
            len(query.terms),
            len(query.kinds),
            query.case,
            len(query.earlier),
            *(turns.get(move, 0.0) for move in Move),
        )
        rows = [
            (
                name == kept,
                name in query.earlier,
                name in before.rivals,
                name in matter.related or kept in self._procedures[name].related,
                self._procedures[name].group == matter.group,
                _log(read, name),
                _log(vote, name),
                _log(mixed, name),
                min(order.index(name), _LAST) if name in mixed else _LAST,
                *said,
            )
            for name in names
        ]
        return np.array(rows, dtype=np.float64)


def _ordered(shares: Shares) -> list[str]:
    return sorted(shares, key=lambda name: -shares[name])


def _log(shares: Shares, name: str) -> float:
    return math.log(shares.get(name, 0.0) + _FLOOR)


@cache
def _trees() -> Trees:
    return open_trees(TREES)
