"""A file as it lies on disk: its bytes, its text, and the id that its document gets."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from ingest.clean import tidy
from knowledge.errors import SourceUnreadable
from knowledge.identifiers import mask
from knowledge.passages import Document, PassageKind

BYTES = 64 * 2**20
"""Bytes of a file, at most."""
CHARACTERS = 5_000_000
"""Characters of a document, at most: fifty times the Civil Code."""

_LONGEST = 120  # bytes of an id: with its ending it must still be a file name
_HAN = re.compile(r"[\u3400-\u9fff]")
_NOBODYS = re.compile(r"[\ue000-\uf8ff]")


@dataclass(frozen=True)
class Original:
    """A file and its bytes."""

    path: Path
    data: bytes

    @property
    def id(self) -> str:
        """The slug of the file's name."""
        return slug(self.path.stem)

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of the bytes."""
        return hashlib.sha256(self.data).hexdigest()

    def text(self) -> str:
        """Return the bytes as text: UTF-8, else GB 18030; SourceUnreadable where neither fits."""
        for encoding, fits in (("utf-8-sig", lambda text: True), ("gb18030", _chinese)):
            try:
                text = self.data.decode(encoding)
            except UnicodeDecodeError:
                continue
            if "\0" not in text and fits(text):
                self.check_length(len(text))
                return text
        raise self.refusal("is no text in UTF-8 or GB 18030", "save it as UTF-8")

    def document(self, title: str, text: str, **rest: Any) -> Document:  # noqa: ANN401
        """Return the document of a tidied text; SourceUnreadable where it is none or too long."""
        self.check_length(len(text))
        text = tidy(text)
        if not text:
            raise self.refusal("holds no text", "take in a version whose text can be selected")
        document = Document(
            id=self.id,
            title=" ".join(tidy(title).split()) or self.path.stem,
            text=text,
            url=None,
            kind=PassageKind.DOCUMENT,
            digest=self.digest,
        )
        return replace(document, **rest)

    def check_length(self, characters: int) -> None:
        """Raise SourceUnreadable where a text is longer than a document may be."""
        if characters > CHARACTERS:
            raise self.refusal(f"holds more than {CHARACTERS:,} characters", "split it")

    def refusal(self, why: str, remedy: str) -> SourceUnreadable:
        """Return the error that names the file, what is wrong with it and what to do."""
        return SourceUnreadable(f"{self.path} {why}: {remedy}")


def open_original(path: Path) -> Original:
    """Read a file's bytes; SourceUnreadable where there are none or too many."""
    try:
        with path.open("rb") as file:
            data = file.read(BYTES + 1)
    except OSError as fault:
        reason = (fault.strerror or type(fault).__name__).lower()
        raise SourceUnreadable(
            f"{path} cannot be opened ({reason}): check the name and who may read it"
        ) from fault
    original = Original(path, data)
    if len(data) > BYTES:
        raise original.refusal(f"is larger than {BYTES >> 20} MB", "split it")
    if not data.strip():
        raise original.refusal("is empty", "leave it out or fetch it again")
    return original


def slug(name: str) -> str:
    """Return a name as an id: letters of any script and digits, joined by hyphens."""
    # A number that singles out a person may also stand in a file's name.
    folded = unicodedata.normalize("NFKC", mask(name)).casefold()
    short = re.sub(r"[\W_]+", "-", folded).strip("-")
    encoded = short.encode()
    if short and len(encoded) <= _LONGEST:
        return short
    head = encoded[: _LONGEST - 10].decode(errors="ignore").strip("-") or "document"
    return f"{head}-{hashlib.sha256(name.encode()).hexdigest()[:8]}"


def _chinese(text: str) -> bool:
    """Tell whether it reads like Chinese: GB 18030 takes nearly any bytes, Big5 among them.

    Big5 taken for it gives a third of characters that are nobody's. Of Chinese text, most are of
    the 3,755 frequent ones (GB 2312, rows 16 to 55), in traditional script about 60 %.
    """
    characters = _HAN.findall(text)
    codes = [character.encode("gb2312", "ignore") for character in characters]
    frequent = sum(0xB0 <= code[0] <= 0xD7 for code in codes if code)
    nobodys = len(_NOBODYS.findall(text))
    return frequent >= 0.4 * len(characters) > 0 and nobodys <= 0.05 * len(characters)
