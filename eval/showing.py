"""A tally as tables in a terminal."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice

from rich.console import Console
from rich.table import Table

from ingest.tallies import Tally
from knowledge.catalogue import Catalogue
from knowledge.languages import first
from knowledge.problem_types import ProblemType

_ROWS = 15


def show(
    tally: Tally, types: Mapping[str, ProblemType], catalogue: Catalogue, console: Console
) -> None:
    """Print what is asked most, what goes wrong most, and what is answered worst."""
    code = first().code
    made_up = " (synthetic)" if tally.synthetic else ""
    console.print(f"{tally.name}{made_up}: {tally.records} records")
    problems = {f"{key} {types[key].names[code]}": n for key, n in tally.problems.items()}
    titles = {
        catalogue.procedures[key].titles[code] if key in catalogue.procedures else key: n
        for key, n in tally.procedures.items()
    }
    for title, counts in (
        ("what goes wrong", problems),
        ("what is asked", titles),
        ("languages", tally.languages),
        ("districts", tally.districts),
        ("weeks", tally.weeks),
    ):
        if counts:
            console.print(_table(title, counts))
    if tally.asked:
        console.print(f"answered badly, of {tally.asked} asked; the worst:")
        for one in tally.badly[:_ROWS]:
            console.print(f"- {one.why} ({one.fit:.2f}) {one.text[:90]}", markup=False)


def _table(title: str, counts: Mapping[str, int]) -> Table:
    table = Table("", "records", title=title)
    for name, count in islice(counts.items(), _ROWS):
        table.add_row(name, str(count))
    return table
