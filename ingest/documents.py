"""What has been taken in: one JSON file a document, in the folder the settings name."""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from pathlib import Path
from uuid import uuid4

from pydantic import TypeAdapter, ValidationError

from ingest import sources
from ingest.lock import alone
from ingest.originals import Original, open_original
from ingest.redact import redact
from knowledge.errors import InputUnreadable, SourceUnreadable
from knowledge.passages import Document, Status

_LOG = logging.getLogger(__name__)
_NOT_IN_FORCE = frozenset({"repealed", "废止", "已废止", "失效", "已失效"})


@dataclass(frozen=True, slots=True)
class _Record:
    """A document, and which file it came from, told by a digest of the file's place: a folder's
    name may be somebody's. What a person said of it stays until they say something else."""

    document: Document
    origin: str
    status: Status | None = None  # as a person said; None: as its folder tells
    kind: str | None = None  # as a person said; None: as its ending and its text suggest


@dataclass
class Report:
    """What `add` did. Ids of documents, but for `skipped` and the last two."""

    added: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    skipped: list[Path] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)  # why, and what to do
    notes: list[str] = field(default_factory=list)  # what a person should look at

    @property
    def changed(self) -> bool:
        """Whether the index has something to learn."""
        return bool(self.added or self.replaced)

    @property
    def useless(self) -> bool:
        """Whether files were named and not one could be read."""
        return bool(self.unreadable) and not (self.added or self.replaced or self.unchanged)


_RECORD = TypeAdapter(_Record)


class Library:
    """The documents taken in."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def all(self) -> tuple[Document, ...]:
        """Return every document, by id; SourceUnreadable names a damaged file."""
        return tuple(record.document for record in self._records())

    def add(
        self,
        paths: Iterable[Path],
        status: Status | None = None,
        kind: str | None = None,
        progress: Callable[[int, int], None] = lambda done, total: None,
    ) -> Report:
        """Take files and folders in; what cannot be read is reported and the rest goes on.

        A status or a kind that was given once holds until another is given. Without a status,
        files under a folder called `repealed` (废止, 失效) are REPEALED, and so are copies of them;
        others are IN_FORCE. Two files of one name in different folders become two documents.
        Waits while another process adds or removes.
        """
        report = Report()
        with self._alone():
            records = {record.document.id: record for record in self._records()}
            files = list(_walk(paths, report))
            for done, file in enumerate(files, 1):
                try:
                    self._take(file, status, kind, records, report)
                except SourceUnreadable as fault:
                    report.unreadable.append(str(fault))
                progress(done, len(files))
        return report

    def remove(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Remove documents; InputUnreadable, and nothing is removed, where an id is unknown."""
        wanted = tuple(dict.fromkeys(ids))
        with self._alone():
            known = {file.stem for file in self.files()}
            if unknown := [identity for identity in wanted if identity not in known]:
                raise InputUnreadable(
                    f"no document {', '.join(unknown)} was taken in: "
                    "`python -m ingest status` lists those that were"
                )
            for identity in wanted:
                (self._folder / f"{identity}.json").unlink()
        return wanted

    def files(self) -> list[Path]:
        """Return the file of every document, in a fixed order."""
        return sorted(self._folder.glob("*.json"))

    def _alone(self) -> AbstractContextManager[None]:
        # Two at once would not see each other's ids.
        return alone(self._folder / ".lock")

    def _records(self) -> Iterator[_Record]:
        for file in self.files():
            try:
                yield _RECORD.validate_json(file.read_bytes())
            except FileNotFoundError:  # removed since the folder was read
                continue
            except (OSError, ValidationError) as fault:
                raise SourceUnreadable(
                    f"{file} is damaged: delete it and add the document again"
                ) from fault

    def _take(
        self,
        file: Path,
        status: Status | None,
        kind: str | None,
        records: dict[str, _Record],
        report: Report,
    ) -> None:
        original = open_original(file)
        origin = hashlib.sha256(str(file.resolve()).encode()).hexdigest()[:16]
        known = _known(records, original, origin)
        if known and known.status and not status and known.document.digest != original.digest:
            report.notes.append(
                f"{file} has changed and stays {known.status}, as was said before: "
                "`--status` says otherwise"
            )
        if known:
            status, kind = status or known.status, kind or known.kind
        # Also where its bytes are known: it may be read as another kind, or by a better reader.
        for document in _read(file, kind):
            identity = (
                known.document.id if known else _free(document.id, origin, records, file, report)
            )
            holds = status or _status(original, known, report)
            record = _Record(replace(document, id=identity, status=holds), origin, status, kind)
            if known and record == replace(known, origin=origin):
                report.unchanged.append(identity)
                continue
            self._write(record)
            (report.replaced if identity in records else report.added).append(identity)
            records[identity] = record

    def _write(self, record: _Record) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        target = self._folder / f"{record.document.id}.json"
        # Its ending is not .json: what a killed run leaves is not read.
        draft = self._folder / f".{uuid4().hex}.draft"
        draft.write_bytes(_RECORD.dump_json(record, indent=1))
        os.replace(draft, target)  # noqa: PTH105 - atomic on one file system


def _walk(paths: Iterable[Path], report: Report) -> Iterator[Path]:
    """Yield each file once; what a folder holds beside documents is skipped."""
    seen: set[Path] = set()
    for path in paths:
        folder = path.is_dir()
        for file in sorted(path.rglob("*")) if folder else [path]:
            hidden = any(part.startswith(".") for part in file.relative_to(path).parts)
            if file.is_dir() or hidden or file.resolve() in seen:
                continue
            seen.add(file.resolve())
            foreign = folder and file.suffix.lower() not in sources.suffixes()
            if foreign or file.stem.upper() == "README":
                report.skipped.append(file)
            else:
                yield file


def _read(file: Path, kind: str | None) -> tuple[Document, ...]:
    try:
        return tuple(map(redact, sources.read(file, kind)))
    except SourceUnreadable:
        raise
    except Exception as fault:  # whatever a reader stumbles over in one file, the others go in
        _LOG.debug("%s", file, exc_info=True)
        raise SourceUnreadable(
            f"{file} cannot be read ({type(fault).__name__}): save it in another form"
        ) from fault


def _status(original: Original, known: _Record | None, report: Report) -> Status:
    """Return what the file's folder tells; of the same text in two, the repealed one holds."""
    folders = {parent.name.lower() for parent in original.path.parents}
    if folders & _NOT_IN_FORCE:
        return Status.REPEALED
    if (
        known
        and known.document.digest == original.digest
        and known.document.status is Status.REPEALED
    ):
        report.notes.append(
            f"{original.path} stays repealed, as {known.document.id} was taken in: "
            "if it is in force, add it with `--status in_force`"
        )
        return Status.REPEALED
    return Status.IN_FORCE


def _known(records: dict[str, _Record], original: Original, origin: str) -> _Record | None:
    """Return what this file was taken in as: by its place, or as a copy under the same name."""
    by_place = [record for record in records.values() if record.origin == origin]
    copies = [
        record
        for identity, record in records.items()
        if record.document.digest == original.digest and identity.startswith(original.id)
    ]
    return next(iter([*by_place, *copies]), None)


def _free(
    identity: str, origin: str, records: dict[str, _Record], file: Path, report: Report
) -> str:
    """Return an id of its own for a file whose name another file has taken."""
    if identity not in records:
        return identity
    other = f"{identity}-{origin[:6]}"
    report.notes.append(
        f"{file} was taken in as {other}, because {identity} is another file: "
        f"if this one replaces it, run `python -m ingest remove {identity}`"
    )
    return other
