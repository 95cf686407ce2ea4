"""What singles a person out is found however it is written, and hidden whole."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.personal import find, finders, hide

SAMPLE = Path(__file__).parents[1] / "data" / "redaction" / "hostile.jsonl"
ROWS = [json.loads(line) for line in SAMPLE.read_text(encoding="utf-8").splitlines()]
_WHOLE = 0.8  # of a secret's characters: a dash that stays says nothing


def covered(text: str, part: str) -> float:
    hidden = {place for span in find(text) for place in range(span.start, span.end)}
    start = text.index(part)
    return sum(place in hidden for place in range(start, start + len(part))) / len(part)


def test_of_a_hostile_sample_98_in_100_are_found() -> None:
    secrets = [(row["text"], one["text"]) for row in ROWS for one in row["secrets"]]
    missed = [part for text, part in secrets if covered(text, part) < _WHOLE]
    assert len(secrets) == 344
    assert len(missed) <= 0.02 * len(secrets), missed


def test_what_only_looks_personal_stays() -> None:
    hidden = [part for row in ROWS for part in row["keep"] if covered(row["text"], part)]
    assert not hidden


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("我叫林永涛，电话13800138017", "我叫〔name〕，电话〔phone〕"),
        ("住天河区车陂路18号3栋502房", "住〔address〕"),
        ("打12345问，2024年7月1日起罚10000元", "打12345问，2024年7月1日起罚10000元"),
    ],
)
def test_each_is_replaced_by_the_name_of_its_kind(text: str, shown: str) -> None:
    assert hide(text) == shown


def test_kinds_are_found_by_folder() -> None:
    assert len(finders()) == 5


@given(st.text(max_size=200))
def test_any_text_is_read_and_spans_are_in_order(text: str) -> None:
    spans = find(text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    hide(text)
