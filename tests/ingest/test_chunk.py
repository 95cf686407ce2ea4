"""Passages are short, name their place, and lose nothing of the document."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ingest_samples import BODY, GUIDE, HEADING, STATUTE, TITLE

from ingest.chunk import LIMIT, chunk
from knowledge.passages import Document, PassageKind, Status

GUIDE_DOCUMENT = Document(
    id="guide", title=TITLE, text=GUIDE, url="https://lanterns.example/", kind=PassageKind.DOCUMENT
)
STATUTE_DOCUMENT = Document(
    id="lanterns",
    title="花灯管理条例",
    text=STATUTE,
    url=None,
    kind=PassageKind.STATUTE,
    status=Status.REPEALED,
    effective_from=date(2024, 2, 1),
    effective_to=date(2029, 1, 31),
)


def squeezed(text: str) -> str:
    return re.sub(r"[\s#]", "", text)


def test_statute_is_cut_by_article():
    passages = list(chunk(STATUTE_DOCUMENT))
    assert [(p.article, p.heading_path, p.url) for p in passages] == [
        (None, (), "/documents/lanterns#preamble"),
        ("第一条", ("第一章 总则",), "/documents/lanterns#article-1"),
        ("第二条", ("第一章 总则",), "/documents/lanterns#article-2"),
        ("第二条之一", ("第一章 总则",), "/documents/lanterns#article-2-1"),
        ("第三条", ("第二章 附则",), "/documents/lanterns#article-3"),
    ]
    assert passages[2].text == "花灯用布或者纸做。"


def test_every_passage_carries_the_document():
    for passage in chunk(STATUTE_DOCUMENT):
        assert passage.document == "lanterns" and passage.title == "花灯管理条例"
        assert passage.kind is PassageKind.STATUTE and passage.status is Status.REPEALED
        assert (passage.effective_from, passage.effective_to) == (
            date(2024, 2, 1),
            date(2029, 1, 31),
        )
        assert passage.language == "zh"


def test_long_article_keeps_its_number():
    items = "\n\n".join(f"（{n}）第{n}种花灯{'要挂得高高的' * 12}；" for n in "一二三四五六七八")
    text = f"第一条 下列花灯：\n\n{items}\n\n第二条 乙。\n\n第三条 丙。\n"
    passages = list(chunk(replace(STATUTE_DOCUMENT, text=text)))
    first = [p for p in passages if p.article == "第一条"]
    assert len(first) == 2
    assert [p.id for p in first] == ["lanterns#article-1", "lanterns#article-1.1"]
    assert {p.url for p in first} == {"/documents/lanterns#article-1"}
    assert all(p.text.endswith("；") for p in first)  # cut between items, not within
    assert squeezed("".join(p.text for p in first)) == squeezed(f"下列花灯：{items}")


def test_annex_with_articles_of_its_own_keeps_apart():
    text = "第一条 甲。\n\n第二条 乙。\n\n附件 规则\n\n第一条 丙。\n\n第二条 丁。\n"
    passages = list(chunk(replace(STATUTE_DOCUMENT, text=text)))
    assert len({p.id for p in passages}) == len(passages)
    assert len({p.url for p in passages}) == len(passages)


def test_guide_is_cut_by_heading():
    first, second = chunk(GUIDE_DOCUMENT)
    assert (first.heading_path, first.text) == ((), BODY)
    assert (second.heading_path, second.text) == ((HEADING,), BODY * 3)
    assert second.id == "guide#part-2"


def test_url_is_where_the_document_was_published():
    assert {p.url for p in chunk(GUIDE_DOCUMENT)} == {"https://lanterns.example/"}


@pytest.mark.parametrize(
    "stated",
    [None, "", "花灯", "javascript:alert(1)", "file:///etc/passwd", 'https://a.cn/"onclick'],
)
def test_without_a_web_address_url_is_our_own_page(stated):
    _, second = chunk(replace(GUIDE_DOCUMENT, url=stated))
    assert second.url == "/documents/guide#part-2"


def test_chinese_numbering_makes_headings():
    text = f"一、材料\n\n（一）申请表\n\n{BODY}\n\n二、时间\n\n三天。"
    found = [(p.heading_path, p.text) for p in chunk(replace(GUIDE_DOCUMENT, text=text))]
    assert found == [(("一、材料", "（一）申请表"), BODY), (("二、时间",), "三天。")]


def test_items_of_a_list_are_no_headings():
    text = "# 材料\n\n一、申请表\n二、名单\n三、照片"
    (passage,) = chunk(replace(GUIDE_DOCUMENT, text=text))
    assert passage.heading_path == ("材料",)
    assert passage.text == "一、申请表\n二、名单\n三、照片"


def test_code_is_no_heading():
    text = "# 说明\n\n```\n# 不是标题\n```\n\n正文。"
    (passage,) = chunk(replace(GUIDE_DOCUMENT, text=text))
    assert "# 不是标题" in passage.text


def test_ids_of_other_scripts_make_a_proper_url():
    passage = next(chunk(replace(GUIDE_DOCUMENT, id="花灯", url=None)))
    assert passage.url == "/documents/%E8%8A%B1%E7%81%AF#part-1"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("花灯要挂在两米以上的地方。\n不收费。\n搞掂就可以走。", "zh"),
        ("花燈要掛喺兩米以上嘅地方。\n唔使錢。", "yue"),
        ("A lantern hangs two metres above the ground.", "en"),
        ("12345", "zh"),
    ],
)
def test_language_is_that_of_most_lines(text, language):
    (passage,) = chunk(replace(GUIDE_DOCUMENT, text=text))
    assert passage.language == language


BLOCK = st.text(alphabet="花灯要挂高。，；\n aB.", min_size=1, max_size=1500)


@given(st.lists(BLOCK, max_size=4), st.sampled_from([GUIDE_DOCUMENT, STATUTE_DOCUMENT]))
def test_nothing_is_lost_and_nothing_is_long(blocks, document):
    text = "\n\n".join(block.strip() for block in blocks)
    passages = list(chunk(replace(document, text=text, title="标题")))
    assert all(0 < len(p.text) <= LIMIT for p in passages)
    assert len({p.id for p in passages}) == len(passages)
    if document is GUIDE_DOCUMENT:
        assert squeezed("".join(p.text for p in passages)) == squeezed(text)
