"""Numbers that single out a person or a body: found, checked, masked.

Written tolerantly, as people type and dictate them: blanks, dashes, full-width digits, Chinese
digits (一三八零零…, 幺 for 1). Public hotlines (``PUBLIC_HOTLINES``) are not identifiers.

Sources of the check digits: GB 11643 (resident ID) and GB 32100 (credit code) by way of
python-stdnum, ISO/IEC 7812 (bank cards), and the weights published for the Hong Kong card.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from stdnum import luhn
from stdnum.cn import ric, uscc

PUBLIC_HOTLINES = frozenset(
    {"110", "119", "120", "122", "12122", "12123", "12305", "12306", "12309", "12310", "12313"}
    | {"12314", "12315", "12317", "12318", "12320", "12328", "12329", "12333", "12335", "12337"}
    | {"12338", "12345", "12348", "12350", "12355", "12356", "12360", "12363", "12366", "12367"}
    | {"12368", "12369", "12371", "12378", "12381", "12385", "12388", "12389", "12393", "96110"}
)


class IdentifierKind(StrEnum):
    RESIDENT_ID = "resident_id"  # 18 digits, or the 15 of before 1999
    CREDIT_CODE = "credit_code"
    BANK_CARD = "bank_card"
    MOBILE = "mobile"
    LANDLINE = "landline"
    HK_PHONE = "hk_phone"
    HK_ID = "hk_id"
    PASSPORT = "passport"  # passports and travel permits


@dataclass(frozen=True, slots=True)
class Identifier:
    """``text[start:end]`` of the source is ``text``; ``value`` is its normal form.

    ``value`` has neither separators nor a country prefix. ``valid``: the check digit and the
    birth date agree; for kinds without a check digit the shape alone.
    """

    kind: IdentifierKind
    text: str
    value: str
    start: int
    end: int
    valid: bool


# What the mask leaves, counted in characters from the front and the back: enough to recognise
# one's own number, too little to reach or to look up anybody.
_KEPT: dict[IdentifierKind, tuple[int, int]] = {
    IdentifierKind.RESIDENT_ID: (3, 1),  # most of the province, nothing of the birth date
    IdentifierKind.CREDIT_CODE: (8, 0),  # kind of body and district
    IdentifierKind.BANK_CARD: (0, 4),
    IdentifierKind.MOBILE: (3, 2),
    IdentifierKind.LANDLINE: (3, 2),
    IdentifierKind.HK_PHONE: (1, 2),
    IdentifierKind.HK_ID: (1, 0),
    IdentifierKind.PASSPORT: (1, 2),
}

_PROVINCE = re.compile("1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]")

_S = r"[ \t\-]{0,2}"  # between digits; runs of folded text only hold plain blanks and hyphens
_LEFT, _RIGHT = r"(?<![0-9A-Z.*])", r"(?![0-9A-Z*]|\.\d)"
# Eleven digits before 元 are a sum, not a telephone.
_NO_SUM = r"(?! ?(?:[万萬亿億元圆圓块塊蚊%]|YUAN|RMB|CNY))"
_CN = r"(?:(?:\+|00)?86" + _S + ")?"
_CODE = "0-9A-HJ-NPQRTUWXY"

_CUE_SPAN = 14
_PHONE_CUE = re.compile(r"电话|電話|座机|致电|致電|联系|聯繫|聯絡|TEL|PHONE|CALL|WHATSAPP|FAX|传真")
_HK_CUE = re.compile(r"香港|HONG ?KONG|HK")
_PAPER_CUE = re.compile(r"护照|護照|通行证|通行證|台胞|回乡|回鄉|PASSPORT|TRAVEL PERMIT")
_CARD_CUE = re.compile(r"卡号|卡號|账号|賬號|帐号|户口|戶口|CARD|ACCOUNT")

_CHINESE_DIGITS = str.maketrans("零〇○一二三四五六七八九幺", "0001234567891")
_CHINESE_RUN = re.compile(r"[零〇○一二三四五六七八九幺](?:[ \-]?[零〇○一二三四五六七八九幺]){4,}")
_DASHES = str.maketrans("‐‑‒–—―−﹣", "--------")


def _fold_char(char: str) -> str:
    if char.isascii() or "一" <= char <= "龥":
        return char
    folded = unicodedata.normalize("NFKC", char)
    return folded if len(folded) == 1 else char


def narrowed(text: str) -> str:
    """Same length as the text: half-width, upper-case Latin, digits for runs of Chinese digits.

    Only runs are turned, so that 统一 and 第三条 stay words.
    """
    narrow = "".join(map(_fold_char, text)).translate(_DASHES)
    upper = "".join(char.upper() if char.isascii() else char for char in narrow)
    return _CHINESE_RUN.sub(lambda run: run[0].translate(_CHINESE_DIGITS), upper)


def _plausible_date(digits: str) -> bool:
    try:
        born = date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return False
    return 1880 <= born.year < 2100


def _resident_id(value: str, before: str) -> bool | None:
    if not _PROVINCE.match(value):
        return None
    if len(value) == 15:
        return False if _plausible_date("19" + value[6:12]) else None
    if not _plausible_date(value[6:14]):
        return None
    return ric.calc_check_digit(value) == value[17]


def _credit_code(value: str, before: str) -> bool | None:
    valid = uscc.calc_check_digit(value) == value[17]
    # A wrong check digit is still a typed code when it begins like one, and an order number else.
    return valid if valid or value[:2] in {"91", "92", "93"} else None


def _bank_card(value: str, before: str) -> bool | None:
    if not 16 <= len(value) <= 19:
        return None
    valid: bool = luhn.is_valid(value)
    return valid if valid or value.startswith("62") or _CARD_CUE.search(before) else None


def _eight_digits(value: str, before: str) -> bool | None:
    return True if _PHONE_CUE.search(before) and not _HK_CUE.search(before) else None


def _hk_phone(value: str, before: str) -> bool | None:
    return True if len(value) > 8 or _HK_CUE.search(before) else None


def _hk_id(value: str, before: str) -> bool:
    letters, digits, check = value[:-7], value[-7:-1], value[-1]
    numbers = [36] * (2 - len(letters)) + [ord(letter) - 55 for letter in letters]
    numbers += [int(digit) for digit in digits]
    total = sum(number * weight for number, weight in zip(numbers, range(9, 1, -1), strict=True))
    return (total + (10 if check == "A" else int(check))) % 11 == 0


def _hk_id_unbracketed(value: str, before: str) -> bool | None:
    return _hk_id(value, before) or None


def _shape(value: str, before: str) -> bool:
    return True


def _after_cue(value: str, before: str) -> bool | None:
    return True if _PAPER_CUE.search(before) else None


_Check = Callable[[str, str], bool | None]
_K = IdentifierKind

# Tried in this order; the first to claim a stretch keeps it. A check that says None disowns it.
_RULES: tuple[tuple[IdentifierKind, re.Pattern[str], _Check], ...] = tuple(
    (kind, re.compile(_LEFT + pattern + _RIGHT), check)
    for kind, pattern, check in (
        (_K.RESIDENT_ID, rf"[1-8](?:{_S}\d){{16}}{_S}[\dX]", _resident_id),
        (_K.CREDIT_CODE, rf"[1-9ANY](?:{_S}[{_CODE}])(?:{_S}\d){{6}}(?:{_S}[{_CODE}]){{10}}",
         _credit_code),
        (_K.BANK_CARD, r"[3-69]\d{3}(?:[ -]?\d{4}){2,3}[ -]?\d{1,4}", _bank_card),
        (_K.RESIDENT_ID, r"[1-8]\d{14}", _resident_id),
        (_K.MOBILE, rf"{_CN}1{_S}[3-9](?:{_S}\d){{9}}{_NO_SUM}", _shape),
        (_K.LANDLINE, rf"(?:(?:\+|00)86{_S}\(?0?|\(?0)(?:10|2\d|[3-9]\d{{2}})\)?{_S}"
         rf"[1-9]\d{{2,3}}{_S}\d{{4}}{_NO_SUM}", _shape),
        (_K.HK_PHONE, rf"(?:(?:\+|00)?852{_S})?[235-9]\d{{3}}{_S}\d{{4}}{_NO_SUM}", _hk_phone),
        (_K.LANDLINE, rf"[2-8]\d{{3}}{_S}\d{{4}}{_NO_SUM}", _eight_digits),
        (_K.HK_ID, r"[A-Z]{1,2}\d{6} ?\([\dA]\)", _hk_id),
        (_K.HK_ID, r"[A-Z]{1,2}\d{6}[\dA]", _hk_id_unbracketed),
        (_K.PASSPORT, r"(?:[EGDPSHM]\d{8}|E[A-Z]\d{7}|[DPS]E\d{7}|[HM]\d{10})", _shape),
        (_K.PASSPORT, r"[A-Z]{0,2}\d{6,9}", _after_cue),
    )
)  # fmt: skip


def find(text: str) -> list[Identifier]:
    """Every identifier of the text in order, none overlapping another; never raises."""
    folded = narrowed(text)
    found: list[Identifier] = []
    for kind, pattern, check in _RULES:
        for match in pattern.finditer(folded):
            start, end = match.span()
            if any(start < other.end and other.start < end for other in found):
                continue
            valid = check(_compact(match[0]), folded[max(0, start - _CUE_SPAN) : start])
            if valid is not None:
                value = _normal(kind, match[0])
                found.append(Identifier(kind, text[start:end], value, start, end, valid))
    return sorted(found, key=lambda each: each.start)


def _compact(folded: str) -> str:
    return re.sub(r"[^0-9A-Z]", "", folded)


def _normal(kind: IdentifierKind, folded: str) -> str:
    value = _compact(folded)
    if kind is _K.MOBILE:
        return value[-11:]
    if kind is _K.HK_PHONE:
        return value[-8:]
    if kind is _K.LANDLINE and re.match(r"\+|0086", folded):
        return "0" + re.sub(r"^(?:00)?860?", "", value)
    return value


def mask(text: str) -> str:
    """The text with every identifier masked, character by character, its length unchanged.

    Kept are: of a resident ID the first 3 and the last 1; of a credit code the first 8 (kind and
    district); of a bank card the last 4; of a mobile or landline the first 3 (a landline: its
    area code) and the last 2; of a Hong Kong phone the first 1 and the last 2; of a Hong Kong ID
    its first letter; of a passport the first 1 and the last 2. Separators stay.
    """
    # What is left of one number must not read as a new one with its neighbour: until none is.
    while found := find(text):
        chars = list(text)
        for each in found:
            for position in _hidden(each):
                chars[position] = "*"
        text = "".join(chars)
    return text


def _hidden(identifier: Identifier) -> Iterator[int]:
    folded = narrowed(identifier.text)
    places = [at for at, char in enumerate(folded) if re.match(r"[0-9A-Z]", char)]
    head, tail = _KEPT[identifier.kind]
    if identifier.kind is _K.LANDLINE:
        head = max(0, len(identifier.value) - 8)
    head += max(0, len(places) - len(identifier.value))  # a country prefix says nothing
    for place in places[head : len(places) - tail]:
        yield identifier.start + place
