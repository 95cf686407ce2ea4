"""Votes on answers, each kept with its answer; a second vote replaces the first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import ForeignKey, SmallInteger, Text
from sqlalchemy.orm import Mapped, mapped_column

from assistant.records.answers import AnswerRow
from assistant.records.database import Database, Moment, Table
from knowledge.identifiers import mask

Vote = Literal[1, -1]


class FeedbackRow(Table):
    """The vote on one answer."""

    __tablename__ = "feedback"

    answer_id: Mapped[str] = mapped_column(
        ForeignKey("answers.id", ondelete="CASCADE"), primary_key=True
    )
    vote: Mapped[int] = mapped_column(SmallInteger)
    comment: Mapped[str | None] = mapped_column(Text)
    created: Mapped[datetime] = mapped_column(Moment)


@dataclass(frozen=True, slots=True)
class KeptVote:
    """A vote as it is remembered: the comment without personal data."""

    answer_id: str
    vote: int
    comment: str | None
    created: datetime


class Feedback:
    """Keeps the votes."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    def keep(self, answer_id: str, vote: Vote, comment: str | None = None) -> bool:
        """Keep a vote in place of an earlier one; False where there is no such answer."""
        with self._database.transaction() as session:
            if session.get(AnswerRow, answer_id) is None:
                return False
            session.merge(
                FeedbackRow(
                    answer_id=answer_id,
                    vote=vote,
                    comment=mask(comment) if comment else None,
                    created=self._now(),
                )
            )
        return True

    def find(self, answer_id: str) -> KeptVote | None:
        """Return the vote on an answer."""
        with self._database.transaction() as session:
            row = session.get(FeedbackRow, answer_id)
            return KeptVote(row.answer_id, row.vote, row.comment, row.created) if row else None
