"""The page on a run in a real browser: opened as a file, on a phone, in the dark, on paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import browser, needs_a_browser, playwright
from playwright.sync_api import Browser, Page, expect
from run_samples import HOSTILE, run_of, scored

from eval.report.page import write

__all__ = ["browser", "playwright"]  # fixtures
pytestmark = needs_a_browser
RESULTS = [
    *(scored(f"right-{n}", confidence=n / 20, seconds=0.01 + n / 400) for n in range(20)),
    scored("b", got="close", facts=0.0, lang="yue", confidence=0.7),
    scored("c", got="close", lang="en", confidence=0.95, question="How long may we pause?"),
    scored("d", wanted="close", facts=0.0, aspect=0.0, question=HOSTILE),
]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("report") / "report.html"
    write(run_of(*RESULTS), out)
    return out


@pytest.fixture(params=[(1200, "light"), (1200, "dark"), (390, "light"), (390, "dark")], ids=str)
def page(request: pytest.FixtureRequest, browser: Browser, file: Path) -> Iterator[Page]:
    width, scheme = request.param
    wrong: list[str] = []
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda fault: wrong.append(str(fault)))
    page.on("dialog", lambda dialog: wrong.append(dialog.message))
    page.on("request", lambda asked: wrong.append(asked.url) if foreign(asked.url) else None)
    page.goto(file.as_uri())
    yield page
    context.close()
    assert wrong == []


def foreign(url: str) -> bool:
    return not url.startswith(("file:", "data:"))


def test_it_fits_filters_and_leads_to_the_reply(page: Page, tmp_path: Path) -> None:
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    shown = page.locator(".reply:visible")
    expect(shown).to_have_count(3)
    page.locator("select[name=lang]").select_option("en")
    expect(page.locator("#shown")).to_have_text("1 of 3")
    page.locator("input[name=words]").fill("nothing like it")
    expect(shown).to_have_count(0)
    page.locator(".pair summary").first.click()
    page.locator(".pair a[href='#r-b.0']").click()
    expect(page.locator("[id='r-b.0']")).to_be_in_viewport()
    expect(shown).to_have_count(3)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert len(page.screenshot(path=tmp_path / "report.png", full_page=True)) > 20_000


def test_a_table_is_sorted_by_its_heads(page: Page) -> None:
    first = page.locator(".sortable tbody tr").first
    expect(first).to_contain_text("close")
    head = page.get_by_role("button", name="replies")
    head.click()
    expect(first).to_contain_text("close")
    head.click()
    expect(first).to_contain_text("pause")
    expect(page.locator(".sortable th[aria-sort=descending]")).to_contain_text("replies")


def test_without_scripts_everything_is_there(browser: Browser, file: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file.as_uri())
    expect(page.locator("#filters")).to_be_hidden()
    page.locator(".reply summary").first.click()
    expect(page.locator(".behind").first).to_be_visible()
    context.close()


def test_it_is_printed_dark_on_white(page: Page) -> None:
    page.emulate_media(media="print")
    expect(page.locator("#filters")).to_be_hidden()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    expect(page.locator("svg").first).to_be_visible()
