"""The interface for programs as a page of its own: nothing is loaded from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import HTMLResponse

from assistant.web.context import Site
from assistant.web.pages.look import page


def router(site: Site, app: FastAPI) -> APIRouter:
    """Return the route of the page, rendered from the application's own OpenAPI."""
    pages = APIRouter(include_in_schema=False)

    @pages.get("/docs")
    def docs(request: Request) -> HTMLResponse:
        whole = app.openapi()
        return page(
            site, request, "docs.html", "about",
            operations=list(_operations(whole)),
            shapes=[
                (name, _fields(shape))
                for name, shape in whole.get("components", {}).get("schemas", {}).items()
            ],
        )  # fmt: skip

    return pages


def _operations(whole: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for path, methods in whole["paths"].items():
        for method, operation in methods.items():
            content = operation.get("requestBody", {}).get("content", {})
            yield {
                "method": method.upper(),
                "path": path,
                "says": operation.get("description") or operation.get("summary", ""),
                "parameters": [
                    (one["name"], one["in"], _kind(one["schema"]), one.get("required", False))
                    for one in operation.get("parameters", [])
                ],
                "body": [_kind(one.get("schema", {})) for one in content.values()],
                "responses": [
                    (
                        code,
                        one.get("description", ""),
                        [_kind(c.get("schema", {})) for c in one.get("content", {}).values()],
                    )
                    for code, one in operation.get("responses", {}).items()
                ],
            }


def _fields(shape: dict[str, Any]) -> list[tuple[str, str, bool]]:
    required = set(shape.get("required", ()))
    return [
        (name, _kind(one), name in required) for name, one in shape.get("properties", {}).items()
    ]


def _kind(schema: dict[str, Any]) -> str:
    """A schema in one line: `string`, `Answer`, `list of Fact`."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "anyOf" in schema:
        return " | ".join(map(_kind, schema["anyOf"]))
    if "enum" in schema or "const" in schema:
        return " | ".join(map(str, schema.get("enum", [schema.get("const")])))
    if schema.get("type") == "array":
        return f"{_kind(schema.get('items', {}))}[]"
    kind = schema.get("type", "any")
    return str(schema.get("format", kind) if kind == "string" else kind)
