"""From content and documents to an index, and whether the index still fits them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from ingest.chunk import chunk
from ingest.classifying import fit
from ingest.documents import Library
from ingest.lock import alone
from ingest.passages import of_content
from knowledge import embedders
from knowledge.catalogue import Catalogue, load, load_asides, load_complaints
from knowledge.errors import ContentInvalid, IndexUnusable, Problem
from knowledge.features import kept
from knowledge.index import Manifest, content_hash, read_manifest, write
from knowledge.passages import Document
from knowledge.settings import KnowledgeSettings
from knowledge.talks import Talk, load_talks
from knowledge.types import Aside, Complaint

Part = TypeVar("Part")

_RULES = 3
"""Raise it when the same content is made into other passages: every index is stale then."""


@dataclass(frozen=True)
class IndexStatus:
    """The index in use, if there is one that can be read, and what it should hold."""

    manifest: Manifest | None
    problem: str | None  # why there is no manifest, and what to do
    stale: bool  # content, documents or store are no longer those it was made of
    documents: tuple[Document, ...]


def fingerprint(settings: KnowledgeSettings) -> str:
    """Return a digest of all that an index is made of, as `Manifest.content_hash` keeps it.

    It covers the name and the bytes of every content file, as `knowledge.index.content_hash` does,
    and of every document taken in. Only bytes are read, nothing is parsed: cheap enough for a
    readiness probe.
    """
    digest = hashlib.sha256(f"{_RULES} {content_hash(settings.content)}".encode())
    for file in Library(settings.documents).files():
        with suppress(FileNotFoundError):  # removed since the folder was read
            data = file.read_bytes()
            digest.update(file.name.encode())
            digest.update(hashlib.sha256(data).digest())
    return digest.hexdigest()


def build(
    settings: KnowledgeSettings,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Manifest:
    """Make the index anew and swap it in; `progress` gets (done, total) passages.

    Everything is read and checked before anything is written. ContentInvalid lists every broken
    rule; after it, or any other error, the index in use is the one from before.
    """
    with alone(settings.data / "build.lock"), kept():
        # Before the files are read: what changes in between makes the index stale, not wrong.
        digest = fingerprint(settings)
        catalogue, complaints, asides, talks = _content(settings)
        passages = list(of_content(catalogue, complaints))
        for document in Library(settings.documents).all():
            passages.extend(chunk(document))
        embedder = embedders.build(settings.embedder, settings.embedder_model)
        return write(
            settings.index,
            catalogue,
            passages,
            embedder,
            settings.store,
            digest,
            progress,
            fit(passages, asides, {fact.id for fact in catalogue.facts() if fact.case}, talks),
        )


def status(settings: KnowledgeSettings) -> IndexStatus:
    """Return how index, content and documents stand; a missing index is no error here."""
    documents = Library(settings.documents).all()
    try:
        manifest = read_manifest(settings.index)
    except IndexUnusable as fault:
        return IndexStatus(None, str(fault), True, documents)
    fits = manifest.content_hash == fingerprint(settings) and manifest.store == settings.store
    return IndexStatus(manifest, None, not fits, documents)


def needs_build(settings: KnowledgeSettings) -> bool:
    """Tell whether `build` would make another index. Loads the embedder, to ask for its name."""
    found = status(settings)
    if found.manifest is None or found.stale:
        return True
    embedder = embedders.build(settings.embedder, settings.embedder_model)
    return found.manifest.embedder != embedder.name


def _content(
    settings: KnowledgeSettings,
) -> tuple[Catalogue, tuple[Complaint, ...], tuple[Aside, ...], tuple[Talk, ...]]:
    """Read all content; the problems of every part are listed together."""
    problems: list[Problem] = []

    def read(part: Callable[[Path], Part]) -> Part | None:
        try:
            return part(settings.content)
        except ContentInvalid as fault:
            problems.extend(fault.problems)
            return None

    catalogue, complaints = read(load), read(load_complaints)
    asides, talks = read(load_asides), read(load_talks)
    if catalogue is None or complaints is None or asides is None or talks is None:
        raise ContentInvalid(tuple(problems))
    return catalogue, complaints, asides, talks
