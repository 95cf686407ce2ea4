"""Batches in, batches out: JSON objects with an id, one a line, plain or packed with xz."""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from knowledge.errors import InputUnreadable

_PACKED = ".xz"


def read_lines(file: Path, needs: str = "id") -> list[dict[str, Any]]:
    """Return the objects of a JSONL or JSONL.xz file; InputUnreadable names what is wrong, where.

    Everything is read before anything is done: a result may be written over its own input.
    """
    try:
        raw = file.read_bytes()
        text = (lzma.decompress(raw) if file.suffix == _PACKED else raw).decode("utf-8-sig")
    except (OSError, lzma.LZMAError, UnicodeDecodeError) as fault:
        raise InputUnreadable(f"{file} cannot be read as UTF-8 text: {fault}") from fault
    return list(_objects(text, file, needs))


def _objects(text: str, file: Path, needs: str) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except ValueError as fault:
            raise InputUnreadable(f"{file}:{number}: not JSON: {fault}") from fault
        if not isinstance(value, dict) or needs not in value:
            raise InputUnreadable(f"{file}:{number}: expected an object with {needs!r}")
        yield value


def write_lines(file: Path, lines: Iterable[Mapping[str, Any]]) -> int:
    """Write objects one a line and return how many; the file changes once all are there."""
    draft = file.with_name(f".{file.name}.part")
    count = 0
    try:
        with draft.open("w", encoding="utf-8") as stream:
            for line in lines:
                stream.write(json.dumps(line, ensure_ascii=False) + "\n")
                count += 1
        draft.replace(file)
    except OSError as fault:
        raise InputUnreadable(f"{file} cannot be written: {fault}") from fault
    finally:
        draft.unlink(missing_ok=True)
    return count
