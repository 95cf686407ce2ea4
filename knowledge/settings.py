"""What a deployer can set of the knowledge: values only, nothing is built here."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, ClassVar

from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from knowledge.catalogue import CONTENT
from knowledge.embedders import ARTEFACT

_HOME = Path(__file__).resolve().parent.parent


class TomlSettings(BaseSettings):
    """Settings from the environment, else from one TOML file (SUIDAO_CONFIG, or suidao.toml)."""

    table: ClassVar[str]  # the class's own table in that file

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Put the environment before the file."""
        file = Path(os.environ.get("SUIDAO_CONFIG", "suidao.toml"))
        return init_settings, env_settings, _Table(settings_cls, file)


class _Table(TomlConfigSettingsSource):
    """One table of the TOML file: a class a package, a table a class."""

    def _read_file(self, file_path: Any) -> dict[str, object]:  # noqa: ANN401 - as its base
        table: dict[str, object] = super()._read_file(file_path)
        name: str = getattr(self.settings_cls, "table")  # noqa: B009 - declared on TomlSettings
        found = table.get(name, {})
        return found if isinstance(found, dict) else {}


class KnowledgeSettings(TomlSettings):
    """Where content and index lie, and what embeds and stores."""

    table = "knowledge"
    model_config = SettingsConfigDict(env_prefix="SUIDAO_KNOWLEDGE_", extra="forbid")

    content: Path = CONTENT
    data: Path = _HOME / "var"
    embedder: str = "static"
    embedder_model: str = str(ARTEFACT)
    store: str = "flat_faiss"

    @property
    def index(self) -> Path:
        """The index folder."""
        return self.data / "index"

    @property
    def documents(self) -> Path:
        """What `ingest add` took in."""
        return self.data / "documents"
