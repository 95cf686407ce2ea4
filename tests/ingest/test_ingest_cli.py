"""The command line: what it says, where it says it, how it ends."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from ingest_samples import BODY, STATUTE, write
from typer.testing import CliRunner

from ingest.__main__ import app

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def environment(tmp_path, settings):
    return {
        "SUIDAO_KNOWLEDGE_CONTENT": str(settings.content),
        "SUIDAO_KNOWLEDGE_DATA": str(settings.data),
        "SUIDAO_KNOWLEDGE_EMBEDDER": "hashing",
        "SUIDAO_KNOWLEDGE_STORE": "exact",
        "SUIDAO_CONFIG": str(tmp_path / "none.toml"),
    }


@pytest.fixture
def run(environment):
    def invoke(*arguments):
        return CliRunner().invoke(app, list(map(str, arguments)), env=environment)

    return invoke


def test_build_add_status_remove(run, tmp_path):
    built = run("build")
    assert built.exit_code == 0, built.output
    assert re.search(r"Index: \d+ passages \(complaint 3, .*\); \d+\.\d s, \d+ MB", built.stdout)
    write(tmp_path / "in" / "lanterns.md", STATUTE)
    (tmp_path / "in" / "empty.md").touch()
    added = run("add", tmp_path / "in")
    assert added.exit_code == 0, added.output
    assert "Taken in: 1 new, 0 replaced, 0 unchanged; 0 skipped, 1 unreadable." in added.stdout
    assert "statute 5" in added.stdout
    assert "empty.md is empty" in added.stderr and "empty.md" not in added.stdout
    status = run("status")
    assert (
        "up to date" in status.stdout
        and "lanterns  statute  in_force  花灯管理条例" in status.stdout
    )
    again = run("add", tmp_path / "in" / "lanterns.md")
    assert "1 unchanged" in again.stdout and "Nothing changed" in again.stdout
    assert "Removed: lanterns" in run("remove", "lanterns").stdout
    assert "Documents: 0" in run("status").stdout


def test_status_without_an_index_is_a_result(run):
    result = run("status")
    assert result.exit_code == 0
    assert "none in use" in result.stdout and "python -m ingest build" in result.stdout


def test_build_if_stale(run):
    assert "passages" in run("build", "--if-stale").stdout
    assert run("build", "--if-stale").stdout == "The index is up to date.\n"


def test_repealed(run, tmp_path):
    path = write(tmp_path / "old.md", STATUTE)
    assert run("add", path, "--status", "repealed").exit_code == 0
    assert "old  statute  repealed" in run("status").stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["add", "gone.md"], r"gone\.md cannot be opened .*: check"),
        (["add", "gone.md", "--kind", "slides"], "choose one of docx, html, markdown"),
        (["remove", "x"], "no document x was taken in: .*status"),
        (["add", "gone.md", "--status", "odd"], "in_force"),
    ],
)
def test_unusable_input_ends_with_2(run, arguments, says):
    result = run(*arguments)
    assert result.exit_code == 2
    assert re.search(says, result.stderr)
    assert "Traceback" not in result.output


def test_broken_content_names_file_line_and_rule(run, settings):
    assert run("build").exit_code == 0
    path = settings.content / "procedures" / "lantern-permit.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("grade: C", "grade: Z"), "utf-8")
    result = run("build")
    assert result.exit_code == 2
    assert re.search(r"lantern-permit\.yaml:3: grade: .+", result.stderr)
    assert "the index stays as it was" in result.stderr
    assert "stale" in run("status").stdout


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("SUIDAO_KNOWLEDGE_EMBEDDER", "psychic", "unknown embedder 'psychic'; choose one of"),
        ("SUIDAO_KNOWLEDGE_STORE", "drawer", "unknown vector store 'drawer'; choose one of"),
        ("SUIDAO_CONFIG", "broken.toml", "the settings cannot be used"),
    ],
)
def test_unusable_settings_end_with_2(environment, tmp_path, monkeypatch, name, value, says):
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "broken.toml", "[knowledge\n")
    result = CliRunner().invoke(app, ["build"], env={**environment, name: value})
    assert result.exit_code == 2
    assert says in result.stderr


def test_fault_of_ours_ends_with_1(environment, tmp_path):
    write(tmp_path / "file", "not a folder")
    result = CliRunner().invoke(
        app, ["build"], env={**environment, "SUIDAO_KNOWLEDGE_DATA": str(tmp_path / "file")}
    )
    assert result.exit_code == 1
    assert result.exception is not None


def test_real_process(environment, tmp_path):
    path = write(tmp_path / "guide.md", f"# 指南\n\n{BODY}")
    command = [sys.executable, "-m", "ingest", "add", str(path)]
    result = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True
    )
    assert result.returncode == 0, result.stderr
    assert "Taken in: 1 new" in result.stdout and "document 1" in result.stdout
    assert "Warning" not in result.stderr


def test_help_is_quick():
    spent = []
    for _ in range(3):
        started = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "ingest", "--help"], cwd=ROOT, check=True, capture_output=True
        )
        spent.append(time.perf_counter() - started)
    assert min(spent) < 0.5


def test_help_loads_nothing_heavy():
    code = "import ingest.__main__, sys; print(*sys.modules)"
    command = [sys.executable, "-c", code]
    loaded = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    heavy = {"numpy", "torch", "pydantic", "jieba", "faiss", "trafilatura", "pypdf", "docx"}
    assert not heavy & set(loaded.split())
