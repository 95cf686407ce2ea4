"""The languages carry the same figures: what one says, each of the others says."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.errors import Problem
from knowledge.figures import Figure, Kind, find, keys, unsupported
from knowledge.written import Text, Written

# Numbers that name a thing are left to the eye; so are small counts: English says both, a, each.
_STRICT = frozenset(Kind) - {Kind.COUNT, Kind.ORDINAL, Kind.PART}
_SMALL = 10


def check(content: Written) -> Iterator[Problem]:
    """Compare every text with its sisters, both ways."""
    for text in content.texts:
        said = [keys(sentence) for sentence in text.texts.values()]
        if any(one != said[0] for one in said):
            yield from _compare(text)


def _compare(text: Text) -> Iterator[Problem]:
    for code, said in text.texts.items():
        for other, sister in text.texts.items():
            if other != code and (missing := _missing(said, sister)):
                rule = f"{code} does not say what {other} says: {', '.join(missing)}"
                yield text.problem(code, rule)


def _missing(said: str, sister: str) -> list[str]:
    """The figures of the sister that are not said, neither with their unit nor, once, without."""
    figures = find(said)
    values = {figure.value for figure in figures}
    # "Within 10 days, in serious cases within 30" says 30 days.
    bare = {figure.value for figure in figures if figure.kind is Kind.COUNT}
    return [
        figure.text.strip()
        for figure in unsupported(sister, [said])
        if _counts(figure) and figure.value not in (values if figure.kind is Kind.COUNT else bare)
    ]


def _counts(figure: Figure) -> bool:
    if figure.kind is Kind.COUNT:
        return not isinstance(figure.value, str) and figure.value > _SMALL
    return figure.kind in _STRICT
