"""Records put to the assistant: counted, kept for the page, turned into cases."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from eval.__main__ import app
from eval.types import Case
from ingest.tallies import open_tally
from knowledge.settings import KnowledgeSettings


@pytest.fixture
def place(shipped: KnowledgeSettings, tmp_path: Path) -> dict[str, str]:
    """The shipped index, with a data folder of its own for what is kept."""
    (tmp_path / "index").symlink_to(shipped.index)
    return {"SUIDAO_KNOWLEDGE_DATA": str(tmp_path)}


def run(place: dict[str, str], *arguments: str):
    return CliRunner().invoke(app, list(arguments), env=place)


def export(folder: Path) -> Path:
    file = folder / "calls.csv"
    rows = [
        ["时间", "内容"],
        ["2026-01-05", "我叫林永涛，跑了三趟，每次都说还差一样材料，一次说清行不行"],
        ["2026-01-13", "簡易註銷要公示幾多日"],
        ["x", "问"],
    ]
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(rows)
    return file


def test_an_export_is_counted_and_kept_without_names(place: dict[str, str], tmp_path: Path) -> None:
    result = run(place, "complaints", "--csv", str(export(tmp_path)), "--json")
    assert result.exit_code == 0, result.stderr
    tally = open_tally(tmp_path)
    assert tally is not None and not tally.synthetic
    assert (tally.records, tally.asked) == (2, 2)
    assert tally.weeks == {"2026-W02": 1, "2026-W03": 1}
    assert "simple-deregistration" in tally.procedures
    assert "row 4" in result.stderr
    written = "".join(one.read_text("utf-8") for one in tmp_path.glob("*.json"))
    assert "林永涛" not in written and "林永涛" not in result.stdout


def test_the_corpus_is_counted_by_its_own_labels(place: dict[str, str], tmp_path: Path) -> None:
    result = run(place, "complaints", "--no-ask")
    assert result.exit_code == 0
    tally = open_tally(tmp_path)
    assert tally is not None and tally.synthetic
    assert tally.records == 2_205 and sum(tally.problems.values()) == 610


def test_a_record_becomes_a_case_to_be_confirmed(place: dict[str, str], tmp_path: Path) -> None:
    case = Case.model_validate(json.loads(run(place, "case-from-complaint", "c-exit-003").stdout))
    assert case.procedures[0] == "simple-deregistration"
    assert case.facts and "confirmed" in case.note
    file = str(export(tmp_path))
    case = Case.model_validate(
        json.loads(run(place, "case-from-complaint", "2", "--csv", file).stdout)
    )
    assert "林永涛" not in (case.question or "")


def test_an_unknown_record_is_named(place: dict[str, str]) -> None:
    result = run(place, "case-from-complaint", "nobody")
    assert "nobody" in str(result.exception)
