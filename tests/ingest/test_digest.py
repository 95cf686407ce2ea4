"""A new official text is read for what it would change; a person decides."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from assistant.__main__ import app
from assistant.answering import Assistant
from ingest.bearing import Bearing
from ingest.digest import Digest, aspects_of, digest
from ingest.enactments import as_statute
from ingest.proposal import TO_CONFIRM, TO_WRITE, policy_file, report
from knowledge.passages import Document, PassageKind
from knowledge.settings import KnowledgeSettings
from knowledge.types import Aspect

# Invented: nothing of it holds.
INVENTED = """# 市场主体登记管理条例实施细则（2031年修订）

2031年1月5日 国家市场监督管理总局令第999号公布

<!-- INFO END -->

## 第一章 总则

第一条 为了示范，制定本细则。

第四十一条 市场主体歇业的期限最长不得超过7年，累计计算。

第四十二条 市场主体应当在歇业期满前60日内办理延期；逾期的，处2万元以下的罚款。

第四十三条 本细则自2031年3月1日起施行，有效期5年。
"""


def _document(text: str) -> Document:
    document = Document("invented", "", text, None, PassageKind.DOCUMENT)
    title = text.split("\n", 1)[0].removeprefix("# ")
    return as_statute(replace(document, title=title)) or document


@pytest.fixture(scope="module")
def found(assistant: Assistant) -> Digest:
    return digest(_document(INVENTED), assistant.catalogue, assistant.search)


def test_it_says_what_the_text_is(found: Digest) -> None:
    assert found.source == "市场主体登记管理条例实施细则"
    assert found.number and "999" in found.number
    assert found.effective_from == date(2031, 3, 1)
    assert found.effective_to == date(2036, 2, 29)
    assert found.articles == 4


def test_it_finds_the_procedure(found: Digest) -> None:
    assert "suspension-filing" in found.procedures


def test_points_are_sentences_of_the_text_with_their_article(found: Digest) -> None:
    assert found.points
    assert all(point.text in INVENTED for point in found.points)
    by_article = {point.article: point for point in found.points}
    assert "第一条" not in by_article, "why the text was made is no point"
    assert Aspect.TIME in by_article["第四十一条"].aspects


def test_a_fact_whose_figure_is_gone_is_named_with_the_figure(
    found: Digest, assistant: Assistant
) -> None:
    differing = [one for one in found.touched if one.bearing is Bearing.DIFFERS]
    about = {one.fact: one for one in differing if "3年" in one.figures}
    assert about, "歇业 three years at most cites 第四十一条, where 7 years stand now"
    facts = {fact.id: fact for fact in assistant.catalogue.facts()}
    for one in differing:
        assert facts[one.fact].texts["zh"] == one.ours
        assert any(basis.statute == found.source for basis in facts[one.fact].basis)


def test_a_cited_article_that_is_not_there_is_named(found: Digest) -> None:
    gone = [one for one in found.touched if one.bearing is Bearing.GONE]
    assert gone
    assert all(one.article not in INVENTED for one in gone)


def test_figures_in_another_article_are_a_move(assistant: Assistant) -> None:
    moved = INVENTED.replace(
        "第四十一条 市场主体歇业的期限最长不得超过7年，累计计算。", "第四十一条 另行规定。"
    )
    moved = moved.replace(
        "第四十三条", "第四十三条 市场主体歇业的期限最长不得超过3年。\n\n第四十四条"
    )
    read = digest(_document(moved), assistant.catalogue, assistant.search)
    bearings = {one.fact: one for one in read.touched if "3年" in one.ours}
    assert any(
        one.bearing is Bearing.MOVED and one.article == "第四十三条" for one in bearings.values()
    )


def test_an_unknown_text_is_set_beside_what_we_say(assistant: Assistant) -> None:
    notice = "# 关于歇业的通知\n\n市场主体歇业的期限最长不得超过9年，期满前应当延期或者恢复营业。\n"
    read = digest(_document(notice), assistant.catalogue, assistant.search)
    assert read.source is None
    assert read.articles == 1
    beside = [one for one in read.touched if one.bearing is Bearing.BESIDE]
    assert any("3年" in one.figures for one in beside)


def test_a_text_that_says_nothing_has_no_points(assistant: Assistant) -> None:
    read = digest(
        _document("# 通知\n\n祝大家新年快乐，万事如意，阖家幸福。\n"),
        assistant.catalogue,
        assistant.search,
    )
    assert (read.points, read.touched) == ((), ())


@pytest.mark.parametrize(
    ("sentence", "aspect"),
    [
        ("应当在30日内申请变更登记。", Aspect.TIME),
        ("处1万元以上10万元以下的罚款。", Aspect.PENALTY),
        ("登记不收取费用。", Aspect.FEE),
        ("申请人应当提交住所证明。", Aspect.MATERIALS),
        ("由新任法定代表人签署申请书。", Aspect.WHO),
        ("登记机关加强指导。", Aspect.WHAT),
    ],
)
def test_aspects_are_read_from_the_words(sentence: str, aspect: Aspect) -> None:
    assert aspect in aspects_of(sentence)


def test_the_draft_marks_what_a_person_must_do(found: Digest) -> None:
    draft = policy_file(found, "draft")
    assert draft.count("- confirm: yes") == len(found.points)
    assert draft.count(f"- zh: {TO_CONFIRM}") == len(found.points)
    assert f"- yue: {TO_WRITE}" in draft
    assert "id: draft" in draft


def test_the_report_is_a_diff(found: Digest) -> None:
    said = report(found)
    assert "[differs]" in said
    assert "\n- " in said
    assert "\n+ 第四十一条" in said


def test_command(
    shipped: KnowledgeSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUIDAO_KNOWLEDGE_DATA", str(shipped.data))
    text = tmp_path / "新细则.md"
    text.write_text(INVENTED, encoding="utf-8")
    run = CliRunner()
    as_json = run.invoke(app, ["digest", str(text), "--json"])
    assert json.loads(as_json.stdout)[0]["effective_from"] == "2031-03-01"
    out = tmp_path / "suspension-2031.md"
    said = run.invoke(app, ["digest", str(text), "--out", str(out)])
    assert said.exit_code == 0, said.output
    assert "id: suspension-2031" in out.read_text(encoding="utf-8")
    again = run.invoke(app, ["digest", str(text), "--out", str(out)])
    assert again.exit_code == 2, "a file that is there is never written over"


def test_command_names_what_it_cannot_read(
    shipped: KnowledgeSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUIDAO_KNOWLEDGE_DATA", str(shipped.data))
    odd = tmp_path / "a.xyz"
    odd.write_text("x", encoding="utf-8")
    assert "a.xyz" in str(CliRunner().invoke(app, ["digest", str(odd)]).exception)
