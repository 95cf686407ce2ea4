"""The index folder: built whole, swapped in whole, refused where it does not fit.

    <root>/current              the name of the build in use, replaced in one step
    <root>/builds/<name>/       manifest.json  catalogue.json  passages.jsonl  vectors  keywords/
                                readers/

A killed build leaves `current` as it was. Content that has changed since only marks it stale.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4
from zipfile import BadZipFile

from pydantic import TypeAdapter, ValidationError

from knowledge.catalogue import Catalogue, content_files, restore
from knowledge.classifier import Classifier, open_classifier
from knowledge.errors import IndexUnusable
from knowledge.keywords import Keywords
from knowledge.passages import Passage
from knowledge.ports import Embedder, VectorStore
from knowledge.stores import create, open_store

FORMAT = 2
_MEND = "run `python -m ingest build`"
_BATCH = 512


@dataclass(frozen=True)
class Manifest:
    """What an index was made of."""

    format: int
    embedder: str
    store: str
    content_hash: str
    counts: dict[str, int]  # passages by kind
    built_at: datetime


@dataclass(frozen=True)
class Index:
    """An opened index: everything an answer needs, from one build."""

    build: str  # its name under builds/
    manifest: Manifest
    catalogue: Catalogue
    passages: Sequence[Passage]
    vectors: VectorStore
    keywords: Keywords
    readers: Mapping[str, Classifier]  # by what they tell: "procedure", "aspect", "outcome", "move"


_MANIFEST = TypeAdapter(Manifest)
_PASSAGE = TypeAdapter(Passage)


def content_hash(folder: Path) -> str:
    """Return a digest over every content file's name and bytes."""
    digest = hashlib.sha256()
    for file in content_files(folder):
        digest.update(str(file.relative_to(folder)).encode())
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def write(
    root: Path,
    catalogue: Catalogue,
    passages: Sequence[Passage],
    embedder: Embedder,
    store: str,
    digest: str,
    progress: Callable[[int, int], None] = lambda done, total: None,
    readers: Mapping[str, Classifier] | None = None,
) -> Manifest:
    """Build a new index under `root` and swap it in; `progress` gets (done, total) passages."""
    name = f"{datetime.now(UTC):%Y%m%dT%H%M%S}-{uuid4().hex[:6]}"
    folder = root / "builds" / name
    folder.mkdir(parents=True)
    counts: dict[str, int] = {}
    with (folder / "passages.jsonl").open("wb") as file:
        for passage in passages:
            counts[passage.kind] = counts.get(passage.kind, 0) + 1
            file.write(_PASSAGE.dump_json(passage, exclude_defaults=True) + b"\n")
    vectors: VectorStore | None = None
    for start in range(0, len(passages), _BATCH):
        rows = embedder.encode([p.indexed for p in passages[start : start + _BATCH]])
        vectors = vectors or create(store, rows.shape[1])
        vectors.add(rows)
        progress(min(start + _BATCH, len(passages)), len(passages))
    if vectors is None:
        raise IndexUnusable("there is nothing to index: the content folder is empty")
    vectors.save(folder / "vectors")
    Keywords.build([passage.indexed for passage in passages]).save(folder / "keywords")
    (folder / "catalogue.json").write_bytes(catalogue.dump())
    for told, reader in (readers or {}).items():
        reader.save(folder / "readers" / told)
    manifest = Manifest(FORMAT, embedder.name, store, digest, counts, datetime.now(UTC))
    (folder / "manifest.json").write_bytes(_MANIFEST.dump_json(manifest, indent=1))
    _swap(root, name)
    return manifest


def _swap(root: Path, name: str) -> None:
    before = current(root)
    pointer = root / f"current.{name}"
    pointer.write_text(name, encoding="ascii")
    os.replace(pointer, root / "current")  # noqa: PTH105 - atomic on one file system
    # The build before stays: a server may still be reading it.
    for folder in sorted((root / "builds").iterdir()):
        if folder.name not in {name, before}:
            shutil.rmtree(folder, ignore_errors=True)


def current(root: Path) -> str | None:
    """Return the name of the build in use, or None where there is none."""
    try:
        return (root / "current").read_text(encoding="ascii").strip() or None
    except (OSError, UnicodeDecodeError):
        return None


def read_manifest(root: Path) -> Manifest:
    """Return the manifest of the build in use; IndexUnusable where none fits."""
    return _manifest(root, _in_use(root))


def _in_use(root: Path) -> str:
    name = current(root)
    if name is None:
        raise IndexUnusable(f"there is no index in {root}: {_MEND}")
    return name


def _manifest(root: Path, name: str) -> Manifest:
    try:
        manifest = _MANIFEST.validate_json((root / "builds" / name / "manifest.json").read_bytes())
    except (OSError, ValidationError) as fault:
        raise IndexUnusable(f"the index in {root} is not readable: {_MEND}") from fault
    if manifest.format != FORMAT:
        raise IndexUnusable(
            f"the index in {root} has format {manifest.format}, expected {FORMAT}: {_MEND}"
        )
    return manifest


def open_index(root: Path, embedder: Embedder) -> Index:
    """Open the build in use; IndexUnusable names the command that mends what does not fit."""
    # Read once: another build may be swapped in at any time, and its manifest says nothing of this.
    name = _in_use(root)
    manifest = _manifest(root, name)
    if manifest.embedder != embedder.name:
        raise IndexUnusable(
            f"the index in {root} was made by {manifest.embedder}, "
            f"the settings say {embedder.name}: {_MEND}"
        )
    folder = root / "builds" / name
    try:
        with (folder / "passages.jsonl").open("rb") as file:
            passages = _shared(_PASSAGE.validate_json(line) for line in file)
        catalogue = restore((folder / "catalogue.json").read_bytes())
        keywords = Keywords.open(folder / "keywords")
        readers = {path.name: open_classifier(path) for path in folder.glob("readers/*")}
    except (OSError, ValueError, EOFError, KeyError, BadZipFile) as fault:  # as numpy raises them
        raise IndexUnusable(f"the index in {root} is damaged: {_MEND}") from fault
    if len(passages) != sum(manifest.counts.values()):
        raise IndexUnusable(f"the index in {root} is not whole: {_MEND}")
    vectors = open_store(manifest.store, folder / "vectors")
    return Index(name, manifest, catalogue, passages, vectors, keywords, readers)


def _shared(passages: Iterable[Passage]) -> list[Passage]:
    """Return the passages with what many of them hold alike held once: some ten megabytes."""
    pool: dict[tuple[object, ...], tuple[Any, ...]] = {}
    found = []
    for one in passages:
        alike = (one.procedures, one.aspects)
        procedures, aspects = (pool.setdefault(part, part) for part in alike)
        object.__setattr__(one, "procedures", procedures)  # frozen: nobody else holds it yet
        object.__setattr__(one, "aspects", aspects)
        found.append(one)
    return found
