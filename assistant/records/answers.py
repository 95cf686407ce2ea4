"""The answers given: what was said and from which sources, never what was asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import JSON, Float, String
from sqlalchemy.orm import Mapped, mapped_column

from assistant.records.database import Database, Moment, Table
from assistant.types import Answer


class AnswerRow(Table):
    """One answer."""

    __tablename__ = "answers"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    session: Mapped[str | None] = mapped_column(String(64), index=True)
    created: Mapped[datetime] = mapped_column(Moment)
    language: Mapped[str] = mapped_column(String(8))
    outcome: Mapped[str] = mapped_column(String(32))
    procedure: Mapped[str | None] = mapped_column(String(80))
    confidence: Mapped[float] = mapped_column(Float)
    citations: Mapped[list[str]] = mapped_column(JSON)


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """An answer as it is remembered. `citations`: label, title and article, as shown."""

    id: str
    session: str | None
    created: datetime
    language: str
    outcome: str
    procedure: str | None
    confidence: float
    citations: tuple[str, ...]


def row(answer: Answer, now: datetime) -> AnswerRow:
    """Return what is kept of an answer given now."""
    return AnswerRow(
        id=answer.id,
        session=answer.session,
        created=now,
        language=answer.language,
        outcome=answer.outcome.value,
        procedure=answer.procedure.id if answer.procedure else None,
        confidence=answer.confidence,
        citations=[
            " ".join(filter(None, (one.label, one.title, one.article))) for one in answer.citations
        ],
    )


class Answers:
    """Finds the answers given; they are kept and deleted with their conversations."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, identity: str) -> KeptAnswer | None:
        """Return an answer by its id."""
        with self._database.transaction() as session:
            row = session.get(AnswerRow, identity)
            if row is None:
                return None
            return KeptAnswer(
                row.id,
                row.session,
                row.created,
                row.language,
                row.outcome,
                row.procedure,
                row.confidence,
                tuple(row.citations),
            )
