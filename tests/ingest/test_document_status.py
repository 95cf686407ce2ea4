"""Whether a document is in force, and what kind it is: told by hand, by folder, by its twin."""

from __future__ import annotations

import pytest
from ingest_samples import BODY, STATUTE, stamps, write

from knowledge.passages import PassageKind, Status


def test_changed_status_replaces(library, folder):
    path = write(folder / "guide.md", BODY)
    library.add([path])
    assert library.add([path], Status.REPEALED).replaced == ["guide"]
    assert library.all()[0].status is Status.REPEALED


def test_kind_has_its_effect_on_a_known_file_and_holds(library, folder):
    path = write(folder / "lanterns.md", STATUTE)
    library.add([path])
    assert library.all()[0].kind is PassageKind.STATUTE
    assert library.add([path], kind="markdown").replaced == ["lanterns"]
    assert library.all()[0].kind is PassageKind.DOCUMENT
    assert library.add([path]).unchanged == ["lanterns"]


def test_better_reader_has_its_effect_on_a_known_file(library, folder):
    path = write(folder / "guide.md", BODY)
    library.add([path])
    (file,) = library.files()
    file.write_text(file.read_text(encoding="utf-8").replace(BODY, "读错了。"), encoding="utf-8")
    assert library.add([path]).replaced == ["guide"]
    assert library.all()[0].text == BODY


def test_status_given_by_hand_holds(library, folder):
    old = write(folder / "old.md", BODY)
    new = write(folder / "repealed" / "new.md", f"{BODY}新。")
    library.add([old], Status.REPEALED)
    library.add([new], Status.IN_FORCE)
    before = stamps(library)
    assert len(library.add([folder]).unchanged) == 2
    assert stamps(library) == before
    write(old, f"{BODY}改了。")
    report = library.add([folder])
    assert report.replaced == ["old"] and "`--status` says otherwise" in report.notes[0]
    assert {d.id: d.status for d in library.all()} == {
        "new": Status.IN_FORCE,
        "old": Status.REPEALED,
    }


@pytest.mark.parametrize("beside", ["a", "z"])  # before and after `repealed`
def test_text_in_force_and_repealed_at_once_is_repealed(library, folder, beside):
    write(folder / beside / "guide.md", BODY)
    write(folder / "repealed" / "guide.md", BODY)
    library.add([folder])
    before = stamps(library)
    assert [document.status for document in library.all()] == [Status.REPEALED]
    report = library.add([folder])
    assert len(report.unchanged) == 2 and stamps(library) == before
    (note,) = report.notes
    assert f"{beside}/guide.md" in note and "--status in_force" in note


def test_changed_text_is_no_longer_the_repealed_one(library, folder):
    path = write(folder / "a" / "guide.md", BODY)
    write(folder / "repealed" / "guide.md", BODY)
    library.add([folder])
    write(path, f"{BODY}改了。")
    library.add([folder])
    assert {d.text: d.status for d in library.all()} == {
        BODY: Status.REPEALED,
        f"{BODY}改了。": Status.IN_FORCE,
    }


@pytest.mark.parametrize("name", ["repealed", "已废止", "失效"])
def test_folder_tells_what_is_repealed(name, library, folder):
    write(folder / name / "old.md", BODY)
    write(folder / "new.md", f"{BODY}新。")
    library.add([folder])
    assert {d.id: d.status for d in library.all()} == {
        "new": Status.IN_FORCE,
        "old": Status.REPEALED,
    }
