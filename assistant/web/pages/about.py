"""What is real, what is made up, what happens to a person's words."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from assistant.web.context import Site
from assistant.web.pages.look import page

_PARTS = (
    ("about.real", ("law", "entrances", "confirm")),
    ("about.made", ("complaints", "wording")),
    ("about.limits", ("decide", "person")),
    ("about.privacy", ("words", "mask", "session", "cookies")),
)


def router(site: Site) -> APIRouter:
    """Return the route of the page."""
    pages = APIRouter(include_in_schema=False)

    @pages.get("/about")
    def about(request: Request) -> HTMLResponse:
        catalogue = site.catalogue
        numbers = {
            "procedures": len(catalogue.procedures),
            "policies": len(catalogue.policies),
            "terms": len(catalogue.terms),
            "documents": len(site.articles.documents),
        }
        return page(site, request, "about.html", "about", parts=_PARTS, numbers=numbers)

    return pages
