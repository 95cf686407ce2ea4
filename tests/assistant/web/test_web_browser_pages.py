"""The pages in a real browser: phone, paper, a dark system, doors that are closed."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest
from browsing import BOX, Opens, ask, needs_a_browser
from playwright.sync_api import Page, expect

pytestmark = needs_a_browser
PAGES = [
    "/",
    "/procedures",
    "/procedures/simple-deregistration",
    "/policies",
    "/policies/paid-in-capital",
    "/glossary",
    "/about",
    "/docs",
]


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


@pytest.mark.parametrize("width", [360, 390])
@pytest.mark.parametrize("size", ["normal", "larger"])
def test_a_phone_never_scrolls_sideways(opened: Opens, width: int, size: str) -> None:
    page = opened(f"/about?lang=en&size={size}", width)
    for path in PAGES:
        for code in ("zh", "en"):
            page.goto(f"{page.url.split('/', 3)[0]}//{page.url.split('/')[2]}{path}?lang={code}")
            page.wait_for_load_state("networkidle")
            assert fits(page), (path, code)
    if size == "normal":
        page.goto(f"{page.url.split('/', 3)[0]}//{page.url.split('/')[2]}/?lang=zh")
        ask(page, "公司没开过业，想注销要多久？")
        assert fits(page)


def test_a_procedure_is_ticked_off_and_printed(
    opened: Opens, printed: Callable[[str], bytes]
) -> None:
    page = opened("/procedures/simple-deregistration?lang=zh")
    boxes = page.locator("section > .checklist input")
    boxes.nth(1).check()
    expect(page.locator("[data-ready]")).to_contain_text("已备好 1 /")
    page.reload()
    expect(boxes.nth(1)).to_be_checked()
    page.get_by_role("button", name="全部取消勾选").click()
    expect(boxes.nth(1)).not_to_be_checked()
    page.emulate_media(media="print")
    expect(page.locator(".top")).to_be_hidden()
    expect(page.locator(".toc")).to_be_hidden()
    expect(page.locator("section > .checklist")).to_be_visible()
    expect(page.locator(".paper-only").first).to_be_visible()
    assert len(printed("/procedures/simple-deregistration?lang=zh")) > 20_000


def test_a_dark_system_does_not_darken_the_page(opened: Opens) -> None:
    page = opened("/?lang=zh", color_scheme="dark")
    expect(page.locator(BOX)).to_be_visible(timeout=15_000)
    page.wait_for_timeout(300)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(251, 248, 242)"


@pytest.mark.parametrize(
    "path", ["/gradio_api/upload", "/gradio_api/runs", "/gradio_api/file=app.py", "/login"]
)
def test_what_the_chat_does_not_need_is_closed(served, path: str) -> None:
    assert httpx.get(served.url + path).status_code == 404
    assert httpx.post(served.url + path, content=b"x").status_code == 404


def test_what_is_nowhere_is_said_in_a_page(served) -> None:
    missing = httpx.get(served.url + "/nope", headers={"accept": "text/html"})
    assert missing.status_code == 404 and '<html lang="' in missing.text
    assert httpx.get(served.url + "/nope").headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("path", ["/procedures/llc-establish", "//evil.example"])
def test_a_slash_at_the_end_leads_to_the_page(served, path: str) -> None:
    moved = httpx.get(f"{served.url}{path}/?lang=en", headers={"accept": "text/html"})
    assert (moved.status_code, moved.headers["location"]) == (307, f"/{path.lstrip('/')}?lang=en")


def test_the_chat_page_leaves_no_token_behind(served) -> None:
    for path in ("/", "/config"):
        text = httpx.get(served.url + path, headers={"accept-language": "en"}).text
        assert "@@" not in text and "How long does it take to close it?" in text
    assert "og:image" not in httpx.get(served.url).text
