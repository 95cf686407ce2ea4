"""What every test may use: the shipped content behind a real index, built once."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answering import Assistant
from assistant.build import Live
from assistant.settings import AssistantSettings
from ingest import pipeline
from knowledge.settings import KnowledgeSettings

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeSettings:
    """The default settings over the shipped content and embedder, with an index of their own."""
    settings = KnowledgeSettings(data=tmp_path_factory.mktemp("shipped"))
    pipeline.build(settings)
    return settings


@pytest.fixture(scope="session")
def assistant(shipped: KnowledgeSettings) -> Assistant:
    """The assistant as it is shipped, on a fixed day."""
    return Live(AssistantSettings(), shipped, today=lambda: TODAY).assistant
