"""A talk of several messages: what is kept, what is left, what ends it."""

from __future__ import annotations

import pytest

from assistant.answering import Assistant
from assistant.conversation import remember
from assistant.types import Answer, Outcome, Question, Turn
from knowledge.languages import language


def ask(assistant: Assistant, text: str, **rest: object) -> Answer:
    return assistant.answer(Question(text, **rest))  # type: ignore[arg-type]


def talk(assistant: Assistant, *messages: str) -> list[Answer]:
    history: tuple[Turn, ...] = ()
    answers = []
    for text in messages:
        answers.append(ask(assistant, text, history=history))
        history = remember(history, answers[-1])
    return answers


def test_a_matter_picked_when_asked_back_is_answered_as_it_was_asked(assistant: Assistant) -> None:
    asked = ask(assistant, "多少錢")
    assert asked.outcome is Outcome.CLARIFY
    assert asked.procedure is None
    assert len(asked.options) == 5
    picked = asked.options[1].question
    answer = talk(assistant, "多少錢", picked)[1]
    assert answer.outcome is Outcome.ANSWERED
    assert "不收錢" in answer.text.split("\n")[0]


@pytest.mark.parametrize(
    ("question", "doubt"),
    [
        ("开公司要验资吗", "真的吗"),
        ("開公司使唔使驗資", "點解"),
        ("must we pay in the capital before registering a company?", "why?"),
    ],
)
def test_a_doubt_is_met_with_what_was_said_and_its_sources(
    assistant: Assistant, question: str, doubt: str
) -> None:
    before, again = talk(assistant, question, doubt)
    assert again.procedure == before.procedure
    assert again.citations
    assert again.citations[0].says == before.citations[0].says
    assert language(again.language).wording.again in again.text


@pytest.mark.parametrize(
    ("messages", "procedure"),
    [
        (("劳务派遣许可要多久批", "不办就做罚多少"), "labour-dispatch-permit"),
        (("how do I get a labour dispatch permit?", "penalty if we do it without?"),
         "labour-dispatch-permit"),
        (("社保登记怎么办", "公积金呢"), "housing-fund-registration"),
        (("公司怎么减资", "对了另一件事，年报忘报了进了异常名录，咋移出来"),
         "abnormal-list-removal"),
    ],
)  # fmt: skip
def test_a_subject_is_kept_until_another_is_named(
    assistant: Assistant, messages: tuple[str, ...], procedure: str
) -> None:
    answer = talk(assistant, *messages)[-1]
    assert answer.procedure and answer.procedure.id == procedure


@pytest.mark.parametrize(
    "thanks", ["谢啦，问完了", "唔該晒", "that's all, thank you", "算啦", "never mind"]
)
def test_thanks_after_an_answer_end_the_talk(assistant: Assistant, thanks: str) -> None:
    answer = talk(assistant, "公司注销要多久", thanks)[1]
    assert answer.outcome is Outcome.GREETING
    assert answer.text == language(answer.language).wording.welcome


def test_a_follow_up_stays_with_its_procedure(assistant: Assistant) -> None:
    history: tuple[Turn, ...] = ()
    for message in ("我想做简易注销", "那要多久", "要钱吗"):
        answer = ask(assistant, message, history=history)
        assert answer.procedure and answer.procedure.id == "simple-deregistration"
        history = remember(history, answer)


@pytest.mark.parametrize(
    ("messages", "procedures"),
    [
        (("我想办合伙企业", "不对，我是想问怎么注销"),
         {"ordinary-deregistration", "simple-deregistration"}),
        (("年报几时截止", "算啦，讲下个体户点开"), {"individual-business-establish"}),
        (("how do I change my company's name?", "forget it. how do I file the annual report?"),
         {"annual-report"}),
        (("公司改名要什么材料", "不对，我问的是要多少钱"), {"company-name-change"}),
        (("公司改名要什么材料", "我是说网上办"), {"company-name-change"}),
        (("how do I change my company's name?", "No, I mean can it be done online?"),
         {"company-name-change"}),
    ],
)  # fmt: skip
def test_who_turns_to_another_matter_is_answered_on_it(
    assistant: Assistant, messages: tuple[str, ...], procedures: set[str]
) -> None:
    answer = talk(assistant, *messages)[-1]
    assert answer.procedure and answer.procedure.id in procedures


@pytest.mark.parametrize("text", ["How is this done?", "Is that all?", "Is there more?"])
def test_a_question_after_an_answer_is_no_farewell(assistant: Assistant, text: str) -> None:
    answer = talk(assistant, "how do I change my company's name?", text)[1]
    assert answer.outcome is not Outcome.GREETING


@pytest.mark.parametrize(
    ("first", "simpler"),
    [
        ("公司注销要多久", "听不懂，说简单点"),
        ("執笠要點做", "唔明，講簡單啲"),
        ("How do I close a company?", "I don't understand, simpler please"),
    ],
)
def test_what_was_said_is_said_in_one_sentence(
    assistant: Assistant, first: str, simpler: str
) -> None:
    before, after = talk(assistant, first, simpler)
    assert after.procedure == before.procedure
    shortly, sentence, *_ = after.text.split("\n\n")
    assert shortly == language(after.language).wording.shortly
    assert sentence and "\n" not in sentence


def test_a_case_is_kept_through_thanks_and_left_for_the_common_one(assistant: Assistant) -> None:
    branch, _, later, common = talk(
        assistant, "怎么注销分公司，要什么材料", "谢谢", "那要多久", "那普通公司呢"
    )
    assert branch.procedure and branch.procedure.variant == "branch"
    assert later.procedure and later.procedure.variant == "branch"
    assert common.procedure and common.procedure.id == branch.procedure.id
    assert common.procedure.variant is None


def test_another_case_of_the_same_procedure_is_asked_for(assistant: Assistant) -> None:
    company, branch = talk(assistant, "how do I change the registered address", "and for a branch?")
    assert company.procedure and company.procedure.variant is None
    assert branch.procedure and branch.procedure.id == company.procedure.id
    assert branch.procedure.variant == "branch"


def test_another_language_is_asked_for_and_not_only_spoken_of(assistant: Assistant) -> None:
    first, english, name = talk(
        assistant, "公司名字有什么规定", "in English please", "可以用英文名吗"
    )
    assert (first.language, english.language, name.language) == ("zh", "en", "zh")


def test_an_option_is_picked_by_its_number_in_the_readers_script(assistant: Assistant) -> None:
    before = Turn("zh", "hant", None, options=("gone", "company-name-change"))
    answer = ask(assistant, "2", history=(before,))
    assert answer.procedure and answer.procedure.id == "company-name-change"
    assert answer.script == "hant"
    assert ask(assistant, "1", history=(before,)).outcome is Outcome.INVALID_INPUT


def test_a_matter_is_picked_by_its_number(assistant: Assistant) -> None:
    asked, picked = talk(assistant, "多少錢", "2")
    assert picked.text == talk(assistant, "多少錢", asked.options[1].question)[1].text


def test_an_unsure_answer_says_what_it_was_taken_for(assistant: Assistant) -> None:
    answer = ask(assistant, "我们村里几户人家凑一起卖荔枝，账怎么记，牌子挂谁名下，以后谁说了算")
    assert answer.outcome is Outcome.ANSWERED and answer.procedure
    assert bool(answer.assumptions) is (answer.confidence < 0.6)
    assert all(answer.procedure.title in one for one in answer.assumptions)
    sure = ask(assistant, "公司改名要多久")
    assert sure.confidence > 0.9 and not sure.assumptions
