"""Official words in what is shown: marked once, explained, never inside a link."""

from __future__ import annotations

import re

from assistant.web.terms import Terms
from knowledge.languages import language
from knowledge.types import Term


def term(identity: str, zh: str, en: str) -> Term:
    return Term(
        identity,
        {"zh": zh, "yue": zh, "en": en},
        {},
        {"zh": f"{zh}就是<它>。", "yue": "", "en": f"{en} it is."},
    )


TERMS = [
    term("legal-rep", "法定代表人", "Legal representative"),
    term("rep", "代表", "Rep"),
    term("name", "名称", "Name"),
]


def marked(text: str, code: str = "zh", script: str = "hans") -> str:
    return Terms(TERMS, language(code), script).mark(text)


def test_the_first_use_is_linked_and_carries_its_sentence() -> None:
    shown = marked("换法定代表人，先看法定代表人是谁。")
    assert shown.count("<a ") == 1
    assert 'href="/glossary#legal-rep"' in shown
    assert 'title="法定代表人就是&lt;它&gt;。"' in shown
    assert shown.startswith("换<a ")


def test_the_longest_word_wins_and_links_are_left_alone() -> None:
    text = '<a href="/x">名称</a> [名称](/procedures/x) <b title="名称">法定代表人</b>'
    shown = marked(text)
    assert re.findall(r"#([\w-]+)", shown) == ["legal-rep"]


def test_english_words_are_whole_and_of_any_case() -> None:
    assert "<a " not in marked("Reputation and renamed", "en", "latn")
    assert ">legal representative</a>" in marked("the legal representative signs", "en", "latn")


def test_traditional_readers_find_theirs() -> None:
    shown = marked("公司名稱", "zh", "hant")
    assert ">名稱</a>" in shown and "名稱就是" in shown


def test_no_text_is_full_of_them() -> None:
    many = [term(f"t{n}", f"词{n}号", f"word{n}") for n in range(9)]
    shown = Terms(many, language("zh"), "hans").mark("、".join(f"词{n}号" for n in range(9)))
    assert shown.count("<a ") == 5
