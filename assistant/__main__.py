"""The command line of the assistant: `python -m assistant`."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from knowledge.errors import GuidanceError

app = typer.Typer(
    help="Plain answers, with sources, on registering, changing, licensing and closing a business.",
    no_args_is_help=True,
    add_completion=False,
)


@app.callback()
def _callback() -> None:
    """Keep `ask` a command of its own while it is the only one."""


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="the question, in Mandarin, Cantonese, English")],
    lang: Annotated[str | None, typer.Option("--lang", help="language of the reply")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="print the whole Answer")] = False,
) -> None:
    """Ask one question."""
    from assistant.build import Live
    from assistant.settings import AssistantSettings
    from assistant.types import Question
    from assistant.web.view import terminal
    from knowledge.languages import languages
    from knowledge.settings import KnowledgeSettings

    if lang is not None and lang not in languages():
        raise typer.BadParameter(f"choose one of: {', '.join(languages())}", param_hint="--lang")
    assistant = Live(AssistantSettings(), KnowledgeSettings()).assistant
    answer = assistant.answer(Question(question, language=lang))
    print(answer.model_dump_json(indent=2) if as_json else terminal(answer))


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
