"""Cleaning takes away what nobody reads, and nothing else."""

from __future__ import annotations

import pytest

from ingest.clean import join_pages, tidy


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("总　则", "总 则"),
        ("花\u200b灯\ufeff", "花灯"),
        ("a\u00a0 \t b", "a b"),
        ("一行  \r\n二行\r三行", "一行\n二行\n三行"),
        ("甲\n\n\n\n乙", "甲\n\n乙"),
        ("\x00甲\x07", "甲"),
        ("⼀⽉", "一月"),
        ("（１２）；：", "（１２）；："),
    ],
)
def test_tidy(text, expected):
    assert tidy(text) == expected
    assert tidy(expected) == expected


LINES = ["花灯要挂在两米以上的地方，这样路过的人才不会碰到，", "孩子也够不着。"]


def test_headers_footers_and_page_numbers_go():
    pages = [
        f"花灯指南\n2024年版\n第{n}页的内容{'甲乙丙'[n - 1]}。\n正文在这里{n}。\n- {n} -"
        for n in (1, 2, 3)
    ]
    text = join_pages(pages)
    assert "花灯指南" not in text and "2024年版" not in text and "- 2 -" not in text
    for n in (1, 2, 3):
        assert f"第{n}页的内容" in text and f"正文在这里{n}。" in text


@pytest.mark.parametrize(
    "number", ["3", "- 3 -", "第 3 页", "第3页 共9页", "3/9", "Page 3 of 9", "— 3 —"]
)
def test_page_numbers_in_every_notation(number):
    assert (
        join_pages([f"正文一句。\n{number}", f"正文两句。\n{number}"]) == "正文一句。\n\n正文两句。"
    )


def test_two_pages_may_begin_alike():
    assert join_pages(["花灯。\n甲。", "花灯。\n乙。"]) == "花灯。\n\n甲。\n\n花灯。\n\n乙。"


def test_lines_broken_by_the_margin_are_rejoined():
    assert join_pages(["\n".join(LINES)]) == "".join(LINES)
    assert join_pages([LINES[0], LINES[1]]) == "".join(LINES)


def test_english_lines_keep_their_blank():
    assert join_pages(["the lantern hangs high and\nnobody can reach it"]) == (
        "the lantern hangs high and nobody can reach it"
    )


@pytest.mark.parametrize(
    "opening", ["第二条 花灯用布做", "（二）纸灯", "2. 纸灯", "二、纸灯", "• 纸灯"]
)
def test_what_opens_a_paragraph_is_not_joined(opening):
    assert join_pages([f"{LINES[0]}\n{opening}"]) == f"{LINES[0]}\n\n{opening}"
