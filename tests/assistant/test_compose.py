"""The extractive composer: what goes first, what follows, and what is left out."""

from __future__ import annotations

import re
from datetime import date

import pytest
from step_samples import TODAY, fact, query

from assistant.ports import Brief
from assistant.steps.check import check
from assistant.steps.compose import ExtractiveComposer
from assistant.steps.understand import understand
from assistant.types import Evidence, Line, Question, Quote, Route
from knowledge.glossary import Glossary
from knowledge.types import Aspect


class TestDatedQuestions:
    new = fact("rule#a", effective_from=date(2024, 7, 1), replaces={
        "zh": "公示45日。", "yue": "公示45日。", "en": "The notice lasted 45 days.",
    })  # fmt: skip

    @pytest.mark.parametrize(
        ("code", "question", "wanted"),
        [
            ("zh", "公示现在还是45天吗", ("2024年7月1日起", "公示45日")),
            ("yue", "以前公示45日，而家仲系咪", ("由2024年7月1日起", "公示45日")),
            ("en", "Is the notice still the old 45 days?", ("since 1 July 2024", "lasted 45")),
        ],
    )
    def test_what_held_before_is_said_and_since_when(
        self, code: str, question: str, wanted: tuple[str, ...]
    ) -> None:
        asked = understand(Question(question), Glossary([]))
        assert asked and asked.dated and asked.language == code
        evidence = (Evidence("S1", self.new, 0.9, "p"),)
        brief = Brief(asked, Route("p"), evidence, {"p": "x"}, TODAY)
        draft = ExtractiveComposer().invoke(brief)
        assert all(part in draft.lines[0].text for part in wanted)
        assert check(draft, evidence, asked) == ()

    def test_a_rule_to_come_is_shown_with_its_day(self) -> None:
        coming = fact("rule#a", effective_from=date(2027, 1, 1))
        evidence = (Evidence("S1", coming, 0.9, "p"),)
        brief = Brief(query(), Route("p"), evidence, {"p": "x"}, TODAY)
        assert "2027年1月1日起" in ExtractiveComposer().invoke(brief).lines[0].text

    def test_without_a_word_of_time_the_sentence_stands_alone(self) -> None:
        evidence = (Evidence("S1", self.new, 0.9, "p"),)
        brief = Brief(query(), Route("p"), evidence, {"p": "x"}, TODAY)
        assert ExtractiveComposer().invoke(brief).lines[0].text == "公示20日。"


class TestCompose:
    @pytest.mark.parametrize("items", [3, 12])
    def test_a_list_counts_what_it_shows(self, items: int) -> None:
        evidence = tuple(
            Evidence(f"S{i}", fact(f"p#steps.{i}", aspects=(Aspect.STEPS,), texts=dict.fromkeys(
                ("zh", "yue", "en"), f"去窗口交{'很' * 30}长的材料，做第{i}件事。")), 0.0, "p")
            for i in range(items)
        )  # fmt: skip
        asked = query("怎么办理", aspects=(Aspect.STEPS,))
        draft = ExtractiveComposer().invoke(Brief(asked, Route("p"), evidence, {"p": "x"}, TODAY))
        shown = [line.number for line in draft.lines if line.number]
        (count,) = re.findall(r"\d+", draft.lines[0].text)
        assert shown == list(range(1, int(count) + 1))
        assert (len(shown) == items) is (items == 3)

    @pytest.mark.parametrize("aspect", [Aspect.STEPS, Aspect.MATERIALS])
    @pytest.mark.parametrize("long", [0, 2, 4])
    def test_a_long_item_ends_a_list_and_a_doubtful_step_keeps_its_place(
        self, aspect: Aspect, long: int
    ) -> None:
        texts = [f"做第{i}件事{'，要很久' * (200 if i == long else 1)}。" for i in range(5)]
        evidence = tuple(
            Evidence(f"S{i}", fact(f"p#{aspect}.{i}", aspects=(aspect,), confirm=i == 1,
                     texts=dict.fromkeys(("zh", "yue", "en"), text)), 0.0, "p")
            for i, text in enumerate(texts)
        )  # fmt: skip
        brief = Brief(query("怎么办", aspects=(aspect,)), Route("p"), evidence, {"p": "x"}, TODAY)
        lines = ExtractiveComposer().invoke(brief).lines
        shown = [line.text for line in lines if line.number or line.bullet]
        if lines[0].heading:
            assert [len(shown)] == [int(count) for count in re.findall(r"\d+", lines[0].text)]
        if aspect is Aspect.STEPS and long == 4:
            assert [line.number for line in lines[1:]] == [1, 2, 3, 4]
            assert "确认" in lines[2].text
        assert lines and not any("很久" * 9 in text for text in shown)

    def test_an_answer_in_doubt_comes_first_and_alone(self) -> None:
        def doubtful(name: str, relevance: float) -> Evidence:
            said = dict.fromkeys(("zh", "yue", "en"), f"{name}，先问清楚。")
            return Evidence(name, fact(f"rule#{name}", texts=said, confirm=True), relevance, "p")

        evidence = (doubtful("甲", 0.9), doubtful("乙", 0.5), Evidence("S1", fact(), 0.4, "p"))
        brief = Brief(query(), Route("p"), evidence, {"p": "x"}, TODAY)
        draft = ExtractiveComposer().invoke(brief)
        assert draft.doubt == "甲，先问清楚。"
        assert draft.unconfirmed == ("乙，先问清楚。",)
        assert [line.text for line in draft.lines] == ["公示20日。"]

    def test_a_list_ends_before_what_else_is_near(self) -> None:
        steps = (fact(f"p#steps.{i}", aspects=(Aspect.STEPS,), texts=dict.fromkeys(
            ("zh", "yue", "en"), f"做第{i}件事。")) for i in range(2))  # fmt: skip
        listed = [Evidence(f"S{i}", step, 0.0, "p") for i, step in enumerate(steps, 2)]
        near = Evidence("S1", fact("rule#a"), 0.2, "p")
        asked = query("怎么办理", aspects=(Aspect.STEPS,))
        brief = Brief(asked, Route("p"), (near, *listed), {"p": "x"}, TODAY)
        lines = ExtractiveComposer().invoke(brief).lines
        assert [(line.number, line.bullet) for line in lines[1:]] == [
            (1, False), (2, False), (0, False), (0, True)
        ]  # fmt: skip
        assert (lines[3].text, lines[4].text) == ("还要知道：", "公示20日。")

    @pytest.mark.parametrize(
        ("asked", "is_shown"),
        [((), False), ((Aspect.MATERIALS,), True), ((Aspect.YES_NO,), True)],
    )
    def test_a_paper_is_named_only_where_papers_are_asked_for(
        self, asked: tuple[Aspect, ...], is_shown: bool
    ) -> None:
        paper = fact("p#materials.0", aspects=(Aspect.MATERIALS,),
                     texts=dict.fromkeys(("zh", "yue", "en"), "申请书"))  # fmt: skip
        evidence = (Evidence("S1", fact(), 0.9, "p"), Evidence("S2", paper, 0.8, "p"))
        brief = Brief(query("个体户", aspects=asked), Route("p"), evidence, {"p": "x"}, TODAY)
        shown = [line.text for line in ExtractiveComposer().invoke(brief).lines]
        assert ("申请书" in shown) is is_shown

    def test_a_paper_is_no_first_sentence(self) -> None:
        paper = fact("p#materials.0", aspects=(Aspect.MATERIALS,),
                     texts=dict.fromkeys(("zh", "yue", "en"), "执照"))  # fmt: skip
        evidence = (Evidence("S1", paper, 0.9, "p"), Evidence("S2", fact(), 0.03, "p"))
        brief = Brief(query("要罚吗", aspects=(Aspect.YES_NO,)), Route("p"), evidence, {"p": "x"},
                      TODAY)  # fmt: skip
        lines = ExtractiveComposer().invoke(brief).lines
        assert [line.text for line in lines] == ["公示20日。", "执照"]

    def test_one_item_of_a_list_is_never_the_answer(self) -> None:
        near = Evidence("S1", fact("p#materials.0", aspects=(Aspect.MATERIALS,)), 0.9, "p")
        whole = Evidence("S2", fact("p#time.0"), 0.4, "p")
        brief = Brief(query(), Route("p"), (near, whole), {"p": "x"}, TODAY)
        assert ExtractiveComposer().invoke(brief).lines[0].labels == ("S2",)

    def test_beside_a_figure_that_was_asked_for_no_other_is_shown(self) -> None:
        said = dict.fromkeys(("zh", "yue", "en"), "另一件事要45日。")
        other = fact("rule#b", texts=said)
        evidence = (Evidence("S1", fact(), 0.9, "p"), Evidence("S2", other, 0.03, "p"))

        def shown(*aspects: Aspect) -> list[str]:
            brief = Brief(query(aspects=aspects), Route("p"), evidence, {"p": "x"}, TODAY)
            return [line.text for line in ExtractiveComposer().invoke(brief).lines]

        assert shown(Aspect.TIME) == ["公示20日。"]
        assert shown(Aspect.WHO) == ["公示20日。", "另一件事要45日。"]

    def test_a_verdict_on_something_else_is_not_repeated(self) -> None:
        no = dict.fromkeys(("zh", "yue", "en"), "不能，一张照只写一个地址。")
        other = Evidence("S2", fact("rule#b", texts=no, aspects=(Aspect.YES_NO,)), 0.2, "p")
        brief = Brief(query(), Route("p"), (Evidence("S1", fact(), 0.9, "p"), other), {"p": "x"},
                      TODAY)  # fmt: skip
        lines = [line.text for line in ExtractiveComposer().invoke(brief).lines]
        assert lines == ["公示20日。", "一张照只写一个地址。"]

    def test_an_article_is_quoted_and_said_to_be_chinese(self) -> None:
        quote = Quote("law#1", "试验法", "第一条", "条文原文。", None, None)
        evidence = (Evidence("S1", quote, 0.9),)
        brief = Brief(query("x", "en", "latn"), Route(None), evidence, {}, TODAY)
        draft = ExtractiveComposer().invoke(brief)
        assert "Chinese" in draft.lines[0].text
        assert draft.lines[1] == Line("条文原文。", ("S1",), bullet=True)
