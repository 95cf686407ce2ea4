"""Refuses what is too large before anything reads it."""

from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.web import problems

LIMIT = 4 * 1024 * 1024
"""Bytes of a request body: far above a question that is too long, which is an outcome and no error,
and above what a long chat sends along."""

_PATIENCE = 16  # times the limit: who sends more is cut off


class BodyLimit:
    """ASGI middleware: a body over the limit is answered 413, however it is sent."""

    def __init__(self, app: ASGIApp, limit: int = LIMIT) -> None:
        self._app = app
        self._limit = limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Read the body as far as it may go, then hand it on."""
        if scope["type"] != "http" or scope["method"] in {"GET", "HEAD", "OPTIONS"}:
            await self._app(scope, receive, send)
            return
        messages = await _read(receive, self._limit)
        if messages is None:
            refusal = problems.response(413, f"at most {self._limit} bytes")
            await refusal(scope, receive, send)
            return

        async def replay() -> Message:
            return messages.pop(0) if messages else await receive()

        await self._app(scope, replay, send)


async def _read(receive: Receive, limit: int) -> list[Message] | None:
    """Return the body's messages; None where it is too large.

    What is too much is still taken in and dropped: a client that cannot finish sending sees a
    broken connection, and never the sentence that says why.
    """
    messages: list[Message] = []
    size, more = 0, True
    while more and size <= limit * _PATIENCE:
        message = await receive()
        size += len(message.get("body", b""))
        if size <= limit:
            messages.append(message)
        else:
            messages.clear()
        more = message.get("more_body", False)
    return messages if size <= limit else None
