"""What must not be lost: answers given, votes on them, what a conversation remembers."""

from __future__ import annotations

from assistant.records.build import Records, build

__all__ = ["Records", "build"]
