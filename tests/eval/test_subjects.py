"""What later messages are about: the samples, and the trees that are learnt from them."""

from __future__ import annotations

import numpy as np

from assistant.answering import Assistant
from assistant.steps.subject import SIGNALS, TREES
from eval.subjects import Sample, held_out, learn, samples
from knowledge.embedders import shipped as embedder
from knowledge.index import open_index
from knowledge.passages import is_message
from knowledge.settings import KnowledgeSettings
from knowledge.talks import Message, Talk
from knowledge.trees import open_trees
from knowledge.types import Aspect

KEPT = SIGNALS.index("kept")


def made(talk: int) -> Sample:
    """Six candidates; the one with by far the highest vote is meant, whatever was spoken of."""
    signs = np.random.default_rng(talk).random((6, len(SIGNALS)))
    wanted = np.zeros(6, dtype=bool)
    wanted[talk % 6] = True
    signs[wanted, SIGNALS.index("vote")] += 1
    return Sample(talk, "another", signs, wanted)


FOUND = [made(talk) for talk in range(60)]


def test_what_tells_is_learnt_from_other_conversations() -> None:
    said = held_out(FOUND)
    assert said.endswith("of 60")
    assert float(said.split("all ")[1].split("%")[0]) > 90
    signs = FOUND[0].signs
    assert FOUND[0].wanted[np.argmax(learn(FOUND).margins(signs))]


def test_the_shipped_trees_know_the_signals_of_today() -> None:
    assert open_trees(TREES).signals == SIGNALS


def test_a_sample_is_seen_as_the_assistant_sees_it(
    assistant: Assistant, shipped: KnowledgeSettings
) -> None:
    def message(text: str, procedure: str) -> Message:
        return Message(lang="zh", procedure=procedure, aspects=(Aspect.TIME,), text=text)

    one = message("公司想简易注销，怎么弄", "simple-deregistration")
    talk = Talk(
        (
            one,
            message("要公示多久", one.procedure),
            message("公积金呢", "housing-fund-registration"),
            one,
        )
    )
    passages = [one for one in open_index(shipped.index, embedder()).passages if is_message(one)][
        ::20
    ]
    kept, moved = list(samples(assistant, passages, [talk] * 5))[:2]
    assert kept.move == "kept"
    assert kept.wanted.sum() == 1 and kept.signs[kept.wanted, KEPT] == 1
    assert moved.move == "another" and moved.signs[moved.wanted, KEPT].sum() == 0
