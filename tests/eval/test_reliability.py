"""Whether replies are right as often as they say."""

from __future__ import annotations

import io

import pytest
from rich.console import Console
from run_samples import scored

from eval.reliability import EDGES, reliability
from eval.tables import show_reliability


def test_every_reply_that_names_a_procedure_lies_in_one_bin() -> None:
    sure = [0.0, 0.05, 0.299, 0.3, 0.5, 0.77, 0.949, 0.95, 0.99, 1.0]
    found = reliability([scored(str(n), confidence=one) for n, one in enumerate(sure)])
    assert found.replies == found.right == len(sure)
    assert all(one.low <= one.stated <= one.high for one in found.bins)
    assert found.bins[-1].replies == 2 and found.bins[-1].high == 1 == EDGES[-1]


def test_what_names_or_wants_no_procedure_does_not_count() -> None:
    refused = scored("a", got=None)
    unasked = scored("b")
    nothing = unasked.expected.model_copy(update={"procedures": ()})
    object.__setattr__(unasked, "expected", nothing)
    assert reliability([refused, unasked]).replies == 0
    assert reliability([]).error == 0


def test_the_error_is_how_far_off_it_is_on_average() -> None:
    right = [scored(f"r{n}", confidence=0.85) for n in range(3)]
    wrong = [scored("w", got="close", confidence=0.85)]
    (only,) = reliability([*right, *wrong]).bins
    assert (only.right, only.replies, only.share) == (3, 4, 0.75)
    assert only.interval[0] < 0.75 < only.interval[1]
    assert reliability([*right, *wrong]).error == pytest.approx(0.10)
    sure = [scored(f"s{n}", confidence=1.0) for n in range(4)]
    assert reliability([*right, *wrong, *sure]).error == pytest.approx(0.05)


def test_the_table_names_each_bin_and_the_error() -> None:
    said = io.StringIO()
    results = [scored("r", confidence=0.85), scored("s", got="close", confidence=1.0)]
    show_reliability(reliability(results), Console(file=said, width=100))
    assert "0.8–0.9" in said.getvalue() and "0.99–1" in said.getvalue()
    assert "calibration error 57.5%, n=2" in said.getvalue()
