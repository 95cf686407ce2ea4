"""Web pages: the text of the page without its furniture, by trafilatura."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ingest.enactments import as_statute
from ingest.originals import open_original
from knowledge.passages import Document

SUFFIXES = frozenset({".html", ".htm", ".xhtml"})


def read(path: Path) -> Iterator[Document]:
    """Yield the page, its headings and tables as Markdown."""
    import trafilatura  # a second that only this kind pays
    from trafilatura.settings import use_config

    config = use_config()
    # Counted in characters, and meant for English: a Chinese page says more with fewer.
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "60")
    original = open_original(path)
    page = original.text()
    text = trafilatura.extract(
        page,
        output_format="markdown",
        include_comments=False,
        favor_recall=True,
        config=config,
    )
    if not text:
        raise original.refusal("is a page without text", "save the page after it has loaded")
    said = trafilatura.extract_metadata(page)
    document = original.document(said.title or "", text, url=said.url or None)
    yield as_statute(document) or document
