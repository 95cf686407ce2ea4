"""What search sees of a text: characters, pairs of characters, words, English stems, concepts.

Both legs share it. On real lay questions character uni- and bigrams beat words; together they beat
either, and pairs make up for what a word cutter gets wrong in Cantonese.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache, lru_cache, wraps
from itertools import pairwise
from sys import intern

import jieba

from knowledge.concepts import concepts, stem
from knowledge.languages import searchable

_RUN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+|[a-z0-9]+(?:'[a-z]+)?")
_FILLERS = frozenset(
    "a an the of to in on at for is are am be do does did i my me we our you your it its and or if "
    "can could would will shall should that this there have has had with about so".split()
)

_PART = 4  # characters of a word, its ends marked
_SHORT = 500  # characters of a text whose features are remembered

TOTAL = 60_101_967
"""How often all words of jieba's dictionary occur, together."""

_GROUP = re.compile(r"(.).*\n(?:\1.*\n)*")  # lines that begin with the same character


class _Cutter:
    """Cuts Chinese into words as jieba does, but reads its dictionary as far as texts need it.

    jieba reads the whole, for most of a second, and keeps it with marshal under a known name in
    the shared temporary folder: whoever puts a file there first decides what it loads.
    """

    def __init__(self) -> None:
        self._jieba = jieba.Tokenizer()
        with self._jieba.get_dict_file() as file:
            self._lines: str = file.read().decode()
        self._groups: dict[str, list[tuple[int, int]]] = {}
        for group in _GROUP.finditer(self._lines):
            self._groups.setdefault(group[1], []).append(group.span())
        self._jieba.total = TOTAL
        self._jieba.initialized = True  # it would read everything

    def cut(self, run: str) -> Iterable[str]:
        """Return the words of a run of Chinese characters, in their order."""
        for character in run:
            if character not in self._jieba.FREQ:
                # In one step: another thread sees all words of a character or none.
                self._jieba.FREQ.update(self._read(character))
        words: Iterable[str] = self._jieba.cut(run)
        return words

    def _read(self, character: str) -> dict[str, int]:
        """Return how often each word occurs that begins with a character; 0 for mere beginnings."""
        found: dict[str, int] = {}
        for start, end in self._groups.get(character, ()):
            for line in self._lines[start : end - 1].split("\n"):
                word, count, _ = line.split(" ")
                found[word] = int(count)
                for length in range(1, len(word)):
                    found.setdefault(word[:length], 0)
        return found


_kept: dict[str, tuple[str, ...]] | None = None


@cache
def _cutter() -> _Cutter:
    return _Cutter()


def _remembering(cut: Callable[[str], tuple[str, ...]]) -> Callable[[str], tuple[str, ...]]:
    """Remember what was cut of short texts: a reply asks several times for those of its message."""
    remembered = lru_cache(maxsize=256)(cut)

    @wraps(cut)
    def found(text: str) -> tuple[str, ...]:
        return remembered(text) if len(text) <= _SHORT else cut(text)

    return found


@_remembering
def reader_features(text: str) -> tuple[str, ...]:
    """Return the features of a text as the linear readers see it, with repetitions.

    Chinese has pairs of characters beside the words; English gets its pairs and parts here, for
    word order and for slips of spelling. Search does without: what it gains was not measured.
    """
    words = [run for run in _RUN.findall(searchable(text)) if run.isascii()]
    words = [word for word in words if word not in _FILLERS]
    stems = [stem(word) for word in words]
    pairs = (f"{first} {second}" for first, second in pairwise(stems))
    parts = (f"<{word}>"[at : at + _PART] for word in words for at in range(len(word) - 1))
    return (*features(text), *pairs, *parts)


def features(text: str) -> tuple[str, ...]:
    """Return the features of a text in any of our languages, with repetitions."""
    memory = _kept  # another thread may end it meanwhile
    if memory is None:
        return _cut(text)
    found = memory.get(text)
    if found is None:
        found = memory[text] = tuple(map(intern, _cut(text)))
    return found


@contextmanager
def kept() -> Iterator[None]:
    """Keep the features of every text for a while: a build needs those of each for three legs."""
    global _kept
    before, _kept = _kept, {}
    try:
        yield
    finally:
        _kept = before


@_remembering
def _cut(text: str) -> tuple[str, ...]:
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
