"""The API keeps its own promises, whatever is sent."""

from __future__ import annotations

import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, given, settings

OPERATIONS = [
    "POST /api/ask",
    "POST /api/feedback",
    "DELETE /api/sessions/{id}",
    "GET /api/procedures",
    "GET /api/procedures/{id}",
    "GET /api/policies",
    "GET /api/policies/{id}",
    "GET /api/policies/{id}/key-points",
    "GET /api/glossary",
    "GET /api/permits",
    "GET /api/permits/{id}",
    "GET /healthz",
    "GET /readyz",
    "GET /metrics",
]


@pytest.fixture
def described(app: FastAPI) -> schemathesis.BaseSchema:
    return schemathesis.openapi.from_asgi("/openapi.json", app)


def test_everything_is_described(described: schemathesis.BaseSchema) -> None:
    assert sorted(one.ok().label for one in described.get_all_operations()) == sorted(OPERATIONS)


@pytest.mark.parametrize("operation", OPERATIONS)
def test_the_api_is_as_described(described: schemathesis.BaseSchema, operation: str) -> None:
    method, path = operation.split()

    @given(case=described[path][method].as_strategy())
    @settings(
        max_examples=10,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    def holds(case: schemathesis.Case) -> None:
        case.call_and_validate()

    holds()
