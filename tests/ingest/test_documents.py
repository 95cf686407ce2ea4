"""Taking in twice changes nothing; no file is lost in silence."""

from __future__ import annotations

import fcntl

import pytest
from ingest_samples import BODY, STATUTE, stamps, write

from ingest import sources
from ingest.sources import markdown
from knowledge.errors import InputUnreadable, SourceUnreadable


def test_empty(library):
    assert library.all() == ()


def test_same_file_twice_changes_nothing(library, folder):
    path = write(folder / "guide.md", BODY)
    assert library.add([path]).added == ["guide"]
    before = stamps(library)
    report = library.add([path])
    assert report.unchanged == ["guide"] and not report.changed
    assert stamps(library) == before


def test_copy_elsewhere_changes_nothing(library, folder):
    library.add([write(folder / "a" / "guide.md", BODY)])
    report = library.add([write(folder / "b" / "guide.md", BODY)])
    assert report.unchanged == ["guide"] and not report.notes


def test_changed_file_replaces(library, folder):
    path = write(folder / "guide.md", BODY)
    library.add([path])
    write(path, f"{BODY}改了。")
    report = library.add([path])
    assert report.replaced == ["guide"]
    (document,) = library.all()
    assert document.text == f"{BODY}改了。"


def test_same_name_in_two_folders_gives_two_documents(library, folder):
    one = write(folder / "a" / "guide.md", BODY)
    two = write(folder / "b" / "guide.md", "另一份。")
    report = library.add([folder])
    assert len(report.added) == 2 and report.added[0] == "guide"
    (note,) = report.notes
    assert str(two) in note and "remove guide" in note
    assert {document.text for document in library.all()} == {BODY, "另一份。"}
    assert {document.id for document in library.all()} == set(report.added)
    again = library.add([two, one])
    assert len(again.unchanged) == 2 and not again.notes
    write(two, "另一份，改了。")
    assert library.add([two]).replaced == [report.added[1]]


def test_same_name_with_two_endings_gives_two_documents(library, folder, makers):
    folder.mkdir()
    makers["markdown"](folder)
    makers["docx"](folder)
    assert len(library.add([folder]).added) == 2


def test_unreadable_in_the_middle_is_listed_and_the_rest_goes_on(library, folder):
    write(folder / "a.md", BODY)
    (folder / "b.pdf").write_bytes(b"%PDF-1.4 nothing")
    (folder / "c.md").write_bytes(b"")
    write(folder / "d.md", STATUTE)
    calls = []
    report = library.add([folder, folder / "gone.md"], progress=lambda *call: calls.append(call))
    assert report.added == ["a", "d"]
    assert [line.split(" ")[0].rsplit("/")[-1] for line in report.unreadable] == [
        "b.pdf",
        "c.md",
        "gone.md",
    ]
    assert calls[-1] == (5, 5)
    assert not report.useless


def test_folder_is_walked_and_what_is_no_document_is_skipped(library, folder):
    write(folder / "deep" / "er" / "a.md", BODY)
    write(folder / "README.md", "read me")
    write(folder / "deep" / "readme.txt", "read me")
    write(folder / "picture.png", "x")
    write(folder / ".hidden" / "b.md", BODY)
    report = library.add([folder, folder / "deep"])
    assert report.added == ["a"] and not report.unreadable
    assert {path.name for path in report.skipped} == {"README.md", "readme.txt", "picture.png"}


def test_named_file_of_unknown_kind_is_unreadable(library, folder):
    report = library.add([write(folder / "slides.pptx", "x")])
    assert report.useless and ".docx" in report.unreadable[0]


def test_fault_of_a_reader_is_listed_and_the_rest_goes_on(library, folder, monkeypatch):
    class Odd:
        SUFFIXES = frozenset({".odd"})

        @staticmethod
        def read(path):
            raise ZeroDivisionError

    monkeypatch.setattr(sources, "kinds", lambda: {"odd": Odd, "markdown": markdown})
    write(folder / "a.odd", "x")
    write(folder / "b.md", BODY)
    report = library.add([folder])
    assert report.added == ["b"]
    (line,) = report.unreadable
    assert "a.odd cannot be read (ZeroDivisionError): save it" in line


def test_term_of_thousands_of_years_is_no_end(library, folder):
    write(folder / "a.md", STATUTE.replace("有效期5年", "有效期9000年"))
    write(folder / "b.md", STATUTE)
    assert library.add([folder]).added == ["a", "b"]
    endless, five = library.all()
    assert endless.effective_to is None and five.effective_to


def test_nobody_else_adds_or_removes_meanwhile(library, folder, tmp_path):
    def locked(*call):
        with (tmp_path / "documents" / ".lock").open("a") as handle, pytest.raises(BlockingIOError):
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        calls.append(call)

    calls = []
    library.add([write(folder / "a.md", BODY)], progress=locked)
    assert calls == [(1, 1)]


def test_file_that_vanishes_is_gone(library, folder, tmp_path):
    library.add([write(folder / "a.md", BODY)])
    (tmp_path / "documents" / "b.json").symlink_to("nowhere")  # listed, and not there when read
    assert [document.id for document in library.all()] == ["a"]


def test_remove(library, folder):
    library.add([write(folder / "a.md", BODY), write(folder / "b.md", f"{BODY}乙")])
    assert library.remove(["a"]) == ("a",)
    assert [document.id for document in library.all()] == ["b"]


def test_remove_is_all_or_nothing(library, folder):
    library.add([write(folder / "a.md", BODY)])
    with pytest.raises(InputUnreadable, match=r"no document x .*ingest status"):
        library.remove(["a", "x"])
    assert len(library.all()) == 1


def test_damaged_file_is_named(library, folder):
    library.add([write(folder / "a.md", BODY)])
    (file,) = library.files()
    file.write_bytes(file.read_bytes()[:40])
    with pytest.raises(SourceUnreadable, match=r"a\.json is damaged: delete"):
        library.all()
