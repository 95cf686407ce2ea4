"""What every test may use: the shipped content behind a real index, built once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assistant.answering import Assistant
from assistant.build import Live
from assistant.settings import AssistantSettings
from ingest import pipeline
from knowledge.settings import KnowledgeSettings

TODAY = date(2026, 11, 23)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Golden files are refreshed on demand, so that a change shows as a readable diff."""
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


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


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> GoldenFiles:
    """Compares a text with the file kept for it."""
    return GoldenFiles(request.config.getoption("--update-golden"))


class GoldenFiles:
    """The files in tests/golden."""

    folder = Path(__file__).parent / "golden"

    def __init__(self, update: bool) -> None:
        self._update = update

    def check(self, name: str, text: str) -> None:
        """Hold `text` to the golden file `name`, or write it where that was asked for."""
        path = self.folder / name
        if self._update:
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8"), f"{name}: see pytest --update-golden"
