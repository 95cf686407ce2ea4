"""Addresses of e-mail, and names by which people are reached in messengers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.spans import Span, matches, simplified

_AT = r" ?(?:@|＠|艾特|(?<=[\w]) at (?=\S+(?:\.| dot )\w)) ?"
_DOT = r"(?: ?(?:\.|．|点| dot ) ?)"
_MAIL = re.compile(
    rf"(?:(?<=[\s:：是])[A-Za-z]{{2,}} )?[A-Za-z0-9][\w.+\-]*{_AT}[A-Za-z0-9][\w\-]*(?:{_DOT}[A-Za-z0-9\-]+)*",
    re.IGNORECASE | re.ASCII,
)
_HANDLE = re.compile(
    r"(?:微信|wechat|weixin|(?<![a-z])wx|(?<![a-z])v(?=[:：])|skype|telegram|qq|钉钉|支付宝|alipay|line id|instagram)"
    r"(?:号码?|同号|id| id|账号)? ?(?:是|系|叫|is)? ?[:：，, ]{0,2}(?P<it>[A-Za-z0-9][\w\-:.]{4,}[A-Za-z0-9_])",
    re.IGNORECASE | re.ASCII,
)


def find(text: str) -> Iterator[Span]:
    """Yield e-mail addresses, written with signs or said with words, and messenger names."""
    folded = simplified(text)
    yield from matches("e-mail", _MAIL, folded)
    yield from matches("account", _HANDLE, folded)
