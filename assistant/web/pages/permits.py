"""The page of the permits: before the licence, together with it, after it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import groupby

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from assistant.web.context import Site
from assistant.web.pages.look import article_url, page
from assistant.web.permits import find_permits
from knowledge.permit_types import Permit, When

_Trades = list[tuple[str, list[Permit]]]


def router(site: Site) -> APIRouter:
    """Return the route of the permits."""
    pages = APIRouter(include_in_schema=False)

    @pages.get("/permits")
    def permits(request: Request, q: str = "") -> HTMLResponse:
        every = site.catalogue.permits.values()
        found = find_permits(site.catalogue, q)
        parts = [(name, members) for name, members in _parts(found) if members]
        joint = [one for one in every if one.joint]
        return page(
            site, request, "permits.html", "procedures",
            parts=[(name, _trades(members), len(members)) for name, members in parts],
            q=q[:200].strip(),
            found=len(found),
            joint=joint,
            first=[one for one in joint if one.when is When.BEFORE],
            offices={one.id: one for permit in joint for one in permit.departments}.values(),
            procedures=site.catalogue.procedures,
            article=partial(article_url, site),
        )  # fmt: skip

    return pages


def _parts(found: Iterable[Permit]) -> list[tuple[str, list[Permit]]]:
    """An item of the joint list that needs an approval first stands with those that do."""
    before = [one for one in found if one.when is When.BEFORE]
    after = [one for one in found if one.when is When.AFTER]
    return [
        ("joint", [one for one in after if one.joint]),
        ("before", before),
        ("after", [one for one in after if not one.joint]),
    ]


def _trades(members: list[Permit]) -> _Trades:
    """By trade, in the order in which the trades first stand."""
    order = list(dict.fromkeys(one.group for one in members))
    ranked = sorted(members, key=lambda one: order.index(one.group))
    return [(name, list(one)) for name, one in groupby(ranked, key=lambda one: one.group)]
