"""Numbers with what they count: durations, money, shares, measures, bare counts; ranges too.

First every number is read where it stands, then the units beside it, then a number without one
takes that of its neighbour when a joiner binds them (5至20万元, 3 or 5 days) or when it picks up
the one before (within 3 days, plus 3 more); what is left without a unit is a count, where it cannot
be anything else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from knowledge.figures import units
from knowledge.figures.kinds import Claim, Found, Kind, time_span
from knowledge.figures.numerals import CHINESE, DIGITS, ENGLISH, MIXED, SCALED, read
from knowledge.figures.units import Unit

# 5m is five metres, but RMB 5m is five million.
_IN_MILLIONS = (
    rf"(?:(?<=¥)|(?<=rmb)|(?<=rmb )|(?<=cny)|(?<=cny )|(?<=\$)){DIGITS} ?m(?![a-z0-9²])"
    rf"|{DIGITS} ?m(?= ?(?:yuan|rmb|cny))"
)
_NUMBER = re.compile(
    rf"(?<![\d.])(?:(?P<mixed>{MIXED})|(?P<scaled>{SCALED}|{_IN_MILLIONS})|(?P<digits>{DIGITS}))"
    rf"|(?P<chinese>{CHINESE})|(?<![a-z])(?P<english>{ENGLISH}(?: ?\(\d{{1,9}}\))?"
    r"|twice(?= the| that| as| its))"
)
_ELLIPTIC = re.compile(r"[百千万亿w][一二三四五六七八九\d]$")
_SIDE_BY_SIDE = re.compile(r"[一二两三四五六七八九]{2}$")
_SCALE = re.compile(r"(?:[十百千]?[万亿]|[百千])$|(?:hundred|thousand|million|billion|k|mn|bn)$")
_POWERS = {"百": 2, "千": 3, "万": 4, "亿": 8, "hundred": 2, "thousand": 3, "k": 3, "million": 6,
           "mn": 6, "billion": 9, "bn": 9}  # fmt: skip

_JOINER = re.compile(
    r"[ *]*(?:-{1,2}|~|至|到|或者?|及|和|同|与|、|/|\+|,|，|to|and|or|and up to|, and|, or)[ *]*"
)
_YEAR = re.compile(r"(?:19|20)\d{2}")
_HALF = re.compile(r"个半(?=月|小时|钟|星期|礼拜|工作)|[ -]and[ -]a[ -]half")
# What follows an English number that has dropped its unit.
_NO_NOUN = (
    r"(?=[.,;:)]|$|[ ](?:if|with|for|in|when|where|after|upon|to|from|and|or|by|on|at|is|are)\b)"
)
_MORE_BEFORE = re.compile(r"(?<![a-z])(?:plus|another|and|by|a further|extra) $")
_MORE_AFTER = re.compile(rf"(?: (?:more|extra|further|longer))?{_NO_NOUN}")
_BARE_SUM = re.compile(rf"(?:[ ]or (?:more|less))?{_NO_NOUN}")


@dataclass(frozen=True, slots=True)
class _Number:
    value: Decimal
    start: int
    end: int
    text: str
    chinese: bool
    unit: Unit | None = None
    prefixed: bool = False

    @property
    def stop(self) -> int:
        """Where number and unit end."""
        return max(self.end, self.unit.end) if self.unit else self.end


def quantities(text: str) -> Iterator[Claim]:
    """Find everything that is counted; a bare number is a count (or a year: 2027)."""
    numbers = [_with_unit(text, number) for number in _numbers(text)]
    for at in range(len(numbers) - 2, -1, -1):
        numbers[at] = _share(text, numbers[at], numbers[at + 1])
    for at in range(1, len(numbers)):
        numbers[at] = _share_prefix(text, numbers[at - 1], numbers[at])
    for at, number in enumerate(numbers):
        beside = numbers[max(0, at - 1) : at] + numbers[at + 1 : at + 2]
        if any(_estimate(number, other) for other in beside):
            continue
        if not number.unit and at:
            number = numbers[at] = _pick_up(text, numbers[at - 1], number)
        found = _found(number, number.unit) if number.unit else _count(text, number)
        if found:
            yield Claim(found.start, found.end, (found,))


def _numbers(text: str) -> Iterator[_Number]:
    at = 0
    while match := _NUMBER.search(text, at):
        notation, raw = str(match.lastgroup), match[0]
        chinese = notation in ("chinese", "mixed")
        # 十万五年内: the 五 counts the years. 三万五 alone is 35,000.
        if chinese and _ELLIPTIC.search(raw) and _needs_digit(text, match.end()):
            raw = raw[:-1]
        at = match.start() + len(raw)
        value = read(raw.replace(" ", "") if chinese else raw.rstrip(), notation)
        if value is not None:
            yield _Number(value, match.start(), at, raw, chinese)


def _needs_digit(text: str, at: int) -> bool:
    unit = units.suffix(text, at)
    return unit.kind is not Kind.MONEY if unit else units.counts_things(text, at)


def _with_unit(text: str, number: _Number) -> _Number:
    half = _HALF.match(text, number.end)
    value = number.value + (Decimal("0.5") if half else 0)
    unit = units.suffix(text, half.end() if half else number.end)
    before = units.prefix(text, number.start)
    if before and (unit is None or unit.kind in (Kind.MONEY, before[0].kind)):
        found, start = before
        end = unit.end if unit else number.end
        return replace(number, start=start, prefixed=True, unit=replace(found, end=end))
    if unit is None:
        return number
    if unit.kind is Kind.DURATION and not half:
        for tail in ("半", units.AND_A_HALF):
            if text.startswith(tail, unit.end):
                value, unit = value + Decimal("0.5"), replace(unit, end=unit.end + len(tail))
    return replace(number, value=value, unit=unit)


def _joined(text: str, left: _Number, right: _Number) -> bool:
    return bool(_JOINER.fullmatch(text, left.stop, right.start))


def _share(text: str, left: _Number, right: _Number) -> _Number:
    """Give the left end of a range the unit, and the 万 or thousand, of its right end."""
    if (left.unit and not left.prefixed) or not _joined(text, left, right):
        return left
    if right.unit and right.unit.kind is Kind.DURATION and _YEAR.fullmatch(left.text):
        return left
    value = left.value
    scale = _SCALE.search(right.text)
    if scale and not _SCALE.search(left.text):
        step = Decimal(10) ** _POWERS.get(scale[0], _POWERS.get(scale[0][-1:], 0))
        # 5至20万 is 50,000 to 200,000; 500至1万 begins at 500.
        value = value * step if value < right.value / step else value
    joiner = text[left.stop : right.start]
    if value > right.value and (value >= 1000 or set(joiner) & set(",，")):
        return left  # 200,000, or 5 %
    unit = left.unit or (replace(right.unit, end=left.end) if right.unit else None)
    return replace(left, value=value, unit=unit)


def _share_prefix(text: str, left: _Number, right: _Number) -> _Number:
    """Give the right end of ¥5,000-20,000 or 百分之五至十 what stands before the left one."""
    bound = left.prefixed and left.unit and left.value < right.value
    if right.unit or not left.unit or not bound or not _joined(text, left, right):
        return right
    return replace(right, unit=replace(left.unit, end=right.end), prefixed=True)


def _pick_up(text: str, left: _Number, number: _Number) -> _Number:
    """Give a number that has dropped its unit that of the one before, in the same sentence.

    Within 3 working days, plus 3 more if complex; CNY 10,000, in serious cases 50,000.
    """
    if not left.unit or re.search(r"[.。;；!?！？\n]", text[left.stop : number.start]):
        return number
    if left.unit.kind is Kind.DURATION:
        more = _MORE_BEFORE.search(text[max(0, number.start - 12) : number.start])
        fits = bool(more and _MORE_AFTER.match(text, number.end))
    else:
        sum_like = number.value >= 1000 and not _YEAR.fullmatch(number.text)
        fits = sum_like and left.unit.kind is Kind.MONEY
        fits = fits and bool(_BARE_SUM.match(text, number.end))
    return replace(number, unit=replace(left.unit, end=number.end)) if fits else number


def _estimate(number: _Number, other: _Number) -> bool:
    """三四天, 七八十: two numerals side by side are an estimate."""
    first, second = (number, other) if number.start < other.start else (other, number)
    return first.end == second.start and bool(_SIDE_BY_SIDE.search(first.text + second.text[0]))


def _found(number: _Number, unit: Unit) -> Found:
    value = number.value * unit.factor
    if unit.kind is Kind.DURATION:
        if unit.name == "year" and 1900 <= value < 2100 and not value % 1:  # 二千零二十四年
            return Found(Kind.DATE, str(value), None, number.start, number.stop)
        return time_span(value, str(unit.name), number.start, number.stop)
    return Found(unit.kind, value, unit.name, number.start, number.stop)


def _count(text: str, number: _Number) -> Found | None:
    place = (number.start, number.end)
    if _YEAR.fullmatch(number.text) and not units.counts_things(text, number.end):
        return Found(Kind.DATE, number.text, None, *place)
    if number.value <= 20 and units.only_lists(text, *place):
        return None
    if number.text in ("一", "one") and not units.one_counts(text, *place):
        return None
    # Small Chinese numerals stand in names (三元里) and idioms: they need a classifier.
    word = number.chinese and not number.text[0].isdigit()
    if word and number.value < 20 and not units.counts_things(text, number.end):
        return None
    return Found(Kind.COUNT, number.value, None, *place)
