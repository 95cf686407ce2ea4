"""What everyday phrases mean: wordings in three languages that express one idea share a feature.

So a question about 腸粉 or a bakery meets one about 奶茶 without any of its characters.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache
from pathlib import Path

import yaml

from knowledge.languages import searchable

FILE = Path(__file__).parent / "content" / "concepts.yaml"

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+")
_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
_ENDINGS = re.compile(r"(?:ies|ing|ed|es|s|e|ly|y|ation|ment)$")
_ARTICLES = frozenset("a an the my our your his her its their".split())
_LONGEST = 8  # characters of a Chinese phrase; words of an English one stay below


def stem(word: str) -> str:
    """Cut an English word's ending, so that licences, licence and licensing meet."""
    while len(word) > 4 and (cut := _ENDINGS.sub("", word)) != word and len(cut) >= 3:
        word = cut
    return word


@cache
def digest() -> str:
    """Return a digest of the lexicon: features change with it, so a trained table names it."""
    return hashlib.sha256(FILE.read_bytes()).hexdigest()[:12]


@cache
def _lexicon() -> dict[str, tuple[str, ...]]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found: dict[str, set[str]] = {}
    for entry in yaml.load(FILE.read_text(encoding="utf-8"), Loader=loader):
        for key, phrases in entry.items():
            if key != "id":
                for phrase in phrases:
                    found.setdefault(_key(searchable(str(phrase))), set()).add(entry["id"])
    return {phrase: tuple(sorted(ids)) for phrase, ids in found.items()}


def _key(folded: str) -> str:
    if _HAN.search(folded):
        return folded.replace(" ", "")
    return " ".join(_words(folded))


def _words(folded: str) -> list[str]:
    return [stem(word) for word in _WORD.findall(folded) if word not in _ARTICLES]


def concepts(folded: str) -> list[str]:
    """Return the concepts that a searchable text speaks of, each once."""
    lexicon = _lexicon()
    found: dict[str, None] = {}
    for match in _HAN.finditer(folded):
        run = match.group()
        for start in range(len(run)):
            for end in range(start + 2, min(start + _LONGEST, len(run)) + 1):
                found.update(dict.fromkeys(lexicon.get(run[start:end], ())))
    words = _words(folded)
    for start in range(len(words)):
        for end in range(start + 1, min(start + 5, len(words)) + 1):
            found.update(dict.fromkeys(lexicon.get(" ".join(words[start:end]), ())))
    return list(found)
