"""The languages: one folder each, found by folder scan; detection among them."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType

from knowledge.language import Language
from knowledge.scripts import HAN, HANS, HANT, LATN, clean, convert, fold

_SENTENCES = re.compile(r"[^。!?\n.;]+[。!?\n.;]*")
_WORD = re.compile(r"[A-Za-z]+")
_LETTER = re.compile(r"[^\W\d_]")
# Scripts that none of our languages is written in.
_FOREIGN = re.compile(
    r"[\u0370-\u052f\u0590-\u0dff\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff"
    r"\u3040-\u30ff\uac00-\ud7af]"
)
_ENOUGH = 0.2


@cache
def languages() -> Mapping[str, Language]:
    """Return every language by its code, in the order of the folders' names."""
    found = {}
    for module in pkgutil.iter_modules(__path__):
        language: Language = import_module(f"{__name__}.{module.name}").LANGUAGE
        found[language.code] = language
    return MappingProxyType(found)


def language(code: str) -> Language:
    """Return one language; a KeyError names the known ones."""
    try:
        return languages()[code]
    except KeyError:
        raise KeyError(f"unknown language {code!r}; known: {', '.join(languages())}") from None


def first() -> Language:
    """Return the language of a visitor of whom nothing is known: Mandarin, in Guangzhou."""
    return language("zh")


def detect(text: str, before: str | None = None) -> Language | None:
    """Return the language of a message, or None if it is none of ours.

    Decided by sentence; a tie goes to the language spoken `before` (a code), then to the last
    sentence. A Cantonese mark anywhere makes every Chinese sentence of the message Cantonese.
    """
    text = clean(text)
    letters = len(_LETTER.findall(text))
    if not letters or len(_FOREIGN.findall(text)) > 0.3 * letters:
        return None
    votes: dict[str, float] = {}
    last = None
    whole = fold(text)
    chinese = _strongest(whole) if HAN.search(whole) else None
    if chinese and before and _still(text, language(before)):
        chinese = before
    for sentence in _SENTENCES.findall(text):
        found = chinese
        if not HAN.search(sentence) or _names_a_term(sentence):
            found = _strongest(fold(HAN.sub(" ", sentence))) or chinese
        if found:
            votes[found] = votes.get(found, 0) + 1
            last = found
    if not votes:
        return None
    best = max(votes.values())
    tied = [code for code, vote in votes.items() if vote == best]
    choice = before if before in tied else last if last in tied else tied[0]
    return language(choice)


def _still(text: str, before: Language) -> bool:
    """Whether Chinese text may go on in the Chinese language before it: 个体户要多久 is in both."""
    if LATN in before.scripts:
        return False
    other = HANS if before.script == HANT else HANT
    return not before.strangers.search(convert(text, other, before.script))


def _names_a_term(sentence: str) -> bool:
    """Whether it is a sentence in Latin letters that quotes a Chinese word: what a 个体户 is."""
    words = len(_WORD.findall(sentence))
    return words > 3 and words > 2 * len(HAN.findall(sentence))


def _strongest(sentence: str) -> str | None:
    shares = {code: one.shares(sentence) for code, one in languages().items()}
    code = max(shares, key=lambda key: shares[key])
    return code if shares[code] > _ENOUGH else None


def searchable(text: str) -> str:
    """Return the text as the index and a query share it: folded, everyday Cantonese written out."""
    text = fold(text)
    for one in languages().values():
        text = one.to_written(text)
    return text
