"""What later messages of conversations are about: how often that is found, what it is learnt by.

The conversations (`knowledge/content/talks.jsonl`) were written for this, each message with the
procedure that it is about. The first message counts as the assistant takes it, right or wrong, so
that it is learnt how a talk gets back; later ones as they were written down.
Procedures and moves are read by readers that were trained on other conversations, aspects by the
one in use.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.answering import VOTERS, Assistant
from assistant.ports import Weighed
from assistant.steps.route import MixedRouter
from assistant.steps.screen import screen
from assistant.steps.subject import SIGNALS, Subjects
from assistant.types import Query, Question, Turn
from eval.growing import Growth, grow
from ingest.classifying import fit
from knowledge.classifier import Classifier
from knowledge.features import kept
from knowledge.passages import Passage
from knowledge.talks import Talk
from knowledge.trees import Matrix, Trees

_FOLDS = 5
_GROWTH = Growth(trees=250, depth=4, leaf=15, features=8)


@dataclass(frozen=True)
class Sample:
    """A later message of a conversation, and what it may be about."""

    talk: int
    move: str
    signs: Matrix  # shape (candidates, signals)
    wanted: NDArray[np.bool_]  # shape (candidates,); none of them where it is no candidate


def samples(
    assistant: Assistant, passages: Sequence[Passage], talks: Sequence[Talk]
) -> Iterator[Sample]:
    """Yield what the assistant sees of each message after the first."""
    cases = {fact.id for fact in assistant.catalogue.facts() if fact.case}
    with kept():
        for part in range(_FOLDS):
            others = [talk for at, talk in enumerate(talks) if at % _FOLDS != part]
            readers = fit(passages, (), cases, others, wanted=["procedure", "move"])
            for at in range(part, len(talks), _FOLDS):
                yield from _of_talk(assistant, readers, at, talks[at])


def _of_talk(
    assistant: Assistant, readers: Mapping[str, Classifier], at: int, talk: Talk
) -> Iterator[Sample]:
    router = MixedRouter(assistant.catalogue.procedures, readers["procedure"])
    subjects = Subjects(assistant.catalogue.procedures, None)
    history: tuple[Turn, ...] = ()
    moved = [None, *(str(move) for _, move in talk.moves())]
    for message, move in zip(talk.messages, moved, strict=True):
        query = assistant.understand(Question(message.text, history))
        if query is None:
            continue
        query, _ = screen(query, assistant.readers)
        hits = assistant.search.read(query.search, query.said).hits(VOTERS)
        weighed = router.weigh(query, hits)
        if move and history:
            names = subjects.candidates(query, history[-1], weighed)
            turns = readers["move"].margins(query.text)
            signs = subjects.signals(names, query, history[-1], weighed, turns)
            wanted = np.array([name == message.procedure for name in names])
            yield Sample(at, move, signs, wanted)
        taken = message.procedure if history else router.route(query, hits).procedure
        history = (*history, _turn(query, taken or message.procedure, weighed))


def _turn(query: Query, procedure: str, weighed: Weighed) -> Turn:
    likeliest = sorted(weighed.mixed, key=lambda name: -weighed.mixed[name])
    rivals = tuple(name for name in likeliest if name != procedure)[:3]
    return Turn(query.language, query.script, procedure, query.aspects, rivals=rivals)


def held_out(found: Sequence[Sample]) -> str:
    """Say how often the right matter comes first where the trees grew on other conversations."""
    right: dict[str, list[bool]] = defaultdict(list)
    for part in range(_FOLDS):
        trees = learn([one for one in found if one.talk % _FOLDS != part])
        for one in found:
            if one.talk % _FOLDS == part:
                first = int(np.argmax(trees.margins(one.signs)))
                right[one.move].append(bool(one.wanted[first]))
                right["all"].append(bool(one.wanted[first]))
    return ", ".join(f"{move} {np.mean(got):.1%} of {len(got)}" for move, got in right.items())


def learn(found: Sequence[Sample]) -> Trees:
    """Grow trees that tell what is meant; the same for the same samples."""
    signs = np.vstack([one.signs for one in found])
    return grow(SIGNALS, signs, np.concatenate([one.wanted for one in found]), _GROWTH)
