"""What is asked most and goes wrong most, drawn: the shipped corpus, or a deployer's export."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from assistant.web.context import Site
from assistant.web.pages.look import Look, look, page
from ingest.tallies import Tally, count, of_corpus, open_tally
from knowledge.catalogue import CONTENT, load_complaints
from knowledge.languages import languages
from knowledge.problem_types import FILE, ProblemType, load_types

_ROWS = 20


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of a plot."""

    label: str
    count: int
    url: str | None = None
    hint: str = ""
    samples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plot:
    """Rows drawn beside each other, each as long as its share of the longest."""

    rows: tuple[Bar, ...]
    longest: int  # count of the longest row

    def width(self, row: Bar) -> float:
        """Return how long a row is drawn, 0 to 100."""
        return round(100 * row.count / max(self.longest, 1), 1)


def plot(rows: Iterable[Bar]) -> Plot:
    """Return rows as they are drawn."""
    known = tuple(rows)
    return Plot(known, max((one.count for one in known), default=0))


def router(site: Site) -> APIRouter:
    """Return the route of the page."""
    pages = APIRouter(include_in_schema=False)

    @pages.get("/insight")
    def insight(request: Request) -> HTMLResponse:
        content = site.knowledge.content
        types = load_types(content if (content / FILE).exists() else CONTENT)
        today = site.today().isoformat()
        tally = open_tally(site.knowledge.data) or _shipped(content, today)
        seen = look(site, request)
        plots = {
            "problems": _problems(tally, types, seen),
            "procedures": _procedures(tally, site, seen),
            "languages": [Bar(_language(key), n) for key, n in tally.languages.items()],
            "channels": [Bar(_word(seen, key), n) for key, n in tally.channels.items()],
            "districts": [Bar(key, n) for key, n in tally.districts.items()],
            "weeks": [Bar(key, n) for key, n in tally.weeks.items()],
        }
        return page(
            site, request, "insight.html", "about",
            tally=tally,
            typed=sum(tally.problems.values()),
            groups=_groups(tally, types, seen),
            plots={name: plot(rows) for name, rows in plots.items() if rows},
            procedures=site.catalogue.procedures,
        )  # fmt: skip

    return pages


@lru_cache(maxsize=1)
def _shipped(content: Path, day: str) -> Tally:
    """The corpus by its own labels: what can be counted without asking anything."""
    return count(of_corpus(load_complaints(content)), "corpus", day, synthetic=True)


def _problems(tally: Tally, types: Mapping[str, ProblemType], seen: Look) -> list[Bar]:
    return [
        Bar(
            f"{key} {seen.text(types[key].names)}",
            n,
            hint=seen.text(types[key].says),
            samples=tuple(tally.samples.get(key, ())),
        )
        for key, n in tally.problems.items()
        if key in types
    ]


def _procedures(tally: Tally, site: Site, seen: Look) -> list[Bar]:
    known = site.catalogue.procedures
    return [
        Bar(seen.text(known[key].titles), n, known[key].url) if key in known else Bar(key, n)
        for key, n in islice(tally.procedures.items(), _ROWS)
    ]


def _groups(tally: Tally, types: Mapping[str, ProblemType], seen: Look) -> Plot | None:
    """The three classes together; None where nothing went wrong."""
    sums: Counter[str] = Counter()
    for key, n in tally.problems.items():
        if key in types:
            sums[types[key].group] += n
    rows = tuple(Bar(seen.words(f"insight.class.{key}"), sums[key]) for key in sorted(sums))
    return plot(rows) if rows else None


def _language(code: str) -> str:
    return languages()[code].name if code in languages() else code


def _word(seen: Look, key: str) -> str:
    name = f"insight.channel.{key}"
    return seen.words(name) if seen.words.has(name) else key
