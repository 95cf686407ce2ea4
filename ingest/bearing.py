"""How a new official text bears on the facts that our content already states."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from knowledge.figures import article_key, find, unsupported
from knowledge.statutes import Article
from knowledge.types import Fact

SENTENCE = re.compile(r"[^。；;\n]+[。；;]?")
_BESIDE = 3  # facts set beside one article, at most
_LONGEST = 120  # characters of a sentence as shown; a longer one is cut at a clause


class Bearing(StrEnum):
    """How an article bears on a fact that our content already states."""

    STANDS = "stands"  # the fact cites this article, and its figures stand there
    DIFFERS = "differs"  # the fact cites this article, and figures of it do not stand there
    MOVED = "moved"  # the fact's figures stand in another article than the one it cites
    GONE = "gone"  # the fact cites an article that the text does not have
    BESIDE = "beside"  # another source; the same subject, other figures: it may be replaced


@dataclass(frozen=True, slots=True)
class Touched:
    """A fact of ours and what the new text says on it."""

    fact: str
    bearing: Bearing
    article: str
    ours: str
    theirs: str  # the sentence of the article that lies nearest
    figures: tuple[str, ...]  # of ours, those that do not stand there


def cited(articles: Sequence[Article], source: str, facts: Sequence[Fact]) -> Iterator[Touched]:
    """Every fact that cites this very text, held against the article that it names."""
    by_number = {article.number: article for article in articles}
    for fact in facts:
        for basis in fact.basis:
            if basis.statute != source or basis.article is None:
                continue
            article = by_number.get(article_key(basis.article))
            if article is None:
                yield Touched(fact.id, Bearing.GONE, basis.article, fact.texts["zh"], "", ())
                continue
            yield _held(fact, article, articles)


def _held(fact: Fact, article: Article, articles: Sequence[Article]) -> Touched:
    ours = fact.texts["zh"]
    missing = unsupported(ours, [article.text])
    others = [basis.article for basis in fact.basis]
    if missing and len(others) > 1:  # figures of a fact with several sources may stand elsewhere
        missing = unsupported(ours, [one.text for one in articles if one.label in others])
    bearing = Bearing.DIFFERS if missing else Bearing.STANDS
    shown = article
    if missing:
        moved = [one for one in articles if not unsupported(ours, [one.text])]
        if len(moved) == 1:
            bearing, shown = Bearing.MOVED, moved[0]
    return Touched(
        fact.id, bearing, shown.label, ours, _nearest(ours, shown),
        tuple(figure.text for figure in missing),
    )  # fmt: skip


def beside(article: Article, near: Sequence[tuple[Fact, float]]) -> Iterator[Touched]:
    """Facts from elsewhere on the same subject whose figures are other than the article's."""
    own = {(figure.kind, figure.unit) for figure in find(article.text)}
    for fact, _ in near[:_BESIDE]:
        ours = fact.texts["zh"]
        other = [
            figure for figure in unsupported(ours, [article.text])
            if (figure.kind, figure.unit) in own
        ]  # fmt: skip
        if other:
            yield Touched(
                fact.id, Bearing.BESIDE, article.label, ours, _nearest(ours, article),
                tuple(figure.text for figure in other),
            )  # fmt: skip


def _nearest(ours: str, article: Article) -> str:
    pairs = {ours[i : i + 2] for i in range(len(ours) - 1)}
    sentences = SENTENCE.findall(article.text) or [article.text]
    best = max(sentences, key=lambda one: len(pairs & {one[i : i + 2] for i in range(len(one))}))
    return short(best.strip())


def short(sentence: str) -> str:
    if len(sentence) <= _LONGEST:
        return sentence
    cut = max(sentence.rfind(mark, 0, _LONGEST) for mark in "，,：:、")
    return sentence[: cut if cut > 20 else _LONGEST] + "……"
