"""How near the top the wanted facts lie, and what weights bring them there."""

from __future__ import annotations

import numpy as np

from eval.relevance import Sample, fit, held_out, measure, read
from knowledge.catalogue import load, load_complaints


def made(procedure: str, seed: int) -> Sample:
    """Ten facts with five signs each; the two with the highest second sign are wanted."""
    signs = np.random.default_rng(seed).random((10, 5))
    wanted = np.zeros(10, dtype=bool)
    wanted[np.argsort(-signs[:, 1])[:2]] = True
    return Sample(procedure, signs, wanted)


FOUND = [made(f"p{seed % 12}", seed) for seed in range(60)]


def test_shares_are_of_the_wanted_facts() -> None:
    assert measure(FOUND, (0, 1, 0, 0, 0)).startswith("first 1: 50.0%, first 3: 100.0%")
    assert not measure(FOUND, (0, -1, 0, 0, 0)).startswith("first 1: 50.0%")


def test_the_sign_that_tells_gets_the_weight_on_other_procedures_too() -> None:
    weights, _ = fit(FOUND)
    assert int(np.argmax(weights)) == 1
    assert "first 3: 100.0%" in held_out(FOUND)


def test_judgements_name_complaints_and_sentences_of_the_content() -> None:
    judged = read()
    assert judged.keys() <= {one.id for one in load_complaints()}
    known = {fact.texts["zh"] for fact in load().facts()}
    named = [text for one in judged.values() for text in one.get("facts", ())]
    assert sum(text in known for text in named) > 0.9 * len(named)
