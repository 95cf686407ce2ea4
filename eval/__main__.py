"""The command line of the evaluation: `python -m eval`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from eval import corpus
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
    samples = list(relevance.samples(assistant, relevance.read(settings.content)))
    wanted = sum(int(one.wanted.sum()) for one in samples)
    print(f"{len(samples)} messages, {wanted} facts that a good reply holds")
    print(f"in use:                    {relevance.measure(samples, open_trees(TREES))}")
    print(f"grown on other procedures: {relevance.held_out(samples)}")
    if keep:
        relevance.fit(samples).save(TREES)
        print(f"{TREES.name} holds trees grown on all of them")


@app.command()
def subjects(
    keep: Annotated[bool, typer.Option("--keep", help="put trees grown anew in place")] = False,
) -> None:
    """Measure how often it is found what a later message is about; --keep learns it anew."""
    from assistant.build import Live
    from assistant.settings import AssistantSettings
    from assistant.steps.subject import TREES
    from eval import subjects
    from knowledge.settings import KnowledgeSettings
    from knowledge.talks import load_talks

    settings = KnowledgeSettings()
    live, talks = Live(AssistantSettings(), settings), load_talks(settings.content)
    samples = list(subjects.samples(live.assistant, live.index.passages, talks))
    print(f"learnt on other conversations: {subjects.held_out(samples)}")
    if keep:
        subjects.learn(samples).save(TREES)
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
    from eval import answers, baseline
    from eval.cases import load
    from eval.reliability import reliability
    from eval.summary import latency, summarise
    from eval.tables import show_reliability, show_summary
    from knowledge.settings import KnowledgeSettings

    if keep and sets:
        raise InputUnreadable("the baseline is of all cases: leave out --set, or --keep")
    cases = load(names=sets or ())
    assistant = Live(AssistantSettings(), KnowledgeSettings()).assistant
    results = list(answers.run(assistant, cases))
    summary = summarise(results)
    show_summary(summary, Console())
    show_reliability(reliability(results), Console())
    median, high = latency(results)
    print(f"{len(results)} replies; seconds a reply: median {median:.4f}, p95 {high:.4f}")
    if misses:
        for one in results:
            if one.wrong:
                got = one.answer.procedure.id if one.answer.procedure else "-"
                print(
                    f"{one.id} {','.join(one.wrong)} | {one.expected.user[:80]} | "
                    f"{one.answer.outcome} {got} | wanted {','.join(one.expected.procedures)} "
                    f"{'; '.join(one.missing)}"
                )
    if keep:
        baseline.keep(summary)
    elif not sets and (fell := baseline.drops(summary, baseline.read())):
        print("below the baseline:\n" + "\n".join(fell))
        raise typer.Exit(1)


@app.command()
def report(
    out: Annotated[
        Path | None,
        typer.Option("--out", help="where the page is written; else in the data folder"),
    ] = None,
    sets: Annotated[
        list[str] | None, typer.Option("--set", help="a set of cases by name; all by default")
    ] = None,
) -> None:
    """Ask the frozen cases; write a page with figures, plots, and every reply that is not right."""
    from rich.console import Console
    from rich.progress import track

    from assistant.build import Live
    from assistant.settings import AssistantSettings
    from eval.answers import run
    from eval.cases import load_sets
    from eval.report.page import Run, write
    from knowledge.languages import first
    from knowledge.settings import KnowledgeSettings

    settings = KnowledgeSettings()
    out = out or settings.data / "report.html"
    if not out.parent.is_dir():
        raise InputUnreadable(f"{out} cannot be written: there is no folder {out.parent}")
    named = load_sets(names=sets or ())
    cases = [case for members in named.values() for case in members]
    live = Live(AssistantSettings(), settings)
    messages = sum(len(case.messages()) for case in cases)
    asked = track(run(live.assistant, cases), "asking", messages, console=Console(stderr=True))
    results = list(asked)
    led = {passage for one in results for passage, _ in one.trace.passages}
    procedures = live.index.catalogue.procedures
    page = Run(
        results,
        sets={case.id: name for name, members in named.items() for case in members},
        titles={name: one.titles[first().code] for name, one in procedures.items()},
        passages={one.id: one for one in live.index.passages if one.id in led},
        day=live.assistant.today(),
    )
    write(page, out)
    typer.echo(str(out))


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
    """Search any corpus by words; training questions teach it meaning and order."""
    from eval.retrieval import batch

    count = batch(queries, corpus, train, k, out)
    typer.echo(f"{count} queries: {out}", err=True)


@app.command()
def benchmark(
    corpus: Annotated[Path, typer.Option("--corpus", help="JSONL or JSONL.xz of texts")],
    train: Annotated[Path, typer.Option("--train", help="JSONL of training pairs")],
) -> None:
    """Measure retrieval on questions kept out: five folds, cut two ways, part by part."""
    from eval.retrieval.folds import benchmark

    for line in benchmark(corpus, train):
        print(line, flush=True)


@app.command()
def parity() -> None:
    """Ask the same questions in five forms: does each group lead to one procedure?"""
    from assistant.build import Live
    from assistant.settings import AssistantSettings
    from eval.parity import agree, asked, load
    from knowledge.settings import KnowledgeSettings

    groups = load()
    found = asked(Live(AssistantSettings(), KnowledgeSettings()).assistant, groups)
    for group in groups:
        if not agree(found[group.id]):
            told = ", ".join(f"{form}: {name or '-'}" for form, name in found[group.id].items())
            typer.echo(f"{group.id} wanted {group.procedure} | {told}")
    same = sum(agree(found[one.id]) for one in groups)
    right = sum(set(found[one.id].values()) == {one.procedure} for one in groups)
    typer.echo(f"{same} of {len(groups)} groups lead to one procedure, {right} to the right one")


for command in (corpus.complaints, corpus.types, corpus.routing, corpus.case_from_complaint):
    app.command()(command)


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
