"""Whether the index still fits what it was made of."""

from __future__ import annotations

from threading import Lock
from time import monotonic

from knowledge.index import Manifest
from knowledge.settings import KnowledgeSettings

HINT = "content has changed since the index was built: run `python -m ingest build`"
_SECONDS = 10.0  # a probe comes every few seconds and reads every content file


class Freshness:
    """Compares the index with content and documents: every new one, then every few seconds."""

    def __init__(self, settings: KnowledgeSettings) -> None:
        self._settings = settings
        self._lock = Lock()
        self._read_at = 0.0
        self._fingerprint = ""
        self._manifest: Manifest | None = None  # that it was read for

    def stale(self, manifest: Manifest) -> bool:
        """Tell whether `ingest build` would make another index."""
        from ingest.pipeline import fingerprint

        with self._lock:
            if manifest != self._manifest or monotonic() - self._read_at > _SECONDS:
                self._fingerprint = fingerprint(self._settings)
                self._read_at = monotonic()
                self._manifest = manifest
            return (
                manifest.content_hash != self._fingerprint or manifest.store != self._settings.store
            )
