"""Personal data leaves a document before anything of it is written."""

from __future__ import annotations

from dataclasses import replace

from knowledge.identifiers import mask
from knowledge.passages import Document


def redact(document: Document) -> Document:
    """Return the document with every identifier masked; lengths and places stay.

    An office's own telephone is masked like anybody's: a number that people should ring stands in
    the content, where it was written on purpose. Public hotlines stay.
    """
    return replace(document, title=mask(document.title), text=mask(document.text))
