"""Numerals and article names, read and written."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.figures import article_key, parse_number, to_chinese


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,000.5", "1000.5"),
        ("３０", "30"),
        ("三十", "30"),
        ("廿五", "25"),
        ("卅", "30"),
        ("兩百零五", "205"),
        ("两百五", "250"),
        ("一千二", "1200"),
        ("一千零二", "1002"),
        ("三万五", "35000"),
        ("3万5千", "35000"),
        ("1.5亿", "150000000"),
        ("两点五万", None),
        ("三点一四", "3.14"),
        ("零点五", "0.5"),
        ("零", "0"),
        ("〇", "0"),
        ("二〇二四", "2024"),
        ("十", "10"),
        ("一万亿", "1000000000000"),
        ("壹佰贰拾叁", "123"),
        ("半", "0.5"),
        ("half", "0.5"),
        ("100k", "100000"),
        ("2.5 million", "2500000"),
        ("two hundred thousand", "200000"),
        ("one hundred and twenty-five", "125"),
        ("a thousand", "1000"),
        ("two million three hundred thousand and five", "2300005"),
        ("三四", None),
        ("十几", None),
        ("百", None),
        ("", None),
        ("abc", None),
        ("一万二万", None),
        ("five ten", None),
        ("1.2.3", None),
    ],
)
def test_parse_number(text, expected):
    assert parse_number(text) == (None if expected is None else Decimal(expected))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第四十七条", "47"),
        ("第47条", "47"),
        ("四十七条", "47"),
        ("第二百六十六條", "266"),
        ("第二十条之一", "20-1"),
        ("第一〇二条", "102"),
        ("Article 12", "12"),
        ("art. 7", "7"),
        ("第四十七条规定", None),
        ("第三章", None),
        ("第五十一、五十二条", None),
        ("", None),
    ],
)
def test_article_key(text, expected):
    assert article_key(text) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [(0, "零"), (10, "十"), (12, "十二"), (110, "一百一十"), (105, "一百零五"),
     (1010, "一千零一十"), (10500, "一万零五百"), (15000, "一万五千"), (100000, "十万"),
     (10**8 + 1, "一亿零一"), (10**12, "一万亿")],
)  # fmt: skip
def test_to_chinese(number, expected):
    assert to_chinese(number) == expected


@pytest.mark.parametrize("number", [-1, 10**16])
def test_to_chinese_refuses_what_it_cannot_write(number):
    with pytest.raises(ValueError, match="no Chinese numeral"):
        to_chinese(number)


@given(st.integers(0, 10**12) | st.integers(0, 20000))
def test_chinese_numerals_round_trip(number):
    assert parse_number(to_chinese(number)) == number


@given(st.integers(0, 10**12), st.booleans())
def test_digits_round_trip(number, commas):
    assert parse_number(f"{number:,}" if commas else str(number)) == number
