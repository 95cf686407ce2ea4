"""Which procedure is meant: what search found votes, a trained reader weighs the words."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from assistant.ports import Subjects, Weighed
from assistant.types import Outcome, Query, Route, Turn
from knowledge.classifier import Classifier
from knowledge.passages import Hit, PassageKind

_WEIGHTS = {
    PassageKind.QUESTION: 1.0,
    PassageKind.COMPLAINT: 1.0,
    PassageKind.FACT: 0.6,
}
_VOTERS = 8  # of a procedure's passages, the best count
_SHARPNESS = 4.0  # how much more a close passage weighs than a distant one
_READER = 0.55  # the trained reader's say; the rest is the vote's: docs/benchmarks.md
_CALIBRATION = 2.5  # makes a share the chance of being right: fitted on held-out complaints
_FLOOR = 1e-3  # a label that one of the two does not know is not ruled out
_FAINT = 0.25  # nothing found lies closer: nobody has asked anything like this
_OFFERED = 0.25  # of the share of what a fragment names, what makes it mean an option offered
_SECOND = 0.03  # or the share that does where nothing but what it names lies before it
_UNSURE = 0.40  # below, two or three procedures remain
_RIVAL = 0.75  # a runner-up this near the best one is worth asking about
_BRIEF = 40  # characters: a longer message is answered with what it most likely means


class MixedRouter:
    """Mixes the vote of the passages found with the trained reader's shares."""

    def __init__(
        self,
        known: Collection[str],
        classifier: Classifier | None,
        cases: Mapping[str, Collection[str]] = {},
        subjects: Subjects | None = None,
    ) -> None:
        """`cases` are the kinds that name a case of a procedure: "and for a branch?". `subjects`
        tells what a later message of a conversation is about."""
        self._known = frozenset(known)
        self._classifier = classifier
        self._cases = {name: frozenset(kinds) for name, kinds in cases.items()}
        self._subjects = subjects

    def weigh(self, query: Query, hits: Sequence[Hit]) -> Weighed:
        """Return what the message alone makes of the procedures."""
        read = self._classifier.shares(query.text) if self._classifier else {}
        vote = _vote(hits)
        return Weighed(read, vote, _mix(vote, read))

    def route(self, query: Query, hits: Sequence[Hit]) -> Route:
        """Return the likeliest procedure, its runners-up, and how sure that is."""
        weighed = self.weigh(query, hits)
        shares = weighed.mixed
        ranked = sorted(shares.keys() & self._known, key=lambda name: -shares[name])
        others = tuple(ranked[:3])
        nearest = max((hit.dense for hit in hits), default=0.0)
        later = query.previous and self._later(query, query.previous, weighed, ranked)
        if later and later.procedure in _spoken_of(query):
            return later
        if not ranked or nearest < _FAINT:
            return Route(None, alternatives=others, outcome=Outcome.NO_EVIDENCE)
        best = shares[ranked[0]]
        route = Route(ranked[0], (), tuple(ranked[1:4]), best)
        asks_back = len(query.text) <= _BRIEF and not (query.defines and query.terms)
        if best < _UNSURE and len(ranked) > 1 and asks_back:
            rivals = tuple(name for name in ranked[1:3] if shares[name] >= _RIVAL * best)
            if rivals:
                return Route(ranked[0], (), rivals, best, Outcome.CLARIFY)
        return later or route

    def _later(
        self, query: Query, before: Turn, weighed: Weighed, ranked: Sequence[str]
    ) -> Route | None:
        """Return where a message of a conversation leads; None where it has to be found anew."""
        cases = self._cases.get(before.procedure or "", frozenset())
        kept = None
        if before.options and query.leaves:
            return None
        if query.again or (query.case and not cases.isdisjoint(query.kinds)):
            kept = before.procedure
        elif before.options:
            kept = _chosen(query, before.options, weighed.read)
        elif before.procedure in self._known and self._subjects:
            meant = self._subjects.rank(query, before, weighed)
            first = tuple(meant)[:4]
            return Route(first[0], (), first[1:], meant[first[0]]) if first else None
        if kept not in self._known:
            return None
        others = tuple(name for name in ranked if name != kept)[:3]
        sure = max(weighed.mixed.get(kept, 0.0), weighed.read.get(kept, 0.0))
        return Route(kept, (), others, sure)


def _spoken_of(query: Query) -> Collection[str | None]:
    before = query.previous
    return (before.procedure, *before.options, *query.earlier) if before else ()


def _chosen(query: Query, options: Sequence[str], read: Mapping[str, float]) -> str | None:
    """Return which of the procedures we offered is meant; None where it is another matter."""
    named = max(read, key=lambda name: read[name], default=None)
    best = max(options, key=lambda name: read.get(name, 0.0))
    if named is None:
        return None
    if named in options:
        return best
    return best if (query.follows or query.tells) and _still(best, named, read) else None


def _still(before: str, named: str, read: Mapping[str, float]) -> bool:
    """Whether a fragment may well speak of the subject before: "the company's name", of its change.

    A fragment has few words, and the reader is too sure of the little it sees.
    """
    share = read.get(before, 0.0)
    if share >= _OFFERED * read.get(named, 0.0):
        return True
    return share >= max(
        _SECOND, max((read[name] for name in read if name not in (before, named)), default=0.0)
    )


def _vote(hits: Sequence[Hit]) -> dict[str, float]:
    ballots: dict[str, list[float]] = {}
    top = max((hit.lexical for hit in hits), default=0.0) or 1.0
    for hit in hits:
        closeness = 0.6 * max(hit.dense, 0.0) + 0.4 * hit.lexical / top
        vote = _WEIGHTS.get(hit.passage.kind, 0.0) * closeness**_SHARPNESS
        for place, name in enumerate(hit.passage.procedures):
            ballots.setdefault(name, []).append(vote / (1 + place))
    votes = {name: sum(sorted(cast, reverse=True)[:_VOTERS]) for name, cast in ballots.items()}
    total = sum(votes.values()) or 1.0
    return {name: vote / total for name, vote in votes.items()}


def _mix(vote: Mapping[str, float], read: Mapping[str, float]) -> dict[str, float]:
    if not read:
        return dict(vote)
    reader, voter = _CALIBRATION * _READER, _CALIBRATION * (1 - _READER)
    mixed = {
        name: (read.get(name, 0.0) + _FLOOR) ** reader * (vote.get(name, 0.0) + _FLOOR) ** voter
        for name in vote.keys() | read.keys()
    }
    total = sum(mixed.values())
    return {name: share / total for name, share in mixed.items()}
