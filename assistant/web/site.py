"""The whole site: pages, API and chat as one application."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import date

from fastapi import FastAPI, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles

from assistant.records import Records
from assistant.settings import AssistantSettings
from assistant.web import api, problems
from assistant.web.context import LiveIndex, Site
from assistant.web.expiry import sweep
from assistant.web.limits import BodyLimit
from assistant.web.pages import (
    about,
    docs,
    documents,
    glossary,
    insight,
    permits,
    policies,
    procedures,
)
from assistant.web.pages.look import STATIC, page
from assistant.web.words import load_words
from knowledge.catalogue import CONTENT
from knowledge.settings import KnowledgeSettings

_VERSION = "0.1.0"


def create_app(
    live: LiveIndex,
    records: Records,
    settings: AssistantSettings,
    knowledge: KnowledgeSettings,
    today: Callable[[], date] = date.today,
    chat: bool = True,
) -> FastAPI:
    """Return the application; without `chat` it has pages and API only, and starts at once."""
    own = (knowledge.content / "pages.yaml").exists()
    words = load_words(knowledge.content if own else CONTENT)
    site = Site(live, records, words, settings, knowledge, today)

    @asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        sweeping = asyncio.create_task(sweep(records))
        yield
        sweeping.cancel()
        records.close()

    labels = next(iter(site.words.values()))
    app = FastAPI(
        title=labels("site.name"), version=_VERSION, docs_url=None, redoc_url=None, lifespan=life
    )

    def problem_page(request: Request, status: int) -> Response:
        code = status if labels.has(f"problem.{status}") else 500
        return page(site, request, "problem.html", "", status, code=code)

    problems.install(app, problem_page)
    for module in (procedures, permits, policies, documents, glossary, insight, about):
        app.include_router(module.router(site))
    app.include_router(docs.router(site, app))
    app.include_router(api.router(site))
    app.mount("/look", StaticFiles(directory=STATIC), name="look")
    if chat:
        from assistant.web.pages.chat import mount

        problems.install(mount(app, site), problem_page, (HTTPException,))
    app.add_middleware(BodyLimit)
    return app
