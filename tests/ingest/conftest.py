"""A small content folder and settings over it."""

from __future__ import annotations

import pkgutil
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from ingest_samples import CONTENT, MAKERS, Maker

from ingest import sources
from ingest.documents import Library
from knowledge.settings import KnowledgeSettings


@pytest.fixture
def makers() -> Mapping[str, Maker]:
    return MAKERS


@pytest.fixture
def settings(tmp_path: Path) -> KnowledgeSettings:
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    return KnowledgeSettings(
        content=content, data=tmp_path / "var", embedder="hashing", store="exact"
    )


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """What is taken in goes into a folder of the test's own."""
    return Library(tmp_path / "documents")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where files to be taken in are written."""
    return tmp_path / "in"


@pytest.fixture(params=sorted(module.name for module in pkgutil.iter_modules(sources.__path__)))
def kind(request: pytest.FixtureRequest) -> str:
    """Every kind of source in the folder, one after the other."""
    return str(request.param)
