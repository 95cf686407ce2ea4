"""The page of the official words."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from assistant.web.context import Site
from assistant.web.lookup import find_terms
from assistant.web.pages.look import page


def router(site: Site) -> APIRouter:
    """Return the route of the glossary."""
    pages = APIRouter(include_in_schema=False)

    @pages.get("/glossary")
    def glossary(request: Request, q: str = "") -> HTMLResponse:
        terms = find_terms(site.catalogue, q)
        return page(site, request, "glossary.html", "glossary", terms=terms, q=q[:200].strip())

    return pages
