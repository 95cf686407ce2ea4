"""Puts questions to the assistant: cases to be scored, or a batch of anybody's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from time import perf_counter
from typing import Any

from assistant.answering import Assistant
from assistant.conversation import remember
from assistant.trace import Trace
from assistant.types import Answer, Question, Turn
from eval.lines import read_lines, write_lines
from eval.metrics import metrics
from eval.metrics.facts import missing
from eval.types import Case, Scored
from knowledge.errors import InputUnreadable


def converse(
    assistant: Assistant, messages: Iterable[str], session: str | None = None
) -> Iterator[tuple[Answer, float, Trace]]:
    """Yield the reply to each message of one conversation, its seconds, and what was found."""
    history: tuple[Turn, ...] = ()
    for message in messages:
        trace, start = Trace(), perf_counter()
        answer = assistant.answer(Question(message, history, session=session), trace)
        yield answer, perf_counter() - start, trace
        history = remember(history, answer)


def run(assistant: Assistant, cases: Sequence[Case]) -> Iterator[Scored]:
    """Yield every turn of every case, scored."""
    for case in cases:
        turns = case.messages()
        replies = converse(assistant, (turn.user for turn in turns))
        for number, (turn, reply) in enumerate(zip(turns, replies, strict=True)):
            answer, seconds, trace = reply
            scores = {}
            for name, score in metrics().items():
                value = score(turn, answer)
                if value is not None:
                    scores[name] = value
            lacks = missing(turn, answer)
            yield Scored(case, number, turn, answer, scores, lacks, seconds, trace)


def batch(assistant: Assistant, questions: Path, out: Path) -> int:
    """Answer a JSONL of questions; returns how many lines were written.

    Lines are `{"id","question"}` or `{"id","turns":[{"user"}…]}`; InputUnreadable names the line.
    """
    asked = [(line["id"], _messages(line, questions)) for line in read_lines(questions)]
    return write_lines(out, (_replies(assistant, *one) for one in asked))


def _messages(line: Mapping[str, Any], file: Path) -> tuple[str, ...]:
    turns = line.get("turns") or [{"user": line.get("question", "")}]
    if not isinstance(turns, list) or not all(isinstance(turn, dict) for turn in turns):
        raise InputUnreadable(f"{file}: {line['id']}: turns are a list of objects with user")
    return tuple(str(turn.get("user") or "") for turn in turns)


def _replies(assistant: Assistant, identity: object, messages: tuple[str, ...]) -> dict[str, Any]:
    replies = converse(assistant, messages, session=str(identity))
    return {"id": identity, "answers": [answer.model_dump(mode="json") for answer, *_ in replies]}
