"""Every vector store finds what an exact search finds; a new file in the folder is held to it."""

from __future__ import annotations

import pkgutil

import numpy as np
import pytest

from knowledge import stores
from knowledge.errors import IndexUnusable

NAMES = sorted(module.name for module in pkgutil.iter_modules(stores.__path__))
WIDTH = 16


def unit(rows, seed):
    vectors = np.random.default_rng(seed).normal(size=(rows, WIDTH)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


@pytest.fixture(params=NAMES)
def name(request):
    return request.param


@pytest.fixture
def full(name):
    store = stores.create(name, WIDTH)
    store.add(unit(60, 1))
    store.add(unit(40, 2))
    return store


def test_name_is_that_of_the_file(name, full):
    assert full.name == name


def test_finds_what_an_exact_search_finds(full):
    everything = np.vstack([unit(60, 1), unit(40, 2)])
    for query in unit(20, 3):
        hits = full.search(query, 10)
        scores = everything @ query
        assert [row for row, _ in hits] == np.argsort(-scores)[:10].tolist()
        assert np.allclose([score for _, score in hits], np.sort(scores)[::-1][:10], atol=1e-5)


def test_compares_with_the_rows_asked_for(full):
    everything = np.vstack([unit(60, 1), unit(40, 2)])
    (query,) = unit(1, 3)
    rows = [70, 3, 3, 99]
    assert np.allclose(full.compare(query, rows), everything[rows] @ query, atol=1e-5)


def test_gives_plain_numbers(full):
    row, score = full.search(unit(1, 3)[0], 1)[0]
    assert type(row) is int and type(score) is float


def test_a_row_finds_itself(full):
    row, score = full.search(unit(40, 2)[7], 1)[0]
    assert row == 67 and score == pytest.approx(1, abs=1e-5)


def test_asked_for_more_than_there_is(full):
    assert len(full.search(unit(1, 3)[0], 1000)) == 100


def test_empty_store_finds_nothing(name):
    assert stores.create(name, WIDTH).search(unit(1, 3)[0], 5) == []


def test_opened_is_as_saved(name, full, tmp_path):
    path = tmp_path / "vectors"
    full.save(path)
    assert path.is_file()
    opened = stores.open_store(name, path)
    assert opened.name == name
    query = unit(1, 3)[0]
    assert opened.search(query, 10) == full.search(query, 10)


def test_every_pair_of_stores_agrees():
    found = []
    for name in NAMES:
        store = stores.create(name, WIDTH)
        store.add(unit(200, 4))
        found.append([[row for row, _ in store.search(query, 20)] for query in unit(10, 5)])
    assert all(other == found[0] for other in found)


@pytest.mark.parametrize("keep", [0, 10, 100])
def test_damaged_file_is_refused(name, full, tmp_path, keep):
    path = tmp_path / "vectors"
    full.save(path)
    path.write_bytes(path.read_bytes()[:keep])
    with pytest.raises(IndexUnusable, match="python -m ingest build"):
        stores.open_store(name, path)


def test_missing_file_is_refused(name, tmp_path):
    with pytest.raises(IndexUnusable, match="python -m ingest build"):
        stores.open_store(name, tmp_path / "vectors")


@pytest.mark.parametrize("ask", [lambda path: stores.create("drawer", 4),
                                 lambda path: stores.open_store("drawer", path)])  # fmt: skip
def test_unknown_store_lists_the_known(ask, tmp_path):
    with pytest.raises(IndexUnusable, match=r"'drawer'.*exact, flat_faiss"):
        ask(tmp_path)
