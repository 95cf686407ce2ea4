"""What the tests of the interface for programs share."""

from __future__ import annotations

from starlette.testclient import TestClient


def ask(client: TestClient, question: str, **rest: str) -> dict:
    """Ask, and return the answer as JSON."""
    response = client.post("/api/ask", json={"question": question, **rest})
    assert response.status_code == 200, response.text
    return response.json()
