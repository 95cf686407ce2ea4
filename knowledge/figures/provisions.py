"""Articles and their parts, and numbers that name one thing: a decree, a house, a room."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from knowledge.figures.folding import fold
from knowledge.figures.kinds import Claim, Found, Kind
from knowledge.figures.numerals import ENGLISH, WHOLE, parse_number

_TO = r" ?(?:、|,|，|和|及|与|或者?|至|到|[-~])+ ?"
_LIST = rf"{WHOLE}(?: ?条?{_TO}第? ?{WHOLE}(?= ?(?:条|{_TO}第? ?{WHOLE})))*"
# 三条路 and 条件 are no articles.
_TIAO = r"条(?![件路街线道约船项])"
_ARTICLE = re.compile(
    rf"(?:第 ?(?P<list>{_LIST}) ?{_TIAO}|(?<=[法例则定程典》]) ?(?P<bare>\d+) ?{_TIAO})"
    rf"(?:之(?P<inserted>{WHOLE})(?!一))?"
    rf"(?: ?第 ?(?P<paragraph>{WHOLE}) ?款)?"
    rf"(?: ?第 ?\(?(?P<item>{WHOLE})\)? ?项)?"
)
_PART = re.compile(rf"第 ?(?P<number>{WHOLE}) ?(?P<unit>[编章节款])(?![程约能假])"
                   rf"(?: ?第 ?\(?(?P<item>{WHOLE})\)? ?项)?")  # fmt: skip
_PARTS = {"编": "book", "章": "chapter", "节": "section", "款": "paragraph",
          "book": "book", "part": "book", "chapter": "chapter", "section": "section",
          "paragraph": "paragraph", "para": "paragraph"}  # fmt: skip

_EN_NUMBER = rf"(?:\d+(?![\d%])|{ENGLISH})"
_COUNTED = r"(?:working |business |calendar )?(?:days?|months?|years?|hours?|weeks?|per|yuan)"
_EN_ARTICLES = re.compile(
    rf"(?<![a-z])(?P<many>articles|arts\.?|article|art\.?) ?(?!one[ -])"
    rf"(?P<list>{_EN_NUMBER}(?:-\d+)?(?:\(\d+\))?"
    r"(?:(?:, ?and |, ?or |, ?| ?- ?| and | or | to )(?:articles? )?"
    rf"{_EN_NUMBER}(?![\d%]|,\d|[ -](?:{_COUNTED})))*)"
)
_EN_PART = re.compile(
    rf"(?<![a-z])(?P<unit>book|chapter|section|paragraph|para\.?) ?(?P<number>{_EN_NUMBER})(?!-)"
)
_EN_ITEM = re.compile(
    rf"(?<![a-z])(?:sub-?paragraph|item) ?\(?(?P<number>{_EN_NUMBER})\)?(?= of| ?[,.;)]|$)"
)

_NAMED = re.compile(
    rf"第? ?(?P<zh>{WHOLE}) ?号(?![码线])"
    r"|(?P<place>(?<!\d)\d{1,6}) ?(?:室|栋|座(?!位|以[上下])|幢|单元|楼|巷|弄|房(?![间屋产租]))"
    r"|(?<![a-z])(?:no\. ?|decree (?:no\. ?)?|order (?:no\. ?)?|room |unit |flat |building )"
    rf"(?P<en>\d{{1,6}})(?![\d,.]*\d| ?%|[ -](?:{_COUNTED}))"
)


def provisions(text: str) -> Iterator[Claim]:
    """Find articles, alone, listed or from-to, with their paragraphs and items."""
    for match in _ARTICLE.finditer(text):
        yield Claim(*match.span(), tuple(_chinese(match)))
    for match in _EN_ARTICLES.finditer(text):
        yield Claim(*match.span(), tuple(_english(match)))


def parts(text: str) -> Iterator[Claim]:
    """Find chapters, sections, paragraphs and items."""
    for match in _PART.finditer(text):
        figures = _part(match, "number", _PARTS[match["unit"]]) + _part(match, "item", "item")
        if figures:
            yield Claim(*match.span(), figures)
    for match in _EN_PART.finditer(text):
        figures = _part(match, "number", _PARTS[match["unit"].rstrip(".")])
        yield Claim(*match.span(), figures)
    for match in _EN_ITEM.finditer(text):
        yield Claim(*match.span(), _part(match, "number", "item"))


def names(text: str) -> Iterator[Claim]:
    """Find numbers that name one thing: 第746号, No. 746, 501室."""
    for match in _NAMED.finditer(text):
        if (value := _whole(match[str(match.lastgroup)])) is not None:
            found = Found(Kind.ORDINAL, value, None, *match.span())
            yield Claim(*match.span(), (found,))


def article_key(text: str) -> str | None:
    """Return "47" for 第四十七条, 第47条, 47條, Article 47; "20-1" for 第二十条之一; else None.

    The text is one article's name and nothing else.
    """
    plain = fold(text).strip()
    if re.fullmatch(rf"{WHOLE} ?条(?:之{WHOLE})?", plain):
        plain = "第" + plain
    for pattern, reader in ((_ARTICLE, _chinese), (_EN_ARTICLES, _english)):
        match = pattern.fullmatch(plain)
        keys = [str(each.value) for each in reader(match)] if match else []
        if len(keys) == 1:
            return keys[0]
    return None


def _whole(text: str | None) -> str | None:
    number = parse_number(text) if text else None
    return None if number is None or number % 1 else str(int(number))


def _part(match: re.Match[str], group: str, unit: str) -> tuple[Found, ...]:
    value = _whole(match[group])
    return () if value is None else (Found(Kind.PART, value, unit, *match.span(group)),)


def _chinese(match: re.Match[str]) -> Iterable[Found]:
    group = "list" if match["list"] else "bare"
    numbers = list(re.finditer(WHOLE, match[group]))
    for number in numbers:
        value = _whole(number[0])
        if value is None:
            continue
        start, end = (match.start(group) + place for place in number.span())
        if number is numbers[0]:
            start = match.start()
        if number is numbers[-1]:
            inserted = _whole(match["inserted"])
            value, end = (f"{value}-{inserted}" if inserted else value), _end(match)
        yield Found(Kind.ARTICLE, value, None, start, end)
    yield from _part(match, "paragraph", "paragraph")
    yield from _part(match, "item", "item")


def _end(match: re.Match[str]) -> int:
    """Where the article's own name ends: before its paragraph."""
    for group in ("paragraph", "item"):
        if match[group]:
            return match.string.rindex("第", 0, match.start(group))
    return match.end()


_EN_ENTRY = re.compile(rf"(?P<number>{_EN_NUMBER})(?P<inserted>-\d+)?(?:\((?P<paragraph>\d+)\))?")


def _english(match: re.Match[str]) -> Iterable[Found]:
    several = match["many"].startswith(("articles", "arts"))
    base = match.start("list")
    for entry in _EN_ENTRY.finditer(match["list"]):
        value = _whole(entry["number"])
        start = match.start() if entry.start() == 0 else base + entry.start()
        if value is None:
            continue
        last = (entry["inserted"] or "")[1:]
        # Articles 51-53: from one to the other; Article 20-1: one that was put in after 20.
        if last and (several or int(last) > int(value)):
            split = base + entry.start("inserted")
            yield Found(Kind.ARTICLE, value, None, start, split)
            yield Found(Kind.ARTICLE, last, None, split + 1, base + entry.end())
            continue
        end = base + (entry.end("inserted") if entry["inserted"] else entry.end("number"))
        yield Found(Kind.ARTICLE, value + (entry["inserted"] or ""), None, start, end)
        if entry["paragraph"]:
            span = (base + place for place in entry.span("paragraph"))
            yield Found(Kind.PART, entry["paragraph"], "paragraph", *span)
