"""What is asked most and goes wrong most, drawn: the shipped corpus, or a deployer's export."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
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
    """One row of a plot: `width` is its share of the longest, 0 to 100, once all rows are known."""

    label: str
    count: int
    url: str | None = None
    hint: str = ""
    samples: tuple[str, ...] = ()
    width: float = 0.0


def router(site: Site) -> APIRouter:
    """Return the route of the page."""
    pages = APIRouter(include_in_schema=False)

    @pages.get("/insight")
    def insight(request: Request) -> HTMLResponse:
        content = site.knowledge.content
        types = _types(content if (content / FILE).exists() else CONTENT)
        tally = open_tally(site.knowledge.data) or _shipped(content, site.today().isoformat())
        seen = look(site, request)
        plots = {
            "problems": _bars(_problems(tally, types, seen)),
            "procedures": _bars(_procedures(tally, site, seen)),
            "languages": _bars([Bar(_language(key), n) for key, n in tally.languages.items()]),
            "channels": _bars([Bar(_word(seen, key), n) for key, n in tally.channels.items()]),
            "districts": _bars([Bar(key, n) for key, n in tally.districts.items()]),
            "weeks": _bars([Bar(key, n) for key, n in tally.weeks.items()]),
        }
        return page(
            site, request, "insight.html", "about",
            tally=tally,
            typed=sum(tally.problems.values()),
            groups=_groups(tally, seen),
            plots={name: bars for name, bars in plots.items() if bars},
            procedures=site.catalogue.procedures,
        )  # fmt: skip

    return pages


@cache
def _types(content: Path) -> Mapping[str, ProblemType]:
    return load_types(content)


@cache
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


def _groups(tally: Tally, seen: Look) -> list[Bar]:
    """The three classes together."""
    sums = dict.fromkeys("ABC", 0)
    for key, n in tally.problems.items():
        sums[key[0]] += n
    return _bars([Bar(seen.words(f"insight.class.{key}"), n) for key, n in sums.items() if n])


def _bars(rows: list[Bar]) -> list[Bar]:
    most = max((row.count for row in rows), default=0)
    return [replace(row, width=round(100 * row.count / most, 1)) for row in rows]


def _language(code: str) -> str:
    return languages()[code].name if code in languages() else code


def _word(seen: Look, key: str) -> str:
    name = f"insight.channel.{key}"
    return seen.words(name) if seen.words.has(name) else key
