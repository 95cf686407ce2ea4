"""Where somebody lives or trades: a street with its number, a building with its room."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.identifiers import narrowed
from knowledge.spans import Span, matches, simplified

_N = r"(?:[A-Z]{0,2}\d+[A-Z]?|[一二三四五六七八九十百]+)"
_HEAD = r"(?:[^在住于喺到往去是系址迁搬寄从由，。、,:：；;！？!?（(\s]{2,22}?)"
_ROAD = r"(?:大道中?|马路|[路街道巷里坊村弄](?:[东南西北中前后]|横)?|大街|大院|广场|大厦|中心|市场|服装城|工业区)"
_PART = rf"(?:[东南西北]?(?:座|塔)|[一-龥]{{0,10}}?[ ]?{_N} ?(?:号(?:之{_N})?|栋|座|幢|楼|层|室|房|铺|单元|梯|档|院)[A-Z]?|地下|首层|[A-Z]座|之{_N}|[A-Z]{{0,2}}\d{{2,5}}[A-Z]?)"
_STREET = re.compile(rf"{_HEAD}{_ROAD} ?{_N} ?号(?: ?{_PART})*")
_BUILDING = re.compile(
    rf"{_HEAD}(?:大厦|广场|中心|服装城|市场|大院|花园|小区|公寓|城)(?: ?{_PART}){{1,4}}"
)
_CAPITAL = r"[A-Z][\w'’]*"
_ROOM = r"(?:Flat|Room|Rm|Unit|Shop|Suite|Block|Building|Tower|Floor|Stall) ?[A-Z0-9]+[A-Z]?"
_ENGLISH_PART = rf"(?:{_ROOM}|\d{{1,2}}/F|{_CAPITAL} (?:Court|Tower|Building|House|Plaza|Mansions?|Centre|Center|Garden))"
_ENGLISH = re.compile(
    rf"(?:{_ENGLISH_PART},? )*(?:No\.? ?)?\d{{1,4}},? (?:{_CAPITAL} ){{1,4}}?"
    rf"(?:Road|Street|Rd|St|Lu|Jie|Avenue|Ave|Lane|Dadao|Dong Road|Nan Lu|Bei Lu)\b(?:,? {_ENGLISH_PART})*"
    r"(?:, (?:Tianhe|Yuexiu|Haizhu|Liwan|Baiyun|Huangpu|Panyu|Huadu|Nansha|Conghua|Zengcheng|Guangzhou))*"
)


def find(text: str) -> Iterator[Span]:
    """Yield addresses that have a number; a district or a street alone is where many are."""
    folded = simplified(narrowed(text))
    yield from matches("address", _STREET, folded)
    yield from matches("address", _BUILDING, folded)
    yield from matches("address", _ENGLISH, text)
