"""The pages of the procedures: the list, and each on its own with a checklist to print."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse

from assistant.web.context import Site
from assistant.web.pages.look import article_url, page
from knowledge.types import Aspect, Fact, Policy, Procedure

_SECTIONS = (
    Aspect.WHO,
    Aspect.CONDITIONS,
    Aspect.MATERIALS,
    Aspect.STEPS,
    Aspect.TIME,
    Aspect.FEE,
    Aspect.WHERE,
    Aspect.PENALTY,
)
_GROUPS = ("establish", "premises", "after", "change", "exit", "permit")


def router(site: Site) -> APIRouter:
    """Return the routes of the procedures' pages."""
    pages = APIRouter(include_in_schema=False)

    @pages.get("/procedures")
    def procedures(request: Request) -> HTMLResponse:
        known = site.catalogue.procedures.values()
        groups = [(name, [p for p in known if p.group == name]) for name in _GROUPS]
        return page(
            site, request, "procedures.html", "procedures",
            groups=[(name, members) for name, members in groups if members],
            what=Aspect.WHAT,
        )  # fmt: skip

    @pages.get("/procedures/{id}")
    def procedure(request: Request, id: str) -> HTMLResponse:
        catalogue = site.catalogue
        found = catalogue.procedures.get(id)
        if found is None:
            raise HTTPException(404)
        sections = _sections(found.slots)
        return page(
            site, request, "procedure.html", "procedures",
            procedure=found,
            purpose=found.slots[Aspect.WHAT][0],
            sections=[*sections, *([("pitfalls", found.pitfalls)] if found.pitfalls else [])],
            variants=[(one, _sections(one.slots)) for one in found.variants],
            entrances=[catalogue.entrances[one] for one in found.entrances],
            related=_known(site, found.related),
            permits=_known(site, found.permits),
            scopes=[one for one in catalogue.permits.values() if found.id in one.procedures],
            policies=_policies(site, found),
            article=partial(article_url, site),
            sources=catalogue.sources,
            today=site.today(),
        )  # fmt: skip

    return pages


def _sections(slots: Mapping[Aspect, tuple[Fact, ...]]) -> list[tuple[str, tuple[Fact, ...]]]:
    return [(one.value, facts) for one in _SECTIONS if (facts := slots.get(one))]


def _known(site: Site, ids: tuple[str, ...]) -> list[Procedure]:
    known = site.catalogue.procedures
    return [known[one] for one in ids if one in known]


def _policies(site: Site, procedure: Procedure) -> list[Policy]:
    return [
        policy
        for policy in site.catalogue.policies.values()
        if procedure.id in policy.procedures and policy.superseded_by is None
    ]
