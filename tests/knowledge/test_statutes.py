"""Statutes: taken apart at their articles and nowhere else, and nothing lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.figures import article_key, to_chinese
from knowledge.statutes import Article, split

MARKDOWN = """# 中华人民共和国样例法

2020年1月1日 第一次会议通过

2023年12月29日 第二次修订

<!-- INFO END -->

\u200b

## 第一章 总　则

\u200b

第一条 为了示范，制定本法。

第二条　本法所称样例，是指下列各项：

（一）依照第五条、第六条写成的；

（二）其他。

第三条所称的样例，也包括第二条第二款的样例。

## 第二章 很长很长的标题、

写到了下一行

### 第一节 一 般 规 定

第三条 第一类样例应当备案。

第三条之一 插入的一条。

第四条

条文写在下一行。

## 第三章 附则

第五条 本法自2024年7月1日起施行。

附：

## 一、目录

（一）甲；
"""


def test_a_published_text_in_markdown():
    statute = split(MARKDOWN)
    assert statute.title == "中华人民共和国样例法"
    assert statute.preamble == "2020年1月1日 第一次会议通过\n2023年12月29日 第二次修订"
    assert [article.number for article in statute.articles] == [
        "1", "2", "3", "3-1", "4", "5", None,
    ]  # fmt: skip
    assert statute.articles[0] == Article("1", "第一条", ("第一章 总则",), "为了示范，制定本法。")


def test_an_article_runs_over_paragraphs_and_past_references():
    second = split(MARKDOWN).articles[1]
    assert second.text.splitlines() == [
        "本法所称样例，是指下列各项：",
        "（一）依照第五条、第六条写成的；",
        "（二）其他。",
        "第三条所称的样例，也包括第二条第二款的样例。",
    ]


def test_heading_paths_and_headings_on_two_lines():
    third, inserted, fourth = split(MARKDOWN).articles[2:5]
    assert third.heading_path == ("第二章 很长很长的标题、写到了下一行", "第一节 一般规定")
    assert third.text == "第一类样例应当备案。"
    assert (inserted.label, inserted.text) == ("第三条之一", "插入的一条。")
    assert fourth.text == "条文写在下一行。"


def test_an_annex_has_no_number():
    last, annex = split(MARKDOWN).articles[-2:]
    assert last.text.splitlines() == ["本法自2024年7月1日起施行。", "附："]
    assert annex == Article(None, "", ("一、目录",), "（一）甲；")


def test_a_plain_text_without_marks():
    statute = split(
        "广州市样例办法\n第一章　总则\n第一条为了示范，制定本办法。\n第二条下列情形：\n"
        "第一条规定的情形；\n第十条、第十一条的情形。\n第三条【期限】三十日。\n第二章　附则\n"
        "第四条　本办法施行。"
    )
    assert statute.title == "广州市样例办法"
    assert [article.number for article in statute.articles] == ["1", "2", "3", "4"]
    assert statute.articles[1].text == "下列情形：\n第一条规定的情形；\n第十条、第十一条的情形。"
    assert statute.articles[2].text == "【期限】三十日。"
    assert statute.articles[3].heading_path == ("第二章 附则",)


def test_articles_as_headings_or_in_bold():
    statute = split("# 样例\n### 第一条\n甲。\n**第二条** 乙。\n第10条：丙。")
    assert [(each.number, each.text) for each in statute.articles] == [
        ("1", "甲。"),
        ("2", "乙。"),
        ("10", "丙。"),
    ]


def test_traditional_characters():
    statute = split("第一條 甲。\n\n第二條 乙。")
    assert (statute.title, [each.number for each in statute.articles]) == ("", ["1", "2"])


def test_english():
    statute = split(
        "Sample Law\n\nChapter 1 General Provisions\n\nArticle 1 This law is a sample.\n\n"
        "Article 1 of this law applies.\n\nArticle 2. The second.\n\nSection 2 Rest\n\n"
        "Article 3\n\nThe third, see Article 1."
    )
    assert statute.title == "Sample Law"
    assert [(each.number, each.text.splitlines()) for each in statute.articles] == [
        ("1", ["This law is a sample.", "Article 1 of this law applies."]),
        ("2", ["The second."]),
        ("3", ["The third, see Article 1."]),
    ]
    assert statute.articles[2].heading_path == ("Chapter 1 General Provisions", "Section 2 Rest")


@pytest.mark.parametrize(
    ("text", "title", "whole"),
    [
        (
            "# 通知\n\n各区：\n\n## 一、要求\n\n请照第五条办理。",
            "通知",
            "各区：\n一、要求\n请照第五条办理。",
        ),
        ("只有一行", "只有一行", None),
        ("", "", None),
        ("\n\u200b\n", "", None),
    ],
)
def test_a_text_without_articles_is_one_piece(text, title, whole):
    statute = split(text)
    assert statute.title == title
    assert [each.text for each in statute.articles] == ([whole] if whole else [])
    assert all(each.number is None for each in statute.articles)


def _letters(text: str) -> str:
    return re.sub(r"[\s#*_>\u200b-\u200d\u2060\ufeff：:.\-]", "", text)


@given(
    st.lists(
        st.lists(st.text("甲乙丙丁第条章款一二，。abc", min_size=1, max_size=30), max_size=3),
        min_size=1,
        max_size=30,
    )
)
def test_no_article_text_is_lost(bodies):
    lines = ["# 样例", ""]
    for number, paragraphs in enumerate(bodies, 1):
        first = f"本{paragraphs[0]}" if paragraphs else ""
        lines += [f"第{to_chinese(number)}条 {first}", ""]
        lines += [f"（一）{paragraph}\n" for paragraph in paragraphs[1:]]
    statute = split("\n".join(lines))
    assert [each.number for each in statute.articles] == [str(at + 1) for at in range(len(bodies))]
    kept = "".join(each.label + each.text for each in statute.articles)
    assert _letters(kept) == _letters("".join(lines[2:]))


@given(st.text() | st.text("# 第一二三十条章节编之附件总则\n 　。，Article12*"))
def test_any_text_is_split(text):
    for article in split(text).articles:
        assert article.number == (article_key(article.label) if article.label else None)
        assert article.text or article.label


@given(st.lists(st.text("甲乙丙丁款。，123 ", min_size=1)))
def test_without_headings_every_line_is_kept(lines):
    text = "\n".join(lines)
    statute = split(text)
    kept = statute.title + statute.preamble + "".join(each.text for each in statute.articles)
    assert _letters(kept) == _letters(text)
