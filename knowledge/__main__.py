"""The command line of `knowledge`: the rules of content, in plain words, with file and line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from knowledge.errors import ContentInvalid, GuidanceError, InputUnreadable, Problem

if TYPE_CHECKING:
    from knowledge.written import Written

# Everything else is imported by the command that needs it: --help must not pay for it.

app = typer.Typer(
    help="Looks after what is known: the files in content/.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

_BESIDE = Path(__file__).resolve().parent.parent.parent / "shared" / "laws"


@app.callback()
def _callback() -> None:
    """Keep `check` a command of its own while it is the only one."""


@app.command()
def check(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[FILE…]", help="Look at these only; without, at all content."),
    ] = None,
    laws: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER",
            help="A folder of statutes to compare figures with; without it, ../shared/laws.",
        ),
    ] = None,
) -> None:
    """Hold the content to its rules: 0 when all are kept, 2 when one is broken."""
    try:
        broken = _check(files or [], laws)
    except GuidanceError as fault:
        typer.echo(str(fault), err=True)
        raise typer.Exit(2) from None
    if broken:
        raise typer.Exit(2)


def _check(files: list[Path], laws: Path | None) -> int:
    from knowledge import written
    from knowledge.checks import checks
    from knowledge.settings import KnowledgeSettings

    folder = KnowledgeSettings().content.resolve()
    only = frozenset(file.resolve() for file in files)
    for file in only:
        if not file.is_file():
            raise InputUnreadable(f"{file} is no file")
        if folder not in file.parents:
            raise InputUnreadable(f"{file} is not in the content folder, {folder}")
    if laws is not None and not laws.is_dir():
        raise InputUnreadable(f"{laws} is no folder of statutes")
    found = laws or (_BESIDE if _BESIDE.is_dir() else None)
    try:
        content = written.read(folder, found, only=only)
    except ContentInvalid as fault:
        return _unreadable(fault.problems, only)
    problems: list[Problem] = []
    tallies: list[str] = []
    for each in checks().values():
        for finding in each(content):
            if isinstance(finding, Problem):
                problems.append(finding)
            else:
                tallies.append(finding.line)
    return _tell(content, problems, tallies)


def _unreadable(problems: tuple[Problem, ...], only: frozenset[Path]) -> int:
    shown = [problem for problem in problems if not only or problem.file in only]
    _print(shown)
    if len(problems) > len(shown):
        print(f"{_number(len(problems) - len(shown), 'problem')} in other files.")
    print(
        f"{_number(len(problems), 'problem')}. The other rules are looked at once these are mended."
    )
    return len(problems)


def _tell(content: Written, problems: list[Problem], tallies: list[str]) -> int:
    from knowledge.written import Note

    shown = [problem for problem in problems if content.wanted(problem.file)]
    broken = [problem for problem in shown if not isinstance(problem, Note)]
    _print(shown)
    for line in tallies:
        print(line)
    catalogue = content.catalogue
    counts = ", ".join(
        (
            _number(len(catalogue.procedures), "procedure"),
            _number(len(catalogue.policies), "policy", "policies"),
            _number(sum(len(policy.points) for policy in catalogue.policies.values()), "point"),
            _number(len(catalogue.terms), "term"),
            _number(len(catalogue.permits), "permit"),
            _number(len(catalogue.sources), "source"),
            _number(len(content.complaints), "complaint"),
            _number(len(content.texts), "text") + (" looked at" if content.only else ""),
        )
    )
    notes = _number(len(shown) - len(broken), "note")
    print(f"{counts}: {_number(len(broken), 'problem')}, {notes}.")
    return len(broken)


def _print(problems: list[Problem]) -> None:
    for problem in sorted(problems, key=lambda each: (str(each.file), each.line)):
        file = problem.file
        if file.is_relative_to(Path.cwd()):
            file = file.relative_to(Path.cwd())
        print(str(problem).replace(str(problem.file), str(file), 1))


def _number(count: int, what: str, many: str = "") -> str:
    return f"{count} {what}" if count == 1 else f"{count} {many or what + 's'}"


if __name__ == "__main__":
    app()
