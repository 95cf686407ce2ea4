"""Puts right a slip of the keyboard in an English word: "anual reprot" is an annual report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable

from knowledge.concepts import stem

_WORD = re.compile(r"(?<![\w@.])[A-Za-z]{4,}(?![\w@])")
_USUAL = 3  # how often a word must stand in the texts to be what somebody meant
_LEAST = 4  # letters: a shorter word is near too many others


class Speller:
    """Knows the words of some texts; a word it does not know may be one of them, misspelt.

    Words whose stem is `known` are left alone, though no text holds them.
    """

    def __init__(self, texts: Iterable[str], known: Container[str] = ()) -> None:
        self._known = known
        counts = Counter(word for text in texts for word in re.findall(r"[a-z]+", text.lower()))
        self._counts = counts
        self._near: dict[str, str] = {}
        usual = [(n, word) for word, n in counts.items() if n >= _USUAL and len(word) >= _LEAST]
        for _, word in sorted(usual):  # the most usual comes last and stands
            self._near |= dict.fromkeys((word, *_shorter(word)), word)

    def mend(self, text: str) -> str:
        """Return the text with unknown words replaced by the usual word one slip away.

        A slip is a letter too many, too few, another, or two swapped; never the first.
        """
        return _WORD.sub(lambda found: self._mended(found[0]), text)

    def _mended(self, word: str) -> str:
        small = word.lower()
        if small in self._counts or stem(small) in self._known:
            return word
        near = {self._near[one] for one in (small, *_shorter(small)) if one in self._near}
        close = [one for one in near if one[0] == small[0] and _slipped(small, one)]
        return max(close, key=lambda one: self._counts[one], default=word)


def _shorter(word: str) -> list[str]:
    return [word[:at] + word[at + 1 :] for at in range(1, len(word))]


def _slipped(word: str, meant: str) -> bool:
    return _one_slip(word, meant) and not _ending(word, meant)


def _one_slip(first: str, second: str) -> bool:
    if abs(len(first) - len(second)) > 1:
        return False
    start = next((at for at, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), None)
    if start is None:
        return True  # one ends earlier
    here, there = first[start:], second[start:]
    swapped = here[1::-1] + here[2:] == there
    return here[1:] == there[1:] or here[1:] == there or here == there[1:] or swapped


def _ending(word: str, meant: str) -> bool:
    """Whether only the ending differs: "noted" is no slip of "notes"; "busines" is one."""
    start = min(len(word), len(meant)) - 1
    return word[:start] == meant[:start] and meant[-2:-1] != meant[-1:]
