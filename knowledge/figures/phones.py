"""Hotlines and other short numbers; full telephone numbers are identifiers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.figures import units
from knowledge.figures.kinds import Claim, Found, Kind
from knowledge.identifiers import PUBLIC_HOTLINES

_DIGITS = str.maketrans("〇零一二三四五六七八九幺", "001234567891")
_CUE = "热线|拨打|致电|电话|打|拨|hotline|helpline|call|dial|ring|tel|phone"
_UNIT = "[元块蚊万亿%个名家户人天日年月条份次]|yuan|rmb|cny|days?|people"
_END = rf"(?!\d|[.,]\d|[一二三四五六七八九]| ?(?:{_UNIT}))"
_START = r"(?<![\d.,a-z-])"
_HOTLINE = re.compile(
    rf"{_START}(?P<area>0\d{{2,3}}[- ])?(?P<line>\d{{5}}|[〇零一二三四五六七八九幺]{{5}}){_END}"
    rf"|(?:{_CUE})[^\da-z,，。;；\n]{{0,6}}"
    rf"(?P<cued>400[- ]?\d{{3,4}}[- ]?\d{{3,4}}|\d{{5,8}}|1[12]\d){_END}"
    rf"|{_START}(?P<called>1[12]\d)(?= ?(?:热线|报警|hotline|电话))"
)


def phones(text: str) -> Iterator[Claim]:
    """Find known hotlines anywhere, other short numbers beside a word for calling."""
    for match in _HOTLINE.finditer(text):
        group = next(name for name in ("line", "cued", "called") if match[name])
        value = re.sub(r"\D", "", match[group].translate(_DIGITS))
        if group == "line" and value not in PUBLIC_HOTLINES:
            continue
        if units.suffix(text, match.end(group)):  # 12313 working days
            continue
        start, end = match.span(group)
        found = Found(Kind.PHONE, value, None, start, end)
        yield Claim(match.start("area") if match["area"] else start, end, (found,))
