"""Identifiers: found however they are typed, checked, and masked without a trace.

All numbers are made up: they have the right shape and, where said, the right check digit.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import ric, uscc

from knowledge.identifiers import PUBLIC_HOTLINES, IdentifierKind, find, mask

K = IdentifierKind


def resident_id(first17: str) -> str:
    return first17 + ric.calc_check_digit(first17 + "0")


def credit_code(first17: str) -> str:
    return first17 + uscc.calc_check_digit(first17 + "0")


ID = resident_id("44010619900307001")
ID_X = next(
    number
    for number in (resident_id(f"4401061990030{tail:04d}") for tail in range(7000, 7100))
    if number.endswith("X")
)
YOUNG_DISTRICT = resident_id("44011519700101001")  # its district was set up in 2005
CODE = credit_code("91440101MA5ABCDE0")
CARD = "6222021234567890128"


def test_a_young_district_is_no_fault():
    # The register of districts would refuse it: the district is younger than the holder.
    assert [each.valid for each in find(YOUNG_DISTRICT)] == [True]


@pytest.mark.parametrize(
    ("text", "kind", "value", "valid"),
    [
        (f"身份证{ID}", K.RESIDENT_ID, ID, True),
        (f"{ID[:6]} {ID[6:14]} {ID[14:]}", K.RESIDENT_ID, ID, True),
        (f"{ID[:6]}-{ID[6:14]}-{ID[14:]}", K.RESIDENT_ID, ID, True),
        (" ".join(ID), K.RESIDENT_ID, ID, True),
        (ID_X.lower(), K.RESIDENT_ID, ID_X, True),
        (YOUNG_DISTRICT, K.RESIDENT_ID, YOUNG_DISTRICT, True),
        (
            ID.translate(str.maketrans("0123456789", "０１２３４５６７８９")),
            K.RESIDENT_ID,
            ID,
            True,
        ),
        (
            ID.translate(str.maketrans("0123456789", "零一二三四五六七八九")),
            K.RESIDENT_ID,
            ID,
            True,
        ),
        ("440106199003070010", K.RESIDENT_ID, "440106199003070010", False),
        ("440106900307001", K.RESIDENT_ID, "440106900307001", False),
        (f"代码{CODE}", K.CREDIT_CODE, CODE, True),
        (CODE.lower(), K.CREDIT_CODE, CODE, True),
        (CODE[:-1] + ("A" if CODE[-1] != "A" else "B"), K.CREDIT_CODE, None, False),
        (CARD, K.BANK_CARD, CARD, None),
        ("4111 1111 1111 1111", K.BANK_CARD, "4111111111111111", True),
        ("电话13800138000。", K.MOBILE, "13800138000", True),
        ("138-0013-8000", K.MOBILE, "13800138000", True),
        ("138 0013 8000", K.MOBILE, "13800138000", True),
        ("+86 138 0013 8000", K.MOBILE, "13800138000", True),
        ("8613800138000", K.MOBILE, "13800138000", True),
        ("１３８００１３８０００", K.MOBILE, "13800138000", True),
        ("一三八零零一三八零零零", K.MOBILE, "13800138000", True),
        ("幺三八零零幺三八零零零", K.MOBILE, "13800138000", True),
        ("138零零一三八零零零", K.MOBILE, "13800138000", True),
        ("020-83331234", K.LANDLINE, "02083331234", True),
        ("(020) 8333 1234", K.LANDLINE, "02083331234", True),
        ("+86 20 8333 1234", K.LANDLINE, "02083331234", True),
        ("0755-83331234", K.LANDLINE, "075583331234", True),
        ("座机 8333 1234", K.LANDLINE, "83331234", True),
        ("+852 2345 6789", K.HK_PHONE, "23456789", True),
        ("香港電話 9123 4567", K.HK_PHONE, "91234567", True),
        ("A123456(3)", K.HK_ID, "A1234563", True),
        ("A123456（3）", K.HK_ID, "A1234563", True),
        ("A1234563", K.HK_ID, "A1234563", True),
        ("a123456(4)", K.HK_ID, "A1234564", False),
        ("E12345678", K.PASSPORT, "E12345678", True),
        ("H1234567890", K.PASSPORT, "H1234567890", True),
        ("passport no. 123456789", K.PASSPORT, "123456789", True),
        ("护照号K1234567", K.PASSPORT, "K1234567", True),
    ],
)
def test_one_identifier_is_found(text, kind, value, valid):
    (found,) = find(text)
    assert found.kind is kind
    assert value is None or found.value == value
    assert valid is None or found.valid is valid
    assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "打12345、12315、12366、12333、12329或110",
        "020-12345",
        "400-830-1234",
        "注册资本15000000000元",
        "13800138000元",
        "2024-01-01至2024-12-31",
        "20240701",
        "1,000,000",
        "第十一条至第一百三十八条",
        "统一社会信用代码有18位",
        "GB 32100-2015",
        "订单20260101123456789012345",
        "12345678901234567890",
        "83331234",
        "500000000000000",
        "公司法第266条",
        "[S1] [S2]",
        "https://scjgj.gz.gov.cn/ywt/",
        "一二三四五",
        "GZ20261123001",
        "A1234567",
        "3.14159265358979",
    ],
)
def test_what_is_no_identifier_stays(text):
    assert find(text) == []
    assert mask(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ID, ID[:3] + "*" * 14 + ID[-1]),
        (f"我叫小明，{ID[:6]} {ID[6:]}", f"我叫小明，{ID[:3]}*** {'*' * 11}{ID[-1]}"),
        ("打138-0013-8000找我", "打138-****-**00找我"),
        ("+86 13800138000", "+86 138******00"),
        ("一三八零零一三八零零零", "一三八******零零"),
        ("020-83331234", "020-******34"),
        ("0755 8333 1234", "0755 **** **34"),
        ("座机83331234", "座机******34"),
        ("+852 2345 6789", "+852 2*** **89"),
        ("A123456(3)", "A******(*)"),
        ("E12345678", "E******78"),
        ("4111 1111 1111 1111", "**** **** **** 1111"),
        (CODE, CODE[:8] + "*" * 10),
        ("13800138000、13900139000", "138******00、139******00"),
        ("13800138000 13900139000", "138******00 139******00"),
        ("12345热线和13800138000", "12345热线和138******00"),
    ],
)
def test_mask(text, expected):
    assert mask(text) == expected


@pytest.mark.parametrize("line", sorted(PUBLIC_HOTLINES))
def test_hotlines_are_never_masked(line):
    for text in (f"请打{line}", f"call {line}.", f"电话{line}", f"020-{line}"):
        assert mask(text) == text


def test_neighbours_are_found_apart_and_in_order():
    found = find(f"{ID}，电话13800138000，代码{CODE}")
    assert [each.kind for each in found] == [K.RESIDENT_ID, K.MOBILE, K.CREDIT_CODE]


PIECES = st.sampled_from(
    [ID, ID_X, CODE, CARD, "13800138000", "020-83331234", "A123456(3)", "E12345678", "12345",
     "+852 2345 6789", " ", "-", "，", "0", "02", "20", "电话", "元", "一三八", "\n", "1", "X"]
)  # fmt: skip
TEXTS = (
    st.text()
    | st.text("0123456789XA -()+零一二三八幺０１８电话元*")
    | st.lists(PIECES, max_size=8).map("".join)
)


@given(TEXTS)
def test_masking_leaves_nothing_to_find(text):
    masked = mask(text)
    assert find(masked) == []
    assert mask(masked) == masked
    assert len(masked) == len(text)
    assert all(new in (old, "*") for old, new in zip(text, masked, strict=True))


@given(TEXTS)
def test_found_stretches_lie_inside_and_apart(text):
    end = 0
    for each in find(text):
        assert end <= each.start < each.end <= len(text)
        assert text[each.start : each.end] == each.text
        assert each.value
        end = each.end


@given(st.integers(10**10, 10**11 - 1).map(str), st.sampled_from(["", " ", "-"]))
def test_separators_do_not_matter(digits, separator):
    mobile = "1" + "3456789"[int(digits[0]) % 7] + digits[2:]
    (found,) = find(separator.join((mobile[:3], mobile[3:7], mobile[7:])))
    assert found.value == mobile
