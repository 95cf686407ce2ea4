"""Puts right a slip of the keyboard in an English word: "anual reprot" is an annual report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable

from knowledge.concepts import stem

_WORD = re.compile(r"(?<![\w@.'’])[A-Za-z]{4,}(?![\w@'’])")
_VOWELS = frozenset("aeiouy")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
# Right words that no text of ours holds, one likely slip from one that does.
_RIGHT = frozenset({"compliant", "booming", "mooring", "singing", "stationary", "principle"})
_USUAL = 3  # how often a word must stand in the texts to be what somebody meant
# Letters: a shorter word is near too many others that no text happens to hold: motel and model.
_LEAST = 6
_SWAPPED = 4  # where two letters changed places
_BEGINS = re.compile(r"(?:^|[.!?\n])\W*$")  # a capital after it begins a sentence, and names nobody


class Speller:
    """Knows the words of some texts; a word it does not know may be one of them, misspelt.

    Words whose stem is `known` are left alone, though no text holds them.
    """

    def __init__(self, texts: Iterable[str], known: Container[str] = ()) -> None:
        self._known = known
        counts = Counter(word for text in texts for word in re.findall(r"[a-z]+", text.lower()))
        self._counts = counts
        self._near: dict[str, str] = {}
        usual = [(n, word) for word, n in counts.items() if n >= _USUAL and len(word) >= _SWAPPED]
        for _, word in sorted(usual):  # the most usual comes last and stands
            self._near |= dict.fromkeys((word, *_shorter(word)), word)

    def mend(self, text: str) -> str:
        """Return the text with unknown words replaced by the usual word one slip away.

        A slip is two letters swapped or, in a longer word, a letter too many, too few or another;
        never the first. A name is left as it is.
        """
        return _WORD.sub(lambda found: self._mended(found, text), text)

    def _mended(self, found: re.Match[str], text: str) -> str:
        word, small = found[0], found[0].lower()
        if word != small and not _BEGINS.search(text, 0, found.start()):
            return word
        if self._knows(small) or (small.endswith("s") and self._knows(small[:-1])):
            return word
        near = {self._near[one] for one in (small, *_shorter(small)) if one in self._near}
        close = [one for one in near if one[0] == small[0] and _slipped(small, one)]
        return max(close, key=lambda one: self._counts[one], default=word)

    def _knows(self, word: str) -> bool:
        return word in _RIGHT or word in self._counts or stem(word) in self._known


def _shorter(word: str) -> list[str]:
    return [word[:at] + word[at + 1 :] for at in range(1, len(word))]


def _slipped(word: str, meant: str) -> bool:
    """Whether `word` is `meant` with one slip."""
    if word == meant or abs(len(word) - len(meant)) > 1:
        return False
    start = next((at for at, (a, b) in enumerate(zip(word, meant, strict=False)) if a != b), None)
    if start is None:
        start = min(len(word), len(meant))  # one ends earlier
    here, there = word[start:], meant[start:]
    if here[1::-1] + here[2:] == there:
        return True
    if min(len(word), len(meant)) < _LEAST or _ending(word, meant):
        return False
    if len(word) == len(meant):
        return here[1:] == there[1:] and _taken_for(here[0], there[0])
    if here == there[1:]:  # a letter too few
        return there[0] in _VOWELS or there[0] in (meant[start - 1], *there[1:2])
    return here[1:] == there


def _taken_for(typed: str, meant: str) -> bool:
    """Whether a letter is easily typed for another: a vowel for one, a key for its neighbour."""
    if typed in _VOWELS and meant in _VOWELS:
        return True
    return any(abs(row.find(typed) - row.find(meant)) == 1 for row in _ROWS if typed in row)


def _ending(word: str, meant: str) -> bool:
    """Whether only the ending differs: "noted" is no slip of "notes"; "busines" is one."""
    start = min(len(word), len(meant)) - 1
    return word[:start] == meant[:start] and meant[-2:-1] != meant[-1:]
