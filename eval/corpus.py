"""The commands over the complaint corpus, or a hotline's own export of records."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from knowledge.errors import InputUnreadable


def complaints(
    csv: Annotated[
        Path | None, typer.Option("--csv", help="a hotline's own export; else the shipped corpus")
    ] = None,
    ask: Annotated[bool, typer.Option(help="put every record to the assistant")] = True,
    as_json: Annotated[bool, typer.Option("--json", help="print all figures")] = False,
) -> None:
    """Count what is asked and what goes wrong, for /insight; list what is answered badly."""
    import json
    from dataclasses import asdict

    from rich.console import Console
    from rich.progress import Progress

    from assistant.build import Live
    from assistant.settings import AssistantSettings
    from eval import complaints as found
    from eval.showing import show
    from ingest import hotline, problems, tallies
    from knowledge.catalogue import load_complaints
    from knowledge.problem_types import load_types, load_voices
    from knowledge.settings import KnowledgeSettings

    settings = KnowledgeSettings()
    corpus, types = load_complaints(settings.content), load_types(settings.content)
    export = hotline.read(csv) if csv else None
    if export:
        columns = ", ".join(f"{ours}: {theirs}" for ours, theirs in export.columns.items())
        typer.echo(
            f"{len(export.records)} rows read, {len(export.bad)} not; {export.encoding}; {columns}"
        )
        for row, why in export.bad[:20]:
            typer.echo(f"row {row}: {why}", err=True)
        entries = found.entries(
            export.records, problems.learn(corpus, load_voices(settings.content))
        )
    else:
        entries = tallies.of_corpus(corpus)
    live = Live(AssistantSettings(), settings)
    badly: tuple[tallies.Unanswered, ...] = ()
    if ask:
        with Progress(console=Console(stderr=True)) as progress:
            task = progress.add_task("asking", total=len(entries))
            entries, badly = found.asked(
                live.assistant, entries, not export, lambda n: progress.update(task, completed=n)
            )
    tally = tallies.count(
        entries,
        csv.name if csv else "corpus",
        live.assistant.today().isoformat(),
        export is None,
        badly,
        len(entries) if ask else 0,
        export.bad if export else (),
    )
    file = tally.save(settings.data)
    if as_json:
        typer.echo(json.dumps(asdict(tally), ensure_ascii=False, indent=2))
        return
    show(tally, types, live.index.catalogue, Console())
    typer.echo(f"kept for /insight: {file}", err=True)


def types() -> None:
    """Measure on the held-out fifth how well the problem type of a record is told."""
    from eval.complaints import told_right
    from knowledge.catalogue import load_complaints
    from knowledge.problem_types import load_voices
    from knowledge.settings import KnowledgeSettings

    content = KnowledgeSettings().content
    corpus, voices = load_complaints(content), load_voices(content)
    kept, fine, coarse, alarm = told_right(corpus, voices)
    typer.echo(f"{kept} records kept out of {sum(bool(one.problem_type) for one in corpus)}")
    typer.echo(f"macro-F1 of the 21 types {fine:.3f}, of their 3 classes {coarse:.3f}")
    typer.echo(f"whether anything went wrong at all, on a fifth of all records: F1 {alarm:.3f}")


def routing() -> None:
    """Measure how often each record of the corpus finds its procedure with itself left out."""
    from eval.routing import left_out

    routed = left_out()
    for name, found in (
        ("records", [right for _, right in routed]),
        ("clear ones", [right for record, right in routed if record.clear]),
    ):
        right, asked = sum(found), len(found)
        typer.echo(f"{right} of {asked} {name} find their procedure: {right / asked:.1%}")


def case_from_complaint(
    record: Annotated[str, typer.Argument(help="the id of a complaint, or a row of --csv")],
    csv: Annotated[Path | None, typer.Option("--csv", help="a hotline's own export")] = None,
) -> None:
    """Propose an evaluation case from a record, without personal data, for a person to confirm."""
    from assistant.build import Live
    from assistant.settings import AssistantSettings
    from eval.complaints import proposed
    from ingest import hotline
    from knowledge.catalogue import load_complaints
    from knowledge.languages import first
    from knowledge.personal import hide
    from knowledge.settings import KnowledgeSettings

    settings = KnowledgeSettings()
    assistant = Live(AssistantSettings(), settings).assistant
    if csv:
        rows = {str(one.row): one for one in hotline.read(csv).records}
        if record not in rows:
            raise InputUnreadable(f"{csv.name} has no readable row {record}")
        row = rows[record]
        spoken = row.language or first().code
        case = proposed(assistant, f"{csv.stem}-{record}", row.text, spoken, None)
    else:
        known = {one.id: one for one in load_complaints(settings.content)}
        if record not in known:
            raise InputUnreadable(f"the corpus has no complaint {record}")
        one = known[record]
        case = proposed(assistant, f"case-{record}", hide(one.text), one.language, one)
    typer.echo(case.model_dump_json(indent=2, exclude_defaults=True))
