"""Numbers of people: identity papers, telephones, accounts, however they are written or dictated."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.identifiers import PUBLIC_HOTLINES, IdentifierKind, narrowed
from knowledge.identifiers import find as identifiers
from knowledge.spans import Span, matches, simplified

# What is no number of a person though it has as many digits.
_PUBLIC = re.compile(
    r"(?<![0-9A-Z])9[1-3][0-9X]{6}[0-9A-Z]{9,10}(?![0-9A-Z])"  # a company's credit code
    r"|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)? ?(?:[元万萬亿蚊块塊%％]|YUAN|RMB|CNY|港元|平方)"
    r"|(?:19|20)\d{2}[-/.年] ?\d{1,2}[-/.月](?: ?\d{1,2}日?)?"
    r"|\d{1,2}[:：]\d{2} ?(?:[-~至到]|TO) ?\d{1,2}[:：]\d{2}"
    r"|(?:注册号|工商号|通知书|表格第?|NO\.|文号) ?\d+"
)
_SEPARATED = r"[ \-.·*()（）、，/]{0,4}"
_LONG = re.compile(
    rf"(?<![0-9A-Z.])(?:(?:\+|00) ?)?[A-Z]{{0,2}}\(?\d(?:{_SEPARATED}\d){{6,}}(?:{_SEPARATED}[\dXA]\)?)?(?:[A-Z](?![A-Z]))?"
)
_LETTERS = re.compile(r"(?<![A-Z0-9])[0-9OLI|](?:[ \-]?[0-9OLI|]){8,}(?![A-Z0-9])")
_DICTATED = re.compile(r"\d{2,4}(?:,? (?:AND )?THEN \d{2,4})+")
_WORDS = "ZERO|OH|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|DOUBLE|TRIPLE"
_SPELT = re.compile(rf"\b(?:{_WORDS})(?:[ ,\-]+(?:{_WORDS})){{5,}}\b")
_SPOKEN = re.compile(r"[零〇一二三四五六七八九幺](?:[ ，,、\-]?[零〇一二三四五六七八九幺]){6,}")
_PART = re.compile(
    r"(?:尾号|尾数|尾四[^0-9]{0,3}|[最后]+[四4六6]位|后面[是]?|前[六6]位|前面[是]?|中间[是]?|ENDING(?: IN)?|LAST FOUR)"
    r"[^0-9A-Z，。]{0,4}(?P<it>\d{3,8}X?)"
)
_PAPER = re.compile(
    r"(?:护照|证件|身份证|通行证|回乡证|台胞证|军官证|社保号|证号|卡号|账号|账户|户口|PASSPORT|VISA|PERMIT|HKID|\bID\b|\bNO\b)"
    r"[^0-9A-Z]{0,8}(?:NUMBER|NO\.?|号码|号)?[^0-9A-Z]{0,6}"
    r"(?P<it>(?:[一-龥]字第)?[A-Z0-9][A-Z0-9()（） \-]{4,}[A-Z0-9)）]号?)"
)
_KINDS = {
    IdentifierKind.RESIDENT_ID: "id",
    IdentifierKind.HK_ID: "id",
    IdentifierKind.BANK_CARD: "account",
    IdentifierKind.PASSPORT: "paper",
}


def find(text: str) -> Iterator[Span]:
    """Yield numbers with their separators; credit codes, sums, dates and hotlines are left out."""
    folded = _PUBLIC.sub(lambda found: "~" * len(found[0]), simplified(narrowed(text)))
    for one in identifiers(text):
        if one.kind is not IdentifierKind.CREDIT_CODE and "~" not in folded[one.start : one.end]:
            yield Span(_KINDS.get(one.kind, "phone"), one.start, one.end)
    yield from matches("number", _LONG, folded, _personal)
    yield from matches("number", _LETTERS, folded, lambda found: len(_digits(found)) >= 5)
    yield from matches("phone", _DICTATED, folded)
    yield from matches("phone", _SPELT, folded)
    yield from matches("number", _SPOKEN, folded)
    yield from matches("number", _PART, folded)
    yield from matches("paper", _PAPER, folded, lambda found: len(_digits(found)) >= 4)


def _personal(found: str) -> bool:
    return _digits(found) not in PUBLIC_HOTLINES


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)
