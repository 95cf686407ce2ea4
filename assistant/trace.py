"""What one turn took and found: seconds by step, for the log line and the answer. No words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import perf_counter


@dataclass(slots=True)
class Trace:
    """Gathers the seconds of each step and what was found."""

    seconds: dict[str, float] = field(default_factory=dict)
    passages: list[tuple[str, float]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)  # why a draft was not believed

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time a step under its name."""
        start = perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = round(self.seconds.get(name, 0.0) + perf_counter() - start, 6)
