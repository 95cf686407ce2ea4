"""The measure itself: cases, folding, metrics, baseline, batches."""

from __future__ import annotations

import json
import lzma
from datetime import date
from pathlib import Path

import pytest

from assistant.answering import Assistant
from assistant.types import Answer, Option, Outcome, ProcedureCard, ProcedureLink
from eval import answers, baseline, cases, retrieval
from eval.folding import holds
from eval.metrics import metrics
from eval.summary import interval
from eval.types import CaseTurn
from knowledge.catalogue import load, load_asides, load_complaints
from knowledge.errors import InputUnreadable
from knowledge.languages import languages
from knowledge.talks import load_talks
from knowledge.types import Aspect


def answer(**rest: object) -> Answer:
    given: dict[str, object] = {
        "id": "1", "session": None, "language": "zh", "script": "hans",
        "outcome": Outcome.ANSWERED, "text": "公示20日。", "as_of": date(2026, 11, 23),
    }  # fmt: skip
    return Answer(**{**given, **rest})  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def own() -> list[cases.Case]:
    return cases.load()


def test_there_are_enough_cases_in_each_language(own: list[cases.Case]) -> None:
    counts = {code: sum(case.lang == code for case in own) for code in languages()}
    assert counts["zh"] >= 70
    assert counts["yue"] >= 60
    assert counts["en"] >= 50
    assert len({case.id for case in own}) == len(own)


def test_gold_procedures_exist(own: list[cases.Case]) -> None:
    known = load().procedures
    named = {p for case in own for turn in case.messages() for p in (*turn.procedures, *turn.also)}
    assert named <= known.keys()


def test_no_case_leaks_into_training(own: list[cases.Case]) -> None:
    catalogue = load()
    training = [complaint.text for complaint in load_complaints()]
    training += [aside.text for aside in load_asides()]
    training += [message.text for talk in load_talks() for message in talk.messages]
    for procedure in catalogue.procedures.values():
        training.extend(asked.text for asked in procedure.questions)
        training.extend(name for names in procedure.aka.values() for name in names)
    for fact in catalogue.facts():
        training.extend(ask for asks in fact.asks.values() for ask in asks)
        training.extend(fact.texts.values())
    assert cases.leaks(own, training) == []


@pytest.mark.parametrize(
    ("text", "wanted", "expected"),
    [
        ("公示二十日", "20日", True),
        ("公示20日", "20天", True),
        ("a notice of twenty days", "20 days", True),
        ("公示45日", "20日", False),
        ("罚10万元", "100,000元", True),
        ("個體工商戶", "个体工商户", True),
        ("Free of charge", "free", True),
        ("20个工作日", "20日", False),
    ],
)
def test_holds_compares_by_meaning_of_figures(text: str, wanted: str, expected: bool) -> None:
    assert holds(text, wanted) is expected


class TestMetrics:
    expected = CaseTurn(
        user="要公示多久", procedures=("p",), facts=(("20日", "20天"),), wrong=("45日",)
    )
    card = ProcedureCard(id="p", title="P", url="/procedures/p")

    def scores(self, given: Answer, expected: CaseTurn | None = None) -> dict[str, float | None]:
        return {n: score(expected or self.expected, given) for n, score in metrics().items()}

    def test_a_right_answer(self) -> None:
        found = self.scores(answer(procedure=self.card))
        assert found["right_at_1"] == found["facts"] == 1

    def test_a_wrong_answer(self) -> None:
        found = self.scores(answer(text="公示45日。"))
        assert found["right_at_1"] == found["facts"] == found["no_wrong_facts"] == 0

    def test_asking_back_counts_only_where_the_case_allows_it(self) -> None:
        options = (Option(label="P", question="P", procedure="p"),)
        asked = answer(outcome=Outcome.CLARIFY, options=options)
        assert self.scores(asked)["right_at_1"] == 0
        allowed = self.expected.model_copy(update={"may_clarify": True})
        assert self.scores(asked, allowed)["right_at_1"] == 1

    def test_a_refusal_of_a_good_question_is_seen(self) -> None:
        assert self.scores(answer(outcome=Outcome.OUT_OF_SCOPE))["not_refused"] == 0

    def test_a_refusal_that_names_the_right_procedure_is_not_right(self) -> None:
        refused = answer(outcome=Outcome.ILLEGAL, procedure=self.card)
        assert self.scores(refused)["right_at_1"] == 0

    def test_the_fourth_is_not_among_the_first_three(self) -> None:
        others = tuple(ProcedureLink(id=one, title=one, url="/") for one in "abp")
        given = answer(procedure=self.card.model_copy(update={"id": "x"}), alternatives=others)
        assert self.scores(given)["right_at_3"] == 0
        assert self.scores(given.model_copy(update={"alternatives": others[1:]}))["right_at_3"] == 1

    @pytest.mark.parametrize(("lang", "script", "right"), [
        ("zh", "hans", 1), ("zh", "hant", 0), ("yue", "hans", 0),
    ])  # fmt: skip
    def test_language_and_script_are_the_ones_the_case_names(
        self, lang: str, script: str, right: int
    ) -> None:
        expected = self.expected.model_copy(update={"lang": lang, "script": script})
        assert self.scores(answer(), expected)["language"] == right

    def test_a_figure_that_no_fact_of_the_procedure_carries_is_wrong(self) -> None:
        card = self.card.model_copy(update={"id": "simple-deregistration"})
        assert self.scores(answer(procedure=card))["no_wrong_facts"] == 1
        invented = answer(procedure=card, text="公示20日，罚款77万元。")
        assert self.scores(invented)["no_wrong_facts"] == 0

    def test_the_count_of_a_list_is_no_figure_of_the_law(self) -> None:
        card = self.card.model_copy(update={"id": "simple-deregistration"})
        listed = answer(procedure=card, text="准备好这12样：\n\n- 申请书")
        assert self.scores(listed)["no_wrong_facts"] == 1

    def test_an_aspect_that_was_not_asked_does_not_count(self) -> None:
        expected = self.expected.model_copy(update={"aspects": (Aspect.TIME,)})
        assert self.scores(answer(aspects=(Aspect.FEE,)), expected)["aspect"] == 0
        assert self.scores(answer(aspects=(Aspect.TIME,)), expected)["aspect"] == 1


def test_a_drop_below_the_baseline_is_named() -> None:
    summary = {"facts": {"all": (0.80, 100), "zh": (0.90, 50)}}
    fell = baseline.drops(summary, {"facts": {"all": 0.85, "zh": 0.90}})
    assert len(fell) == 1
    assert "facts all" in fell[0]


def test_the_interval_holds_the_mean() -> None:
    low, high = interval(0.9, 100)
    assert 0.8 < low < 0.9 < high < 1


def test_a_batch_keeps_order_and_turns(assistant: Assistant, tmp_path: Path) -> None:
    questions, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    lines = [
        {"id": "e1", "question": "公司开不下去了想关掉，要多久"},
        {"id": "e2", "turns": [{"user": "想改個名"}, {"user": "公司個名"}, {"user": "要幾錢"}]},
        {"id": "e3", "question": ""},
    ]
    questions.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    assert answers.batch(assistant, questions, out) == 3
    written = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [line["id"] for line in written] == ["e1", "e2", "e3"]
    assert [len(line["answers"]) for line in written] == [1, 3, 1]
    assert written[2]["answers"][0]["outcome"] == "invalid_input"
    assert written[1]["answers"][2]["procedure"]["id"] == "company-name-change"


def test_a_broken_batch_names_its_line(assistant: Assistant, tmp_path: Path) -> None:
    questions = tmp_path / "in.jsonl"
    questions.write_text('{"id":"1","question":"x"}\nnot json\n', encoding="utf-8")
    with pytest.raises(InputUnreadable, match=r"in\.jsonl:2"):
        answers.batch(assistant, questions, tmp_path / "out.jsonl")


def test_a_batch_may_be_written_over_its_own_questions(
    assistant: Assistant, tmp_path: Path
) -> None:
    file = tmp_path / "both.jsonl"
    file.write_text('{"id":7,"question":"要几钱？"}\n', encoding="utf-8")
    assert answers.batch(assistant, file, file) == 1
    (line,) = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert line["id"] == 7
    assert line["answers"][0]["session"] == "7"


@pytest.mark.parametrize("line", ['{"question":"x"}', '["x"]', '{"id":"1","turns":["x"]}'])
def test_a_line_that_is_no_question_leaves_the_old_results(
    line: str, assistant: Assistant, tmp_path: Path
) -> None:
    questions, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    questions.write_text(line + "\n", encoding="utf-8")
    out.write_text("before", encoding="utf-8")
    with pytest.raises(InputUnreadable):
        answers.batch(assistant, questions, out)
    assert out.read_text(encoding="utf-8") == "before"


def test_results_that_cannot_be_written_are_named(assistant: Assistant, tmp_path: Path) -> None:
    questions = tmp_path / "in.jsonl"
    questions.write_text('{"id":"1","question":"x"}\n', encoding="utf-8")
    with pytest.raises(InputUnreadable, match="nowhere"):
        answers.batch(assistant, questions, tmp_path / "nowhere" / "out.jsonl")


def test_retrieval_reads_packed_files_and_keeps_numbers_as_ids(tmp_path: Path) -> None:
    files = {
        "c": '{"id":1,"title":"甲","text":"承包经营权可以继承"}\n{"id":2,"text":"合同无效"}\n',
        "t": '{"text":"老人走了地归谁","positives":[1]}\n',
        "q": '{"id":9,"text":"老人走了以后地归谁种"}\n',
    }
    for name, text in files.items():
        (tmp_path / f"{name}.jsonl.xz").write_bytes(lzma.compress(text.encode()))
    corpus, train, queries = (tmp_path / f"{name}.jsonl.xz" for name in "ctq")
    out = tmp_path / "o.jsonl"
    assert retrieval.batch(queries, corpus, train, 5, out) == 1
    line = json.loads(out.read_text(encoding="utf-8"))
    assert (line["id"], line["hits"][0][0]) == (9, 1)


def test_retrieval_finds_what_training_questions_lead_to(tmp_path: Path) -> None:
    corpus, queries = tmp_path / "c.jsonl", tmp_path / "q.jsonl"
    train, out = tmp_path / "t.jsonl", tmp_path / "o.jsonl"
    corpus.write_text(
        '{"id":"a","title":"甲","text":"承包经营权可以继承"}\n{"id":"b","title":"乙","text":"合同无效"}\n',
        encoding="utf-8",
    )
    train.write_text('{"text":"老人走了地归谁","positives":["a"]}\n', encoding="utf-8")
    queries.write_text('{"id":"1","text":"老人走了以后地归谁种"}\n', encoding="utf-8")
    retrieval.batch(queries, corpus, train, 5, out)
    (line,) = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert line["hits"][0][0] == "a"
