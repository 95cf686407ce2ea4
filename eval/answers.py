"""Puts questions to the assistant: cases to be scored, or a batch of anybody's."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from time import perf_counter
from typing import Any

from assistant.answering import Assistant
from assistant.conversation import remember
from assistant.types import Answer, Question, Turn
from eval.metrics import metrics
from eval.metrics.facts import missing
from eval.types import Case, Scored
from knowledge.errors import InputUnreadable


def converse(assistant: Assistant, messages: Iterable[str]) -> Iterator[tuple[Answer, float]]:
    """Yield the reply to each message of one conversation, and its seconds."""
    history: tuple[Turn, ...] = ()
    for message in messages:
        start = perf_counter()
        answer = assistant.answer(Question(message, history))
        yield answer, perf_counter() - start
        history = remember(history, answer)


def run(assistant: Assistant, cases: Sequence[Case]) -> Iterator[Scored]:
    """Yield every turn of every case, scored."""
    for case in cases:
        turns = case.messages()
        replies = converse(assistant, (turn.user for turn in turns))
        for number, (turn, (answer, seconds)) in enumerate(zip(turns, replies, strict=True)):
            scores = {}
            for name, score in metrics().items():
                value = score(turn, answer)
                if value is not None:
                    scores[name] = value
            yield Scored(case, number, turn, answer, scores, missing(turn, answer), seconds)


def batch(assistant: Assistant, questions: Path, out: Path) -> int:
    """Answer a JSONL of questions; returns how many lines were written.

    Lines are `{"id","question"}` or `{"id","turns":[{"user"}…]}`; InputUnreadable names the line.
    """
    count = 0
    with out.open("w", encoding="utf-8") as file:
        for line in read_lines(questions):
            turns = line.get("turns") or [{"user": line.get("question", "")}]
            replies = converse(assistant, (str(turn.get("user", "")) for turn in turns))
            answers = [answer.model_dump(mode="json") for answer, _ in replies]
            file.write(json.dumps({"id": line["id"], "answers": answers}, ensure_ascii=False))
            file.write("\n")
            count += 1
    return count


def read_lines(file: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSONL file; InputUnreadable names what is wrong and where."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        raise InputUnreadable(f"{file} cannot be read as UTF-8 text: {fault}") from fault
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except ValueError as fault:
            raise InputUnreadable(f"{file}:{number}: not JSON: {fault}") from fault
        if not isinstance(value, dict) or "id" not in value:
            raise InputUnreadable(f"{file}:{number}: expected an object with an id")
        yield value
