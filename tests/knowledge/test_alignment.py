"""Words of a text held against those of rows: each by its nearest."""

from __future__ import annotations

import numpy as np
import pytest

from knowledge.alignment import Alignment
from knowledge.embedders.hashing import HashingEmbedder
from knowledge.keywords import Keywords
from knowledge.ports import WordVectors

ROWS = ["red lantern", "blue lantern", "paper kite"]


@pytest.fixture
def keywords() -> Keywords:
    return Keywords.build(ROWS)


def aligned(keywords: Keywords, vectors: WordVectors) -> Alignment:
    return Alignment(keywords.occurrences([0, 1, 2]), [0, 1, 2], vectors)


def test_a_row_meets_its_own_words_wholly_and_others_as_far_as_they_share(
    keywords: Keywords,
) -> None:
    alignment = aligned(keywords, HashingEmbedder().words(keywords.vocabulary))
    met, meets = alignment.shares(keywords.counts("red lantern").keys())
    assert met[0] == pytest.approx(1) and meets[0] == pytest.approx(1)
    assert met[0] > met[1] > met[2] == 0


def test_what_tells_the_rows_apart_weighs_more(keywords: Keywords) -> None:
    alignment = aligned(keywords, HashingEmbedder().words(keywords.vocabulary))
    met, _ = alignment.shares(keywords.counts("blue lantern").keys())
    assert met[0] < 0.5 < met[1]  # half of the words, and not the telling one


def test_a_word_is_met_by_another_that_means_the_same(keywords: Keywords) -> None:
    known = keywords.vocabulary
    places = np.full(len(known), -1, dtype=np.int32)
    table = np.eye(3, dtype=np.float32)
    places[known["red"]], places[known["blue"]], places[known["kite"]] = 0, 0, 1
    met, _ = aligned(keywords, WordVectors(table, places)).shares([known["red"]])
    assert met.tolist() == [1.0, 1.0, 0.0]


def test_words_without_a_vector_say_nothing(keywords: Keywords) -> None:
    none = WordVectors(np.eye(1, dtype=np.float32), np.full(len(keywords.vocabulary), -1, np.int32))
    for words in (keywords.counts("red").keys(), []):
        for shares in aligned(keywords, none).shares(words):
            assert shares.tolist() == [0.0, 0.0, 0.0]
