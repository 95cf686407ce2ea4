"""What every page and every route is handed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from assistant.answering import Assistant
from assistant.records import Records
from assistant.settings import AssistantSettings
from assistant.web.articles import Articles
from assistant.web.metrics import Metrics
from assistant.web.terms import Terms
from assistant.web.words import Words
from knowledge.catalogue import Catalogue
from knowledge.index import Index
from knowledge.languages import language
from knowledge.settings import KnowledgeSettings


class LiveIndex(Protocol):
    """The index in use and the assistant over it; IndexUnusable where there is none that fits."""

    @property
    def index(self) -> Index:
        """The opened index."""
        ...

    @property
    def assistant(self) -> Assistant:
        """The assistant over `index`."""
        ...


@dataclass
class Site:
    """What the site is made of; built once, by `site.create_app`."""

    live: LiveIndex
    records: Records
    words: Mapping[str, Words]  # by language code, in the order of the switch
    settings: AssistantSettings
    knowledge: KnowledgeSettings
    today: Callable[[], date] = date.today
    metrics: Metrics = field(default_factory=Metrics)
    _articles: tuple[Index, Articles] | None = None
    _terms: tuple[Index, dict[tuple[str, str], Terms]] | None = None
    _converted: dict[tuple[str, str], Words] = field(default_factory=dict)

    @property
    def catalogue(self) -> Catalogue:
        """The content that the index in use was made from."""
        return self.live.index.catalogue

    @property
    def articles(self) -> Articles:
        """The statutes taken in, by article."""
        index = self.live.index
        if self._articles is None or self._articles[0] is not index:
            self._articles = (index, Articles(index.passages))
        return self._articles[1]

    def terms_in(self, code: str, script: str) -> Terms:
        """Return the official words in a language and script."""
        index = self.live.index
        if self._terms is None or self._terms[0] is not index:
            self._terms = (index, {})
        known = self._terms[1]
        if (code, script) not in known:
            spoken = language(code)
            known[code, script] = Terms(index.catalogue.terms.values(), spoken, script)
        return known[code, script]

    def words_in(self, code: str, script: str) -> Words:
        """Return the labels in a language and script."""
        key = (code, script)
        if key not in self._converted:
            self._converted[key] = self.words[code].in_script(script)
        return self._converted[key]
