"""Markdown and plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ingest.front_matter import stated
from ingest.originals import open_original
from knowledge.passages import Document

SUFFIXES = frozenset({".md", ".markdown", ".txt"})

_TOP = re.compile(r"^# +(.+?) *#* *$", re.MULTILINE)
_SHORT = 60


def read(path: Path) -> Iterator[Document]:
    """Yield the text, titled by its front matter, its top heading or its first line."""
    original = open_original(path)
    said = stated(original)
    yield original.document(said.title or _title(said.text), said.text, **said.rest)


def _title(text: str) -> str:
    if top := _TOP.search(text):
        return top[1]
    line = next(filter(None, map(str.strip, text.splitlines())), "")
    sentence = len(line) > _SHORT or line.endswith(("。", "；", ".", "，"))
    return "" if sentence else line.lstrip("# ")
