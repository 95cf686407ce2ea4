"""The only wiring: names in settings become objects."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from threading import Lock

from assistant.answering import Assistant
from assistant.settings import AssistantSettings
from assistant.steps.compose import ExtractiveComposer
from assistant.steps.present import Presenter
from assistant.steps.route import MixedRouter
from assistant.steps.screen import Readers
from assistant.steps.subject import Subjects
from knowledge import embedders
from knowledge.catalogue import Catalogue
from knowledge.glossary import Glossary
from knowledge.index import Index, current, open_index
from knowledge.kinds import COMMON, Kinds
from knowledge.languages import languages
from knowledge.ports import Embedder, Features, Searcher
from knowledge.scripts import LATN
from knowledge.search import HybridSearch
from knowledge.settings import KnowledgeSettings
from knowledge.spelling import Speller


@dataclass(frozen=True)
class _InUse:
    """An index and the assistant over it: never taken apart, so that both are of one build."""

    index: Index
    assistant: Assistant


class Live:
    """The assistant over the index in use; a newly swapped-in index is taken up at once.

    Safe to use from several threads. IndexUnusable and ModelUnavailable say what to do where there
    is no index that fits or no embedder.
    """

    def __init__(
        self,
        settings: AssistantSettings,
        knowledge: KnowledgeSettings,
        today: Callable[[], date] = date.today,
    ) -> None:
        self._settings = settings
        self._knowledge = knowledge
        self._today = today
        self._lock = Lock()
        self._in_use: _InUse | None = None

    @cached_property
    def _embedder(self) -> Embedder:
        return embedders.build(self._knowledge.embedder, self._knowledge.embedder_model)

    @cached_property
    def _features(self) -> Features:
        # An embedder that knows whole texts alone leaves single features to the shipped table.
        embedder = self._embedder
        return embedder if isinstance(embedder, Features) else embedders.shipped()

    @property
    def index(self) -> Index:
        """The opened index."""
        return self._newest().index

    @property
    def assistant(self) -> Assistant:
        """The assistant over the opened index."""
        return self._newest().assistant

    def _newest(self) -> _InUse:
        build = current(self._knowledge.index)
        in_use = self._in_use
        if in_use is None or in_use.index.build != build:
            with self._lock:
                in_use = self._in_use = self._opened(self._in_use)
        return in_use

    def _opened(self, before: _InUse | None) -> _InUse:
        """Return `before` where another thread has taken the newest build up in the meantime."""
        if before and before.index.build == current(self._knowledge.index):
            return before
        index = open_index(self._knowledge.index, self._embedder)
        search = HybridSearch(
            index.passages, index.vectors, index.keywords, self._embedder, self._features
        )
        return _InUse(index, assemble(index, search, self._settings, self._today))


def assemble(
    index: Index, search: Searcher, settings: AssistantSettings, today: Callable[[], date]
) -> Assistant:
    """Return the assistant over an opened index."""
    composer = ExtractiveComposer()
    return Assistant(
        catalogue=index.catalogue,
        glossary=Glossary(index.catalogue.terms.values()),
        kinds=Kinds(index.catalogue.kinds.values()),
        speller=Speller(_in_latin_letters(index.catalogue), _stems(index)),
        aspects=index.readers.get("aspect"),
        readers=Readers(index.readers.get("outcome"), index.readers.get("procedure")),
        search=search,
        router=MixedRouter(
            index.catalogue.procedures,
            index.readers.get("procedure"),
            _cases(index.catalogue),
            Subjects(index.catalogue.procedures, index.readers.get("move")),
        ),
        composer=composer,
        fallback=composer,
        present=Presenter(index.catalogue, today, settings.base_url),
        today=today,
    )


def _cases(catalogue: Catalogue) -> Mapping[str, Collection[str]]:
    return {
        name: [COMMON, *(kind for variant in procedure.variants for kind in variant.when)]
        for name, procedure in catalogue.procedures.items()
        if procedure.variants
    }


def _in_latin_letters(catalogue: Catalogue) -> Iterator[str]:
    """Yield what the content says in the languages in which a word can be misspelt."""
    for code in (one.code for one in languages().values() if one.script == LATN):
        for fact in catalogue.facts():
            yield fact.texts[code]
            yield from fact.asks.get(code, ())


def _stems(index: Index) -> Collection[str]:
    """Return the stems of the messages learnt from: greetings and asides stand in no content."""
    reader = index.readers.get("outcome")
    return reader.vocabulary if reader else ()
