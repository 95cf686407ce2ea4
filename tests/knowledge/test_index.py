"""An index that does not fit is refused with the command that mends it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from knowledge import index
from knowledge.catalogue import load
from knowledge.classifier import Classifier
from knowledge.embedders.hashing import HashingEmbedder
from knowledge.errors import IndexUnusable
from knowledge.passages import Passage, PassageKind
from knowledge.types import Aspect

CONTENT = Path(__file__).parent.parent / "data" / "content"
MEND = "python -m ingest build"
PASSAGES = [
    Passage("a", PassageKind.FACT, "zh", "花灯要用布做", target="t", aspects=(Aspect.FEE,)),
    Passage("b", PassageKind.COMPLAINT, "yue", "點解花燈咁貴", procedures=("p", "q")),
    Passage("c", PassageKind.STATUTE, "zh", "布要结实", article="第二条", heading_path=("总则",)),
]


class Other(HashingEmbedder):
    name = "other:1"


@pytest.fixture(params=["exact", "flat_faiss"])
def root(request, tmp_path):
    write(tmp_path, request.param)
    return tmp_path


READER = Classifier(
    labels=["p", "q", "r"],
    vocabulary={"花": 0, "灯": 1},
    idf=np.ones(2, dtype=np.float32),
    weights=np.eye(3, 2, dtype=np.float32),
    bias=np.zeros(3, dtype=np.float32),
)


def write(root, store="exact", passages=PASSAGES):
    return index.write(
        root,
        load(CONTENT),
        passages,
        HashingEmbedder(),
        store,
        "digest",
        readers={"procedure": READER},
    )


def build_folder(root):
    return root / "builds" / (index.current(root) or "")


def test_opened_is_as_written(root):
    found = index.open_index(root, HashingEmbedder())
    assert found.passages == PASSAGES
    assert found.catalogue == load(CONTENT)
    assert found.manifest == index.read_manifest(root)
    assert found.manifest.counts == {"fact": 1, "complaint": 1, "statute": 1}
    (vector,) = HashingEmbedder().encode(["花灯要用布做"])
    assert found.vectors.search(vector, 1)[0][0] == 0
    assert found.keywords.search("结实", 1)[0][0] == 2
    assert found.readers["procedure"].shares("花") == READER.shares("花")


def test_missing_index(tmp_path):
    with pytest.raises(IndexUnusable, match=f"no index in .*{MEND}"):
        index.open_index(tmp_path / "none", HashingEmbedder())


def test_other_embedder(root):
    with pytest.raises(IndexUnusable, match=f"hashing:256.*other:1.*{MEND}"):
        index.open_index(root, Other())


def test_other_format(root):
    path = build_folder(root) / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**manifest, "format": 99}), encoding="utf-8")
    with pytest.raises(IndexUnusable, match=f"format 99.*{MEND}"):
        index.open_index(root, HashingEmbedder())


def test_store_that_is_no_longer_known(root):
    path = build_folder(root) / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**manifest, "store": "drawer"}), encoding="utf-8")
    with pytest.raises(IndexUnusable, match="exact, flat_faiss"):
        index.open_index(root, HashingEmbedder())


def test_build_that_comes_in_meanwhile_is_not_mixed_in(root):
    before = index.read_manifest(root)

    class Swapping(HashingEmbedder):
        @property
        def name(self):  # asked for between manifest and data
            if index.read_manifest(root) == before:
                write(root, passages=PASSAGES[:1])
            return super().name

    found = index.open_index(root, Swapping())
    assert found.manifest == before and found.passages == PASSAGES
    assert found.build != index.current(root)


PARTS = ["manifest.json", "catalogue.json", "passages.jsonl", "vectors", "keywords"]


@pytest.mark.parametrize("part", PARTS)
def test_missing_part(root, part):
    path = build_folder(root) / part
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    with pytest.raises(IndexUnusable, match=MEND):
        index.open_index(root, HashingEmbedder())


def files_of(part, root):
    path = build_folder(root) / part
    return sorted(file for file in [path, *path.rglob("*")] if file.is_file())


@pytest.mark.parametrize("part", [*PARTS, "readers"])
@pytest.mark.parametrize("keep", [0, 0.5])
def test_cut_off_part(root, part, keep):
    for path in files_of(part, root):
        data = path.read_bytes()
        path.write_bytes(data[: int(len(data) * keep)])
        with pytest.raises(IndexUnusable, match=MEND):
            index.open_index(root, HashingEmbedder())
        path.write_bytes(data)


def test_pointer_to_nowhere(root):
    (root / "current").write_text("gone", encoding="ascii")
    with pytest.raises(IndexUnusable, match=MEND):
        index.open_index(root, HashingEmbedder())


def test_the_build_before_stays_and_older_ones_go(tmp_path):
    names = []
    for _ in range(3):
        write(tmp_path)
        names.append(index.current(tmp_path))
    assert {path.name for path in (tmp_path / "builds").iterdir()} == set(names[1:])


def test_fault_while_writing_leaves_the_old_one(root):
    before = index.open_index(root, HashingEmbedder())

    class Dying(HashingEmbedder):
        def encode(self, texts):
            raise OSError("no space left on device")

    with pytest.raises(OSError, match="no space"):
        index.write(root, load(CONTENT), PASSAGES, Dying(), "exact", "new")
    after = index.open_index(root, HashingEmbedder())
    assert after.manifest == before.manifest and after.passages == before.passages


def test_nothing_to_index(tmp_path):
    with pytest.raises(IndexUnusable, match="nothing to index"):
        write(tmp_path, passages=[])
    assert index.current(tmp_path) is None


def test_content_hash_follows_names_and_bytes(tmp_path):
    folder = tmp_path / "content"
    shutil.copytree(CONTENT, folder)
    first = index.content_hash(folder)
    assert first == index.content_hash(CONTENT)
    (folder / "README.md").write_text("for people", encoding="utf-8")
    assert index.content_hash(folder) == first
    (folder / "glossary.yaml").rename(folder / "words.yaml")
    second = index.content_hash(folder)
    with (folder / "words.yaml").open("a", encoding="utf-8") as file:
        file.write("# mended\n")
    assert len({first, second, index.content_hash(folder)}) == 3
