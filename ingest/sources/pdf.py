"""PDF with text in it, by pypdf. A scan holds pictures only and is refused."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from ingest.clean import join_pages
from ingest.enactments import as_statute
from ingest.originals import Original, open_original
from knowledge.errors import SourceUnreadable
from knowledge.passages import Document

SUFFIXES = frozenset({".pdf"})

_SHORT = 60
_PAGES = 3_000


def read(path: Path) -> Iterator[Document]:
    """Yield the running text of the pages, titled by its first line where that is a title."""
    original = open_original(path)
    text = join_pages(_pages(original))
    if not text:
        raise original.refusal(
            "holds pictures of text, not text", "take in the version it was scanned from"
        )
    # The title in a PDF's properties is mostly the name of a template.
    line = text.split("\n", 1)[0]
    title = line if len(line) <= _SHORT and not line.endswith(("。", ".")) else ""
    document = original.document(title, text)
    yield as_statute(document) or document


def _pages(original: Original) -> list[str]:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError

    # What it repairs in passing is no news to whoever takes the file in.
    logging.getLogger("pypdf").setLevel(logging.ERROR)
    locked = original.refusal("is protected by a password", "save a copy without one")
    try:
        reader = PdfReader(BytesIO(original.data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise locked
        if len(reader.pages) > _PAGES:
            raise original.refusal(f"has more than {_PAGES:,} pages", "split it")
        pages: list[str] = []
        characters = 0
        for page in reader.pages:
            pages.append(page.extract_text())
            characters += len(pages[-1])
            original.check_length(characters)
        return pages
    except (DependencyError, FileNotDecryptedError) as fault:
        raise locked from fault
    except SourceUnreadable:
        raise
    except Exception as fault:  # a broken file makes pypdf raise whatever it stumbled over
        raise original.refusal("is no readable PDF", "fetch or export it again") from fault
