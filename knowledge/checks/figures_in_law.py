"""Figures of a point stand in the article that it cites; needs a folder of statutes, one file each.

A file is named after the statute, by its key or its title, with its date behind:
公司法(2023-12-29).md. A prefix that ends with _ is left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from knowledge import statutes
from knowledge.errors import Problem
from knowledge.figures import Figure, Kind, article_key, unsupported
from knowledge.languages import first
from knowledge.types import Basis, Fact
from knowledge.written import Finding, Note, Tally, Written

_KINDS = (Kind.DURATION, Kind.MONEY, Kind.PERCENT, Kind.FRACTION)
_SMALL = 10
_NAME = re.compile(r"^(?:[^_]*_)?(?P<key>.+?)(?:\([\d-]+\))?$")
_ARTICLE = re.compile(r"第\S+?条(?:之[一二三四五六七八九十]+)?")

# An article that says how the days of all the others are counted.
_WORKING = re.compile(r"期限以工作日计算|的规定是指工作日")


@dataclass(frozen=True, slots=True)
class _Law:
    whole: str
    articles: Mapping[str, str]


def check(content: Written) -> Iterator[Finding]:
    """Compare every point that has a source with the text of the law."""
    if content.laws is None:
        yield Tally("figures in law: not compared, no statute texts; name their folder with --laws")
        return
    titles = {key: source.title for key, source in content.catalogue.sources.items()}
    laws = _Laws(content.laws, titles)
    counts: Counter[str] = Counter()
    for fact in content.facts():
        if not fact.basis or fact.id.endswith("#purpose"):
            continue
        if not content.wanted(content.located(fact.id)[0].file):
            continue
        missing = [basis for basis in fact.basis if laws.has(basis) and laws.text(basis) is None]
        for basis in missing:
            yield _problem(content, fact, f"{basis.statute} has no {basis.article}")
        if not missing and not fact.confirm:
            yield from _compare(content, laws, fact, counts)
    yield Tally(
        f"figures in law: {counts['figures']} points with a source carry figures; of "
        f"{counts['checked']} that could be checked {counts['agree']} agree; "
        f"{counts['unknown']} cite a text that is not there, "
        f"{counts['outdated']} one that has been amended since "
        f"({counts['outdated agree']} of these agree)"
    )


class _Laws:
    """The statutes of a folder, each split when it is first asked for."""

    def __init__(self, folder: Path, titles: Mapping[str, str]) -> None:
        names = ((_NAME.match(file.stem), file) for file in sorted(folder.glob("*.md")))
        files = {name["key"]: file for name, file in names if name}
        titled = {
            key: files.get(title.replace(statutes.STATE, "")) for key, title in titles.items()
        }
        self._files = {key: file for key, file in titled.items() if file} | files
        self._read: dict[str, _Law] = {}

    def has(self, basis: Basis) -> bool:
        return basis.statute in self._files

    def text(self, basis: Basis) -> str | None:
        """The article's text, or the whole where no article is named; None if there is none."""
        law = self._law(basis.statute)
        if basis.article is None:
            return law.whole
        name = _ARTICLE.match(basis.article)
        return law.articles.get(article_key(name.group()) or "") if name else None

    def _law(self, key: str) -> _Law:
        if key not in self._read:
            text = self._files[key].read_text(encoding="utf-8")
            articles = {each.number: each.text for each in statutes.split(text).articles}
            named = {number: text for number, text in articles.items() if number}
            self._read[key] = _Law(text, named)
        return self._read[key]


def _compare(content: Written, laws: _Laws, fact: Fact, counts: Counter[str]) -> Iterator[Problem]:
    said = fact.texts[first().code]
    if not any(map(_counts, unsupported(said, []))):
        return
    counts["figures"] += 1
    cited = [laws.text(basis) or "" for basis in fact.basis if laws.has(basis)]
    if any(_WORKING.search(text) for text in cited):
        cited += [text.replace("日", "个工作日") for text in cited]
    cited += fact.example
    wrong = [figure.text.strip() for figure in unsupported(said, cited) if _counts(figure)]
    if wrong and not all(map(laws.has, fact.basis)):
        counts["unknown"] += 1
        return
    sources = content.catalogue.sources
    old = any(sources[b.statute].outdated for b in fact.basis if b.statute in sources)
    counts["outdated" if old else "checked"] += 1
    if not wrong:
        counts["outdated agree" if old else "agree"] += 1
        return
    names = "; ".join(" ".join(filter(None, (b.statute, b.article))) for b in fact.basis)
    since = " (amended since)" if old else ""
    located, place = content.located(fact.id)
    line = located.line((*place, first().code))
    yield Note(located.file, line, f"{', '.join(wrong)} does not stand in {names}{since}")


def _counts(figure: Figure) -> bool:
    if figure.kind is Kind.COUNT:
        return not isinstance(figure.value, str) and figure.value > _SMALL
    return figure.kind in _KINDS


def _problem(content: Written, fact: Fact, rule: str) -> Problem:
    located, place = content.located(fact.id)
    return located.problem((*place, "basis"), rule)
