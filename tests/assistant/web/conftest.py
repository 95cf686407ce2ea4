"""A real site over a small real index, in this process and on loopback."""

from __future__ import annotations

import asyncio
import logging
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from browsing import browser, opened, playwright, printed
from fastapi import FastAPI
from starlette.testclient import TestClient

from assistant import records
from assistant.build import Live
from assistant.records import Records
from assistant.settings import AssistantSettings
from assistant.web.site import create_app
from ingest.chunk import chunk
from ingest.passages import of_content
from ingest.pipeline import fingerprint
from knowledge import embedders
from knowledge.catalogue import load, load_complaints
from knowledge.index import write
from knowledge.passages import Document, PassageKind
from knowledge.settings import KnowledgeSettings

__all__ = ["browser", "opened", "playwright", "printed"]  # fixtures of every file here

PROCEDURES = {
    "simple-deregistration",
    "ordinary-deregistration",
    "food-business-permit",
    "llc-establish",
    "individual-business-establish",
    "legal-rep-change",
}
ARTICLE = "第四十七条"
SOURCE = "https://laws.example.gov.cn/2024/1.html"
# A made-up text under a real title: only its shape matters.
STATUTE = "\n".join(
    [
        "第一章 总则",
        "第一条 为了试验写下这一条。",
        "第二条 这一条也是为试验写的。",
        f"{ARTICLE} 这里是为试验写的一句原文，<b>不是</b>真的条文。",
        "附则里说：本法自2024年7月1日起施行。",
    ]
)


@dataclass(frozen=True)
class Place:
    """Where the site under test keeps things."""

    settings: AssistantSettings
    knowledge: KnowledgeSettings


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """An index of a few procedures and one statute; the whole catalogue."""
    data = tmp_path_factory.mktemp("site")
    knowledge = KnowledgeSettings(data=data, embedder="hashing", embedder_model="", store="exact")
    settings = AssistantSettings(base_url="", records_url="")
    catalogue = load(knowledge.content)
    complaints = [c for c in load_complaints(knowledge.content) if PROCEDURES & set(c.procedures)]
    passages = [
        passage
        for passage in of_content(catalogue, complaints[:300])
        if PROCEDURES & set(passage.procedures)
    ]
    statute = Document("试验-公司法", "中华人民共和国公司法", STATUTE, SOURCE, PassageKind.STATUTE)
    passages += chunk(statute)
    write(
        knowledge.index,
        catalogue,
        passages,
        embedders.build(knowledge.embedder, knowledge.embedder_model),
        knowledge.store,
        fingerprint(knowledge),
    )
    return Place(settings, knowledge)


@pytest.fixture
def kept(place: Place, tmp_path: Path) -> Iterator[Records]:
    """Records of their own."""
    found = records.build("", tmp_path)
    yield found
    found.close()


@pytest.fixture(scope="session")
def live(place: Place) -> Live:
    """The assistant over the index."""
    return Live(place.settings, place.knowledge)


@pytest.fixture
def app(place: Place, live: Live, kept: Records) -> FastAPI:
    """The site without the chat."""
    return create_app(live, kept, place.settings, place.knowledge, chat=False)


@pytest.fixture
def client(app: FastAPI) -> TestClient:
    """Speaks to the site."""
    return TestClient(app, raise_server_exceptions=False)


@dataclass(frozen=True)
class Served:
    """A site on loopback and what it keeps."""

    url: str
    records: Records


@pytest.fixture(scope="session")
def served(place: Place, live: Live, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The whole site, chat and all, behind a real server."""
    import uvicorn

    kept = records.build("", tmp_path_factory.mktemp("records"))

    async def whole() -> FastAPI:
        # Outside a running loop Gradio makes loops of its own and never closes them.
        return create_app(live, kept, place.settings, place.knowledge)

    app = asyncio.run(whole())
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", ws="none", lifespan="on"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    deadline = time.monotonic() + 60
    while not server.started and time.monotonic() < deadline:
        time.sleep(0.05)
    assert server.started
    yield Served(f"http://127.0.0.1:{listening.getsockname()[1]}", kept)
    server.should_exit = True
    thread.join(20)
    logging.getLogger("uvicorn.error").handlers.clear()
