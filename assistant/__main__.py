"""The command line of the assistant: `python -m assistant`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from knowledge.errors import GuidanceError

if TYPE_CHECKING:
    from assistant.build import Live

_ENDS = {"exit", "quit", "q", ":q"}  # end a talk in the terminal

app = typer.Typer(
    help="Plain answers, with sources, on registering, changing, licensing and closing a business.",
    no_args_is_help=True,
    add_completion=False,
)


@app.command()
def ask(
    question: Annotated[
        str | None,
        typer.Argument(help="in Mandarin, Cantonese, English; left out: a talk, line by line"),
    ] = None,
    lang: Annotated[str | None, typer.Option("--lang", help="language of the reply")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="print the whole Answer")] = False,
) -> None:
    """Ask one question, or several that follow each other."""
    from assistant.conversation import remember
    from assistant.settings import AssistantSettings
    from assistant.types import Question, Turn
    from assistant.web.view import terminal
    from knowledge.languages import languages

    if lang is not None and lang not in languages():
        raise typer.BadParameter(f"choose one of: {', '.join(languages())}", param_hint="--lang")
    assistant, home = _live().assistant, AssistantSettings().home
    if question is not None:
        answer = assistant.answer(Question(question, language=lang))
        print(answer.model_dump_json(indent=2) if as_json else terminal(answer, home))
        return
    history: tuple[Turn, ...] = ()
    for text in _lines():
        answer = assistant.answer(Question(text, history, lang))
        history = remember(history, answer)
        print(answer.model_dump_json() if as_json else f"\n{terminal(answer, home)}\n", flush=True)


def _lines() -> Iterator[str]:
    """Yield what is typed or piped in, up to the end; a person is shown where to type."""
    typed = sys.stdin.isatty()
    while True:
        if typed:
            typer.echo("> ", err=True, nl=False)
        if not (line := sys.stdin.readline()):
            return
        if (text := line.strip()).lower() in _ENDS:
            return
        if text:
            yield text


@app.command()
def digest(
    file: Annotated[Path, typer.Argument(help="an official text: HTML, PDF, DOCX, Markdown")],
    out: Annotated[
        Path | None, typer.Option("--out", help="write the draft of the policy here: <id>.md")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="print all that was found")] = False,
) -> None:
    """Read a new policy: propose its points, and show which of ours it touches."""
    from ingest import sources
    from ingest.digest import digest as read
    from ingest.enactments import as_statute
    from ingest.proposal import policy_file, report

    if out is not None and (out.suffix != ".md" or out.exists() or not out.parent.is_dir()):
        rule = "name a new file that ends in .md, in a folder that exists"
        raise typer.BadParameter(rule, param_hint="--out")
    live = _live()
    documents = [as_statute(one) or one for one in sources.read(file)]
    found = [read(one, live.index.catalogue, live.assistant.search) for one in documents]
    if as_json:
        print(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=2, default=str))
        return
    print("\n".join(report(one) for one in found))
    for number, one in enumerate(found):
        more = f"-{number + 1}" if number else ""
        if out is None:
            print(policy_file(one, f"new-policy{more}"))
            continue
        file = out.with_stem(f"{out.stem}{more}")
        file.write_text(policy_file(one, file.stem), encoding="utf-8")
        print(f"{file}: for a person to finish; then `python -m knowledge check {file}`")


def _live() -> Live:
    from assistant.build import Live
    from assistant.settings import AssistantSettings
    from knowledge.settings import KnowledgeSettings

    return Live(AssistantSettings(), KnowledgeSettings())


@app.command()
def schema() -> None:
    """Print the JSON Schemas of what goes in and out."""
    from assistant.types import Answer

    print(json.dumps({"Answer": Answer.model_json_schema()}, ensure_ascii=False, indent=2))


def main() -> None:
    """Run the command line; a problem of the input is one line and exit code 2."""
    try:
        app()
    except GuidanceError as fault:
        typer.echo(str(fault), err=True)
        raise SystemExit(2) from fault


if __name__ == "__main__":
    main()
