"""What is kept, and what is never kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from postgres import postgres  # noqa: F401 - a fixture
from sqlalchemy import create_engine, inspect, text

from assistant import records
from assistant.records import Records
from assistant.records.conversations import Conversation
from assistant.records.database import Table
from assistant.types import Answer, Citation, Outcome, ProcedureCard, Turn
from knowledge.errors import GuidanceError, RecordConflict
from knowledge.types import Aspect

TURNS = (Turn("yue", "hant", "simple-deregistration", (Aspect.TIME,), ("a", "b")),)


class Clock:
    """A clock that is set."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 23, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(params=["sqlite", "postgresql"])
def kept(request: pytest.FixtureRequest, tmp_path: Path, clock: Clock) -> Iterator[Records]:
    """Empty records, in every kind of database that is promised."""
    address = ""
    if request.param == "postgresql":
        address = request.getfixturevalue("postgres")
        engine = create_engine(address)
        Table.metadata.drop_all(engine)
        engine.dispose()
    found = records.build(address, tmp_path, clock)
    yield found
    found.close()


in_sqlite = pytest.mark.parametrize("kept", ["sqlite"], indirect=True)


def keep(kept: Records, turns: tuple[Turn, ...] = TURNS, identity: str = "a1") -> Conversation:
    """Keep a first turn; returns the conversation as it was before it."""
    begun = kept.conversations.open(None)
    kept.conversations.keep(begun, turns, answer(identity, begun.session))
    return begun


def answer(identity: str, session: str) -> Answer:
    return Answer(
        id=identity,
        session=session,
        language="zh",
        script="hans",
        outcome=Outcome.ANSWERED,
        text="这里的话不保存",
        procedure=ProcedureCard(id="llc-establish", title="设立", url="/procedures/llc-establish"),
        citations=(Citation(label="S1", title="公司法", article="第四十七条", says="五年"),),
        as_of=date(2026, 11, 23),
        confidence=0.5,
    )


@in_sqlite
def test_no_word_of_an_answer_is_written(kept: Records, tmp_path: Path) -> None:
    keep(kept)
    kept.close()
    stored = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert b"llc-establish" in stored and "不保存".encode() not in stored


def test_an_answer_is_kept_by_its_sources(kept: Records, clock: Clock) -> None:
    keep(kept)
    found = kept.answers.find("a1")
    assert found is not None
    assert found.citations == ("S1 公司法 第四十七条",)
    assert (found.procedure, found.outcome, found.created) == ("llc-establish", "answered", clock())


def test_an_answer_is_kept_once(kept: Records) -> None:
    keep(kept)
    with pytest.raises(RecordConflict):
        keep(kept)


def test_a_second_vote_replaces_the_first(kept: Records) -> None:
    keep(kept)
    assert kept.feedback.keep("a1", 1, "有用，我的电话 13800138000")
    first = kept.feedback.find("a1")
    assert first is not None and first.comment is not None
    assert "13800138000" not in first.comment
    assert kept.feedback.keep("a1", -1)
    second = kept.feedback.find("a1")
    assert second is not None and (second.vote, second.comment) == (-1, None)


def test_a_vote_needs_its_answer(kept: Records) -> None:
    assert not kept.feedback.keep("nothing", 1)
    assert kept.feedback.find("nothing") is None


def test_a_conversation_comes_back_as_it_was(kept: Records) -> None:
    begun = keep(kept)
    assert begun.turns == () and len(begun.session) >= 32
    again = kept.conversations.open(begun.session)
    assert again.turns == TURNS and again.session == begun.session


@pytest.mark.parametrize("claimed", ["", "guessed", "1' OR '1'='1"])
def test_a_session_id_is_never_taken_from_outside(kept: Records, claimed: str) -> None:
    assert kept.conversations.open(claimed).session != claimed


def test_a_conversation_is_forgotten_after_a_day(kept: Records, clock: Clock) -> None:
    begun = keep(kept)
    clock.now += timedelta(hours=23, minutes=59)
    kept.sweep()
    assert kept.conversations.find(begun.session)
    clock.now += timedelta(minutes=2)
    assert kept.conversations.find(begun.session) is None
    clock.now -= timedelta(minutes=2)
    assert kept.conversations.find(begun.session)
    clock.now += timedelta(minutes=2)
    kept.sweep()
    clock.now -= timedelta(minutes=2)
    assert kept.conversations.find(begun.session) is None


def test_an_answer_and_its_vote_are_forgotten_after_a_year(kept: Records, clock: Clock) -> None:
    keep(kept)
    kept.feedback.keep("a1", 1)
    clock.now += timedelta(days=364)
    keep(kept, identity="a2")
    kept.sweep()
    assert kept.answers.find("a1") and kept.feedback.find("a1")
    clock.now += timedelta(days=2)
    kept.sweep()
    assert kept.answers.find("a1") is None and kept.feedback.find("a1") is None
    assert kept.answers.find("a2")


def test_two_turns_at_once_are_told_apart(kept: Records) -> None:
    begun = keep(kept)
    mine, theirs = (kept.conversations.open(begun.session) for _ in range(2))
    kept.conversations.keep(theirs, TURNS * 2, answer("a2", begun.session))
    for late in (mine, begun):
        with pytest.raises(RecordConflict):
            kept.conversations.keep(late, TURNS, answer("a3", begun.session))
    assert kept.answers.find("a3") is None


def test_a_turn_of_a_deleted_conversation_is_not_kept(kept: Records) -> None:
    read = kept.conversations.open(keep(kept).session)
    kept.conversations.forget(read.session)
    with pytest.raises(RecordConflict):
        kept.conversations.keep(read, TURNS, answer("a2", read.session))
    assert kept.conversations.find(read.session) is None and kept.answers.find("a2") is None


def test_forgetting_takes_answers_and_votes_along(kept: Records) -> None:
    begun = keep(kept, identity="mine")
    keep(kept, identity="other")
    kept.feedback.keep("mine", 1)
    assert kept.conversations.forget(begun.session)
    assert kept.answers.find("mine") is None and kept.feedback.find("mine") is None
    assert kept.answers.find("other")
    assert not kept.conversations.forget(begun.session)


@in_sqlite
def test_sqlite_writes_ahead_and_checks_keys(kept: Records, tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'records.sqlite'}")
    with engine.connect() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
    assert set(inspect(engine).get_table_names()) == {"answers", "feedback", "conversations"}
    engine.dispose()


@in_sqlite
def test_a_conversation_of_another_release_begins_anew(kept: Records, tmp_path: Path) -> None:
    begun = keep(kept)
    engine = create_engine(f"sqlite:///{tmp_path / 'records.sqlite'}")
    with engine.begin() as connection:
        connection.execute(text("UPDATE conversations SET state = '[{\"no\": 1}]'"))
    engine.dispose()
    assert kept.conversations.open(begun.session).turns == ()


@pytest.mark.parametrize(
    "url",
    [
        "nonsense",
        "postgresql+psycopg://x@127.0.0.1:1/x",
        "sqlite:////proc/nowhere/x.sqlite",
        "what://ever",
    ],
)
def test_an_address_that_cannot_be_used_says_so(url: str, tmp_path: Path) -> None:
    with pytest.raises(GuidanceError, match="SUIDAO_RECORDS_URL"):
        records.build(url, tmp_path)
