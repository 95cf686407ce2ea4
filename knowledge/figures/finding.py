"""All figures of a text; and those of one text that others do not carry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from knowledge.figures import dates, provisions, quantities, shares, traps
from knowledge.figures.folding import BLANKED, fold
from knowledge.figures.kinds import Figure, Found, Key, Kind, Recogniser, Value
from knowledge.figures.phones import phones

_KEPT = 4096  # texts whose figures are remembered: the content is shown again and again

# Each reads what those before it have left: the order settles what a stretch may still be.
_RECOGNISERS: tuple[Recogniser, ...] = (
    *traps.BEFORE,
    provisions.provisions,
    dates.dates,
    provisions.parts,
    provisions.names,
    dates.times,
    phones,
    *traps.AFTER,
    shares.halves,
    shares.fractions,
    quantities.quantities,
)


def find(text: str) -> list[Figure]:
    """Find every exact figure of a text in Mandarin, Cantonese or English, in order.

    Never raises. Left out are numbers that state nothing: in addresses, codes, citation labels
    and list marks, in words and names (统一, 三元里, no one), ordinals (第一次, step 2), estimates
    (十几, several), and those that count what the sentence itself lists (分三步, these two).
    "一" and "one" count only officers or a limit. The ends of a range are two figures with one
    unit. A hotline's or a person's telephone is a figure, any other identifier is none.
    """
    rest = fold(text)
    found: list[Found] = []
    for recogniser in _RECOGNISERS:
        chars = list(rest)
        for claim in recogniser(rest):
            if BLANKED not in chars[claim.start : claim.end]:
                found.extend(claim.figures)
                chars[claim.start : claim.end] = BLANKED * (claim.end - claim.start)
        rest = "".join(chars)
    found.sort(key=lambda each: (each.start, each.end))
    return [
        Figure(each.kind, _plain(each.value), each.unit, text[slice(*place)], *place)
        for each in found
        for place in [(each.start, each.end)]
    ]


def _plain(value: Value) -> Value:
    """30.0 and 3E+1 are written 30."""
    if isinstance(value, str):
        return value
    return value.to_integral_value() if value == value.to_integral_value() else value.normalize()


@lru_cache(maxsize=_KEPT)
def keys(text: str) -> frozenset[Key]:
    """The normal forms of all figures of a text: equal for the same figures in two languages."""
    return frozenset(figure.key for figure in find(text))


def unsupported(text: str, sources: Iterable[str]) -> list[Figure]:
    """Return the figures of a text that none of the sources carries.

    A source carries what follows from it by itself: 2024-07-01 also says July 2024, 2024, and
    1 July; CNY 100,000 says 100,000; 50 % says one half. Nothing is calculated: a year is not
    twelve months.
    """
    missing = find(text)
    for source in sources:
        if not missing:
            break
        carried = _carried(source)
        missing = [figure for figure in missing if figure.key not in carried]
    return missing


@lru_cache(maxsize=_KEPT)
def _carried(source: str) -> frozenset[Key]:
    return frozenset(key for figure in find(source) for key in _says(figure))


def _says(figure: Figure) -> Iterator[Key]:
    yield figure.key
    if figure.kind is Kind.DATE:
        yield from _partial_dates(str(figure.value))
    elif figure.kind is Kind.MONEY and figure.unit == "CNY":
        yield (Kind.COUNT.value, figure.value, None)
    elif figure.kind in (Kind.PERCENT, Kind.FRACTION) and figure.unit is None:
        yield from _other_share(figure)


def _partial_dates(value: str) -> Iterator[Key]:
    year, month, day = value[:4], value[5:7], value[8:10]
    if value.startswith("-"):
        year, month, day = "", value[2:4].strip("-"), value[5:7]
    ways = (year, f"{year}-{month}" if year and month else "", f"--{month}" if month else "",
            f"--{month}-{day}" if month and day else "")  # fmt: skip
    for way in filter(None, ways):
        yield (Kind.DATE.value, way, None)


def _other_share(figure: Figure) -> Iterator[Key]:
    if isinstance(figure.value, Decimal):
        share = Fraction(figure.value) / 100
        yield (Kind.FRACTION.value, f"{share.numerator}/{share.denominator}", None)
    else:
        top, _, bottom = figure.value.partition("/")
        yield (Kind.PERCENT.value, Decimal(top) * 100 / Decimal(bottom), None)
