"""The fixed labels and sentences of the pages, from content/pages.yaml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from knowledge.errors import ContentInvalid, Problem
from knowledge.languages import languages
from knowledge.located import Located, read_yaml
from knowledge.scripts import convert

_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Words:
    """The labels in one language: `words("chat.sources", n=3)`."""

    code: str
    texts: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """Return a label with its values filled in; KeyError where there is no such label."""
        return self.texts[key].format(**values)

    def has(self, key: str) -> bool:
        """Tell whether there is such a label."""
        return key in self.texts

    def in_script(self, script: str) -> Words:
        """Return the labels in another Chinese script: a reply keeps the script of its question."""
        stored = languages()[self.code].script
        if script == stored:
            return self
        texts = {key: convert(text, stored, script) for key, text in self.texts.items()}
        return Words(self.code, texts)


def load_words(content: Path) -> Mapping[str, Words]:
    """Read the labels by language, in the order of the switch; ContentInvalid names what lacks."""
    located = read_yaml(content / "pages.yaml")
    entries = located.value
    if not isinstance(entries, dict) or not entries:
        raise ContentInvalid((Problem(located.file, 1, "expected `key: {zh: …, yue: …, en: …}`"),))
    problems = [
        located.problem((key,), rule)
        for key, texts in entries.items()
        for rule in _faults(str(key), texts)
    ]
    if problems:
        raise ContentInvalid(tuple(problems))
    return {code: _of(code, located) for code in next(iter(entries.values()))}


def _of(code: str, located: Located) -> Words:
    return Words(code, {key: texts[code].strip() for key, texts in located.value.items()})


def _faults(key: str, texts: object) -> list[str]:
    if not isinstance(texts, dict):
        return [f"{key}: expected a text for each language"]
    faults = [
        f"{key}: the text in {code} is missing"
        for code in languages()
        if not isinstance(texts.get(code), str) or not texts[code].strip()
    ]
    faults += [f"{key}: {code} is not a language" for code in texts if code not in languages()]
    if not faults and len({frozenset(_SLOT.findall(text)) for text in texts.values()}) > 1:
        faults.append(f"{key}: the languages differ in what stands in braces")
    return faults
