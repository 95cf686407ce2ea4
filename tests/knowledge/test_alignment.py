"""Words of a text held against those of rows: each by its nearest."""

from __future__ import annotations

import numpy as np
import pytest

from knowledge.alignment import Alignment
from knowledge.embedders.hashing import HashingEmbedder
from knowledge.keywords import Keywords
from knowledge.ports import FeatureVectors

ROWS = ["red lantern", "blue lantern", "paper kite"]


@pytest.fixture
def keywords() -> Keywords:
    return Keywords.build(ROWS)


def aligned(keywords: Keywords, vectors: FeatureVectors) -> Alignment:
    return Alignment(keywords.occurrences([0, 1, 2]), [0, 1, 2], vectors, keywords.rarity)


def test_a_row_meets_its_own_words_wholly_and_others_as_far_as_they_share(
    keywords: Keywords,
) -> None:
    alignment = aligned(keywords, HashingEmbedder().features(keywords.vocabulary))
    met, meets = alignment.shares(keywords.counts("red lantern").keys())
    assert met[0] == pytest.approx(1) and meets[0] == pytest.approx(1)
    assert met[0] > met[1] > met[2] == 0


def test_what_tells_the_rows_apart_weighs_more(keywords: Keywords) -> None:
    alignment = aligned(keywords, HashingEmbedder().features(keywords.vocabulary))
    met, _ = alignment.shares(keywords.counts("blue lantern").keys())
    assert met[0] < 0.5 < met[1]  # half of the words, and not the telling one


def test_a_word_is_met_by_another_that_means_the_same(keywords: Keywords) -> None:
    known = keywords.vocabulary
    places = np.full(len(known), -1, dtype=np.int32)
    table = np.eye(3, dtype=np.float32)
    places[known["red"]], places[known["blue"]], places[known["kite"]] = 0, 0, 1
    met, _ = aligned(keywords, FeatureVectors(table, places)).shares([known["red"]])
    assert met.tolist() == [1.0, 1.0, 0.0]


def test_a_feature_that_no_row_holds_counts_by_its_rarity(keywords: Keywords) -> None:
    vectors = HashingEmbedder().features(keywords.vocabulary)
    only = Alignment(keywords.occurrences([0, 2]), [0, 1], vectors, keywords.rarity)
    without, beside = (only.shares(keywords.counts(text).keys())[0] for text in ("red", "red blue"))
    assert without[0] == pytest.approx(1) and 0.3 < beside[0] < 0.7


def test_a_long_text_is_compared_by_what_tells_most() -> None:
    rows = [" ".join(f"common{place}" for place in range(60)) + f" own{row}" for row in range(3)]
    known = Keywords.build(rows)
    vectors = HashingEmbedder().features(known.vocabulary)
    alignment = Alignment(known.occurrences([0, 1, 2]), [0, 1, 2], vectors, known.rarity)
    met, _ = alignment.shares(known.counts(rows[1]).keys())
    assert met.argmax() == 1


def test_no_rows_are_met_by_nothing(keywords: Keywords) -> None:
    vectors = HashingEmbedder().features(keywords.vocabulary)
    none = Alignment(keywords.occurrences([]), [], vectors, keywords.rarity)
    assert [shares.size for shares in none.shares([0])] == [0, 0]


def test_words_without_a_vector_say_nothing(keywords: Keywords) -> None:
    none = FeatureVectors(
        np.eye(1, dtype=np.float32), np.full(len(keywords.vocabulary), -1, np.int32)
    )
    for words in (keywords.counts("red").keys(), []):
        for shares in aligned(keywords, none).shares(words):
            assert shares.tolist() == [0.0, 0.0, 0.0]
