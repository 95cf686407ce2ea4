"""Problems as RFC 9457: what is wrong and where, never a stack trace, never what was sent."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse, Response
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from knowledge.errors import GuidanceError, IndexUnusable, ModelUnavailable

MEDIA_TYPE = "application/problem+json"
_KINDS = (HTTPException, RequestValidationError, GuidanceError, Exception)


class Fault(BaseModel):
    """One place of the request that does not fit."""

    pointer: str
    detail: str


class Problem(BaseModel):
    """What went wrong, as RFC 9457 has it."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str | None = None
    errors: list[Fault] = []


def response(
    status: int,
    detail: str | None = None,
    errors: list[Fault] | None = None,
    headers: dict[str, str] | None = None,
) -> Response:
    """Return a problem as a response."""
    problem = Problem(
        title=HTTPStatus(status).phrase, status=status, detail=detail, errors=errors or []
    )
    body = problem.model_dump(exclude_none=True)
    if not problem.errors:
        del body["errors"]
    return JSONResponse(body, status, headers, MEDIA_TYPE)


def install(
    app: FastAPI,
    page: Callable[[Request, int], Response],
    kinds: Iterable[type[Exception]] = _KINDS,
) -> None:
    """Make every error a problem for programs and a page for people, who ask for HTML."""

    async def handle(request: Request, fault: Exception) -> Response:
        problem = of(fault)
        if "text/html" not in request.headers.get("accept", ""):
            return problem
        path = request.url.path
        if problem.status_code == HTTPStatus.NOT_FOUND and path.rstrip("/") not in ("", path):
            query = f"?{request.url.query}" if request.url.query else ""
            return RedirectResponse(f"/{path.strip('/')}{query}", HTTPStatus.TEMPORARY_REDIRECT)
        return page(request, problem.status_code)

    for kind in kinds:
        app.add_exception_handler(kind, handle)


def of(fault: Exception) -> Response:
    """Return the problem of an exception."""
    if isinstance(fault, HTTPException):
        detail = fault.detail if fault.detail != HTTPStatus(fault.status_code).phrase else None
        return response(fault.status_code, detail, headers=dict(fault.headers or {}))
    if isinstance(fault, RequestValidationError):
        errors = [
            Fault(pointer="#/" + "/".join(map(str, error["loc"])), detail=error["msg"])
            for error in fault.errors()
        ]
        return response(422, errors=errors)
    if isinstance(fault, (IndexUnusable, ModelUnavailable)):
        return response(503, str(fault))
    return response(500)
