"""Words weighed among a few groups of rows: what all of them hold tells nothing."""

from __future__ import annotations

import pytest

from knowledge.contrast import Contrast
from knowledge.keywords import Keywords

ROWS = [
    "注销公司要清税",  # 0: of the first fact
    "公司注销先去税务局",  # 1: the same fact, as people ask
    "注销公司要公示",  # 2: of the second
    "注销公司不收费",  # 3: of the third
    "给公司刻一个公章",  # 4: of another subject
]


@pytest.fixture
def keywords() -> Keywords:
    return Keywords.build(ROWS)


def test_what_every_group_holds_decides_nothing(keywords: Keywords) -> None:
    contrast = Contrast(keywords.occurrences([0, 1, 2, 3]), [0, 0, 1, 2])
    clear, vague = (contrast.scores(keywords.counts(text)) for text in ("公示", "注销公司"))
    assert clear.argmax() == 2 and clear[3] < 0.01
    assert abs(vague[:3]).max() < clear[2]


def test_a_row_is_nearest_to_itself(keywords: Keywords) -> None:
    contrast = Contrast(keywords.occurrences([3, 2, 0]), [0, 1, 2])
    for place, row in enumerate((3, 2, 0)):
        scores = contrast.scores(keywords.counts(ROWS[row]))
        assert scores.argmax() == place and scores[place] == pytest.approx(1, abs=0.05)


def test_a_text_without_a_known_word_is_near_nothing(keywords: Keywords) -> None:
    contrast = Contrast(keywords.occurrences([0, 2]), [0, 1])
    for text in ("", "zzz", "刻一个章"):  # the last is known, but to none of these rows
        assert not contrast.scores(keywords.counts(text)).any()
