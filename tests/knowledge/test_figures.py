"""Figures: one normal form in three languages, and none where nothing is counted."""

from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from knowledge.figures import (
    Kind,
    article_key,
    find,
    keys,
    parse_number,
    same,
    to_chinese,
    unsupported,
)

TABLES = yaml.safe_load((Path(__file__).parent / "figures.yaml").read_text(encoding="utf-8"))


def said(text: str) -> list[str]:
    """The figures of a text as short strings: 30 day, 100000 CNY, date 2024-07-01."""
    return [_short(figure) for figure in find(text)]


def _short(figure) -> str:
    value = figure.value
    plain = f"{value.normalize():f}" if isinstance(value, Decimal) else value
    lead = {Kind.DURATION: "", Kind.MONEY: "", Kind.MEASURE: ""}
    tail = f" {figure.unit}" if figure.unit else ""
    return lead.get(figure.kind, f"{figure.kind.value} ") + plain + tail


@pytest.mark.parametrize(
    ("expected", "text"),
    [(expected, text) for expected, texts in TABLES["same"].items() for text in texts],
)
def test_one_figure_in_every_notation(expected, text):
    assert said(text) == [expected]


@pytest.mark.parametrize(("text", "expected"), TABLES["several"].items())
def test_several_figures_and_ranges(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize("text", TABLES["none"])
def test_no_phantom_figures(text):
    assert said(text) == []


@pytest.mark.parametrize("texts", TABLES["parallel"])
def test_three_languages_carry_the_same_keys(texts):
    mandarin, cantonese, english = map(keys, texts)
    assert mandarin == cantonese == english
    assert mandarin


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("30日", "30个工作日"),
        ("30日", "一个月"),
        ("1年", "12个月"),
        ("第四十七条", "47号"),
        ("第二十条", "第二十条之一"),
        ("10万元", "10万港元"),
        ("6月30日", "2024年6月30日"),
        ("5%", "5个百分点"),
        ("20 days", "20 weeks"),
    ],
)
def test_different_figures_stay_apart(left, right):
    (a,), (b,) = find(left), find(right)
    assert not same(a, b)
    assert same(a, a)


@pytest.mark.parametrize(
    ("text", "sources", "expected"),
    [
        ("within 30 days", ["应当自决定之日起三十日内申请"], []),
        ("within 30 working days", ["三十日内"], ["30 working_day"]),
        ("since July 2024", ["自2024年7月1日起施行"], []),
        ("since 2024", ["2024-07-01"], []),
        ("6月30日前", ["2027年6月30日"], []),
        ("2027年6月30日前", ["6月30日"], ["date 2027-06-30"]),
        ("罚5万到20万", ["处五万元以上二十万元以下的罚款"], []),
        ("罚5万到30万", ["处五万元以上二十万元以下的罚款"], ["count 300000"]),
        ("half of the votes", ["50%以上表决权"], []),
        ("Article 48", ["第四十七条"], ["article 48"]),
        ("Article 47", ["第四十七条第一款"], []),
        ("公示20天，另加5年", ["公示期二十日", "5 years"], []),
        ("没有数字", [], []),
    ],
)
def test_unsupported_names_what_no_source_carries(text, sources, expected):
    assert [_short(figure) for figure in unsupported(text, sources)] == expected


UNITS = [("日", " days"), ("个工作日", " working days"), ("个月", " months"), ("元", " yuan"),
         ("%", " per cent"), ("名股东", " shareholders"), ("平方米", " square metres"),
         ("小时", " hours")]  # fmt: skip


@given(st.integers(2, 9_999_999), st.sampled_from(UNITS))
def test_notation_does_not_matter(number, unit):
    chinese, english = unit
    forms = {
        frozenset(keys(text))
        for text in (
            f"{number}{chinese}", f"{number:,}{chinese}", f"{to_chinese(number)}{chinese}",
            f"约{number} {chinese}内", f"{number}{english}", f"in about {number:,}{english}.",
        )
    }  # fmt: skip
    assert len(forms) == 1
    assert len(forms.pop()) == 1


TEXTS = st.text() | st.text(
    "一二两三十百千万亿零〇半个月日年天元蚊块条第款之号点分%％0123456789,.-—至到、/ \n()（）[]S"
    "abcdefghijklmnopqrstuvwxyz$¥几多来余Ｘ０９②廿"
)


@given(TEXTS)
def test_any_text_is_read_and_spans_lie_inside(text):
    found = find(text)
    for figure in found:
        assert 0 <= figure.start < figure.end <= len(text)
        assert text[figure.start : figure.end] == figure.text
        hash(figure.key)
    assert [each.start for each in found] == sorted(each.start for each in found)
    assert not unsupported(text, [text])
    parse_number(text)
    article_key(text)
