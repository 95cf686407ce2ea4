"""Sums scores up by language, with intervals, and holds them to the baseline."""

from __future__ import annotations

import json
import math
import statistics
from collections.abc import Iterable, Mapping
from pathlib import Path

from rich.console import Console
from rich.table import Table

from eval.types import Scored

BASELINE = Path(__file__).parent / "baseline.json"
_SLACK = 0.005  # rounding, not a drop
Summary = dict[str, dict[str, tuple[float, int]]]  # metric -> language -> (mean, cases)


def summarise(results: Iterable[Scored]) -> Summary:
    """Return the mean and count of each metric by language, and over all."""
    values: dict[str, dict[str, list[float]]] = {}
    for one in results:
        for name, value in one.scores.items():
            by_language = values.setdefault(name, {})
            by_language.setdefault(one.case.lang, []).append(value)
            by_language.setdefault("all", []).append(value)
    return {
        name: {code: (statistics.fmean(found), len(found)) for code, found in by_language.items()}
        for name, by_language in values.items()
    }


def interval(mean: float, count: int) -> tuple[float, float]:
    """Return the 95 % Wilson interval of a share."""
    z = 1.96
    centre = (mean + z * z / (2 * count)) / (1 + z * z / count)
    half = z / (1 + z * z / count) * math.sqrt(mean * (1 - mean) / count + z * z / (4 * count**2))
    return centre - half, centre + half


def latency(results: Iterable[Scored]) -> tuple[float, float]:
    """Return (median, 95th percentile) of the seconds a reply took."""
    seconds = sorted(one.seconds for one in results)
    return statistics.median(seconds), seconds[math.ceil(0.95 * len(seconds)) - 1]


def show(summary: Summary, console: Console) -> None:
    """Print the table: a row a metric, a column a language."""
    codes = sorted({code for row in summary.values() for code in row} - {"all"})
    table = Table(title="own cases")
    table.add_column("metric")
    for code in (*codes, "all"):
        table.add_column(code, justify="right")
    for name in sorted(summary):
        cells = []
        for code in (*codes, "all"):
            if code not in summary[name]:
                cells.append("")
                continue
            mean, count = summary[name][code]
            low, high = interval(mean, count)
            cells.append(f"{mean:.1%} [{low:.0%}–{high:.0%}] n={count}")
        table.add_row(name, *cells)
    console.print(table)


def drops(summary: Summary, baseline: Mapping[str, Mapping[str, float]]) -> list[str]:
    """Return each metric and language that fell below the baseline."""
    found = []
    for name, row in baseline.items():
        for code, before in row.items():
            now = summary.get(name, {}).get(code, (0.0, 0))[0]
            if now < before - _SLACK:
                found.append(f"{name} {code}: {now:.1%}, baseline {before:.1%}")
    return found


def read_baseline(path: Path = BASELINE) -> dict[str, dict[str, float]]:
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
