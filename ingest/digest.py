"""What a new official text says and what of our content it touches: a draft for a person.

Nothing is decided here. Sentences are taken from the text as they stand; whether they become
points, and in which words, a person confirms.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ingest.bearing import SENTENCE, Touched, beside, cited, short
from knowledge.catalogue import Catalogue
from knowledge.figures import Kind, find, keys
from knowledge.passages import Document
from knowledge.ports import Searcher
from knowledge.statutes import Article, Statute, split
from knowledge.types import Aspect, Fact

_FOUND = 40  # passages looked at for one article
_NEAR = 0.50  # how near, by meaning, a fact must lie to be set beside an article
_VOTES = 0.04  # the share of votes from which a procedure is touched
_MOST_PROCEDURES = 6
_NO_POINTS = re.compile(
    r"(?:为了?|為了?).{2,60}制定本|本(?:法|条例|條例|办法|辦法|规定|規定)所称|解释权"
)
_RULES = re.compile(
    r"应当|應當|不得|可以|无需|無需|不再|免收|免除|免予|不收|有权|有權|必须|必須|禁止|处以?|處以?"
)
_ASPECTS = (
    (Aspect.PENALTY, re.compile(r"罚款|罰款|处以|吊销|吊銷|没收|沒收|列入.{0,8}名录|责令|責令")),
    (Aspect.FEE, re.compile(r"收费|收費|费用|費用|免收|不收取|工本费")),
    (Aspect.MATERIALS, re.compile(r"材料|文件|证明|證明|申请书|申請書|提交")),
    (Aspect.WHO, re.compile(r"由.{2,20}(?:签署|簽署|申请|申請|办理|辦理|作出)|委托|委託")),
    (Aspect.CONDITIONS, re.compile(r"条件|條件|符合|不得|具备|具備|下列情形")),
    (Aspect.YES_NO, re.compile(r"可以|无需|無需|不再|免")),
)
_EDITION = re.compile(
    r"[（(][^）)]{0,12}(?:修订|修正|修訂|年)[^）)]{0,12}[）)]|中华人民共和国|[《》\s]"
)
_NUMBER = re.compile(
    r"[^\s，。（）()]{0,20}(?:令|公告)\s?(?:第|〔\d{4}〕)\s?\d+\s?号|[^\s，。（）()]{1,12}[〔\[]\d{4}[〕\]]\s?\d+\s?号"
)
_ISSUER = re.compile(
    r"(?:中华人民共和国)?(?:国务院|全国人民代表大会常务委员会|[^\s，。（）()《》]{2,16}(?:总局|部|局|委员会|人民政府|办公厅|委|办))"
    r"(?=$|[\s令，。、（《]|公告|通知|关于|发布|公布|印发)"
)


@dataclass(frozen=True, slots=True)
class Proposed:
    """A sentence that may become a point."""

    id: str
    article: str  # as published; empty where the text has no articles
    text: str
    aspects: tuple[Aspect, ...]
    procedures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """A text read for what it would change. `source`: its key in statutes.yaml, if known there."""

    title: str
    source: str | None
    issuer: str | None
    number: str | None
    effective_from: date | None
    effective_to: date | None
    articles: int
    points: tuple[Proposed, ...]
    procedures: tuple[str, ...]
    touched: tuple[Touched, ...]


def digest(document: Document, catalogue: Catalogue, search: Searcher) -> Digest:
    """Read a document against the content; never raises for what a text may say."""
    statute = split(document.text)
    articles = _articles(statute)
    title = document.title or statute.title
    source = _source(title, catalogue)
    head = f"{statute.preamble}\n{document.text[:600]}"
    facts = {fact.id: fact for fact in catalogue.facts()}
    votes: dict[str, float] = {}
    points: list[Proposed] = []
    touched = list(cited(articles, source, tuple(facts.values()))) if source else []
    known = {one.fact for one in touched}
    for place, article in enumerate(articles, 1):
        near = _near(article, search, facts)
        for fact, closeness in near:
            # A fact of many procedures says little of each.
            for name in fact.procedures:
                votes[name] = votes.get(name, 0.0) + closeness / len(fact.procedures)
        about = _most(near)
        slug = article.number or str(place)
        points.extend(
            Proposed(f"article-{slug}{mark}", article.label, sentence, aspects_of(sentence), about)
            for sentence, mark in zip(_sentences(article), "abc", strict=False)
        )
        fresh = [one for one in beside(article, near) if one.fact not in known]
        touched.extend(fresh)
        known.update(one.fact for one in fresh)
    ranked = sorted(votes, key=lambda name: -votes[name])[:_MOST_PROCEDURES]
    least = _VOTES * sum(votes.values())
    return Digest(
        title=title,
        source=source,
        issuer=_first(_ISSUER, head),
        number=_first(_NUMBER, head),
        effective_from=document.effective_from,
        effective_to=document.effective_to,
        articles=len(articles),
        points=tuple(points),
        procedures=tuple(name for name in ranked if votes[name] >= least),
        touched=tuple(touched),
    )


def aspects_of(sentence: str) -> tuple[Aspect, ...]:
    """Return what a sentence of a rule tells, at most two aspects; WHAT where no word shows it."""
    found = [aspect for aspect, pattern in _ASPECTS if pattern.search(sentence)]
    if any(figure.kind is Kind.DURATION for figure in find(sentence)):
        found.insert(0, Aspect.TIME)
    return tuple(dict.fromkeys(found))[:2] or (Aspect.WHAT,)


def _articles(statute: Statute) -> list[Article]:
    numbered = [one for one in statute.articles if one.number]
    if numbered:
        return numbered
    # A notice without articles: its paragraphs stand for them.
    lines = [line for one in statute.articles for line in one.text.split("\n") if len(line) > 12]
    return [Article(None, "", (), line) for line in lines]


def _source(title: str, catalogue: Catalogue) -> str | None:
    wanted = _EDITION.sub("", title)
    for source in catalogue.sources.values():
        if wanted and wanted in (_EDITION.sub("", source.title), _EDITION.sub("", source.key)):
            return source.key
    return None


def _sentences(article: Article) -> list[str]:
    """The sentences that rule something, figures first; as they stand, in their order."""
    if _NO_POINTS.search(article.text):
        return []
    found = [one.strip() for one in SENTENCE.findall(article.text)]
    ruling = [one for one in found if len(one) > 8 and (_RULES.search(one) or keys(one))]
    best = sorted(ruling, key=lambda one: (not keys(one), ruling.index(one)))[:2]
    return [short(one) for one in ruling if one in best]


def _near(article: Article, search: Searcher, facts: dict[str, Fact]) -> list[tuple[Fact, float]]:
    best: dict[str, float] = {}
    for hit in search.read(article.text[:400]).hits(_FOUND):
        target = hit.passage.target
        if target in facts:
            best[target] = max(best.get(target, 0.0), hit.dense)
    near = [(facts[name], close) for name, close in best.items() if close >= _NEAR]
    return sorted(near, key=lambda one: -one[1])


def _most(near: Sequence[tuple[Fact, float]]) -> tuple[str, ...]:
    votes = Counter(name for fact, _ in near[:8] for name in fact.procedures[:3])
    return tuple(name for name, _ in votes.most_common(2))


def _first(pattern: re.Pattern[str], text: str) -> str | None:
    found = pattern.search(text)
    return found[0].strip() if found else None
