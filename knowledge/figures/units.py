"""What stands beside a number and makes it a figure: units, currencies, classifiers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from knowledge.figures.kinds import Kind


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as it was met: `factor` is what the number is multiplied by; `end` where it ends."""

    kind: Kind
    name: str | None
    factor: Decimal
    end: int


_GAP = r"[ *_]{0,3}"
_EN = (
    r"[ *_-]{0,3}(?:(?:calendar|natural|consecutive|full|whole|clear|more|additional|further|extra"
    r"|statutory|or more|to the|chinese)[ -]){0,2}"
)
_END = r"(?![a-z])"

# Kind, name, factor, how Chinese writes it, how English does. The first that fits wins, so the
# narrower stands before the wider: a working day is no day.
_UNITS: tuple[tuple[Kind, str | None, str, str, str], ...] = (
    (Kind.DURATION, "working_day", "1", r"个?(?:法定)?(?:工作|办公|营业)[日天]",
     r"(?:working|business|work|office)[ -]?days?"),
    (Kind.DURATION, "hour", "1", r"个?(?:小时|钟头)|(?:个|(?<=半))钟(?!表)", r"hours?|hrs?|h"),
    (Kind.DURATION, "minute", "1", r"分钟", r"minutes?|mins?"),
    (Kind.DURATION, "second", "1", r"秒钟?", r"seconds?|secs?"),
    (Kind.DURATION, "quarter", "1", r"个季度", r"quarters?(?! of)"),
    (Kind.DURATION, "month", "1", r"个月|(?<=半)月", r"months?"),
    (Kind.DURATION, "week", "1", r"个?(?:星期|礼拜)|周(?![岁年边围末转期知一二三四五六日])",
     r"weeks?|wks?"),
    (Kind.DURATION, "week", "2", r"(?!)", r"fortnights?"),
    (Kind.DURATION, "year", "1", r"周岁|岁|周年|个?年度|整?年(?![级代轻青])|个年头",
     r"(?:financial |fiscal |accounting )?years?|yrs?"),
    (Kind.DURATION, "day", "1", r"个?(?:自然|日历|公历|整)?(?:日|天)(?![元本语币河猫数])",
     r"days?"),
    (Kind.PERCENT, None, "1", r"%", r"(?:per ?cent|percent|pct)"),
    (Kind.PERCENT, "point", "1", r"个?百分点", r"percentage[ -]points?"),
    (Kind.PERCENT, None, "10", r"成(?![立为员本功果分交就长熟人])", r"(?!)"),
    (Kind.PERCENT, None, "0.1", r"‰", r"per ?mille?"),
    (Kind.MONEY, "HKD", "1", r"港[元币纸圆]|元港[币元]", r"hkd|hk dollars?|hong kong dollars?"),
    (Kind.MONEY, "MOP", "1", r"澳门[元币]|葡币", r"mop|patacas?"),
    (Kind.MONEY, "TWD", "1", r"新?台币", r"twd"),
    (Kind.MONEY, "USD", "1", r"美[元金]", r"usd|us dollars?|u\.s\. dollars?|dollars?"),
    (Kind.MONEY, "EUR", "1", r"欧元", r"euros?|eur"),
    (Kind.MONEY, "GBP", "1", r"英镑", r"gbp|pounds?"),
    (Kind.MONEY, "JPY", "1", r"日[元圆]", r"jpy|yen"),
    (Kind.MONEY, "CNY", "1",
     r"(?:元|圆(?![形满桌])|块钱|蚊)(?![里化素件旦宝桥])(?:人民币)?整?|人民币",
     r"(?:chinese )?yuan(?: renminbi)?|renminbi|rmb|cny|kuai"),
    # 三块牌 are three plates; 50块 and 三块钱 are money.
    (Kind.MONEY, "CNY", "1", r"块(?=[\s,，。.;；!！?？、)~至到以的左起就一每-]|$)", r"(?!)"),
    (Kind.MEASURE, "m2", "1", r"平方米|平方公尺|平米|平方|㎡|m²|m2",
     r"square[ -]met(?:er|re)s?|sqm|sq\.? ?m|m2|m²"),
    (Kind.MEASURE, "km", "1", r"公里|千米", r"km|kilomet(?:er|re)s?"),
    (Kind.MEASURE, "cm", "1", r"厘米|公分", r"cm|centimet(?:er|re)s?"),
    (Kind.MEASURE, "mm", "1", r"毫米", r"mm|millimet(?:er|re)s?"),
    (Kind.MEASURE, "m", "1", r"米(?![线粉饭酒])", r"met(?:er|re)s?|m(?![0-9²])"),
    (Kind.MEASURE, "kg", "1", r"公斤|千克", r"kg|kilograms?|kilos?"),
    (Kind.MEASURE, "t", "1", r"吨", r"tons?|tonnes?"),
    (Kind.MEASURE, "mu", "1", r"亩", r"mu"),
    (Kind.MEASURE, "MB", "1", r"mb|兆", r"mb|megabytes?"),
)  # fmt: skip

AND_A_HALF = " and a half"

_SUFFIX = re.compile(
    "|".join(
        f"(?P<u{at}>{_GAP}(?:{zh})|{_EN}(?:{en}){_END})"
        for at, (_, _, _, zh, en) in enumerate(_UNITS)
    )
)

_CURRENCIES = {
    "rmb": "CNY", "cny": "CNY", "¥": "CNY", "人民币": "CNY", "yuan": "CNY", "hk$": "HKD",
    "hkd": "HKD", "港币": "HKD", "us$": "USD", "usd": "USD", "$": "USD", "€": "EUR", "£": "GBP",
    "eur": "EUR", "gbp": "GBP", "mop": "MOP", "美元": "USD",
}  # fmt: skip
_AGED = ("aged ", "the age of ", "turned ")
_PER = {"百分之": Decimal(1), "千分之": Decimal("0.1"), "万分之": Decimal("0.01")}
_PREFIX = re.compile(
    rf"(?<![a-z])(?:(?P<currency>{'|'.join(map(re.escape, _CURRENCIES))})[ :：¥-]{{0,2}}"
    rf"|(?P<per>{'|'.join(_PER)}) ?|(?P<aged>{'|'.join(_AGED)}))$"
)
_PREFIX_REACH = 12

_CLASSIFIER = re.compile(
    rf"{_GAP}(?:座(?=位|以[上下])|人(?![民力才行工])|[名位](?![义称字于置])|个(?!体)|家(?![庭具电政])|[户间份张件套枚册页项种次"
    r"笔台辆艘只幢宗倍款条类批处封](?![理方分于])|所(?![以有在得])|块|部门)"
)
_THINGS = re.compile(
    r" (?:[a-z]+ )?(?:shareholders|people|persons|employees|members|companies|firms|businesses"
    r"|enterprises|copies|documents|pages|households|shops|stores|units|cases|times)(?![a-z])"
)
_PERSON = re.compile(
    rf"{_GAP}(?:[名位]|个(?:自然人|股东|董事|监事|合伙人|投资人|经营者))"
    rf"|{_EN}(?:sole |natural |legal |individual |executive )?(?:directors?|shareholder"
    r"|supervisor|partner|member|manager|employee|investor|owner|operator|founder"
    r"|promoter|representative|liaison)"
)
_LIMIT = re.compile(
    r"(?:只|仅|净系|(?<![取获记值使觉])得|[至最][少多低高]|不少于|不超过|不低于|不多于|超过|多于|少于|未?满|不足|限|共|起码|唔多过|唔少过|唔超过)"
    r"[能可得要需应须以允许会]{0,3}(?:登记|注册|申请|申报|提交|选择?|填写?|设立?|有|开|办理?|[改减交写用系做报补为])?"
    r"咗? ?$"
    r"|(?<![a-z])(?:only|just|least|most|exactly|than|minimum of|maximum of|up to|within|single"
    r"|under|over|exceeds?|exceeding|limited to)(?: (?:have|need|appoint|register|submit|have))? $"
)
# Numbers that count what the sentence itself lists: 分三步, these two, 以下四项.
_OWN_ITEMS = re.compile(
    rf"{_GAP}(?:[个种条类项样大件]?(?:步|点(?!\d)|样(?!本)|方式|方法|办法|做法|情况|情形|选择|途径|渠道|可能|"
    r"问题|方面|环节|阶段|条?路|事情?(?![务业由项])|要点|天数|日数|地方|建议|原因|选项|方案|例外|关键|动作|[段档关级]|法子|类型)|[个件]嘢|样嘢)"
    r"|[ *_-]{0,3}(?:main |different |possible |simple |common |key |more |other |basic )*"
    r"(?:steps?|ways?|options?|things?|points?|cases?|routes?|questions?|reasons?|kinds?|types?"
    r"|choices|situations|scenarios|stages|parts|methods|levels?|tiers|gates|sections|paths|tasks|exceptions|cities|sides)(?![a-z])"
)
_POINTING = re.compile(
    r"(?:[这那呢嗰该此]|(?<![元人名个岁日天年月%倍万户次份家位数])以[上下]|下[列面]|上[述面]|其余|其他)$"
    r"|(?<![a-z])(?:these|those|following|above|below) $"
)
# Before a numeral in words only: "the two", but the 18 digits.
_POINTING_WORD = re.compile(
    r"(?:[前后头]|另外?)$|(?<![a-z])(?:the|both|other|last|first|next|all) $"
)


def suffix(text: str, at: int) -> Unit | None:
    """Read the unit that follows a number ending at `at` in folded text."""
    match = _SUFFIX.match(text, at)
    if not match:
        return None
    kind, name, factor, _, _ = _UNITS[int(str(match.lastgroup)[1:])]
    return Unit(kind, name, Decimal(factor), match.end())


def prefix(text: str, at: int) -> tuple[Unit, int] | None:
    """Read a currency or 百分之 before a number that begins at `at`; also where that begins."""
    reach = max(0, at - _PREFIX_REACH)
    match = _PREFIX.search(text[reach:at])
    if not match:
        return None
    start = reach + match.start()
    if match["per"]:
        return Unit(Kind.PERCENT, None, _PER[match["per"]], at), start
    if match["aged"]:
        return Unit(Kind.DURATION, "year", Decimal(1), at), start
    return Unit(Kind.MONEY, _CURRENCIES[match["currency"]], Decimal(1), at), start


def counts_things(text: str, at: int) -> bool:
    """Whether a classifier, or an English noun for what is often counted, follows at `at`."""
    return bool(_CLASSIFIER.match(text, at) or _THINGS.match(text, at))


def one_counts(text: str, start: int, end: int) -> bool:
    """Whether 一 or "one" is a number here: of persons, or a limit."""
    return bool(_PERSON.match(text, end) or _LIMIT.search(text[max(0, start - 24) : start]))


def only_lists(text: str, start: int, end: int) -> bool:
    """Whether a small number counts the sentence's own items, or points at ones named before."""
    before = text[max(0, start - 12) : start]
    word = not text[start].isdigit() and _POINTING_WORD.search(before)
    return bool(word or _OWN_ITEMS.match(text, end) or _POINTING.search(before))
