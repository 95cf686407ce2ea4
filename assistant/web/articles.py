"""Finds the article of a statute that was taken in, and the pages of taken-in documents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from urllib.parse import quote

from knowledge.passages import Passage, PassageKind, Status
from knowledge.statutes import STATE
from knowledge.types import Basis, Source

_BRACKETS = re.compile(r"[（(【\[〔].*?[）)】\]〕]|[《》\s\d]")
_ARTICLE = re.compile(r"^(第\S+?条(?:之[一二三四五六七八九十]+)?)")


class Articles:
    """The passages of statutes by title and article, and of every document in its order."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        by_article: dict[tuple[str, str], list[Passage]] = {}
        documents: dict[str, list[Passage]] = {}
        for passage in passages:
            if passage.document is None:
                continue
            documents.setdefault(passage.document, []).append(passage)
            article = _article(passage.article)
            if (
                passage.kind is PassageKind.STATUTE
                and passage.status is Status.IN_FORCE
                and article
            ):
                by_article.setdefault((_short(passage.title or ""), article), []).append(passage)
        self._by_article = by_article
        self._documents = documents

    @property
    def documents(self) -> Mapping[str, list[Passage]]:
        """The passages of each document taken in, by its id."""
        return MappingProxyType(self._documents)

    def of(self, basis: Basis, source: Source | None, today: date) -> tuple[Passage, ...]:
        """Return the pieces of the article that a point cites, if its statute was taken in.

        A title must be the statute's own: 企业名称登记管理规定 is also the beginning of the
        title of its implementing rules.
        """
        article = _article(basis.article)
        if article is None:
            return ()
        for title in dict.fromkeys(
            _short(t) for t in (basis.statute, source and source.title) if t
        ):
            found = [
                passage
                for passage in self._by_article.get((title, article), ())
                if (passage.effective_from or today) <= today <= (passage.effective_to or today)
            ]
            # Two files of the same statute: the first is enough.
            if found:
                return tuple(p for p in found if p.document == found[0].document)
        return ()


def address(passage: Passage) -> str:
    """Return where a passage of a document taken in stands on this site: a bare path, with anchor.

    `Passage.url` is the document's own address, where it states one.
    """
    return f"/documents/{quote(passage.document or '')}#{anchor(passage)}"


def anchor(passage: Passage) -> str:
    """Return the anchor of the part that a passage is a piece of: article-2 of law#article-2.1."""
    return passage.id.partition("#")[2].partition(".")[0]


def _short(title: str) -> str:
    return _BRACKETS.sub("", title).removeprefix(STATE)


def _article(label: str | None) -> str | None:
    match = _ARTICLE.match(label or "")
    return match[1] if match else None
