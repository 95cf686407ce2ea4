"""Dates, whole and partial, and times of day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from knowledge.figures.kinds import Claim, Found, Kind
from knowledge.figures.numerals import parse_number

_ZH = "[〇零一二两三四五六七八九十廿卅]"
_YEAR = r"(?:(?:19|20)\d{2}|[一二][〇零一二三四五六七八九]{3})"
_SHORT_YEAR = r"(?<![\d.])[0-4]\d(?=年 ?\d{1,2} ?月)"  # 24年7月
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY = r"(?:3[01]|[12]\d|0?[1-9]|(?:[二三]?十|廿|卅)[一二三四五六七八九]?|[一二三四五六七八九])"
_G = r"[ *]{0,2}"
_TO = r" ?(?:-{1,2}|~|至|到) ?"
_L = r"(?<![\d.])"

_CHINESE = re.compile(
    rf"{_L}(?<![上下])(?:(?P<y>{_YEAR}|{_SHORT_YEAR}){_G}年{_G}度?{_G})?(?P<m>{_MONTH}){_G}月(?:{_G}份)?"
    rf"(?:{_G}(?P<d>{_DAY})(?:{_G}[日号](?!线)|(?={_TO}{_DAY}{_G}[日号]))"
    rf"(?:{_TO}(?P<d2>{_DAY}){_G}[日号](?![元线]))?)?"
)
_MONTHS_TO = re.compile(rf"{_L}(?P<m>{_MONTH}){_TO}(?P<m2>{_MONTH}){_G}月(?!{_G}{_DAY}{_G}[日号])")
_YEARS = re.compile(
    rf"{_L}(?P<y>{_YEAR})(?:{_G}年)?{_TO}(?P<y2>{_YEAR}){_G}年|{_L}(?P<one>{_YEAR}){_G}年(?!级)"
)
_ISO = re.compile(
    r"(?<![\d./-])(?P<y>(?:19|20)\d{2})(?P<sep>[-/.])(?P<m>1[0-2]|0?[1-9])(?P=sep)"
    r"(?P<d>3[01]|[12]\d|0?[1-9])(?![\d/]|[-.]\d)"
    r"|(?<!\d)(?P<yc>(?:19|20)\d{2})(?P<mc>1[0-2]|0[1-9])(?P<dc>3[01]|[12]\d|0[1-9])"
    r"(?!\d|[.,]\d| ?(?:[元万亿]|yuan|rmb|cny))"
    r"|(?<![\d./-])(?P<ym>(?:19|20)\d{2})-(?P<mm>1[0-2]|0[1-9])(?![\d/]|[-.]\d| ?年)"
)
_SPAN = re.compile(r" ?(?:-{1,2}|~|至|到) ?| (?:to|until|through) ")
_OF_MONTH = re.compile(
    rf"(?P<zh>(?:[每当次本下上翌]个?|后一个)月{_G}(?P<d>{_DAY}){_G}[日号])"
    r"|(?P<e>3[01]|[12]\d|[1-9])(?:st|nd|rd|th) (?:day )?(?:of )?"
    r"(?:each|every|the (?:same|next|following)|next|the) month"
)

_NAMES = "january february march april may june july august september october november december"
_MONTHS = [name[:3] for name in _NAMES.split()]
# 16 may be enough: a verb.
_MAY = r"may(?! (?!to |and |until |each |every |or |of |in |next |this |for )[a-z])"
_NAME = "|".join(f"{name}|{name[:3]}\\.?" for name in _NAMES.split() if name != "may")
_NAME += rf"|sept\.?|{_MAY}"
_D = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_Y = r"(?:,? ?(?:of )?(?P<y>(?:19|20)\d{2})(?![\d,]\d))?"
_EN_TO = r"(?: ?- ?| to | and | until | through )"
_ENGLISH = (
    re.compile(rf"(?<![\d.a-z])(?:(?P<d>{_D}){_EN_TO})?(?P<d2>{_D}) (?:of )?(?P<m>{_NAME})(?![a-z])"
               rf"{_Y}"),
    re.compile(rf"(?<![a-z])(?P<m>{_NAME}) (?P<d>{_D})(?![\d%]|[,.]\d|:)"
               rf"(?:{_EN_TO}(?P<d2>{_D})(?![\d%]|[,.]\d|:| [a-z]))?{_Y}"),
    re.compile(rf"(?<![a-z])(?P<m>{_NAME}),? (?:of )?(?P<y>(?:19|20)\d{{2}})(?![\d,]\d)"),
    # "may" and "march" are also verbs: alone they need "in" before them.
    re.compile(r"(?<![a-z])(?:(?:in|by|of|until|since|from|to|every|each|during|before|after|early"
               r"|late|mid) (?P<m>may|march)|(?P<m2>january|february|april|june|july|august"
               r"|september|october|november|december))(?![a-z])"),
)  # fmt: skip

_HALF_DAY = "上午|早上|朝早|凌晨|中午|下午|晚上|夜晚|晏昼|傍晚"
_PAST_NOON = frozenset(("下午", "晏昼", "傍晚", "pm", "p.m."))
_EVENING = frozenset(("晚上", "夜晚"))  # 晚上两点 is past midnight
_CLOCK = re.compile(
    rf"(?:(?P<half>{_HALF_DAY}) ?)?(?<![\d:.])"
    r"(?:(?P<h>[01]?\d|2[0-4]):(?P<min>[0-5]\d)(?::[0-5]\d)?(?![\d:])(?: ?(?P<en>[ap]m|[ap]\.m\.))?"
    r"|(?P<h2>1[0-2]|[1-9]) ?(?P<en2>[ap]m|[ap]\.m\.)(?![a-z]))"
)
_OCLOCK = re.compile(
    rf"(?P<half>{_HALF_DAY}) ?(?P<h>\d{{1,2}}|{_ZH}{{1,3}}) ?"
    rf"(?:点|时(?!间))(?P<min>半|(?:\d{{1,2}}|{_ZH}{{1,3}})(?=分))?分?"
)


def dates(text: str) -> Iterator[Claim]:
    """Find dates: each as far as it is said, both ends of a span of days, months or years.

    The year that is said at one end of a span holds for the other.
    """
    claims = sorted(_apart(_all(text)), key=lambda each: each.start)
    for at in range(1, len(claims)):
        left, right = claims[at - 1 : at + 1]
        if _SPAN.fullmatch(text, left.end, right.start):
            claims[at - 1 : at + 1] = _in_year_of(left, right), _in_year_of(right, left)
    yield from claims


def _apart(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Of claims that overlap, the first: the patterns run from the fullest date down."""
    taken: set[int] = set()
    for claim in claims:
        places = range(claim.start, claim.end)
        if taken.isdisjoint(places):
            taken.update(places)
            yield claim


def _in_year_of(claim: Claim, other: Claim) -> Claim:
    year = next((str(each.value)[:4] for each in other.figures), "")
    if not year.isdigit():
        return claim
    return replace(claim, figures=tuple(
        replace(each, value=year + str(each.value)[1:])
        if re.match("--[01]", str(each.value)) else each
        for each in claim.figures
    ))  # fmt: skip


def _all(text: str) -> Iterator[Claim]:
    for match in _ISO.finditer(text):
        yield _claim(match, _iso(match, "y", "m", "d") or _iso(match, "yc", "mc", "dc")
                     or f"{match['ym']}-{match['mm']}")  # fmt: skip
    for match in _MONTHS_TO.finditer(text):
        yield _claim(match, f"--{_two(match['m'])}", f"--{_two(match['m2'])}")
    for match in _CHINESE.finditer(text):
        if not match["d"] and not match["y"] and match.string[match.end() :][:1] in ("薪", "租"):
            continue
        month, day, day2 = (_two(match[name]) for name in ("m", "d", "d2"))
        year = _year(match["y"])
        yield _claim(match, _date(year, month, day), _date(year, month, day2) if day2 else None)
    for match in _YEARS.finditer(text):
        yield _claim(match, _year(match["y"] or match["one"]), _year(match["y2"]))
    for match in _OF_MONTH.finditer(text):
        yield _claim(match, f"---{_two(match['d'] or match['e'])}")
    yield from _english(text)


def times(text: str) -> Iterator[Claim]:
    """Find times of day: 9:30, 5 pm, 下午五点半. A bare 三点 may be three points: left alone."""
    for match in _CLOCK.finditer(text):
        half = match["half"] or match["en"] or match["en2"] or ""
        yield _time(match, half, match["h"] or match["h2"], match["min"] or "0")
    for match in _OCLOCK.finditer(text):
        minute = "30" if match["min"] == "半" else match["min"] or "0"
        yield _time(match, match["half"], match["h"], minute)


def _english(text: str) -> Iterator[Claim]:
    for pattern in _ENGLISH:
        for match in pattern.finditer(text):
            groups = match.groupdict()
            name = groups["m"] or groups["m2"]
            month = f"{_MONTHS.index(name[:3]) + 1:02d}"
            days = [] if name == groups.get("m2") else [groups.get("d"), groups.get("d2")]
            said = [_date(groups.get("y"), month, _two(re.sub(r"\D", "", day)))
                    for day in days if day]  # fmt: skip
            yield _claim(match, *(said or [_date(groups.get("y"), month, "")]))


def _claim(match: re.Match[str], *values: str | None) -> Claim:
    said = tuple(Found(Kind.DATE, value, None, *match.span()) for value in values if value)
    return Claim(*match.span(), said)


def _time(match: re.Match[str], half: str, hour: str, minute: str) -> Claim:
    at, past = int(parse_number(hour) or 0), int(parse_number(minute) or 0)
    if at < 12:
        at += 12 if half in _PAST_NOON or (half in _EVENING and at >= 5) else 0
    elif half in ("am", "a.m.") and at == 12:
        at = 0
    return Claim(*match.span(), (Found(Kind.TIME, f"{at:02d}:{past:02d}", None, *match.span()),))


def _iso(match: re.Match[str], *groups: str) -> str | None:
    year, month, day = (match[group] for group in groups)
    return _date(year, _two(month), _two(day)) if year else None


def _date(year: str | None, month: str, day: str) -> str:
    return f"{year or '-'}-{month}" + (f"-{day}" if day else "")


def _year(text: str | None) -> str | None:
    number = parse_number(text) if text else None
    if number is None:
        return None
    return str(number if number >= 100 else 2000 + number)


def _two(text: str | None) -> str:
    return f"{int(parse_number(text) or 0):02d}" if text else ""
