"""The figures of a run as tables in a terminal."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table

from eval.reliability import Reliability
from eval.summary import Summary, groups, interval


def show_summary(summary: Summary, console: Console) -> None:
    """Print a row a metric, a column a language."""
    codes = groups(summary)
    table = Table(title="own cases")
    table.add_column("metric")
    for code in codes:
        table.add_column(code, justify="right")
    for name in sorted(summary):
        cells = []
        for code in codes:
            if code not in summary[name]:
                cells.append("")
                continue
            mean, count = summary[name][code]
            cells.append(f"{mean:.1%} {_between(interval(mean, count))} n={count}")
        table.add_row(name, *cells)
    console.print(table)


def show_reliability(found: Reliability, console: Console) -> None:
    """Print a row a bin of confidence, and how far off it is on average."""
    table = Table(title="confidence, and how often the procedure is right")
    for name in ("confidence", "replies", "mean", "right"):
        table.add_column(name, justify="right")
    for one in found.bins:
        right = f"{one.share:.1%} {_between(one.interval)}"
        table.add_row(f"{one.low:g}–{one.high:g}", str(one.replies), f"{one.stated:.1%}", right)
    console.print(table)
    console.print(f"expected calibration error {found.error:.1%}, n={found.replies}")


def _between(ends: tuple[float, float]) -> str:
    low, high = ends
    return f"[{low:.0%}–{high:.0%}]"
