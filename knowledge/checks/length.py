"""Sentences short enough to be read aloud, and few enough to be one point."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.errors import Problem
from knowledge.languages import languages
from knowledge.scripts import HAN, HANS, HANT, LATN
from knowledge.written import Written

LONGEST = {HANS: 70, HANT: 70, LATN: 40}
"""Characters of a Chinese sentence, where a number counts one; words of an English one."""
MOST = 3
"""Sentences of a text."""

_COUNTED = re.compile(rf"{HAN.pattern}|[a-z0-9]+(?:['’.,-][a-z0-9]+)*", re.IGNORECASE)
_SENTENCE = re.compile(r"[^。！？\n]+[。！？]*|[。！？]+")
_LATIN_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"'(\d])")


def check(content: Written) -> Iterator[Problem]:
    """Count every text in every language."""
    for text in content.texts:
        for code, language in languages().items():
            said = _sentences(language.script, text.texts[code])
            longest, unit = LONGEST[language.script], _unit(language.script)
            for sentence in said:
                if (count := len(_COUNTED.findall(sentence))) > longest:
                    rule = f"a sentence of {count} {unit}: {longest} at most; make it two"
                    yield text.problem(code, rule)
            if len(said) > MOST:
                rule = f"{len(said)} sentences: {MOST} at most; make it two points"
                yield text.problem(code, rule)


def _sentences(script: str, text: str) -> list[str]:
    found = _LATIN_END.split(text) if script == LATN else _SENTENCE.findall(text)
    return [sentence for sentence in found if sentence.strip()]


def _unit(script: str) -> str:
    return "words" if script == LATN else "characters"
