"""Word documents (.docx), by python-docx: headings, paragraphs and tables in their order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

from ingest.enactments import as_statute
from ingest.originals import Original, open_original
from knowledge.errors import SourceUnreadable
from knowledge.passages import Document

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.table import Table
    from docx.text.paragraph import Paragraph

SUFFIXES = frozenset({".docx"})

_HEADING = re.compile(r"(?:heading|标题|標題) ?(\d)", re.IGNORECASE)
_TITLES = {"title", "标题", "標題"}
_UNPACKED = 256 * 2**20  # bytes: a small file may unfold into any number
_COLUMNS = 1_000  # of a table: a cell is repeated for every one that it says it spans
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"


def read(path: Path) -> Iterator[Document]:
    """Yield the document with its headings as Markdown and its table rows as lines."""
    original = open_original(path)
    try:
        blocks = list(_blocks(_open(original)))
    except SourceUnreadable:
        raise
    except Exception as fault:  # a broken file makes zipfile, lxml or python-docx raise their own
        raise original.refusal("is no readable Word document", "save it again as .docx") from fault
    top = next((block[2:] for block in blocks if block.startswith("# ")), "")
    document = original.document(top, "\n\n".join(blocks))
    yield as_statute(document) or document


def _open(original: Original) -> Word:
    import docx
    from docx.oxml.ns import qn

    if original.data.startswith(_OLD_OR_LOCKED):
        raise original.refusal(
            "is protected by a password or in Word's old format",
            "save it as .docx without a password",
        )
    with ZipFile(BytesIO(original.data)) as archive:
        if sum(part.file_size for part in archive.infolist()) > _UNPACKED:
            raise original.refusal(f"unpacks to more than {_UNPACKED >> 20} MB", "split it")
    word = docx.Document(BytesIO(original.data))
    if any(span.val > _COLUMNS for span in word.element.iter(qn("w:gridSpan"))):
        raise original.refusal(f"has a table of more than {_COLUMNS:,} columns", "mend the table")
    return word


def _blocks(word: Word) -> Iterator[str]:
    from docx.table import Table

    for item in word.iter_inner_content():
        block = _rows(item) if isinstance(item, Table) else _paragraph(item)
        if block:
            yield block


def _paragraph(paragraph: Paragraph) -> str:
    text = paragraph.text.strip()
    style = (paragraph.style.name if paragraph.style else None) or ""
    if not text:
        return ""
    if style.lower() in _TITLES:
        return f"# {text}"
    heading = _HEADING.match(style)
    return f"{'#' * min(int(heading[1]), 6)} {text}" if heading else text


def _rows(table: Table) -> str:
    return "\n".join(filter(None, (_row([cell.text for cell in row.cells]) for row in table.rows)))


def _row(cells: list[str]) -> str:
    texts = [" ".join(cell.split()) for cell in cells]
    # A merged cell comes once for every column it spans.
    once = [text for at, text in enumerate(texts) if at == 0 or text != texts[at - 1]]
    return " | ".join(filter(None, once))
