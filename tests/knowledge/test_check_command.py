"""`python -m knowledge check`: what it prints, and how it ends."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from knowledge.__main__ import app

P, R = "procedures/pause-filing.yaml", "policies/pause-rules.md"


@pytest.fixture
def folder(small_content: Path) -> Path:
    return small_content


def edit(folder: Path, name: str, old: str, new: str) -> int:
    """Put `new` in the place of `old`; return the line where it stands."""
    file = folder / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def run(folder: Path, monkeypatch: pytest.MonkeyPatch, *arguments: str):
    monkeypatch.setenv("SUIDAO_KNOWLEDGE_CONTENT", str(folder))
    monkeypatch.chdir(folder.parent)
    laws = str(folder.parent / "laws")
    return CliRunner().invoke(app, ["check", *arguments, "--laws", laws])


def test_command_is_green_and_counts(folder, monkeypatch):
    done = run(folder, monkeypatch)
    assert done.exit_code == 0
    assert "2 agree" in done.stdout
    assert "1 procedure, 1 policy, 1 point" in done.stdout
    assert done.stdout.rstrip().endswith("0 problems, 0 notes.")


def test_command_names_the_line_and_exits_2(folder, monkeypatch):
    line = edit(folder, P, "Done within 30 days.", "Done within 20 days.")
    done = run(folder, monkeypatch)
    assert done.exit_code == 2
    assert f"content/{P}:{line}: en does not say what zh says: 30日\n" in done.stdout


def test_command_shows_only_the_files_asked_for(folder, monkeypatch):
    edit(folder, P, "Done within 30 days.", "Done within 20 days.")
    assert run(folder, monkeypatch, f"content/{R}").exit_code == 0
    assert run(folder, monkeypatch, f"content/{P}").exit_code == 2


def test_command_lets_a_note_pass(folder, monkeypatch):
    edit(folder, R, "最长停30日。", "最长停30日。说明：可以听证。")
    done = run(folder, monkeypatch)
    assert done.exit_code == 0
    assert "note: “听证”" in done.stdout


def test_command_says_what_cannot_be_read(folder, monkeypatch):
    line = edit(folder, P, "en: Free of charge.", "en: Free, of charge")
    done = run(folder, monkeypatch)
    assert done.exit_code == 2
    assert f"content/{P}:{line}: “of charge” was read as a key of its own" in done.stdout
    assert "The other rules are looked at once these are mended." in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(["nowhere.yaml"], "is no file"), ([__file__], "is not in the content folder")],
)
def test_command_refuses_what_is_no_content(folder, monkeypatch, arguments, said):
    done = run(folder, monkeypatch, *arguments)
    assert done.exit_code == 2
    assert said in done.stderr
