"""Mandarin, stored in simplified characters."""

from __future__ import annotations

import re

from knowledge.language import Language
from knowledge.languages.zh.marks import MARKS
from knowledge.languages.zh.wording import WORDING
from knowledge.scripts import HAN, HANS, HANT, words_of

_CANTONESE = re.compile(
    r"[嘅咗喺唔冇哋啲嗰嘢乜佢攞揾搵睇噉嚟喎㗎嘞囉嘥嬲攰俾畀諗谂哂]"
    r"|执笠|老细|而家|依家|铺头|开档|边度|边个|几多钱|几耐|点解|点样|系咪|定系|同埋|刷面|个牌"
)


def _shares(sentence: str) -> float:
    # Any Chinese sentence may be Mandarin; Cantonese claims its own first.
    return 0.5 if HAN.search(sentence) else 0.0


LANGUAGE = Language(
    code="zh",
    name="中文",
    html="zh-CN",
    script=HANS,
    scripts=(HANS, HANT),
    shares=_shares,
    to_written=lambda text: text,
    words=words_of,
    own=HAN,
    strangers=_CANTONESE,
    wording=WORDING,
    marks=MARKS,
)
