"""Everyday words lead to the official term, in three languages and both scripts."""

from __future__ import annotations

import pytest

from knowledge.catalogue import CONTENT, load
from knowledge.glossary import Glossary
from knowledge.languages import languages
from knowledge.types import Term

TERMS = (
    Term(
        "business-licence",
        {"zh": "营业执照", "yue": "營業執照", "en": "business licence"},
        {"zh": ("牌照", "照"), "yue": ("商業牌",), "en": ("trading permit", "biz licence")},
        {"zh": "开店的证。", "yue": "開舖嗰張證。", "en": "The paper that lets you trade."},
    ),
    Term(
        "chop",
        {"zh": "公章", "yue": "公章", "en": "company chop"},
        {"zh": ("图章",), "yue": ("印仔",), "en": ("seal",)},
        {"zh": "公司的章。", "yue": "公司個印。", "en": "The company's seal."},
    ),
)


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return Glossary(TERMS)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("我的营业执照丢了", ["business-licence"]),
        ("我嘅營業執照唔見咗", ["business-licence"]),
        ("商業牌幾時換", ["business-licence"]),
        ("商业牌几时换", ["business-licence"]),
        ("I lost both Business Licences", ["business-licence"]),
        ("which trading permit?", ["business-licence"]),
        ("牌照和图章都要换", ["business-licence", "chop"]),
        ("需要照顾老人", []),  # one character is in too many words
        ("印仔", ["chop"]),
        ("two seals and a business licence", ["business-licence", "chop"]),
        ("sealing wax", []),
        ("我间公司要刻seal和换seals", ["chop"]),
        ("", []),
    ],
)
def test_found(glossary, text, ids):
    assert [term.id for term in glossary.find(text)] == ids


def test_without_terms_nothing_is_found():
    assert Glossary(()).find("营业执照 licence") == ()


@pytest.fixture(scope="module")
def shipped() -> Glossary:
    return Glossary(load(CONTENT).terms.values())


@pytest.mark.parametrize(
    ("text", "identity"),
    [
        ("法人要不要刷脸", "legal-representative"),
        ("邊個做公司話事人", "legal-representative"),
        ("who can be the legal rep", "legal-representative"),
    ],
)
def test_shipped_words(shipped, text, identity):
    assert identity in [term.id for term in shipped.find(text)]


@pytest.mark.parametrize("code", languages())
def test_every_shipped_term_is_found_by_its_own_name(shipped, code):
    for term in load(CONTENT).terms.values():
        if len(term.official[code]) > 1:
            assert term.id in [found.id for found in shipped.find(term.official[code])], term.id
