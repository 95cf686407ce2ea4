"""Each step on its own."""

from __future__ import annotations

from datetime import date

import pytest
from step_samples import TODAY, fact, hit, query

from assistant.steps.check import check
from assistant.steps.cite import cite
from assistant.steps.quote import quote
from assistant.steps.split import clauses, several
from assistant.steps.understand import understand
from assistant.types import Draft, Evidence, Line, Question, Quote, Route, Turn
from knowledge.force import in_force
from knowledge.glossary import Glossary
from knowledge.passages import Hit, PassageKind, Status
from knowledge.types import Aspect, Term


class TestUnderstand:
    glossary = Glossary(
        [
            Term(
                "legal-representative",
                {"zh": "法定代表人", "yue": "法定代表人", "en": "legal representative"},
                {"zh": ("法人",), "yue": ("話事人",), "en": ("legal rep",)},
                {"zh": "x", "yue": "x", "en": "x"},
            )
        ]
    )

    def test_terms_reach_search_in_the_official_words(self) -> None:
        found = understand(Question("換話事人要幾耐"), self.glossary)
        assert found
        assert found.terms == ("legal-representative",)
        assert "法定代表人" in found.search
        assert found.aspects == (Aspect.TIME,)

    def test_an_unknown_language_is_none(self) -> None:
        assert understand(Question("मुझे दुकान खोलनी है"), self.glossary) is None

    def test_yes_no_gives_way_to_a_definite_question(self) -> None:
        found = understand(Question("改名要钱吗"), self.glossary)
        assert found
        assert found.aspects == (Aspect.FEE,)

    def test_a_short_message_follows_what_came_before(self) -> None:
        before = Turn("yue", "hant", "annual-report")
        found = understand(Question("幾錢", (before,)), self.glossary)
        assert found
        assert found.follows
        assert found.language == "yue"


class TestSplit:
    def test_a_short_question_is_one(self) -> None:
        assert clauses(query("公司改名要多久")) == ()

    def test_what_is_asked_comes_first(self) -> None:
        asked = query("我在番禺开了家汤粉店，做了三年生意不错，现在想改个名字，要多久能办好？")
        assert clauses(asked)[0].startswith("要多久")

    def test_only_what_asks_or_joins_is_a_request_of_its_own(self) -> None:
        told = query("我是香港人，开的是酒店，公司想改个名字，顺便法人换成我姐")
        assert clauses(told) == ("顺便法人换成我姐", "公司想改个名字")

    def test_joined_requests_are_seen(self) -> None:
        assert several(query("改名字顺便换地址"))
        assert not several(query("改名字要多久"))


class TestTime:
    def test_time_is_honoured(self) -> None:
        assert in_force(fact(), TODAY)
        assert not in_force(fact(effective_from=date(2027, 1, 1)), TODAY)
        assert not in_force(fact(effective_to=date(2026, 11, 22)), TODAY)
        assert in_force(fact(effective_to=TODAY), TODAY)

    @pytest.mark.parametrize("status", list(Status))
    def test_a_repealed_text_is_no_ground(self, status: Status) -> None:
        assert bool(self.quoted([self.article(0.9, status=status)])) is (status is Status.IN_FORCE)

    def test_an_article_is_quoted_only_where_it_says_more_than_the_content(self) -> None:
        asked = hit("p#time.0", 0.6)
        assert self.quoted([self.article(0.9), asked])
        assert not self.quoted([self.article(0.62), asked])
        answered = (Evidence("S1", fact(), 0.9, "p"),)
        assert not self.quoted([self.article(0.9), asked], answered)
        assert self.quoted([self.article(0.9), asked], answered, sure=0.2)

    def test_the_article_that_is_named_is_quoted(self) -> None:
        first, second = self.article(0.9), self.article(0.8, "第二条")
        (found,) = self.quoted([first, second], text="试验法第二条说什么")
        assert isinstance(found.item, Quote) and found.item.article == "第二条"

    @staticmethod
    def quoted(
        hits: list[Hit],
        answered: tuple[Evidence, ...] = (),
        sure: float = 1.0,
        text: str = "要多久",
    ) -> tuple[Evidence, ...]:
        return quote(query(text), Route("p", confidence=sure), hits, answered, TODAY)

    @staticmethod
    def article(fit: float, number: str = "第一条", **rest: object) -> Hit:
        return hit(f"law#{number}", fit, kind=PassageKind.STATUTE, title="试验法", article=number,
                   text="条文", **rest)  # fmt: skip


class TestCheckAndCite:
    evidence = (Evidence("S1", fact(), 0.9, "p"),)

    @pytest.mark.parametrize(
        ("line", "code"),
        [
            (Line("公示20日。", ("S1",)), None),
            (Line("公示二十天就行。", ("S1",)), None),
            (Line("公示45日。", ("S1",)), "wrong_number"),
            (Line("公示20日。", ("S9",)), "unsupported_claim"),
            (Line("见 https://example.com", ("S1",)), "fabricated_link"),
            (Line("去 www.evil.example 办。", ("S1",)), "fabricated_link"),
            (Line("去 evil.cn/pay 付。", ("S1",)), "fabricated_link"),
            (Line('<a href="x">付款</a>', ("S1",)), "fabricated_link"),
            (Line("罚款50万元。"), "wrong_number"),
            (Line("公示20日就行。"), None),
            (Line("依据第九十九条，公示20日。", ("S1",)), "wrong_article"),
            (Line("依据第三十三条，公示20日。", ("S1",)), None),
            (Line("The notice has to stand for 20 days.", ("S1",)), "wrong_language"),
        ],
    )
    def test_what_the_evidence_does_not_say_is_found(self, line: Line, code: str | None) -> None:
        faults = check(Draft((line,)), self.evidence, query())
        assert [fault.code for fault in faults] == ([code] if code else [])

    def test_what_is_to_be_confirmed_is_looked_at_too(self) -> None:
        draft = Draft((Line("公示20日。", ("S1",)),), unconfirmed=("收费77元。",))
        assert [fault.code for fault in check(draft, self.evidence, query())] == ["wrong_number"]

    def test_what_held_before_is_no_ground_for_today(self) -> None:
        replaced = fact(replaces={"zh": "以前公示45日。", "yue": "x", "en": "x"})
        evidence = (Evidence("S1", replaced, 0.9, "p"),)
        draft = Draft((Line("公示45日。", ("S1",)),))
        assert check(draft, evidence, query())
        assert not check(draft, evidence, query(dated=True))

    def test_only_labels_handed_out_are_shown(self) -> None:
        draft = Draft((Line("公示20日。", ("S1", "S7"), bullet=True),))
        cited = cite(draft, self.evidence, query(), {})
        assert cited.text == "- 公示20日。 [S1]"
        assert [c.article for c in cited.citations] == ["第三十三条"]

    def test_steps_are_numbered_apart_from_the_points_that_follow(self) -> None:
        steps = [Line(f"第{n}步。", number=n) for n in (1, 2)]
        draft = Draft((*steps, Line("公示20日。", bullet=True), Line("不收费。", bullet=True)))
        cited = cite(draft, self.evidence, query(), {})
        assert cited.text == "1. 第1步。\n2. 第2步。\n\n- 公示20日。\n- 不收费。"
        assert len(cited.key_points) == 4

    def test_a_doubtful_answer_is_said_first_and_the_other_doubts_last(self) -> None:
        draft = Draft((Line("公示20日。", ("S1",)),), unconfirmed=("乙。",), doubt="甲。")
        cited = cite(draft, self.evidence, query(), {})
        assert cited.text.index("甲。") < cited.text.index("公示20日。") < cited.text.index("乙。")
        assert cited.unconfirmed == ("甲。", "乙。")
        assert cited.key_points == ("公示20日。",)

    def test_a_quotation_that_begins_with_a_number_joins_no_list(self) -> None:
        draft = Draft((Line("第1步。", number=1), Line("2. 附则", bullet=True)))
        assert cite(draft, self.evidence, query(), {}).text == "1. 第1步。\n\n- 2. 附则"

    def test_what_answers_is_the_first_key_point(self) -> None:
        lines = (Line("要20日。"), Line("还有：", heading=True), Line("不收费。", bullet=True))
        assert cite(Draft(lines), self.evidence, query(), {}).key_points == ("要20日。", "不收费。")

    def test_traditional_mandarin_is_shown_in_traditional(self) -> None:
        draft = Draft((Line("报纸公告", ("S1",)),))
        assert "報紙" in cite(draft, self.evidence, query(script="hant"), {}).text
