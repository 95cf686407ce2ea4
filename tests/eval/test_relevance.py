"""How near the top the wanted facts lie, and the trees that bring them there."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from assistant.steps.retrieve import SIGNALS, TREES
from eval.growing import Growth
from eval.relevance import JUDGEMENTS, Sample, fit, held_out, measure, read
from knowledge.catalogue import CONTENT, load
from knowledge.trees import Trees, open_trees


def made(procedure: str, seed: int) -> Sample:
    """Ten facts; the two with the highest second sign are wanted."""
    signs = np.random.default_rng(seed).random((10, len(SIGNALS)))
    wanted = np.zeros(10, dtype=bool)
    wanted[np.argsort(-signs[:, 1])[:2]] = True
    return Sample(procedure, signs, wanted)


FOUND = [made(f"p{seed % 12}", seed) for seed in range(60)]


@pytest.fixture(scope="module")
def grown() -> Trees:
    return fit(FOUND)


class Second:
    """Trees that look at one sign, for better or worse."""

    def __init__(self, factor: int) -> None:
        self._factor = factor

    def margins(self, rows: np.ndarray) -> np.ndarray:
        return self._factor * rows[:, 1]


def test_shares_are_of_the_wanted_facts() -> None:
    assert measure(FOUND, Second(1)).startswith("first 1: 50.0%, first 3: 100.0%")
    assert not measure(FOUND, Second(-1)).startswith("first 1: 50.0%")


def test_the_sign_that_tells_tells_on_other_procedures_too() -> None:
    assert float(held_out(FOUND, folds=3).split("first 3: ")[1].split("%")[0]) > 90


def test_trees_say_what_scikit_learn_says_and_are_read_back_the_same(
    grown: Trees, tmp_path: Path
) -> None:
    rows = np.vstack([one.signs for one in FOUND])
    wanted = np.concatenate([one.wanted for one in FOUND])
    theirs = Growth().machine().fit(rows, wanted).decision_function(rows)
    assert np.allclose(grown.margins(rows), theirs)
    grown.save(tmp_path / "trees.json")
    assert np.allclose(open_trees(tmp_path / "trees.json").margins(rows), theirs, atol=1e-2)


def test_the_shipped_trees_know_the_signals_of_today() -> None:
    assert open_trees(TREES).signals == SIGNALS


def test_judgements_name_complaints_procedures_and_sentences_of_the_content() -> None:
    judged, catalogue = list(read(CONTENT)), load()
    assert len(judged) == len(JUDGEMENTS.read_text(encoding="utf-8").splitlines())
    assert {one.procedure for one in judged} <= catalogue.procedures.keys()
    known = {(p, fact.texts["zh"]) for fact in catalogue.facts() for p in fact.procedures}
    named = [(one.procedure, text) for one in judged for text in one.facts]
    assert sum(pair in known for pair in named) > 0.9 * len(named)
