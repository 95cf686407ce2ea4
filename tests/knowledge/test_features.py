"""What search sees of a text; the words in it are those that jieba would find."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import jieba
import pytest

from knowledge.features import TOTAL, features

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def whole() -> jieba.Tokenizer:
    """Jieba with the whole of its dictionary, read anew."""
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    return tokenizer


def test_total_is_that_of_the_dictionary(whole: jieba.Tokenizer) -> None:
    assert whole.total == TOTAL


@pytest.mark.parametrize(
    "text",
    [
        "中华人民共和国市场主体登记管理条例实施细则第四十一条",
        "有限责任公司变更法定代表人要股东会决议吗",
        "营业执照丢了怎么办理注销登记",
        "一二三四五六七八九十不三不四一心一意",
        "㐀㐁鿕龘",
    ],
)
def test_words_are_those_of_the_whole_dictionary(whole: jieba.Tokenizer, text: str) -> None:
    words = [one for one in features(text) if len(one) > 2 and not one.startswith("=")]
    assert words == [word for word in whole.cut(text) if len(word) > 2]


def test_nothing_is_read_from_or_left_in_the_temporary_folder(tmp_path: Path) -> None:
    code = "from knowledge.features import features; print(features('有限责任公司'))"
    result = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(tmp_path)},
        check=True,
        capture_output=True,
        text=True,
    )
    assert "有限责任" in result.stdout
    assert list(tmp_path.iterdir()) == []
