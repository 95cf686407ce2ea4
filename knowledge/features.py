"""What search sees of a text: characters, pairs of characters, words, English stems, concepts.

Both legs share it. On real lay questions character uni- and bigrams beat words; together they beat
either, and pairs make up for what a word cutter gets wrong in Cantonese.
"""

from __future__ import annotations

import logging
import marshal
import re
import tempfile
from functools import cache, lru_cache
from pathlib import Path

import jieba

from knowledge.concepts import concepts, stem
from knowledge.languages import searchable

_RUN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+|[a-z0-9]+(?:'[a-z]+)?")
_FILLERS = frozenset(
    "a an the of to in on at for is are am be do does did i my me we our you your it its and or if "
    "can could would will shall should that this there have has had with about".split()
)


@cache
def _cutter() -> jieba.Tokenizer:
    jieba.setLogLevel(logging.WARNING)
    cutter = jieba.Tokenizer()
    # Its cache goes to a folder of its own: the shared temporary folder may belong to another user.
    folder = Path(tempfile.gettempdir()) / f"suidao-{Path.home().name}-{jieba.__version__}"
    folder.mkdir(parents=True, exist_ok=True)
    cutter.tmp_dir = str(folder)
    try:
        # What initialize() does with its cache, but from memory: a third of the time.
        cutter.FREQ, cutter.total = marshal.loads((folder / "jieba.cache").read_bytes())
        cutter.initialized = True
    except (OSError, ValueError, EOFError, TypeError):
        cutter.initialize()
    return cutter


@lru_cache(maxsize=512)
def features(text: str) -> tuple[str, ...]:
    """Return the features of a text in any of our languages, with repetitions."""
    folded = searchable(text)
    found = [f"={concept}" for concept in concepts(folded)]
    for run in _RUN.findall(folded):
        if run.isascii():
            if run not in _FILLERS:
                found.append(stem(run))
            continue
        found.extend(run)
        found.extend(run[i : i + 2] for i in range(len(run) - 1))
        found.extend(word for word in _cutter().cut(run) if len(word) > 2)
    return tuple(found)
