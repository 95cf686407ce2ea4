"""The command line of `ingest`: results on standard output, progress and problems beside it."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from knowledge.errors import ContentInvalid, GuidanceError, InputUnreadable
from knowledge.passages import Status

if TYPE_CHECKING:
    from ingest.documents import Report
    from knowledge.index import Manifest
    from knowledge.settings import KnowledgeSettings

# Everything else is imported by the command that needs it: --help must not pay for it.

app = typer.Typer(
    help="Takes documents in and builds the index.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help comes in half the time
)

Progress = Callable[[int, int], None]


@app.command()
def build(
    if_stale: Annotated[
        bool, typer.Option("--if-stale", help="Do nothing where the index is up to date.")
    ] = False,
) -> None:
    """Build the index from the content and the documents taken in."""
    with _edge():
        from ingest import pipeline

        settings = _settings()
        if if_stale and not pipeline.needs_build(settings):
            print("The index is up to date.")
            return
        _build(settings)


@app.command()
def add(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…", help="Files or folders.")],
    status: Annotated[
        Status | None,
        typer.Option(
            help="Of all of them; without it, files under a folder `repealed` are repealed."
        ),
    ] = None,
    kind: Annotated[
        str | None, typer.Option(help="Read them as this kind, whatever their ending.")
    ] = None,
) -> None:
    """Take documents in, then build the index."""
    with _edge():
        from ingest import pipeline, sources
        from ingest.documents import Library

        if kind is not None and kind not in sources.kinds():
            known = ", ".join(sorted(sources.kinds()))
            raise InputUnreadable(f"unknown kind {kind!r}: choose one of {known}")
        settings = _settings()
        started = time.monotonic()
        with _bar("reading") as progress:
            report = Library(settings.documents).add(paths, status, kind, progress)
        _tell(report)
        if report.useless:
            raise InputUnreadable("none of the files could be read: see the reasons above")
        if report.changed or pipeline.needs_build(settings):
            _build(settings, started)
        else:
            print("Nothing changed; the index is up to date.")


@app.command()
def remove(
    ids: Annotated[list[str], typer.Argument(metavar="ID…", help="As `status` lists them.")],
) -> None:
    """Remove documents that were taken in, then build the index."""
    with _edge():
        from ingest.documents import Library

        settings = _settings()
        print(f"Removed: {', '.join(Library(settings.documents).remove(ids))}")
        _build(settings)


@app.command()
def status() -> None:
    """Tell what the index holds, whether it is stale, and which documents were taken in."""
    with _edge():
        from ingest import pipeline

        found = pipeline.status(_settings())
        if found.manifest is None:
            print(f"Index: none in use: {found.problem}")
        else:
            manifest = found.manifest
            print(f"Index: {_counts(manifest)}")
            print(f"Built: {manifest.built_at:%Y-%m-%d %H:%M} UTC")
            print(f"Embedder: {manifest.embedder}; store: {manifest.store}")
            fresh = "up to date"
            print(f"State: {'stale: run `python -m ingest build`' if found.stale else fresh}")
        print(f"Documents: {len(found.documents)}")
        for document in found.documents:
            print(f"  {document.id}  {document.kind}  {document.status}  {document.title}")


@app.command()
def train(
    out: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Else the shipped embedder is replaced.")
    ] = None,
) -> None:
    """Train the default embedder on the content; the index must be built anew afterwards."""
    with _edge():
        from ingest import training
        from knowledge.catalogue import load, load_complaints
        from knowledge.embedders import ARTEFACT

        settings = _settings()
        folder = out or ARTEFACT
        started = time.monotonic()
        made = training.train(load(settings.content), load_complaints(settings.content), folder)
        print(
            f"Trained on {made['examples']} examples"
            f" in {time.monotonic() - started:.0f} s: {folder}"
        )
        print("Now run `python -m ingest build`.")


@contextmanager
def _edge() -> Iterator[None]:
    """What cannot be used ends the command with 2; anything else is a fault of ours and ends it
    with 1 and its traceback."""
    try:
        yield
    except ContentInvalid as fault:
        count = len(fault.problems)
        _complain(
            f"{fault}\nThe content breaks {count} rule{'s' * (count != 1)}: mend the lines above; "
            "until then the index stays as it was."
        )
        raise typer.Exit(2) from None
    except GuidanceError as fault:
        _complain(str(fault))
        raise typer.Exit(2) from None


def _settings() -> KnowledgeSettings:
    from pydantic import ValidationError

    from knowledge.settings import KnowledgeSettings

    try:
        return KnowledgeSettings()
    except (ValidationError, ValueError) as fault:
        reason = " ".join(str(fault).split())
        raise InputUnreadable(f"the settings cannot be used: {reason}") from fault


def _build(settings: KnowledgeSettings, started: float | None = None) -> None:
    from ingest import pipeline

    started = time.monotonic() if started is None else started
    with _bar("indexing") as progress:
        manifest = pipeline.build(settings, progress)
    memory = _peak()
    cost = f"{time.monotonic() - started:.1f} s" + (f", {memory} MB at most" if memory else "")
    print(f"Index: {_counts(manifest)}; {cost}.")


def _counts(manifest: Manifest) -> str:
    kinds = ", ".join(f"{kind} {count}" for kind, count in sorted(manifest.counts.items()))
    return f"{sum(manifest.counts.values())} passages ({kinds})"


def _tell(report: Report) -> None:
    for line in (*report.notes, *report.unreadable):
        _complain(line)
    print(
        f"Taken in: {len(report.added)} new, {len(report.replaced)} replaced, "
        f"{len(report.unchanged)} unchanged; {len(report.skipped)} skipped, "
        f"{len(report.unreadable)} unreadable."
    )


def _complain(text: str) -> None:
    print(text, file=sys.stderr)


@contextmanager
def _bar(what: str) -> Iterator[Progress]:
    """Show a bar on standard error while the command runs, and nothing of it afterwards."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _peak() -> int | None:
    """The most memory this process held, in MB; None where the system does not say."""
    try:
        import resource
    except ImportError:
        return None
    unit = 1 if sys.platform == "darwin" else 1024  # bytes there, KiB elsewhere
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit // 2**20


if __name__ == "__main__":
    app()
