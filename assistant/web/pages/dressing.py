"""Gives Gradio's page the frame, the language and the labels of every other page.

Gradio builds its page once for everybody. The labels in it are tokens; as the page leaves, they
become the words of the visitor's language, and the frame is put around the chat.
"""

from __future__ import annotations

import json
import re

from fastapi import Request
from fastapi.responses import HTMLResponse, PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.web.context import Site
from assistant.web.pages.look import Look, context, dress, look, templates

_TOKEN = re.compile(r"@@(?P<turn>\d)\|(?P<key>[\w.]+)@@")
# Routes of Gradio that this chat never needs: nothing is uploaded, no file is served.
_CLOSED = re.compile(
    r"^/(?:gradio_api/(?:upload|file|proxy|stream|deep_link|run-history|runs|vibe)|login|logout)"
)
_HEAD = re.compile(r"<!doctype html>.*?(?=<style>)", re.DOTALL | re.IGNORECASE)
_META = re.compile(
    r'\s*<meta\s+(?:property="og:|name="twitter:)[^>]*/?>|\s*<link rel="manifest"[^>]*>'
)
_DARK = re.compile(r"@media \(prefers-color-scheme: dark\) \{.*?\}\s*\}", re.DOTALL)
_CHAT = re.compile(r"<gradio-app.*?</gradio-app>", re.DOTALL)
# Gradio runs inline scripts; nothing may come from, or go to, any other host.
_POLICY = (
    "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; base-uri 'self'; "
    "object-src 'none'; form-action 'self'"
)


def token(key: str, turn: int = 0) -> str:
    """Return what stands for a label in Gradio's page, `turn` languages after the visitor's own."""
    return f"@@{turn}|{key}@@"


class Dressing:
    """ASGI middleware around the application that Gradio is mounted in."""

    def __init__(self, app: ASGIApp, site: Site) -> None:
        self._app = app
        self._site = site

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Dress the page and its configuration; let everything else through."""
        path = scope.get("path", "")
        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif _CLOSED.match(path):
            await PlainTextResponse("", 404)(scope, receive, send)
        elif path in ("/", "/config", "/config/") and scope["method"] == "GET":
            await self._dress(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _dress(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        start: Message = {}
        body = b""

        async def gather(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start":
                start = message
            else:
                body += message.get("body", b"")

        await self._app(scope, receive, gather)
        seen = look(self._site, request)
        text = _worded(body.decode(), seen)
        kind = next((v for k, v in start["headers"] if k == b"content-type"), b"").decode()
        page = scope["path"] == "/" and kind.startswith("text/html") and start["status"] == 200
        response = HTMLResponse(
            self._framed(text, request) if page else text,
            start["status"],
            headers={"content-type": kind},
        )
        dress(request, response)
        if page:
            response.headers["Content-Security-Policy"] = _POLICY
        await response(scope, receive, send)

    def _framed(self, html: str, request: Request) -> str:
        values = context(self._site, request, "ask")
        head = templates().get_template("chat_head.html").render(values)
        main = templates().get_template("chat_main.html").render(values)
        html = _META.sub("", _DARK.sub("", html))
        html = _HEAD.sub(lambda _: head, html, count=1)
        return _CHAT.sub(lambda found: main.replace("<!--chat-->", found[0]), html, count=1)


def _worded(text: str, seen: Look) -> str:
    """Put the labels in; all of them stand in JSON strings."""

    def label(found: re.Match[str]) -> str:
        said = seen.words_after(int(found["turn"]))(found["key"])
        return json.dumps(said, ensure_ascii=False)[1:-1].replace("</", "<\\/")

    return _TOKEN.sub(label, text)
