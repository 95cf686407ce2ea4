"""Nothing that singles out a person reaches the disk."""

from __future__ import annotations

import pytest

from ingest.documents import Library
from ingest.redact import redact
from knowledge.passages import Document, PassageKind

# Made up; the check digit is right.
PERSONAL = ["440106199001010018", "13800138000"]


@pytest.fixture
def document():
    text = f"经办人身份证 {PERSONAL[0]}，电话 {PERSONAL[1]}，热线12345。"
    return Document("a", f"名单 {PERSONAL[1]}", text, None, PassageKind.DOCUMENT)


def test_title_and_text_are_masked(document):
    masked = redact(document)
    for number in PERSONAL:
        assert number not in masked.text and number not in masked.title
    assert len(masked.text) == len(document.text)
    assert "热线12345" in masked.text


def test_nothing_personal_is_written(tmp_path, document):
    source = tmp_path / PERSONAL[1] / f"名单{PERSONAL[0]}.md"
    source.parent.mkdir()
    source.write_text(f"# {document.title}\n\n{document.text}", encoding="utf-8")
    library = Library(tmp_path / "documents")
    assert library.add([source]).added
    (file,) = library.files()
    written = file.name + file.read_text(encoding="utf-8")
    assert not [number for number in PERSONAL if number in written]
