"""Statutes as Markdown or plain text, as published: told by their articles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ingest.enactments import as_statute
from ingest.front_matter import stated
from ingest.originals import open_original
from knowledge.passages import Document
from knowledge.statutes import split

SUFFIXES = frozenset({".md", ".txt"})
RECOGNISES = True


def read(path: Path) -> Iterator[Document]:
    """Yield the statute with the dates it states, or nothing where the text is none."""
    original = open_original(path)
    said = stated(original)
    title = said.title or split(said.text).title
    if found := as_statute(original.document(title, said.text, **said.rest)):
        yield found
