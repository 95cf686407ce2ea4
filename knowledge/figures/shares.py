"""Fractions, and the halves that a unit of time can be cut into."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from knowledge.figures import units
from knowledge.figures.kinds import Claim, Found, Kind, time_span
from knowledge.figures.numerals import CHINESE, parse_number

_WORDS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "tenth": 10}
_THOUSANDTHS = {"hundredths": Decimal(1), "thousandths": Decimal("0.1"),
                "ten-thousandths": Decimal("0.01"), "ten thousandths": Decimal("0.01")}  # fmt: skip

# 30/45日 is two terms, no fraction.
_UNIT_AHEAD = r"(?! ?(?:个|[日天年月元万名人户%周]|working|business|days?|months?|years?|yuan))"
_FRACTION = re.compile(
    rf"(?P<below>{CHINESE}|(?<!\d)\d{{1,9}}) ?分之 ?(?P<above>{CHINESE}|\d{{1,9}})"
    rf"|(?<![\d./])(?P<d1>\d{{1,3}}) ?/ ?(?P<d2>\d{{1,3}})(?![\d/.,]*\d){_UNIT_AHEAD}"
    r"|(?<![a-z])(?P<n>one|two|three|four|seven|nine|a(?= [a-z]+ (?:of|or|in) ))[ -]"
    r"(?P<word>third|quarter|fourth|fifth|tenth)s?(?![a-z])(?! part(?:y|ies)| person)"
)
# "Half" and 一半 are shares only of something, or as a limit: 填到一半 is no figure.
_HALF = re.compile(
    r"过?半数|过半(?![年天个月小日])|(?:超过|至少|不足|不到|达到|占|少于|减)一半"
    r"|一半(?=以[上下]|的?(?:表决|股|人数|董事|成员|出资|收益|份额|票))"
    r"|(?<![a-z])(?:one[ -])?half (?=(?:of )?(?:the |all |its )?(?:votes?|voting|shares?|owners"
    r"|staff|shareholders|members|directors|capital|equity|number|people|employees)(?![a-z]))"
    r"|(?<![a-z])(?:more than|less than|at least|over|exceeding) (?:one[ -])?half"
    r"(?![a-z]|[ -](?:an? )?(?:day|year|month|hour|week|working))"
)
_PER_MILLE = re.compile(
    r"(?<![a-z])(?P<n>[a-z]{1,20}|\d{1,9}) "
    rf"(?P<word>{'|'.join(sorted(_THOUSANDTHS, reverse=True))})"
)

_NUMERAL = r"一二两三四五六七八九十\d"
_VALUES = {"half": Decimal("0.5"), "en": Decimal("0.5"), "more": Decimal("1.5"), "a": Decimal(1)}
_HALF_UNIT = re.compile(
    # 后半年 is the second half of a year, 离职后半年内 half a year.
    rf"(?:(?<![上下大小前后过个{_NUMERAL}])|(?<=后)(?=半个?[月年天日][之以]?内))"
    r"(?P<half>半)(?=个?[月年天日小钟工星礼])"
    r"|(?<![a-z])(?<!and a )(?<!and-a-)(?P<en>half(?:[ -](?:an?)?[ -]?)?)"
    r"(?=working|business|day|year|hour|month|week)"
    rf"|(?<![{_NUMERAL}多])(?P<more>个半)(?=月|小时|钟|星期|礼拜)"
    r"|(?<![a-z])(?:within|in|for|after|least|than|to|of|every|lasts|is) (?P<a>an?)"
    r"(?= (?:(?:working|business|calendar|full) )?(?:day|year|hour|month|week|fortnight)(?![a-z]))"
)
_YEAR_AND_HALF = re.compile(rf"(?<![{_NUMERAL}份半])年半(?![年月载])")


def fractions(text: str) -> Iterator[Claim]:
    """Find 三分之二, 2/3, two-thirds, 半数. Shares in 百分之 and its like are percentages."""
    for match in _FRACTION.finditer(text):
        if match["word"]:
            top, bottom = parse_number(match["n"]) or Decimal(1), Decimal(_WORDS[match["word"]])
        else:
            top, bottom = (
                parse_number(each) or Decimal(0)
                for each in (match["above"] or match["d1"], match["below"] or match["d2"])
            )
        if 0 < top < bottom and (not match["d2"] or bottom <= 20):  # 6/30 is a day
            share = Fraction(top) / Fraction(bottom)
            yield _claim(match, Kind.FRACTION, f"{share.numerator}/{share.denominator}")
    for match in _HALF.finditer(text):
        yield _claim(match, Kind.FRACTION, "1/2")
    for match in _PER_MILLE.finditer(text):
        if number := parse_number(match["n"]):
            yield _claim(match, Kind.PERCENT, number * _THOUSANDTHS[match["word"]])


def halves(text: str) -> Iterator[Claim]:
    """Find 半年, 个半月, half an hour, a month and a half, and "within a year"."""
    for match in _HALF_UNIT.finditer(text):
        unit = units.suffix(text, match.end())
        if unit and unit.kind is Kind.DURATION:
            group, end = str(match.lastgroup), unit.end
            value = _VALUES[group]
            if text.startswith(units.AND_A_HALF, end):
                value, end = value + Decimal("0.5"), end + len(units.AND_A_HALF)
            start = match.start(group)
            yield Claim(start, end, (time_span(value, str(unit.name), start, end),))
    for match in _YEAR_AND_HALF.finditer(text):
        yield _claim(match, Kind.DURATION, Decimal(18), "month")


def _claim(
    match: re.Match[str], kind: Kind, value: Decimal | str, unit: str | None = None
) -> Claim:
    return Claim(*match.span(), (Found(kind, value, unit, *match.span()),))
