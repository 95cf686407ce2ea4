"""Chinese scripts and the folding that search, scoring and detection share."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from opencc import OpenCC

HANS, HANT, LATN = "hans", "hant", "latn"

UNSEEN = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_MARKUP = re.compile(
    r"<(script|style)\b.*?</\1\s*>|</?[a-z][^<>]{0,500}>|(?:https?://|www\.)[\x21-\x7e]+",
    re.DOTALL | re.I,
)
# Written alike in both scripts, whatever a converter makes of them: 晒 and 台 stand in Cantonese.
_EITHER = re.compile(r"[台晒群核准郁秘厘里只出系]")
_SIGNED = re.compile("(?<![標书書抽牙])籤")  # the dictionary takes many a signature for a lot
_BLANKS = re.compile(r"\s+")
# Written alike in both scripts; the dictionaries know only rare forms that nobody reads.
_CANTONESE = str.maketrans("𠮶𩠌㖞", "嗰餸喎")
_HONG_KONG = str.maketrans("衞枱濶粧", "卫台阔妆")  # forms that the dictionary leaves as they are
HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0002a6df]")


def words_of(chinese: str) -> int:
    """Return about how many words a Chinese text has: one is a character and a half."""
    return round(len(HAN.findall(chinese)) / 1.6) + len(re.findall(r"[A-Za-z0-9]+", chinese))


@lru_cache(maxsize=4)
def _converter(config: str) -> OpenCC:
    return OpenCC(config)


def clean(text: str) -> str:
    """Drop what no reader sees (zero-width and control characters, half a pair); fold widths."""
    text = _CONTROL.sub(" ", UNSEEN.sub("", text))
    return unicodedata.normalize("NFKC", text).strip()


def plain(text: str) -> str:
    """Return the text without markup and addresses: they say nothing of what a person wants."""
    return _MARKUP.sub(" ", text).strip()


def simplified(text: str) -> str:
    """Return the text in simplified characters; the wording stays."""
    return str(_converter("t2s").convert(text)).translate(_CANTONESE).translate(_HONG_KONG)


def convert(text: str, source: str, target: str) -> str:
    """Return `text`, stored in script `source`, in `target` (hans or hant; else as it is)."""
    if source == target or LATN in (source, target):
        return text
    if target == HANT:
        found = str(_converter("s2hk").convert(text)).translate(_CANTONESE).replace("户", "戶")
        return _SIGNED.sub("簽", found)
    return str(_converter("hk2s").convert(text)).translate(_CANTONESE)


def script_of(text: str) -> str | None:
    """Return hans, hant or latn; None where the characters are the same in both scripts."""
    if not HAN.search(text):
        return LATN if re.search(r"[A-Za-z]", text) else None
    text = _EITHER.sub("", text)
    traditional = sum(a != b for a, b in zip(text, simplified(text), strict=False))
    simple = sum(a != b for a, b in zip(text, _converter("s2t").convert(text), strict=False))
    if traditional == simple:
        return None
    return HANT if traditional > simple else HANS


def fold(text: str) -> str:
    """Return the text as search compares it: clean, simplified, lower case, single blanks."""
    return _BLANKS.sub(" ", simplified(clean(text)).lower())
