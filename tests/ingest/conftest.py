"""A small content folder and settings over it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from ingest_samples import CONTENT, MAKERS, Maker

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
