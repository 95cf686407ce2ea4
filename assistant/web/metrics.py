"""Counts for /metrics: turns by outcome and language, their seconds, votes."""

from __future__ import annotations

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram
from prometheus_client.exposition import generate_latest

from assistant.types import Answer

_BUCKETS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)


class Metrics:
    """The counters of one application."""

    media_type = CONTENT_TYPE_LATEST

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._turns = Counter(
            "suidao_turns",
            "Turns answered",
            ["outcome", "language"],
            registry=self._registry,
        )
        self._seconds = Histogram(
            "suidao_turn_seconds",
            "Seconds from question to answer",
            ["language"],
            buckets=_BUCKETS,
            registry=self._registry,
        )
        self._votes = Counter("suidao_votes", "Votes on answers", ["vote"], registry=self._registry)

    def turn(self, answer: Answer, seconds: float) -> None:
        """Count an answer."""
        self._turns.labels(answer.outcome.value, answer.language).inc()
        self._seconds.labels(answer.language).observe(seconds)

    def vote(self, vote: int) -> None:
        """Count a vote."""
        self._votes.labels("up" if vote > 0 else "down").inc()

    def text(self) -> bytes:
        """Return the exposition."""
        return generate_latest(self._registry)
