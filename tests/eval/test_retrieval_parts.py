"""Retrieval, piece by piece: weights of words, groups, neighbours, figures."""

from __future__ import annotations

import numpy as np
import pytest

from eval.retrieval.collection import collect
from eval.retrieval.folds import Figures
from eval.retrieval.signals import around


def test_what_only_a_question_says_weighs_nothing_of_its_own() -> None:
    made = {"a": ("A", "term one"), "b": ("B", "term two")}
    plain, grown = collect(made), collect(made, ["term unheard"])
    for collection in (plain, grown):
        question = collection.question("term unheard", spaced=False)
        assert question.rarity == pytest.approx(plain.question("term", spaced=False).rarity)
        assert collection.texts_say.scores(question.features) == pytest.approx(
            plain.texts_say.scores(plain.question("term", spaced=False).features)
        )


def test_figures_are_macro_recall_and_the_first_right_one() -> None:
    figures = Figures()
    figures.add([9, 1, 8, 7, 6, 2], right=(1, 2))
    figures.add([5], right=(4,))
    assert figures.row() == [0.25, 0.5, 0.5, 0.5, 0.5, 0.25]


def test_neighbours_count_within_their_group_only() -> None:
    scores = np.array([1, 2, 4, 8], dtype=np.float32)
    groups, rows = np.array([0, 0, 0, 1]), np.array([0, 2, 3])
    assert around(scores, groups, rows, 2).tolist() == [2 + 4 / 2, 2 + 1 / 2, 0]


def test_parts_of_a_work_are_one_group() -> None:
    titles = ["甲法第十条", "甲法第十条之一", "乙法第一条", "甲法", "Act Article 3", "", ""]
    made = collect({place: (title, "text") for place, title in enumerate(titles)})
    assert made.groups.tolist() == [0, 0, 1, 0, 2, 3, 4]
    assert made.order.tolist() == [0, 1, 0, 2, 0, 0, 0]
