"""The wiring takes up a newly swapped-in index, whole, whoever asks at the same moment."""

from __future__ import annotations

from pathlib import Path
from threading import Barrier, Thread

import pytest

from assistant.build import Live
from assistant.settings import AssistantSettings
from ingest import pipeline
from knowledge.index import current
from knowledge.settings import KnowledgeSettings

CONTENT = Path(__file__).parent.parent / "data" / "content"


@pytest.fixture
def knowledge(tmp_path: Path) -> KnowledgeSettings:
    settings = KnowledgeSettings(
        content=CONTENT, data=tmp_path, embedder="hashing", embedder_model="", store="exact"
    )
    pipeline.build(settings)
    return settings


def test_a_new_index_is_taken_up(knowledge: KnowledgeSettings) -> None:
    live = Live(AssistantSettings(), knowledge)
    before = live.assistant
    assert live.assistant is before
    pipeline.build(knowledge)
    assert live.assistant is not before
    assert live.index.build == current(knowledge.index)
    assert live.assistant.catalogue is live.index.catalogue


def test_everybody_gets_the_same_assistant(knowledge: KnowledgeSettings) -> None:
    live, ready, found = Live(AssistantSettings(), knowledge), Barrier(8), []

    def ask() -> None:
        ready.wait()
        found.append(live.assistant)

    threads = [Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8 and len(set(map(id, found))) == 1


def test_an_index_that_comes_while_the_old_one_is_opened_wins(
    knowledge: KnowledgeSettings,
) -> None:
    class Slow:
        """Settings that are read while the assistant is made: just then another build comes in."""

        other: Thread | None = None

        @property
        def base_url(self) -> str:
            if self.other is None:
                pipeline.build(knowledge)
                self.other = Thread(target=lambda: live.index)
                self.other.start()
                self.other.join(0.3)  # it may have to wait for this thread
            return ""

    slow = Slow()
    live = Live(slow, knowledge)  # type: ignore[arg-type]
    assert live.assistant
    assert slow.other
    slow.other.join()
    assert live.index.build == current(knowledge.index)
    assert live.assistant.catalogue is live.index.catalogue
