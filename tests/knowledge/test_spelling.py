"""Slips in English words."""

from __future__ import annotations

import pytest

from knowledge.spelling import Speller

TEXTS = [
    "company report licence business documents register food model treat permit notes "
    "mixing lawyers booking matter hand"
] * 3


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("compny reprot", "company report"),
        ("regsiter a busness", "register a business"),
        ("documants", "documents"),
        ("busines", "business"),
    ],
)
def test_a_slip_is_mended(typed: str, meant: str) -> None:
    assert Speller(TEXTS).mend(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "noted",
        "foot",
        "Bonjour je veux ouvrir",
        "me@compny.com",
        "开compny2号",
        "permits",
        "xyzzy",
        "motel",
        "threat of fire",
        "ask Reprot & Sons",
        "mining",
        "layers",
        "master",
        "booming",
        "I hadn't",
    ],
)
def test_what_may_be_meant_as_it_stands_is_left(typed: str) -> None:
    assert Speller(TEXTS).mend(typed) == typed


def test_the_most_usual_of_two_near_words_is_meant() -> None:
    texts = ["licence"] * 9 + ["license"] * 4
    assert Speller(texts).mend("license licenxe") == "license licence"
