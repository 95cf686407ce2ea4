"""One turn as the web takes it: history in, answer out, everything kept and logged but words."""

from __future__ import annotations

import json
import logging
import traceback
from contextlib import suppress
from pathlib import Path
from time import perf_counter
from uuid import uuid4

from assistant.conversation import remember
from assistant.records.conversations import Conversation
from assistant.trace import Trace
from assistant.types import Answer, Outcome, Question
from assistant.web.context import Site
from knowledge.errors import GuidanceError, RecordConflict
from knowledge.languages import detect, language

_log = logging.getLogger("suidao.turn")
_TRIES = 5  # of a turn that others of its conversation come before


def take_turn(site: Site, text: str, session: str | None = None, lang: str | None = None) -> Answer:
    """Answer one message of a conversation. Never raises: a fault of ours is an outcome too."""
    start = perf_counter()
    conversation = _conversation(site, session)
    question = Question(text, conversation.turns, lang, conversation.session)
    trace = Trace()
    try:
        answer = site.live.assistant.answer(question, trace)
    except Exception as fault:
        answer = _failed(site, question, fault)
    _keep(site, conversation, answer)
    seconds = perf_counter() - start
    site.metrics.turn(answer, seconds)
    _say(
        "turn",
        id=answer.id,
        language=answer.language,
        outcome=answer.outcome.value,
        procedure=answer.procedure.id if answer.procedure else None,
        confidence=answer.confidence,
        composed_by=answer.composed_by,
        seconds={**trace.seconds, "total": round(seconds, 6)},
        passages=trace.passages,
        faults=trace.faults,
    )
    return answer


def _conversation(site: Site, session: str | None) -> Conversation:
    try:
        return site.records.conversations.open(session)
    except GuidanceError as fault:
        _say("records", problem=str(fault))
        return Conversation(uuid4().hex)


def _keep(site: Site, conversation: Conversation, answer: Answer) -> None:
    conversations = site.records.conversations
    newest: Conversation | None = conversation
    try:
        for _ in range(_TRIES):
            if newest is None:  # deleted since it was read: nothing of it is kept
                return
            try:
                conversations.keep(newest, remember(newest.turns, answer), answer)
                return
            except RecordConflict:  # another turn of it came first: this one follows that
                newest = conversations.find(conversation.session)
        raise RecordConflict("too many turns of the conversation at once")
    except GuidanceError as fault:  # an answer is worth more than its record
        _say("records", id=answer.id, problem=str(fault))


def _failed(site: Site, question: Question, fault: Exception) -> Answer:
    identity = uuid4().hex
    # The frames without the message: a message may carry what was asked.
    frames = traceback.extract_tb(fault.__traceback__)[-6:]
    where = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames]
    hint = str(fault) if isinstance(fault, GuidanceError) else None
    _say("fault", id=identity, kind=type(fault).__name__, where=where, hint=hint)
    spoken = language(question.spoken)
    if question.language is None:
        with suppress(Exception):  # it may be what failed
            spoken = detect(question.text) or spoken
    return Answer(
        id=identity,
        session=question.session,
        language=spoken.code,
        script=spoken.script,
        outcome=Outcome.FAILED,
        text=spoken.wording.failed.format(id=identity),
        as_of=site.today(),
    )


def _say(event: str, **values: object) -> None:
    _log.info(json.dumps({"event": event, **values}, ensure_ascii=False))
