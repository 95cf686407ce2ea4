"""The interface for programs: JSON in, JSON out; problems as RFC 9457."""

from __future__ import annotations

from datetime import date
from typing import Any, NoReturn

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from assistant.types import Answer
from assistant.web import shapes
from assistant.web.context import Site
from assistant.web.freshness import HINT, Freshness
from assistant.web.lookup import find_terms
from assistant.web.permits import find_permits
from assistant.web.problems import MEDIA_TYPE, Problem
from assistant.web.turns import take_turn

_PROBLEM: dict[str, Any] = {
    "model": Problem,
    "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
}


def _problems(*codes: int) -> dict[int | str, dict[str, Any]]:
    return {code: _PROBLEM for code in codes}


def router(site: Site) -> APIRouter:
    """Return the routes over a site."""
    api = APIRouter()
    _asking(api, site)
    _reading(api, site)
    _running(api, site)
    return api


def _asking(api: APIRouter, site: Site) -> None:
    @api.post("/api/ask", tags=["ask"], responses=_problems(413, 422))
    def ask(body: shapes.Ask) -> Answer:
        """Answer one message. Whatever a person may send ends in an outcome, with status 200."""
        return take_turn(site, body.question, body.session, body.lang)

    @api.post("/api/feedback", tags=["ask"], responses=_problems(404, 413, 422))
    def vote(body: shapes.Vote) -> shapes.Kept:
        """Keep a vote with its answer, in place of an earlier one."""
        if not site.records.feedback.keep(body.answer_id, body.vote, body.comment):
            _missing("answer")
        site.metrics.vote(body.vote)
        kept = site.records.feedback.find(body.answer_id)
        return shapes.Kept(
            answer_id=body.answer_id, vote=body.vote, comment=kept.comment if kept else None
        )

    @api.delete("/api/sessions/{id}", status_code=204, tags=["ask"], responses=_problems(404))
    def forget(id: str) -> None:
        """Delete a conversation with its answers and votes, at once."""
        if not site.records.conversations.forget(id):
            _missing("session")


def _reading(api: APIRouter, site: Site) -> None:
    base = site.settings.base_url

    @api.get("/api/procedures", tags=["content"], responses=_problems(503))
    def procedures() -> list[shapes.ProcedureLine]:
        """List the procedures."""
        return [shapes.procedure_line(p, base) for p in site.catalogue.procedures.values()]

    @api.get("/api/procedures/{id}", tags=["content"], responses=_problems(404, 503))
    def procedure(id: str) -> shapes.ProcedureWhole:
        """Return a procedure with all its facts, in every language."""
        found = site.catalogue.procedures.get(id) or _missing("procedure")
        entrances = tuple(site.catalogue.entrances[one] for one in found.entrances)
        return shapes.procedure_whole(found, entrances, base)

    @api.get("/api/policies", tags=["content"], responses=_problems(422, 503))
    def policies(since: date | None = None) -> list[shapes.PolicyLine]:
        """List the policies; with `since`, those with a rule that came into force from that day."""
        return [
            shapes.policy_line(policy, base)
            for policy in site.catalogue.policies.values()
            if since is None or (policy.newest and policy.newest >= since)
        ]

    @api.get("/api/policies/{id}", tags=["content"], responses=_problems(404, 503))
    def policy(id: str) -> shapes.PolicyWhole:
        """Return a policy with its card and points."""
        return shapes.policy_whole(site.catalogue.policies.get(id) or _missing("policy"), base)

    @api.get("/api/policies/{id}/key-points", tags=["content"], responses=_problems(404, 503))
    def key_points(id: str) -> list[shapes.KeyPoint]:
        """Return the key points of a policy's card."""
        found = site.catalogue.policies.get(id) or _missing("policy")
        return [shapes.key_point(point, base) for point in found.key_points]

    @api.get("/api/glossary", tags=["content"], responses=_problems(503))
    def glossary(q: str = "") -> list[shapes.TermLine]:
        """Return the terms that a text speaks of; without a text, all of them."""
        return [shapes.term_line(term) for term in find_terms(site.catalogue, q)]

    @api.get("/api/permits", tags=["content"], responses=_problems(503))
    def permits(q: str = "") -> list[shapes.PermitLine]:
        """Return the permits that contain a text; without a text, all of them.

        `presumed` marks the joint list: which items and departments it has is our own reading.
        """
        return [shapes.permit_line(one, base) for one in find_permits(site.catalogue, q)]

    @api.get("/api/permits/{id}", tags=["content"], responses=_problems(404, 503))
    def permit(id: str) -> shapes.PermitWhole:
        """Return a permit with its papers, times and cautions, in every language."""
        return shapes.permit_whole(site.catalogue.permits.get(id) or _missing("permit"), base)


def _running(api: APIRouter, site: Site) -> None:
    freshness = Freshness(site.knowledge)

    @api.get("/healthz", tags=["run"])
    def healthz() -> shapes.Health:
        """Say that the process is up."""
        return shapes.Health()

    @api.get("/readyz", tags=["run"], responses=_problems(503))
    def readyz() -> shapes.Readiness:
        """Say whether the index can answer, and whether it is stale; 503 says what to do."""
        manifest = site.live.index.manifest
        stale = freshness.stale(manifest)
        return shapes.Readiness(
            stale=stale,
            hint=HINT if stale else None,
            built_at=manifest.built_at,
            embedder=manifest.embedder,
            passages=sum(manifest.counts.values()),
        )

    @api.get("/metrics", tags=["run"], response_class=Response)
    def metrics() -> Response:
        """Return the counts in Prometheus' format."""
        return Response(site.metrics.text(), media_type=site.metrics.media_type)

    @api.api_route(
        "/api/{rest:path}",
        methods=["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"],
        include_in_schema=False,
    )
    def unknown(request: Request, rest: str) -> None:
        """Answer what is under /api/ and is nothing: the chat's own routes begin at the root."""
        allowed = sorted(_methods(api, request))
        if allowed:
            raise HTTPException(405, headers={"Allow": ", ".join(allowed)})
        raise HTTPException(404)


def _methods(api: APIRouter, request: Request) -> set[str]:
    found: set[str] = set()
    for route in api.routes:
        pattern, methods = getattr(route, "path_regex", None), getattr(route, "methods", None)
        if pattern and methods and pattern.match(request.url.path) and "TRACE" not in methods:
            found |= methods
    return found


def _missing(what: str) -> NoReturn:
    raise HTTPException(404, f"there is no such {what}")
