"""The page on a run: whole, safe, and of one piece."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html
from run_samples import HOSTILE, run_of, scored
from typer.testing import CliRunner

from eval.__main__ import app
from eval.metrics import metrics, says
from eval.reliability import reliability
from eval.report import plots
from eval.report.breakdown import confusions, worst
from eval.report.page import render, write
from eval.summary import ALL, groups, summarise
from eval.types import Scored
from ingest import pipeline
from knowledge.errors import InputUnreadable
from knowledge.settings import KnowledgeSettings

CONTENT = Path(__file__).parent.parent / "data" / "content"
RESULTS = [
    scored("a", facts=1.0, seconds=0.004),
    scored("b", got="close", facts=0.0, lang="yue", confidence=0.7),
    scored("c", got="close", lang="en", confidence=0.95, seconds=0.3),
    scored("d", got=None, outcome=0.0, confidence=0.2),
    scored("e", facts=0.0, question=HOSTILE, seconds=1.2),
]


@pytest.fixture(scope="module")
def page() -> html.HtmlElement:
    return html.fromstring(render(run_of(*RESULTS)))


class TestBreakdown:
    def test_what_was_taken_for_what_the_most_frequent_first(self) -> None:
        found = [(one.wanted, one.taken, len(one.replies)) for one in confusions(RESULTS)]
        assert found == [("pause", "close", 2), ("pause", "no_evidence", 1)]

    def test_the_worst_fail_most_and_are_surest(self) -> None:
        assert [one.case.id for one in worst(RESULTS)] == ["b", "d", "c", "e"]

    def test_a_summary_is_by_any_group(self) -> None:
        found = summarise(RESULTS, lambda one: one.case.id)
        assert found["right_at_1"]["a"] == (1, 1)
        assert found["right_at_1"][ALL] == (0.4, 5)
        assert groups(found)[-1] == ALL


class TestPlots:
    def test_dots_stand_inside_the_field_and_higher_where_more_is_right(self) -> None:
        drawn = plots.reliability_plot(reliability(RESULTS))
        assert sum(dot.bin.replies for dot in drawn.dots) == 4
        for dot in drawn.dots:
            assert plots.LEFT <= dot.x <= plots.RIGHT
            assert plots.TOP <= dot.top <= dot.y <= dot.bottom <= plots.BOTTOM

    def test_columns_hold_every_reply(self) -> None:
        drawn = plots.latency_plot(RESULTS)
        assert sum(one.replies for one in drawn.columns) == len(RESULTS)
        assert drawn.columns[0].x == plots.LEFT
        assert drawn.columns[-1].x + drawn.columns[-1].width == pytest.approx(plots.RIGHT, abs=0.2)
        assert plots.LEFT < drawn.median.place < drawn.high.place <= plots.RIGHT

    @pytest.mark.parametrize("seconds", [0.0, 0.001, 0.02, 1.0, 63.0])
    def test_one_reply_is_enough_however_long_it_took(self, seconds: float) -> None:
        drawn = plots.latency_plot([scored("a", seconds=seconds)])
        assert sum(one.replies for one in drawn.columns) == 1
        assert len(drawn.across) <= 10

    def test_without_replies_that_count_the_field_is_empty(self) -> None:
        assert plots.reliability_plot(reliability([scored("a", got=None)])).dots == ()


class TestPage:
    def test_figures_are_those_of_the_run(self, page: html.HtmlElement) -> None:
        rows = page.xpath("//table[@class='figures']/tbody/tr")
        (row,) = (one for one in rows if "right at 1" in words(one))
        assert "40.0%" in words(row) and "n=5" in words(row)
        assert len(page.xpath("//svg/title")) == 2
        assert all(words(one) for one in page.xpath("//svg/title | //svg/desc"))

    def test_each_failing_reply_says_why(self, page: html.HtmlElement) -> None:
        replies = page.find_class("reply")
        assert len(replies) == 4
        first = words(replies[0])
        for said in ("missing: 3年", "said: 30日", "time", "fee", "0.700", "點解咁耐", "gone"):
            assert said in first
        assert replies[0].get("data-wrong") == "facts right_at_1"

    def test_a_confusion_leads_to_its_replies(self, page: html.HtmlElement) -> None:
        targets = [one.get("href") for one in page.xpath("//details[@class='pair']//a")]
        assert targets == ["#r-b.0", "#r-c.0", "#r-d.0"]
        assert {f"#{one.get('id')}" for one in page.find_class("behind")} >= set(targets)
        for link in page.xpath("//nav/a"):
            assert page.get_element_by_id(link.get("href")[1:]) is not None

    def test_what_a_case_holds_is_text(self, page: html.HtmlElement) -> None:
        (script,) = page.iter("script")
        assert "alert" not in script.text
        told = [words(one) for one in page.find_class("reply") if HOSTILE in words(one)]
        assert len(told) == len(page.find_class("reply"))  # each found a passage that holds it
        assert not page.xpath("//@*[starts-with(name(), 'on')]")

    def test_nothing_is_called_for_from_elsewhere(self, page: html.HtmlElement) -> None:
        text = html.tostring(page, encoding="unicode")
        assert not re.findall(r"https?://|//[a-z]+\.|@import|url\(", text)
        asked = [one for one in page.xpath("//@src | //link/@href") if one != "data:,"]
        assert asked == []
        assert "default-src 'none'" in text

    def test_a_run_without_a_miss_is_a_page(self) -> None:
        text = render(run_of(scored("a", facts=1.0)))
        assert "Nothing was taken for anything else" in text and 'class="reply"' not in text

    def test_a_page_that_cannot_be_written_is_named(self, tmp_path: Path) -> None:
        with pytest.raises(InputUnreadable, match="nowhere"):
            write(run_of(*RESULTS), tmp_path / "nowhere" / "page.html")


def test_every_metric_says_what_it_measures() -> None:
    assert all(says(name).endswith(".") for name in metrics())


def test_the_command_asks_and_writes(tmp_path: Path) -> None:
    """Over a small index: none of its procedures is one that the cases ask for."""
    data = tmp_path / "var"
    pipeline.build(KnowledgeSettings(content=CONTENT, data=data, embedder="hashing", store="exact"))
    place = {
        "SUIDAO_KNOWLEDGE_DATA": str(data),
        "SUIDAO_KNOWLEDGE_EMBEDDER": "hashing",
        "SUIDAO_KNOWLEDGE_STORE": "exact",
    }
    done = CliRunner().invoke(app, ["report", "--set", "after"], env=place)
    assert done.exit_code == 0, done.output
    page = html.fromstring((data / "report.html").read_text(encoding="utf-8"))
    assert str(data / "report.html") in done.stdout
    assert len(page.find_class("reply")) > 50
    gone = CliRunner().invoke(app, ["report", "--out", str(tmp_path / "no" / "x.html")], env=place)
    assert isinstance(gone.exception, InputUnreadable)


def words(tag: html.HtmlElement) -> str:
    return str(tag.text_content())


def test_a_reply_is_known_by_its_case_and_message() -> None:
    one: Scored = RESULTS[1]
    assert one.id == "b.0" and one.wrong == ("facts", "right_at_1")
