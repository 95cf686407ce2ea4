"""Finds the official terms that everyday words mean."""

from __future__ import annotations

import re
from collections.abc import Iterable

from knowledge.languages import searchable
from knowledge.types import Term


class Glossary:
    """Looks up what people say, in any language, in any script."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._terms = {term.id: term for term in terms}
        self._phrases: list[tuple[str, str]] = []
        english: dict[str, str] = {}
        for term in self._terms.values():
            for code, said in term.said.items():
                for phrase in (*said, term.official[code]):
                    folded = searchable(phrase)
                    if folded.isascii():
                        english[folded] = term.id
                    elif len(folded) > 1:  # a single character is in too many words
                        self._phrases.append((folded, term.id))
        self._english = english
        longest_first = sorted(map(re.escape, english), key=len, reverse=True)
        self._pattern = (
            # Chinese beside it is no part of the word: 做NAR1, 開LLP.
            re.compile(rf"(?<![a-z0-9])(?:{'|'.join(longest_first)})(?:s|es)?(?![a-z0-9])")
            if english
            else None
        )

    def find(self, text: str) -> tuple[Term, ...]:
        """Return the terms a text speaks of, each once, in no promised order."""
        folded = searchable(text)
        found = {identity for phrase, identity in self._phrases if phrase in folded}
        if self._pattern:
            for match in self._pattern.finditer(folded):
                word = match.group()
                key = word if word in self._english else re.sub(r"e?s$", "", word)
                if identity := self._english.get(key) or self._english.get(f"{key}e"):
                    found.add(identity)
        return tuple(self._terms[identity] for identity in sorted(found))
