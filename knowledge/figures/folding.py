"""One shape for what is written in many: width, case, script, dashes, formal numerals.

Folded text has the length of its source, so that places found in one hold in the other.
"""

from __future__ import annotations

import re
import unicodedata

BLANKED = "\ue000"
"""Stands where a recogniser has claimed the text; matches nothing that others look for."""

# Only the characters that a pattern of this package looks at.
_TRADITIONAL = str.maketrans(
    "么佔來個僅價億內兩冊則動務參叄員問單噸圍圓圖報塊夥寫寶幣幾張彙後徑應戶撥擇數時晝會東條棟"
    "業樓樣橋檔檯歐歲歷決況淨減滿為熱營爲獨獲環產畝當監碼禮種稱筆節約紙級統經綫線編總義臺與萬"
    "處號衆裏補裡覺記設許詢話該語請諮證議貓貳資載輕輛轉辦這週遊過達選邊釐錢鍵鍾鎊鐘長門開間關"
    "陸階隻電頁項須頭題額類飯餘驟體點",
    "幺占来个仅价亿内两册则动务叁叁员问单吨围圆图报块伙写宝币几张汇后径应户拨择数时昼会东条栋"
    "业楼样桥档台欧岁历决况净减满为热营为独获环产亩当监码礼种称笔节约纸级统经线线编总义台与万"
    "处号众里补里觉记设许询话该语请咨证议猫贰资载轻辆转办这周游过达选边厘钱键钟镑钟长门开间关"
    "陆阶只电页项须头题额类饭余骤体点",
)
_OTHER = str.maketrans(
    "‐‑‒–—―−﹣〜∼◯○￥\u00a0\u2009\u202f\u200b\ufeff",
    "--------~~〇〇¥     ",
)
# NFKC would turn these into what they are not: a list mark into a number, a pause into a comma
# that separates thousands.
_KEPT = frozenset("，①②③④⑤⑥⑦⑧⑨²³¹⁰⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉")

_FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
# 伍 and 陆 are also surnames and land: only in company are they numbers.
_FORMAL_RUN = re.compile(
    r"[壹贰叁肆伍陆柒捌玖拾佰仟][拾佰仟零万亿元圆][壹贰叁肆伍陆柒捌玖拾佰仟零万亿元圆]*"
)


def fold(text: str) -> str:
    """Half-width, lower-case Latin, simplified, plain dashes and blanks; the length stays."""
    narrow = "".join(map(_fold_char, text))
    plain = narrow.translate(_OTHER).translate(_TRADITIONAL)
    return _FORMAL_RUN.sub(lambda run: run[0].translate(_FORMAL), plain)


def _fold_char(char: str) -> str:
    if char.isascii():
        return char.lower()
    if "一" <= char <= "龥" or char in _KEPT or unicodedata.category(char) == "No":
        return char
    folded = unicodedata.normalize("NFKC", char)
    return folded.lower() if len(folded) == 1 and folded.isascii() else char


def blank(text: str, start: int, end: int) -> str:
    """Return the text with one stretch put out of reach."""
    return text[:start] + BLANKED * (end - start) + text[end:]
