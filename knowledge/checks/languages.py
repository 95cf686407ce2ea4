"""Each text is written in its own language and script; names in quotes are left as they are."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.errors import Problem
from knowledge.language import QUOTED, Language
from knowledge.languages import languages
from knowledge.scripts import HAN, HANS, HANT, convert, fold, simplified
from knowledge.written import Phrase, Text, Written

# Names of things: too short, or too official, to sound like any language.
_NAMES = frozenset("title name official materials note department use scope permit".split())
_SHORT = 20
# Of both scripts, though a converter would change them.
_BOTH = frozenset(
    "台里只面后干系松云卷几征占周斗余于制复郁姜谷丑仆价志采舍表回胡范夸凶注托折布仇柜"
    "炮伙准群晒厘吃峰床秘奸启灶卧线杯线污痴众裏裡麪麵為爲着著峯衞衛"
)
# A lexicon of what people say, in whatever mix, is no text of ours; nor are the fixed words.
_LEXICON = frozenset({"concepts.yaml"})


def check(content: Written) -> Iterator[Problem]:
    """Look at every text and phrase in every language."""
    for text in content.texts:
        for code, language in languages().items():
            said = text.texts[code]
            for rule in _wrong(language, said):
                yield text.problem(code, rule)
            if not _carries(language, text, said):
                yield text.problem(code, f"this does not sound like {language.name}: {said}")
    for phrase in content.phrases:
        language = languages()[phrase.code]
        if phrase.located.file.name not in _LEXICON and (wrong := _stray(language, phrase.text)):
            yield _at(phrase, f"{wrong} is not in the script of {language.name}")


def _wrong(language: Language, said: str) -> Iterator[str]:
    bare = QUOTED.sub("", said)
    if wrong := _stray(language, said):
        yield f"{wrong} is not in the script of {language.name}"
    if found := dict.fromkeys(language.strangers.findall(bare)):
        yield f"{language.name} does not say {', '.join(found)} (names stand in quotes)"


def _carries(language: Language, text: Text, said: str) -> bool:
    if text.part in _NAMES or len(HAN.findall(said)) < _SHORT:
        return True
    return bool(language.own.search(fold(said)))


def _stray(language: Language, said: str) -> str:
    """The characters that belong to the other Chinese script."""
    if language.script == HANS:
        wrong = [c for c in said if simplified(c) != c]
    elif language.script == HANT:
        wrong = [c for c in said if simplified(c) == c != convert(c, HANS, HANT)]
    else:
        return ""
    return "".join(dict.fromkeys(char for char in wrong if char not in _BOTH))


def _at(phrase: Phrase, rule: str) -> Problem:
    return phrase.located.problem(phrase.place, rule)
