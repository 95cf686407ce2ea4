"""Holds the figures of a run to those that were kept."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from eval.summary import Summary

BASELINE = Path(__file__).parent / "baseline.json"
_SLACK = 0.005  # rounding, not a drop


def drops(summary: Summary, baseline: Mapping[str, Mapping[str, float]]) -> list[str]:
    """Return each metric and language that fell below the baseline."""
    found = []
    for name, row in baseline.items():
        for code, before in row.items():
            now = summary.get(name, {}).get(code, (0.0, 0))[0]
            if now < before - _SLACK:
                found.append(f"{name} {code}: {now:.1%}, baseline {before:.1%}")
    return found


def read(path: Path = BASELINE) -> dict[str, dict[str, float]]:
    """Return the kept means; empty where none were kept yet."""
    if not path.exists():
        return {}
    found: dict[str, dict[str, float]] = json.loads(path.read_text(encoding="utf-8"))
    return found


def keep(summary: Summary, path: Path = BASELINE) -> None:
    """Write the means as the new baseline."""
    means = {
        name: {code: round(mean, 4) for code, (mean, _) in sorted(row.items())}
        for name, row in sorted(summary.items())
    }
    path.write_text(json.dumps(means, indent=1) + "\n", encoding="utf-8")
