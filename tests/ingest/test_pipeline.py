"""Content and documents become an index; whatever goes wrong, the one before keeps answering."""

from __future__ import annotations

import time

import pytest
from ingest_samples import BODY, STATUTE, write

from ingest import pipeline
from ingest.documents import Library
from knowledge import embedders, index
from knowledge.errors import ContentInvalid, IndexUnusable, ModelUnavailable, SourceUnreadable
from knowledge.passages import PassageKind
from knowledge.search import HybridSearch


def opened(settings):
    embedder = embedders.build(settings.embedder)
    found = index.open_index(settings.index, embedder)
    return found, HybridSearch(found.passages, found.vectors, found.keywords, embedder, embedder)


def take_in(settings, folder, text=STATUTE, name="lanterns.md"):
    return Library(settings.documents).add([write(folder / name, text)])


@pytest.fixture(params=["exact", "flat_faiss"])
def stored(request, settings):
    return settings.model_copy(update={"store": request.param})


def test_content_and_documents_are_found(stored, tmp_path):
    take_in(stored, tmp_path)
    calls = []
    manifest = pipeline.build(stored, lambda *call: calls.append(call))
    total = sum(manifest.counts.values())
    assert calls[-1] == (total, total)
    assert manifest.counts["complaint"] == 3 and manifest.counts["statute"] == 5
    found, search = opened(stored)
    assert len(found.passages) == total and found.manifest == manifest
    best = search.read("布要结实").hits(1)[0].passage
    assert (best.kind, best.article) == (PassageKind.STATUTE, "第二条之一")
    assert search.read("賣花燈使唔使錢").hits(1)[0].passage.target == "lantern-permit#fee.0"


def test_build_keeps_documents_and_is_repeatable(settings, tmp_path):
    take_in(settings, tmp_path)
    first = pipeline.build(settings)
    second = pipeline.build(settings)
    assert (first.counts, first.content_hash) == (second.counts, second.content_hash)


def test_changed_document_replaces_its_passages(settings, tmp_path):
    take_in(settings, tmp_path)
    pipeline.build(settings)
    take_in(settings, tmp_path, STATUTE.replace("布要结实", "竹子要直"))
    pipeline.build(settings)
    texts = [passage.text for passage in opened(settings)[0].passages]
    assert "竹子要直。" in texts and "布要结实。" not in texts


def test_removed_document_is_no_longer_found(settings, tmp_path):
    take_in(settings, tmp_path)
    Library(settings.documents).remove(["lanterns"])
    assert "statute" not in pipeline.build(settings).counts


def test_status_follows_content_and_documents(settings, tmp_path):
    before = pipeline.status(settings)
    assert before.manifest is None and before.stale
    assert "python -m ingest build" in (before.problem or "")
    manifest = pipeline.build(settings)
    assert pipeline.status(settings).manifest == manifest
    assert not pipeline.status(settings).stale
    take_in(settings, tmp_path)
    after = pipeline.status(settings)
    assert after.stale and [document.id for document in after.documents] == ["lanterns"]
    pipeline.build(settings)
    assert not pipeline.status(settings).stale
    glossary = settings.content / "glossary.yaml"
    glossary.write_text(glossary.read_text(encoding="utf-8") + "# mended\n", encoding="utf-8")
    assert pipeline.status(settings).stale
    assert opened(settings)[0].passages  # stale, and still answering


def test_fingerprint_is_cheap_and_asks_only_for_bytes(settings, tmp_path):
    take_in(settings, tmp_path)
    before = pipeline.fingerprint(settings)
    (settings.content / "procedures" / "lantern-permit.yaml").write_text("[broken", "utf-8")
    started = time.perf_counter()
    assert pipeline.fingerprint(settings) != before
    assert time.perf_counter() - started < 0.5


def test_fingerprint_leaves_out_what_vanishes(settings, tmp_path):
    take_in(settings, tmp_path)
    before = pipeline.fingerprint(settings)
    (settings.documents / "ghost.json").symlink_to("nowhere")  # listed, and not there when read
    assert pipeline.fingerprint(settings) == before


def test_needs_build(settings):
    assert pipeline.needs_build(settings)
    pipeline.build(settings)
    assert not pipeline.needs_build(settings)
    assert pipeline.needs_build(settings.model_copy(update={"store": "flat_faiss"}))


def test_killed_build_leaves_the_old_index(settings, tmp_path):
    manifest = pipeline.build(settings)
    take_in(settings, tmp_path)

    def die(done, total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        pipeline.build(settings, die)
    assert opened(settings)[0].manifest == manifest
    assert len(list((settings.index / "builds").iterdir())) == 2
    rebuilt = pipeline.build(settings)
    assert opened(settings)[0].manifest == rebuilt
    assert rebuilt.counts["statute"] == 5


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        (
            "procedures/lantern-permit.yaml",
            "{zh: 不收费。, yue: 唔使錢。,",
            "{zh: 不收费。,",
            "yue",
        ),
        ("policies/lantern-rules.md", "## height", "hello", "hello"),
        ("complaints/lantern.jsonl", '"script": "latn"', '"script": "runes"', "runes"),
    ],
)
def test_broken_content_is_named_and_the_old_index_answers(settings, file, old, new, place):
    manifest = pipeline.build(settings)
    path = settings.content / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    broken = text.replace(old, new)
    path.write_text(broken, encoding="utf-8")
    line = broken[: broken.index(new)].count("\n") + 1
    with pytest.raises(ContentInvalid) as caught:
        pipeline.build(settings)
    assert any(
        problem.file == path and problem.line == line and problem.rule
        for problem in caught.value.problems
    )
    assert opened(settings)[0].manifest == manifest
    assert len(list((settings.index / "builds").iterdir())) == 1


def test_problems_of_all_content_are_listed_together(settings):
    write(settings.content / "procedures" / "odd.yaml", "id: other\n")
    write(settings.content / "complaints" / "odd.jsonl", "{}\n")
    with pytest.raises(ContentInvalid) as caught:
        pipeline.build(settings)
    assert {problem.file.name for problem in caught.value.problems} == {"odd.yaml", "odd.jsonl"}
    assert not settings.index.exists()


def test_damaged_document_stops_before_anything_is_written(settings, tmp_path):
    take_in(settings, tmp_path, BODY, "guide.md")
    (file,) = Library(settings.documents).files()
    file.write_text("{", encoding="utf-8")
    with pytest.raises(SourceUnreadable, match=r"guide\.json"):
        pipeline.build(settings)
    assert not settings.index.exists()


def test_unknown_names_are_refused(settings):
    with pytest.raises(ModelUnavailable, match="hashing"):
        pipeline.build(settings.model_copy(update={"embedder": "psychic"}))
    with pytest.raises(IndexUnusable, match="flat_faiss"):
        pipeline.build(settings.model_copy(update={"store": "drawer"}))
