"""The command line of the evaluation: `python -m eval`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from knowledge.errors import GuidanceError, InputUnreadable

app = typer.Typer(
    help="How good is the assistant: own cases, batches, public benchmarks.",
    no_args_is_help=True,
    add_completion=False,
)
_Out = Annotated[Path, typer.Option("--out", help="where the results are written, JSONL")]


@app.command()
def relevance(
    keep: Annotated[bool, typer.Option("--keep", help="put trees grown anew in place")] = False,
) -> None:
    """Measure how near the top the facts lie that a good reply holds; --keep learns it anew."""
    from assistant.build import Live
    from assistant.settings import AssistantSettings
    from assistant.steps.retrieve import TREES
    from eval import relevance
    from knowledge.settings import KnowledgeSettings
    from knowledge.trees import open_trees

    settings = KnowledgeSettings()
    assistant = Live(AssistantSettings(), settings).assistant
    samples = list(relevance.samples(assistant, relevance.read(), settings.content))
    wanted = sum(int(one.wanted.sum()) for one in samples)
    print(f"{len(samples)} messages, {wanted} facts that a good reply holds")
    print(f"in use:                    {relevance.measure(samples, open_trees(TREES))}")
    print(f"grown on other procedures: {relevance.held_out(samples)}")
    if keep:
        relevance.fit(samples).save(TREES)
        print(f"{TREES.name} holds trees grown on all of them")


@app.command()
def run(
    sets: Annotated[
        list[str] | None, typer.Option("--set", help="a set of cases by name; all by default")
    ] = None,
    misses: Annotated[bool, typer.Option("--misses", help="list what was not right")] = False,
    keep: Annotated[bool, typer.Option("--keep", help="make this run the baseline")] = False,
) -> None:
    """Score the frozen cases; exit 1 where a figure fell below the baseline."""
    from rich.console import Console

    from assistant.build import Live
    from assistant.settings import AssistantSettings
    from eval import answers, report
    from eval.cases import load
    from knowledge.settings import KnowledgeSettings

    if keep and sets:
        raise InputUnreadable("the baseline is of all cases: leave out --set, or --keep")
    cases = load(names=sets or ())
    assistant = Live(AssistantSettings(), KnowledgeSettings()).assistant
    results = list(answers.run(assistant, cases))
    summary = report.summarise(results)
    report.show(summary, Console())
    median, high = report.latency(results)
    print(f"{len(results)} replies; seconds a reply: median {median:.4f}, p95 {high:.4f}")
    if misses:
        for one in results:
            if wrong := sorted(name for name, value in one.scores.items() if not value):
                got = one.answer.procedure.id if one.answer.procedure else "-"
                print(
                    f"{one.case.id}.{one.turn} {','.join(wrong)} | {one.expected.user[:80]} | "
                    f"{one.answer.outcome} {got} | wanted {','.join(one.expected.procedures)} "
                    f"{'; '.join(one.missing)}"
                )
    if keep:
        report.keep(summary)
    elif not sets and (fell := report.drops(summary, report.read_baseline())):
        print("below the baseline:\n" + "\n".join(fell))
        raise typer.Exit(1)


@app.command()
def answers(
    questions: Annotated[Path, typer.Option("--questions", help="JSONL of questions")],
    out: _Out,
) -> None:
    """Answer a batch of questions or conversations."""
    from assistant.build import Live
    from assistant.settings import AssistantSettings
    from eval.answers import batch
    from knowledge.settings import KnowledgeSettings

    count = batch(Live(AssistantSettings(), KnowledgeSettings()).assistant, questions, out)
    typer.echo(f"{count} answered: {out}", err=True)


@app.command()
def retrieve(
    queries: Annotated[Path, typer.Option("--queries", help="JSONL of queries")],
    corpus: Annotated[Path, typer.Option("--corpus", help="JSONL or JSONL.xz of texts")],
    out: _Out,
    train: Annotated[Path | None, typer.Option("--train", help="JSONL of training pairs")] = None,
    k: Annotated[int, typer.Option("--k", help="hits a query")] = 100,
) -> None:
    """Search any corpus with the lexical leg, helped by training questions where given."""
    from eval.retrieval import batch

    count = batch(queries, corpus, train, k, out)
    typer.echo(f"{count} queries: {out}", err=True)


@app.command()
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
        print(
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
        print(json.dumps(asdict(tally), ensure_ascii=False, indent=2))
        return
    show(tally, types, live.index.catalogue, Console())
    typer.echo(f"kept for /insight: {file}", err=True)


@app.command()
def types() -> None:
    """Measure on the held-out fifth how well the problem type of a record is told."""
    from eval.complaints import told_right
    from knowledge.catalogue import load_complaints
    from knowledge.problem_types import load_voices

    corpus, voices = load_complaints(), load_voices()
    kept, fine, coarse, alarm = told_right(corpus, voices)
    print(f"{kept} records kept out of {sum(bool(one.problem_type) for one in corpus)}")
    print(f"macro-F1 of the 21 types {fine:.3f}, of their 3 classes {coarse:.3f}")
    print(f"whether anything went wrong at all, on a fifth of all records: F1 {alarm:.3f}")


@app.command()
def routing() -> None:
    """Measure how often each record of the corpus finds its procedure with itself left out."""
    from eval.routing import left_out

    right, asked = left_out()
    print(f"{right} of {asked} records find their procedure: {right / asked:.1%}")


@app.command()
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
    print(case.model_dump_json(indent=2, exclude_defaults=True))


@app.command()
def bench() -> None:
    """Measure speed and memory; run it on an idle machine."""
    import os

    from eval.benchmarks import benchmarks

    print(f"processors: {os.cpu_count()}; load: {os.getloadavg()[0]:.1f}")
    for name, measure in benchmarks().items():
        for what, figure in measure():
            print(f"{name}: {what}: {figure}", flush=True)


def main() -> None:
    """Run the command line; a problem of the input is one line and exit code 2."""
    try:
        app()
    except GuidanceError as fault:
        typer.echo(str(fault), err=True)
        raise SystemExit(2) from fault


if __name__ == "__main__":
    main()
