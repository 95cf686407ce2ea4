"""Both legs over one small index: what lies near a text, and how near each fact lies."""

from __future__ import annotations

import pytest

from knowledge import stores
from knowledge.embedders.hashing import HashingEmbedder
from knowledge.keywords import Keywords
from knowledge.passages import NO_FIT, Passage, PassageKind
from knowledge.search import HybridSearch

PASSAGES = [
    Passage("a.zh", PassageKind.FACT, "zh", "花灯要用布做", target="cloth"),
    Passage("a.en", PassageKind.FACT, "en", "A lantern is made of cloth", target="cloth"),
    Passage("a.ask", PassageKind.QUESTION, "zh", "灯笼拿什么料子糊", target="cloth"),
    Passage("b.zh", PassageKind.FACT, "zh", "每盏收10元", target="price"),
    Passage("c", PassageKind.COMPLAINT, "yue", "點解花燈咁貴", procedures=("p",)),
]


@pytest.fixture(params=["exact", "flat_faiss"])
def search(request):
    embedder = HashingEmbedder()
    texts = [passage.text for passage in PASSAGES]
    vectors = stores.create(request.param, embedder.encode(["x"]).shape[1])
    vectors.add(embedder.encode(texts))
    return HybridSearch(PASSAGES, vectors, Keywords.build(texts), embedder, embedder)


def test_the_nearest_come_first(search):
    hits = search.read("花灯要用布做").hits(3)
    assert hits[0].passage.id == "a.zh"
    assert hits[0].dense == pytest.approx(1, abs=1e-3)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_a_fact_fits_by_its_own_sentence_and_by_how_it_is_asked_for(search):
    says, asks = search.read("花灯要用布做"), search.read("灯笼拿什么料子糊")
    (own,), (asked,) = says.fits(["cloth"], "zh"), asks.fits(["cloth"], "zh")
    assert own.dense == pytest.approx(1, abs=1e-3) and own.dense > own.asked
    assert asked.asked > 0.9 > asked.dense


def test_facts_come_back_in_the_order_they_were_named(search):
    reading = search.read("每盏收10元")
    cloth, price = reading.fits(["cloth", "price"], "zh")
    assert price.dense > cloth.dense
    assert reading.fits(["price", "cloth"], "zh") == [price, cloth]
    assert price.asked == 0.0


def test_what_is_not_in_the_index_does_not_fit(search):
    nothing = NO_FIT
    assert search.read("花灯").fits(["nowhere"], "zh") == [nothing]
    assert search.read("花灯").fits([], "zh") == []
    assert search.read("").fits(["cloth"], "zh") == [nothing]
    assert search.read("").hits(3) == []


def test_a_fact_is_met_by_its_own_sentence_and_by_asks_in_the_language_of_the_text(search):
    (own,) = search.read("花灯要用布做").fits(["cloth"], "zh")
    assert own.met == pytest.approx(1, abs=1e-3) and own.alike == pytest.approx(1, abs=1e-3)
    reading = search.read("灯笼拿什么料子糊")
    (asked,), (foreign,) = reading.fits(["cloth"], "zh"), reading.fits(["cloth"], "en")
    assert asked.asked_met == pytest.approx(1, abs=1e-3)
    assert asked.met < 0.5
    assert foreign.asked_met == foreign.asked_alike == 0 < foreign.met


def test_what_was_added_finds_passages_and_tells_no_facts_apart(search):
    told = search.read("每盏收10元", "花灯要用布做")
    assert told.hits(1)[0].passage.id == "b.zh"
    assert told.fits(["cloth", "price"], "zh") == search.read("花灯要用布做").fits(
        ["cloth", "price"], "zh"
    )
