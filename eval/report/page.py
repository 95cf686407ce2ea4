"""Writes the page: one file that calls for nothing else, its words in templates/."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from markupsafe import Markup

from assistant.web.pages.look import environment
from eval.metrics import says
from eval.metrics.no_wrong_facts import said_wrong
from eval.reliability import reliability
from eval.report import plots
from eval.report.breakdown import confusions, taken, wanted, worst
from eval.summary import groups, interval, latency, summarise
from eval.types import Scored
from knowledge.errors import InputUnreadable
from knowledge.languages import first, languages
from knowledge.passages import Passage

_TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class Run:
    """The replies of a run, at least one, and what is known of what they name."""

    results: Sequence[Scored]
    sets: Mapping[str, str]  # case -> the set it belongs to
    titles: Mapping[str, str]  # of procedures
    passages: Mapping[str, Passage]  # that were found
    day: date


def render(run: Run) -> str:
    """Return the page; whatever cases, replies and passages hold is escaped."""
    by_language = summarise(run.results)
    told = [one for one in run.results if one.expected.procedures]
    found, failing = reliability(run.results), worst(run.results)
    style, script = _asset("page.css"), _asset("page.js")
    return environment(_TEMPLATES).get_template("page.html").render(
        run=run,
        style=style,
        script=script,
        style_hash=_hash(style),
        script_hash=_hash(script),
        summary=by_language,
        languages=groups(by_language),
        interval=interval,
        says=says,
        procedures=summarise(told, lambda one: one.expected.procedures[0]),
        reliability=found,
        plots=plots,
        reliability_plot=plots.reliability_plot(found),
        latency_plot=plots.latency_plot(run.results),
        latency=latency(run.results),
        confusions=confusions(run.results),
        failing=failing,
        wanted=wanted,
        taken=taken,
        said_wrong=said_wrong,
        tag=_tag,
        titled_in=first().html,
    )  # fmt: skip


def _hash(text: str) -> str:
    """Return what a content security policy calls a text by."""
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def write(run: Run, out: Path) -> None:
    """Write the page; InputUnreadable where it cannot be written."""
    try:
        out.write_text(render(run), encoding="utf-8")
    except OSError as fault:
        raise InputUnreadable(f"{out} cannot be written: {fault}") from fault


@cache
def _asset(name: str) -> Markup:
    return Markup((_TEMPLATES / name).read_text(encoding="utf-8"))


def _tag(code: str, script: str | None = None) -> str:
    """Return the BCP 47 tag of a text, for fonts and screen readers."""
    spoken = languages().get(code)
    if spoken is None or script in (None, spoken.script):
        return spoken.html if spoken else ""
    return f"{spoken.html.partition('-')[0]}-{script.title()}"
