"""What is too large, locked or broken is refused by name."""

from __future__ import annotations

from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from ingest_samples import BODY, make_pdf, write
from pypdf import PdfWriter

from ingest import sources
from ingest.originals import BYTES, CHARACTERS
from knowledge.errors import SourceUnreadable


def test_large_file_is_refused(kind, tmp_path):
    path = tmp_path / f"large{min(sources.kinds()[kind].SUFFIXES)}"
    with path.open("wb") as file:
        file.truncate(BYTES + 1)
    with pytest.raises(SourceUnreadable, match=r"large\.\w+ is larger than 64 MB: split"):
        list(sources.kinds()[kind].read(path))


def test_long_text_is_refused(tmp_path):
    path = write(tmp_path / "long.txt", "花" * (CHARACTERS + 1))
    with pytest.raises(SourceUnreadable, match=r"long\.txt holds more than 5,000,000 characters"):
        sources.read(path)


def test_pdf_of_very_many_pages_is_refused(tmp_path):
    path = tmp_path / "many.pdf"
    writer = PdfWriter()
    for _ in range(3_001):
        writer.add_blank_page(10, 10)
    writer.write(path)
    with pytest.raises(SourceUnreadable, match=r"many\.pdf has more than 3,000 pages: split"):
        sources.read(path)


def test_docx_that_unfolds_is_refused(makers, tmp_path):
    path = makers["docx"](tmp_path)
    with ZipFile(path, "a", ZIP_DEFLATED) as archive, archive.open("bomb.xml", "w") as part:
        for _ in range(257):
            part.write(bytes(2**20))
    with pytest.raises(SourceUnreadable, match=r"guide\.docx unpacks to more than 256 MB: split"):
        sources.read(path)


def test_docx_table_of_endless_columns_is_refused(tmp_path):
    word = docx.Document()
    word.add_table(1, 2).rows[0].cells[0]._tc.grid_span = 10**8
    word.save(str(tmp_path / "wide.docx"))
    with pytest.raises(SourceUnreadable, match=r"wide\.docx has a table of more than 1,000"):
        sources.read(tmp_path / "wide.docx")


def test_locked_pdf_is_refused(tmp_path):
    path = make_pdf(tmp_path / "locked.pdf", [[BODY]], password="lantern")
    with pytest.raises(SourceUnreadable, match=r"locked\.pdf is protected by a password: save"):
        sources.read(path)


def test_pdf_without_text_is_refused(tmp_path):
    with pytest.raises(SourceUnreadable, match=r"scan\.pdf holds pictures of text"):
        sources.read(make_pdf(tmp_path / "scan.pdf", [[]]))


def test_cut_off_pdf_is_refused(tmp_path):
    path = make_pdf(tmp_path / "cut.pdf", [[BODY] * 30])
    path.write_bytes(path.read_bytes()[:300])
    with pytest.raises(SourceUnreadable, match=r"cut\.pdf"):
        sources.read(path)


def test_locked_docx_is_refused(tmp_path):
    path = tmp_path / "locked.docx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    with pytest.raises(SourceUnreadable, match=r"locked\.docx is protected by a password"):
        sources.read(path)
