"""The pages of the policies: cards, and each point beside the article it rests on."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse

from assistant.web.articles import address
from assistant.web.context import Site
from assistant.web.pages.look import article_url, page
from knowledge.passages import Passage
from knowledge.types import Fact

_NEW = timedelta(days=730)  # a rule is news to somebody who opens a business every few years


def router(site: Site) -> APIRouter:
    """Return the routes of the policies' pages."""
    pages = APIRouter(include_in_schema=False)

    @pages.get("/policies")
    def policies(request: Request) -> HTMLResponse:
        today = site.today()
        newest_first = sorted(
            (one for one in site.catalogue.policies.values() if one.superseded_by is None),
            key=lambda policy: policy.newest or date.min,
            reverse=True,
        )
        new = [one for one in newest_first if one.newest and one.newest >= today - _NEW]
        return page(
            site, request, "policies.html", "policies",
            new=new, policies=newest_first, today=today,
        )  # fmt: skip

    @pages.get("/policies/{id}")
    def policy(request: Request, id: str) -> HTMLResponse:
        catalogue = site.catalogue
        found = catalogue.policies.get(id)
        if found is None:
            raise HTTPException(404)
        known = catalogue.procedures
        return page(
            site, request, "policy.html", "policies",
            policy=found,
            source=catalogue.sources.get(found.statute),
            successor=catalogue.policies.get(found.superseded_by or ""),
            procedures=[known[one] for one in found.procedures if one in known],
            originals=partial(_originals, site),
            article=partial(article_url, site),
            address=address,
            today=site.today(),
        )  # fmt: skip

    return pages


def _originals(site: Site, point: Fact) -> list[tuple[Passage, ...]]:
    """The articles that a point cites, as they stand in the statutes taken in."""
    sources, today = site.catalogue.sources, site.today()
    found = (site.articles.of(one, sources.get(one.statute), today) for one in point.basis)
    return [passages for passages in found if passages]
