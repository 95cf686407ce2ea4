"""The records over one database."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from assistant.records.answers import Answers
from assistant.records.conversations import Conversations
from assistant.records.database import Database
from assistant.records.feedback import Feedback


@dataclass(frozen=True)
class Records:
    """Everything that is kept."""

    answers: Answers
    feedback: Feedback
    conversations: Conversations
    sweep: Callable[[], None]  # deletes what has expired
    close: Callable[[], None]


def _now() -> datetime:
    return datetime.now(UTC)


def build(url: str, folder: Path, now: Callable[[], datetime] = _now) -> Records:
    """Open the records at a database address; where it is empty, in SQLite in `folder`."""
    database = Database(url or f"sqlite:///{folder / 'records.sqlite'}")
    conversations = Conversations(database, now)
    return Records(
        Answers(database),
        Feedback(database, now),
        conversations,
        conversations.sweep,
        database.close,
    )
