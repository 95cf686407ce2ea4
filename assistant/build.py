"""The only wiring: names in settings become objects."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property

from assistant.answering import Assistant
from assistant.settings import AssistantSettings
from assistant.steps.compose import ExtractiveComposer
from assistant.steps.present import Presenter
from assistant.steps.route import MixedRouter
from assistant.steps.screen import Readers
from knowledge import embedders
from knowledge.glossary import Glossary
from knowledge.index import Index, current, open_index
from knowledge.ports import Embedder
from knowledge.search import HybridSearch
from knowledge.settings import KnowledgeSettings


class Live:
    """The assistant over the index in use; a newly swapped-in index is taken up at once."""

    def __init__(
        self,
        settings: AssistantSettings,
        knowledge: KnowledgeSettings,
        today: Callable[[], date] = date.today,
    ) -> None:
        self._settings = settings
        self._knowledge = knowledge
        self._today = today
        self._build: str | None = None
        self._assistant: Assistant | None = None
        self._index: Index | None = None

    @cached_property
    def _embedder(self) -> Embedder:
        return embedders.build(self._knowledge.embedder, self._knowledge.embedder_model)

    @property
    def index(self) -> Index:
        """The opened index; IndexUnusable where there is none that fits."""
        build = current(self._knowledge.index)
        if self._index is None or build != self._build:
            self._index = open_index(self._knowledge.index, self._embedder)
            self._assistant = None
            self._build = build
        return self._index

    @property
    def assistant(self) -> Assistant:
        """The assistant over `index`."""
        index = self.index
        if self._assistant is None:
            self._assistant = assemble(index, self._embedder, self._settings, self._today)
        return self._assistant


def assemble(
    index: Index, embedder: Embedder, settings: AssistantSettings, today: Callable[[], date]
) -> Assistant:
    """Return the assistant over an opened index."""
    composer = ExtractiveComposer()
    return Assistant(
        catalogue=index.catalogue,
        glossary=Glossary(index.catalogue.terms.values()),
        aspects=index.readers.get("aspect"),
        readers=Readers(index.readers.get("outcome"), index.readers.get("procedure")),
        search=HybridSearch(index.passages, index.vectors, index.keywords, embedder),
        router=MixedRouter(index.catalogue.procedures.keys(), index.readers.get("procedure")),
        composer=composer,
        fallback=composer,
        present=Presenter(index.catalogue, today, settings.base_url),
        today=today,
    )
