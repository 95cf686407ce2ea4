"""Which procedure is meant: what search found votes, a trained reader weighs the words."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

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
_NAMED = 0.18  # the reader's share from which a message names its own subject
_CLEAR = 0.50  # and from which a few words do that ask for nothing
_KEPT = 0.25  # of that share, what keeps a short message with the subject before
_SECOND = 0.03  # the share that keeps it there where nothing but the subject named lies before it
_MOVED = 0.60  # how sure a longer message must be of a new one
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
    ) -> None:
        """`cases` are the kinds that name a case of a procedure: "and for a branch?"."""
        self._known = frozenset(known)
        self._classifier = classifier
        self._cases = {name: frozenset(kinds) for name, kinds in cases.items()}

    def route(self, query: Query, hits: Sequence[Hit]) -> Route:
        """Return the likeliest procedure, its runners-up, and how sure that is."""
        read = self._classifier.shares(query.text) if self._classifier else {}
        shares = _mix(_vote(hits), read)
        ranked = sorted(shares.keys() & self._known, key=lambda name: -shares[name])
        others = tuple(ranked[:3])
        if query.previous and query.previous.procedure in self._known:
            cases = self._cases.get(query.previous.procedure or "", frozenset())
            case = query.case and not cases.isdisjoint(query.kinds)
            kept = (
                query.previous.procedure if case else _subject(query, query.previous, shares, read)
            )
            if kept in self._known:
                rest = tuple(name for name in ranked if name != kept)
                return Route(kept, (), rest[:3], max(shares.get(kept, 0.0), read.get(kept, 0.0)))
        nearest = max((hit.dense for hit in hits), default=0.0)
        if not ranked or nearest < _FAINT:
            return Route(None, alternatives=others, outcome=Outcome.NO_EVIDENCE)
        best = shares[ranked[0]]
        route = Route(ranked[0], (), tuple(ranked[1:4]), best)
        asks_back = len(query.text) <= _BRIEF and not (query.defines and query.terms)
        if best < _UNSURE and len(ranked) > 1 and asks_back:
            rivals = tuple(name for name in ranked[1:3] if shares[name] >= _RIVAL * best)
            if rivals:
                return Route(ranked[0], (), rivals, best, Outcome.CLARIFY)
        return route


def _subject(
    query: Query, before: Turn, shares: Mapping[str, float], read: Mapping[str, float]
) -> str | None:
    """Return what a message of a conversation is about; None where it has to be found anew."""
    if query.leaves or query.again:  # "Say that in simpler words."
        return None if query.leaves else before.procedure
    if before.options:
        return _chosen(query, before.options, read)
    # What the reader makes of the words alone: search was told the subject and repeats it.
    named = max(read, key=lambda name: read[name], default=None)
    if query.tells and before.procedure and read.get(named or "", 0.0) < _CLEAR:
        # "It is a sole trader's stall": told after "who can take it over?", that says which.
        told = max((before.procedure, *before.rivals), key=lambda name: read.get(name, 0.0))
        return before.procedure if _still(before.procedure, told, read) else told
    if query.bare:
        return before.procedure  # "And the penalty?"
    if query.brief and not (query.outright or query.terms) and read.get(named or "", 0) < _CLEAR:
        return before.procedure  # "Really?"
    if named and read[named] >= _NAMED:
        if query.follows and before.procedure and _kept(query, before.procedure, named, read):
            return before.procedure
        return named if query.follows and named in shares else None
    if not query.follows and max(shares.values(), default=0.0) >= _MOVED:
        return None
    if query.terms and named and before.procedure and not _still(before.procedure, named, read):
        return None  # it speaks of something, if not clearly of what; surely not of that
    return before.procedure


def _chosen(query: Query, options: Sequence[str], read: Mapping[str, float]) -> str | None:
    """Return which of the procedures we offered is meant; None where it is another matter."""
    named = max(read, key=lambda name: read[name], default=None)
    best = max(options, key=lambda name: read.get(name, 0.0))
    if named is None or named in options:
        return best
    return best if (query.follows or query.tells) and _still(best, named, read) else None


def _kept(query: Query, before: str, named: str, read: Mapping[str, float]) -> bool:
    """Whether a message that follows keeps the subject before, though it seems to name another.

    "How much does it cost to register a company?" begins as a follow-up and is none: a whole
    sentence must leave the subject before as likely as one of four.
    """
    if query.brief:
        return _still(before, named, read)
    return read.get(before, 0.0) >= _KEPT * read[named]


def _still(before: str, named: str, read: Mapping[str, float]) -> bool:
    """Whether a fragment may well speak of the subject before: "the company's name", of its change.

    A fragment has few words, and the reader is too sure of the little it sees.
    """
    share = read.get(before, 0.0)
    if share >= _KEPT * read.get(named, 0.0):
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
