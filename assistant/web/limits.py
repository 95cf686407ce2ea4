"""Refuses what is too large before anything reads it."""

from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.web import problems

LIMIT = 64 * 1024
"""Bytes of a request body."""


class BodyLimit:
    """ASGI middleware: a body over its limit is answered 413, however it is sent.

    `wider` gives other limits by the beginning of a path; 0 closes that path for bodies.
    """

    def __init__(
        self, app: ASGIApp, limit: int = LIMIT, wider: dict[str, int] | None = None
    ) -> None:
        self._app = app
        self._limit = limit
        self._wider = wider or {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Read the body as far as it may go, then hand it on."""
        if scope["type"] != "http" or scope["method"] in {"GET", "HEAD", "OPTIONS"}:
            await self._app(scope, receive, send)
            return
        limit = self._of(scope["path"])
        size = _announced(scope)
        messages: list[Message] = []
        if size <= limit:
            size, messages = await _read(receive, limit)
        if size > limit:
            refusal = problems.response(413, f"at most {limit} bytes")
            await refusal(scope, receive, send)
            return

        async def replay() -> Message:
            return messages.pop(0) if messages else await receive()

        await self._app(scope, replay, send)

    def _of(self, path: str) -> int:
        fits = [limit for start, limit in self._wider.items() if path.startswith(start)]
        return fits[0] if fits else self._limit


def _announced(scope: Scope) -> int:
    for name, value in scope["headers"]:
        if name == b"content-length" and value.isdigit():
            return int(value)
    return 0


async def _read(receive: Receive, limit: int) -> tuple[int, list[Message]]:
    messages: list[Message] = []
    size, more = 0, True
    while more and size <= limit:
        message = await receive()
        messages.append(message)
        size += len(message.get("body", b""))
        more = message.get("more_body", False)
    return size, messages
