"""Numerals in digits, in Chinese and in English words: read and written."""

from __future__ import annotations

import re
from decimal import Decimal

from knowledge.figures.folding import fold

_DIGIT_OF = {char: at for at, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_TENS_OF = {"廿": 20, "卅": 30, "卌": 40}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "w": 10**4, "亿": 10**8}

_ONES = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_WORD_OF = (
    {word: Decimal(at) for at, word in enumerate(_ONES, 1)}
    | {word: Decimal(at * 10) for at, word in enumerate(_TENS, 2)}
    | {"a": Decimal(1), "twice": Decimal(2), "half": Decimal("0.5")}
)
SCALE_OF = {
    "hundred": 100, "thousand": 10**3, "k": 10**3, "million": 10**6, "mn": 10**6,
    "m": 10**6, "billion": 10**9, "bn": 10**9,
}  # fmt: skip

# Patterns over folded text. All are bounded: no text may take more than linear time.
DIGITS = (
    r"(?<!\d)(?:\d{1,3}(?:,\d{3}){1,6}(?!\d)|\d{1,3}(?: \d{3}){1,4}(?= ?(?:yuan|rmb|cny|元))"
    r"|\d{1,20})(?:\.\d{1,20})?"
)
_D = "[一二两三四五六七八九]"
_SECTION = rf"(?:{_D}千零?)?(?:{_D}百零?)?(?:{_D}?十|[廿卅卌])?{_D}?"
_POSITIONAL = r"[〇零一二三四五六七八九]{3,20}(?![十百千万亿])"
_DECIMALS = "点[〇零一二三四五六七八九]{1,20}"
CHINESE = (
    rf"(?:{_POSITIONAL}|零{_DECIMALS}|(?=[一二两三四五六七八九十廿卅卌])"
    rf"(?:{_SECTION}万?零?{_SECTION}亿零?)?(?:{_SECTION}万零?)?{_SECTION}(?:{_DECIMALS})?)"
)
_SCALES = "(?:[十百千]?[万亿]|万亿|w(?![a-z0-9])|[十百千])"
MIXED = (
    rf"{DIGITS} ?{_SCALES}(?:零?\d{{1,20}}(?:\.\d{{1,20}})?[十百千]?[万千百十]){{0,4}}"
    r"(?:\d(?![\d,.]))?"
)
# CHINESE, for places where only a whole number can stand.
WHOLE = r"(?:(?<!\d)\d{1,6}(?!\d)|[〇零一二两三四五六七八九十百千万廿卅]{1,12})"

_WORDS100 = rf"(?:(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(_ONES[:9])})(?![a-z]))?"
_WORDS100 += rf"|{'|'.join(sorted(_ONES, key=len, reverse=True))})(?![a-z])"
_NO_SCALE = r"(?![ -](?:hundred|thousand|million|billion))"
_HUNDREDS = (
    rf"(?:(?:{_WORDS100}|a)[ -]hundred(?:(?: and)?[ -]{_WORDS100}(?! hundred))?|{_WORDS100})"
)
_THOUSANDS = rf"(?:{_HUNDREDS}|a)[ -]thousand(?:,?(?: and)? {_HUNDREDS}{_NO_SCALE})?"
_REST = rf"(?:,?(?: and)? (?:{_THOUSANDS}|{_HUNDREDS}){_NO_SCALE})?"
_MILLIONS = rf"(?:{_HUNDREDS}|half a|a)[ -](?:million|billion){_REST}"
ENGLISH = rf"(?:{_MILLIONS}|{_THOUSANDS}|{_HUNDREDS})(?![a-z])"
SCALED = rf"{DIGITS}(?:[ -]?(?:hundred|thousand|million|billion)|[ ]?(?:k|mn|bn))(?![a-z0-9])"

_ATOM = re.compile(r"\d[\d,]*(?:\.\d+)?|[一-龥〇w]")
_WHOLE_TEXT = re.compile(
    rf"(?P<mixed>{MIXED})|(?P<scaled>{SCALED}|{DIGITS} ?m)|(?P<digits>{DIGITS})"
    rf"|(?P<chinese>{CHINESE})|(?P<english>{ENGLISH})"
)


_ALONE = dict.fromkeys(("半", "half", "a half", "one half"), Decimal("0.5"))
_ALONE |= dict.fromkeys(("零", "〇", "zero"), Decimal(0))


def parse_number(text: str) -> Decimal | None:
    """Return the number that the whole text is, or None where it is none or is not exact.

    Reads 1,000.5  ３０  三十  廿五  兩百零五  二〇二四  三万五 (35,000)  3万5千  1.5亿  100k
    two hundred thousand  half. 三四 and 十几 are estimates: None.
    """
    plain = fold(text).strip()
    if plain in _ALONE:
        return _ALONE[plain]
    match = _WHOLE_TEXT.fullmatch(plain)
    return read(plain, str(match.lastgroup)) if match else None


def read(plain: str, notation: str) -> Decimal | None:
    """Return the value of folded text in a notation: mixed, scaled, digits, chinese, english."""
    if notation == "digits":
        return Decimal(re.sub("[, ]", "", plain))
    if notation == "english":
        return _english(plain)
    if notation == "scaled":
        match = re.fullmatch(r"([\d,. ]+?)[ -]?([a-z]+)", plain)
        return Decimal(re.sub("[, ]", "", match[1])) * SCALE_OF[match[2]] if match else None
    return _chinese(plain)


def _english(words: str) -> Decimal:
    total = group = Decimal(0)
    for word in re.findall(r"[a-z]+", words.replace("half a ", "half ")):
        if word == "hundred":
            group *= 100
        elif word in SCALE_OF:
            total, group = total + group * SCALE_OF[word], Decimal(0)
        elif word != "and":
            group += _WORD_OF[word]
    return total + group


def _chinese(text: str) -> Decimal | None:
    """Read Chinese numerals, or digits mixed with them."""
    whole, _, decimals = text.partition("点")
    tail = "".join(str(_DIGIT_OF.get(char, "x")) for char in decimals)
    if not (tail.isdigit() or not tail):
        return None
    digits = [_DIGIT_OF.get(char) for char in whole]
    if None not in digits and (len(whole) != 2 or set(whole) & set("〇零")):
        value: Decimal | None = Decimal("".join(map(str, digits)) or "0")
    else:
        value = _Reader().read(whole)
    return value if value is None or not tail else value + Decimal(f"0.{tail}")


class _Reader:
    """Adds up 一亿二千三百万 and 3万5千 from left to right."""

    def __init__(self) -> None:
        self.total = self.section = Decimal(0)
        self.digit: Decimal | None = None
        self.unit: int | None = None  # the last unit: in 三万五 the 五 is one step below it
        self.limit = 10**9  # the next small unit must be below, else 二十百 would pass

    def read(self, text: str) -> Decimal | None:
        for atom in _ATOM.findall(text.replace(" ", "")):
            if not self._take(atom):
                return None
        if self.digit is not None:
            step = self.unit // 10 if self.unit and self.unit >= 100 else 1
            self.section += self.digit * step
        return self.total + self.section

    def _take(self, atom: str) -> bool:
        if atom in "零〇":
            self.unit = None
            return self.digit is None
        if atom in _SMALL:
            return self._small(_SMALL[atom])
        if atom in _LARGE:
            return self._large(_LARGE[atom])
        if self.digit is not None:
            return False
        if atom in _TENS_OF:
            self.section, self.unit, self.limit = self.section + _TENS_OF[atom], 10, 10
            return True
        self.digit = Decimal(_DIGIT_OF[atom] if atom in _DIGIT_OF else atom.replace(",", ""))
        return True

    def _small(self, unit: int) -> bool:
        if unit >= self.limit or (self.digit is None and unit != 10):
            return False
        self.section += (1 if self.digit is None else self.digit) * unit
        self.digit, self.unit, self.limit = None, unit, unit
        return True

    def _large(self, unit: int) -> bool:
        here = self.section + (self.digit or 0)
        if unit == 10**8:  # 一万二千亿: all that came before counts in 亿
            here, self.total = here + self.total, Decimal(0)
        if not 0 < here < 10**8 or self.total % (unit * 10**4):
            return False
        self.total += here * unit
        self.section, self.digit, self.unit, self.limit = Decimal(0), None, unit, 10**9
        return True


def to_chinese(number: int) -> str:
    """Write a whole number below 10^16 in Chinese numerals: 10500 -> 一万零五百, 12 -> 十二.

    Raises ValueError for what is negative or too large.
    """
    if not 0 <= number < 10**16:
        raise ValueError(f"no Chinese numeral for {number}: 0 to 9,999,999,999,999,999")
    text = _write(number)
    return text[1:] if text.startswith("一十") else text


def _write(number: int) -> str:
    for unit, name in ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if number >= unit:
            high, low = divmod(number, unit)
            gap = "零" if 0 < low < unit // 10 else ""
            return _write(high) + name + (gap + _write(low) if low else "")
    return "零一二三四五六七八九"[number]
