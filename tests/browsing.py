"""A real browser over the site: what its tests share."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
needs_a_browser = [
    pytest.mark.browser,
    # Gradio's queue calls pandas in a way that pandas has given up.
    pytest.mark.filterwarnings("ignore::DeprecationWarning:gradio.queueing"),
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine"),
]
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-extensions"]
BOX, REPLY = "#question textarea", '#chat [data-testid="bot"]'
Opens = Callable[..., Page]


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
    yield browser
    browser.close()


@pytest.fixture
def printed(playwright: Playwright, served) -> Iterator[Callable[[str], bytes]]:
    """Print pages with a browser of their own: one that has printed takes no more clicks."""
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)

    def as_pdf(path: str) -> bytes:
        page = browser.new_page()
        page.goto(served.url + path)
        return page.pdf(format="A4")

    yield as_pdf
    browser.close()


@pytest.fixture
def opened(browser: Browser, served) -> Iterator[Opens]:
    """Open pages; at the end none may have complained or called another host."""
    wrong: list[str] = []
    contexts = []

    def open_page(path: str, width: int = 1280, **rest: object) -> Page:
        height = 800 if width > 500 else 780
        context = browser.new_context(viewport={"width": width, "height": height}, **rest)
        contexts.append(context)
        page = context.new_page()
        watch(page)
        page.goto(served.url + path)
        return page

    def watch(page: Page) -> None:
        page.on("console", lambda m: wrong.append(m.text) if m.type in ("error", "warning") else 0)
        page.on("pageerror", lambda fault: wrong.append(str(fault)))
        page.on("request", lambda r: wrong.append(r.url) if foreign(r.url) else 0)
        page.on("response", lambda r: wrong.append(f"{r.status} {r.url}") if r.status > 399 else 0)

    def foreign(url: str) -> bool:
        return not url.startswith((served.url, "data:", "blob:"))

    yield open_page
    for context in contexts:
        context.close()
    assert wrong == []


def ask(page: Page, question: str) -> None:
    """Type a question and wait for its reply."""
    # The box is drawn before the chat listens to it.
    expect(page.locator(f"#chat .example, {REPLY}").first).to_be_visible(timeout=15_000)
    replies = page.locator(REPLY).count()
    page.locator(BOX).fill(question)
    page.locator(BOX).press("Enter")
    expect(page.locator(REPLY)).to_have_count(replies + 1, timeout=30_000)
