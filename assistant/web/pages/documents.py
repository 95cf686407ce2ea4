"""The page of a document that was taken in: its passages, each at its anchor."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse

from assistant.web.articles import address, anchor
from assistant.web.context import Site
from assistant.web.pages.look import page
from knowledge.languages import language
from knowledge.passages import Passage, Status


@dataclass(frozen=True)
class _Part:
    """What stands under one anchor; `headings` are those that begin here."""

    anchor: str
    headings: tuple[str, ...]
    texts: tuple[str, ...]


def router(site: Site) -> APIRouter:
    """Return the route of the documents' pages."""
    pages = APIRouter(include_in_schema=False)

    @pages.get("/documents/{id}")
    def document(request: Request, id: str) -> HTMLResponse:
        passages = site.articles.documents.get(id)
        if not passages:
            raise HTTPException(404)
        head = passages[0]
        return page(
            site, request, "document.html", "policies",
            head=head,
            written_in=language(head.language).html,
            repealed=head.status is Status.REPEALED,
            parts=_parts(passages),
            source=head.url if head.url != address(head) else None,
        )  # fmt: skip

    return pages


def _parts(passages: list[Passage]) -> list[_Part]:
    parts: list[_Part] = []
    path: tuple[str, ...] = ()
    for passage in passages:
        place = anchor(passage)
        if parts and parts[-1].anchor == place:
            last = parts[-1]
            parts[-1] = _Part(place, last.headings, (*last.texts, passage.text))
            continue
        same = [a == b for a, b in zip(path, passage.heading_path, strict=False)]
        shared = same.index(False) if False in same else len(same)
        parts.append(_Part(place, passage.heading_path[shared:], (passage.text,)))
        path = passage.heading_path
    return parts
