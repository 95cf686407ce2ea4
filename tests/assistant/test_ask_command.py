"""`python -m assistant ask`: one question, or a talk line by line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from assistant.__main__ import app
from knowledge.settings import KnowledgeSettings

ROOT = Path(__file__).parents[2]


@pytest.fixture
def environment(shipped: KnowledgeSettings) -> dict[str, str]:
    return {"SUIDAO_KNOWLEDGE_DATA": str(shipped.data), "SUIDAO_PORT": "7861"}


def test_a_question_is_answered_with_a_link_that_opens(environment: dict[str, str]) -> None:
    result = CliRunner().invoke(app, ["ask", "简易注销要公示多少天"], env=environment)
    assert result.exit_code == 0
    assert "20日" in result.stdout
    assert "<http://127.0.0.1:7861/procedures/simple-deregistration>" in result.stdout


def test_json_is_the_whole_answer_with_bare_paths(environment: dict[str, str]) -> None:
    result = CliRunner().invoke(app, ["ask", "執笠要點做?", "--json"], env=environment)
    answer = json.loads(result.stdout)
    assert (answer["language"], answer["script"]) == ("yue", "hant")
    assert answer["procedure"]["url"].startswith("/procedures/")


def test_an_empty_question_is_a_result(environment: dict[str, str]) -> None:
    result = CliRunner().invoke(app, ["ask", "", "--json"], env=environment)
    assert result.exit_code == 0
    assert json.loads(result.stdout)["outcome"] == "invalid_input"


def test_lines_are_one_talk_and_a_number_picks_an_option(environment: dict[str, str]) -> None:
    lines = "how much?\n2\nand how long does it take?\n"
    result = CliRunner().invoke(app, ["ask", "--json"], input=lines, env=environment)
    asked, fee, time = map(json.loads, result.stdout.splitlines())
    assert asked["outcome"] == "clarify"
    assert fee["procedure"]["id"] == time["procedure"]["id"] == "llc-establish"
    assert (fee["aspects"], time["aspects"]) == (["fee"], ["time"])


def test_an_unknown_language_is_refused_by_name(environment: dict[str, str]) -> None:
    result = CliRunner().invoke(app, ["ask", "hi", "--lang", "fr"], env=environment)
    assert result.exit_code == 2
    assert "yue" in result.stderr


def test_a_missing_index_names_the_command(tmp_path: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "assistant", "ask", "hi"],
        cwd=ROOT,
        env={"SUIDAO_KNOWLEDGE_DATA": str(tmp_path), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 2
    assert "python -m ingest build" in result.stderr
    assert "Traceback" not in result.stderr
