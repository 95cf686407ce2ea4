"""What a conversation remembers between turns, and the answers given in it.

What it is about is forgotten a day after its last turn, an answer after a year; both at once when
asked. `sweep` deletes what has expired; before that it is no longer found.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import JSON, CursorResult, Integer, String, delete, update
from sqlalchemy.orm import Mapped, mapped_column

from assistant.records.answers import AnswerRow, row
from assistant.records.database import Database, Moment, Table
from assistant.types import Answer, Turn
from knowledge.errors import RecordConflict

LASTS = timedelta(hours=24)  # without a new turn
ANSWERS_LAST = timedelta(days=365)  # with their votes: what they teach is used by then
_TURNS = TypeAdapter(tuple[Turn, ...])


class ConversationRow(Table):
    """The last turns of one conversation; `version` counts its changes."""

    __tablename__ = "conversations"

    session: Mapped[str] = mapped_column(String(64), primary_key=True)
    state: Mapped[list[Any]] = mapped_column(JSON)
    version: Mapped[int] = mapped_column(Integer)
    updated: Mapped[datetime] = mapped_column(Moment, index=True)


@dataclass(frozen=True, slots=True)
class Conversation:
    """A conversation as it was read; `version` is 0 before its first turn is kept."""

    session: str
    turns: tuple[Turn, ...] = ()
    version: int = 0


class Conversations:
    """Keeps what conversations remember."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    def open(self, session_id: str | None) -> Conversation:
        """Return the conversation; a new one, with an id of our own, where none is known."""
        return (session_id and self.find(session_id)) or Conversation(secrets.token_urlsafe(24))

    def find(self, session_id: str) -> Conversation | None:
        """Return a conversation that has not expired."""
        with self._database.transaction() as session:
            found = session.get(ConversationRow, session_id)
            if found is None or found.updated < self._now() - LASTS:
                return None
            try:
                turns = _TURNS.validate_python(found.state)
            except ValidationError:  # written by another release: begin anew
                turns = ()
            return Conversation(found.session, turns, found.version)

    def keep(self, conversation: Conversation, turns: tuple[Turn, ...], answer: Answer) -> None:
        """Keep a turn whole: what the conversation remembers now, and the answer given in it.

        RecordConflict, and nothing is kept, where another turn came in between or it was deleted.
        """
        state = _TURNS.dump_python(turns, mode="json")
        now = self._now()
        with self._database.transaction() as session:
            session.add(row(answer, now))
            if conversation.version == 0:
                session.add(
                    ConversationRow(
                        session=conversation.session, state=state, version=1, updated=now
                    )
                )
                return
            changed = session.execute(
                update(ConversationRow)
                .where(
                    ConversationRow.session == conversation.session,
                    ConversationRow.version == conversation.version,
                )
                .values(state=state, version=conversation.version + 1, updated=now)
            )
            if isinstance(changed, CursorResult) and changed.rowcount == 0:
                raise RecordConflict("another turn of the conversation came first: read it again")

    def forget(self, session_id: str) -> bool:
        """Delete a conversation with its answers and their votes; False where none is known."""
        with self._database.transaction() as session:
            # The conversation first: a turn that is being kept is waited for, then deleted with it.
            gone = [
                session.execute(
                    delete(ConversationRow).where(ConversationRow.session == session_id)
                ),
                session.execute(delete(AnswerRow).where(AnswerRow.session == session_id)),
            ]
            return any(isinstance(one, CursorResult) and one.rowcount for one in gone)

    def sweep(self) -> None:
        """Delete the conversations and answers that have expired, and the answers' votes."""
        now = self._now()
        with self._database.transaction() as session:
            session.execute(delete(ConversationRow).where(ConversationRow.updated < now - LASTS))
            session.execute(delete(AnswerRow).where(AnswerRow.created < now - ANSWERS_LAST))
