"""What a deployer can set of the assistant: values only, nothing is built here."""

from __future__ import annotations

from pydantic_settings import SettingsConfigDict

from knowledge.settings import TomlSettings


class AssistantSettings(TomlSettings):
    """How the assistant answers and where it is reached."""

    table = "assistant"
    model_config = SettingsConfigDict(env_prefix="SUIDAO_", extra="ignore")

    base_url: str = ""  # makes links absolute for other clients, e.g. https://suidao.example
    host: str = "127.0.0.1"
    port: int = 7860
    records_url: str = ""  # SQLAlchemy URL; empty: SQLite beside the index
    log_level: str = "INFO"

    @property
    def home(self) -> str:
        """The address under which a person at this machine finds the pages."""
        return self.base_url or f"http://{self.host}:{self.port}"
