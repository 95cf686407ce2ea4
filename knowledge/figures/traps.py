"""Stretches whose numbers are no figures: addresses, codes, labels, list marks, idioms, estimates.

Every entry here is a sentence that the guard would else have dropped for a number nobody stated.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from knowledge import identifiers
from knowledge.figures.kinds import Claim, Found, Kind, Recogniser
from knowledge.figures.numerals import CHINESE, DIGITS, ENGLISH

_LINKS = re.compile(
    r"https?://[!-~]+|www\.[!-~]+|\]\([^)\s]{0,500}\)|(?<![a-z0-9.+-])[a-z0-9_.+-]{1,64}@[a-z0-9.-]+"
    r"|(?<![\w.-])(?:[a-z0-9-]{1,63}\.){1,8}(?:cn|com|gov|org|net|hk|io)(?![a-z])(?:/[!-~]*)?"
    r"|(?<![\w)])/(?:[a-z][\w-]*/)+[\w#.-]*"
    r"|\[s?\d{1,2}(?:\s*[,，、]\s*s?\d{1,2})*\]|<[^<>\n]{1,200}>"
)

_NUMERAL = "一二三四五六七八九十"
_MARKS = re.compile(
    rf"(?m)^[ \t>*•·#-]{{0,12}}\(?(?:\d{{1,2}}|[{_NUMERAL}]{{1,3}})\)?(?:\.(?!\d)|[)、]|:(?!\d))"
    rf"|\((?:\d{{1,2}}|[{_NUMERAL}]{{1,3}})\)"
    r"|(?<=[。；;!！?？])\s*\d{1,2}(?:[、)]|\.(?!\d))"
    r"|\d\ufe0f?\u20e3"
)
_SPELLED = re.compile(rf"(?:{ENGLISH}|{CHINESE}) ?\Z")
_LABELS = re.compile(
    r"(?<![a-z])(?:step|stage|option|question|case|table|form|annex|appendix|scenario|tip|point|note|page|ext"
    r"|class|phase|layer|version|v)s? ?"
    r"(?:\d{1,3}(?:\.\d+)*|one|two|three|four|five|six|seven)(?![\w%]|,\d"
    r"|[ -](?:working|business|calendar|days?|weeks?|months?|years?|hours?|per|yuan|copies))"
    rf"|(?:步骤|方案|情形|情况|附件|附表|图|选项|问题|要点|示例|版本) ?(?:\d{{1,2}}|[{_NUMERAL}])"
    r"(?=[\s:,，。、;；!?)是为]|$)"
    r"|(?:gb|gb/t|iso|sb/t|db\d*|ga) ?/?t? ?\d+(?:\.\d+)?(?:-\d{4})?(?!\d)"
    r"|(?<!\d)\d{1,9}\.\d{1,9}\.\d{1,9}[\d.]*|24/7|7 ?[x×*] ?24(?: ?小时|h)?"
    r"|(?<!\d)\d{1,9}(?:st|nd|rd|th)(?![a-z])"
    rf"|第 ?(?:\d+|{CHINESE})"
)

_COUNTED = "[个天日年名位人种项家间份月周次]"
_IDIOMS = re.compile(
    "|".join(
        (
            # A numeral that points or belongs to a word, before what would make it a figure.
            rf"[同统唯单之任何某每另这那哪逐头嗰呢]一(?={_COUNTED})",
            rf"(?<!以)[上下]一(?={_COUNTED})",  # 六个月以上一年以下 holds a year
            r"[这那呢嗰过]两[天日年]|(?<![只仅])有一(?=[天日个])|(?<![至最])少一(?=个)",
            r"一年一?年|一天天|一年(?=[一二两三四五六\d]次)",
            r"(?<=[元块蚊])一[年月天日次]",  # 10元一年: a rate
            rf"(?:星期|礼拜|(?<![{_NUMERAL}两\d个])周)[{_NUMERAL[:6]}日天]+",
            r"一次性|[一1]人(?=公司|有限|独资|多|一|之下)|一人一[证照码]",
            r"一个人(?=公司|有限|独资企业)",
            rf"(?<![{_NUMERAL}两百千\d])(?:万一|一一)",
            "一年(?:四季|一度|到头)|一天到晚|一日三餐|一日游|一元化|一年级|一名义|一口价|半日制",
            "张三|李四|王五|三元里|五四|十分(?![之钟])|十足|百分百(?=[会能是])|三三两两",
            r"[上下]半(?=[年月])|[大小前后]半(?=[年天月])(?![年天月][之以]?内)|半[年月](?=[报刊])",
            r"(?<![a-z])(?:no one|if one|even one|one another|one of|one by one|one-stop|one stop"
            r"|one-time|one-off|one-person|one person (?=compan|llc|limited|ltd)|one-man"
            r"|(?:this|that|each|every|which|another|the|a|any|new|old|right|other) one)(?![a-z-])",
            r"(?<![a-z])(?:two-(?:way|fold|step|factor)|three-in-one|(?:first|second|other) half)",
        )
    )
)
_AFTER = "个?(?:工作[日天]|小时|分钟|钟头?|星期|礼拜|[天日年月元块蚊])"
_ESTIMATES = re.compile(
    "|".join(
        (
            # 以上十日 is a limit, 人数十个 a number.
            r"(?:几|(?<![人户总位份])数|(?<!以)上(?=[百千万])|成(?=[百千]))[十百千万亿]+(?:上千)?"
            rf"(?:{_AFTER})?",
            rf"(?:{CHINESE}|{DIGITS}) ?[十百千万亿]?"
            r"(?:[余来几](?!自)|(?<=[十百千万亿])多|多(?=[个名位人天日年月元块蚊万小分家周星礼种\s]))"
            rf"[十百千万亿]*(?:{_AFTER})?",
            rf"(?:{CHINESE}|{DIGITS}) ?个[多几](?:月|星期|礼拜|小时|钟)",
            r"[一两] ?三[十百千万]?(?=[天日个年名位百千万])",
            r"(?<![a-z])(?:a couple of|a few|several|a dozen|dozens of|some|tens of|hundreds of"
            r"|thousands of)(?: (?:hundred|thousand|million))?",
        )
    )
)

_WORD = re.compile(
    r"(?<![a-z0-9_])[a-z0-9_]*(?:[a-z_]\d|\d[a-z_])[a-z0-9_]*(?:[-/][a-z0-9_]+)*|(?<![a-z])[a-z]+-\d[a-z0-9]*"
)
_CURRENCY = r"(?:rmb|cny|hkd|hk|usd|us|mop|twd|eur|gbp|jpy)"
_QUANTITY = re.compile(
    rf"{_CURRENCY}?-?\d+(?:k|m|w|bn|mn|h|hr|hrs|min|mins|day|days|yr|yrs|mm|cm|km|kg|mb|m2|t|sqm"
    rf"|am|pm|x|{_CURRENCY}|yuan)?(?:[-/](?:\d+.*|[a-z]+))*|(?:to|and|under|over|up-to)-\d+.*"
)
_LONG = re.compile(r"(?<![\d,.])\d{12,}(?![\d,]*(?:元|万))")


def links(text: str) -> Iterator[Claim]:
    """Find addresses, citation labels and markup: nothing in them is said to the reader."""
    yield from _silent(_LINKS, text)


def numbers_of_people(text: str) -> Iterator[Claim]:
    """Find identifiers: telephones are figures, other identifiers are nothing to be counted."""
    phones = {identifiers.IdentifierKind.MOBILE, identifiers.IdentifierKind.LANDLINE,
              identifiers.IdentifierKind.HK_PHONE}  # fmt: skip
    for each in identifiers.find(text):
        found = Found(Kind.PHONE, each.value, None, each.start, each.end)
        yield Claim(each.start, each.end, (found,) if each.kind in phones else ())


def marks(text: str) -> Iterator[Claim]:
    """Find the marks of lists."""
    for match in _MARKS.finditer(text):
        # five (5) years: the same number again.
        before = text[max(0, match.start() - 40) : match.start()]
        if not (match[0].startswith("(") and _SPELLED.search(before)):
            yield Claim(*match.span())


def codes(text: str) -> Iterator[Claim]:
    """Find codes and names that hold digits: A4, GB/T 4754, P5Y, 18-digit strings."""
    for match in _WORD.finditer(text):
        if not _QUANTITY.fullmatch(match[0]):
            yield Claim(*match.span())
    yield from _silent(_LONG, text)


def labels(text: str) -> Iterator[Claim]:
    """Find numbers that only order: step 2, 附件3, 第一次, 2nd."""
    yield from _silent(_LABELS, text)


def idioms(text: str) -> Iterator[Claim]:
    """Find words with a numeral in them."""
    yield from _silent(_IDIOMS, text)


def estimates(text: str) -> Iterator[Claim]:
    """Find numbers that are not exact: 十几天, 30多个, several hundred."""
    yield from _silent(_ESTIMATES, text)


def _silent(pattern: re.Pattern[str], text: str) -> Iterable[Claim]:
    return (Claim(*match.span()) for match in pattern.finditer(text))


BEFORE: tuple[Recogniser, ...] = (links, numbers_of_people)
"""Before dates and articles are read: an address may hold what looks like one."""

AFTER: tuple[Recogniser, ...] = (marks, codes, labels, idioms, estimates)
"""After: a date or an article may begin a line as a list mark does."""
