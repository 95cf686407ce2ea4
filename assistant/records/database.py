"""The database under the records: SQLite in WAL by default, anything SQLAlchemy knows by URL."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import DateTime, Dialect, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, IntegrityError, SQLAlchemyError
from sqlalchemy.orm import DeclarativeBase, Session
from sqlalchemy.types import TypeDecorator

from knowledge.errors import GuidanceError, RecordConflict

_BUSY = 5_000  # milliseconds to wait for another writer


class Table(DeclarativeBase):
    """What every table derives from."""


class Moment(TypeDecorator[datetime]):
    """A point in time: aware in Python, UTC in the database (SQLite keeps no time zone)."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Store as UTC."""
        return value.astimezone(UTC).replace(tzinfo=None) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Read as UTC."""
        return value.replace(tzinfo=UTC) if value else None


class Database:
    """Opens transactions; GuidanceError says what to do where the database fails."""

    def __init__(self, url: str) -> None:
        try:
            self._engine = _engine(url)
            Table.metadata.create_all(self._engine)
        except (SQLAlchemyError, ImportError, OSError) as fault:
            raise _unusable(fault) from fault

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """Commit at the end, roll back on an error; RecordConflict where a key was taken."""
        try:
            with Session(self._engine) as session, session.begin():
                yield session
        except IntegrityError as fault:
            raise RecordConflict("somebody else changed the record first: read it again") from fault
        except SQLAlchemyError as fault:
            raise _unusable(fault) from fault

    def close(self) -> None:
        """Let go of every connection."""
        self._engine.dispose()


def _unusable(fault: Exception) -> GuidanceError:
    return GuidanceError(
        f"the records database cannot be used ({type(fault).__name__}): "
        "check SUIDAO_RECORDS_URL, the folder's permissions and the space left"
    )


def _engine(address: str) -> Engine:
    try:
        url = make_url(address)
    except ArgumentError as fault:
        raise GuidanceError(
            "SUIDAO_RECORDS_URL is no database address: write for example sqlite:///records.sqlite"
        ) from fault
    if url.get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True)
    if url.database and url.database != ":memory:":
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url)
    event.listen(engine, "connect", _pragmas)
    return engine


def _pragmas(connection: Any, record: object) -> None:  # noqa: ANN401 - the driver's own type
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", f"busy_timeout={_BUSY}"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
