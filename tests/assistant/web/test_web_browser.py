"""The site in a real browser, as people meet it: three languages, keyboard, phone, paper."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator

import httpx
import pytest
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
pytestmark = [
    pytest.mark.browser,
    # Gradio's queue calls pandas in a way that pandas has given up.
    pytest.mark.filterwarnings("ignore::DeprecationWarning:gradio.queueing"),
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine"),
]
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-extensions"]
BOX, REPLY = "#question textarea", '#chat [data-testid="bot"]'
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
    # The box is drawn before the chat listens to it.
    expect(page.locator(f"#chat .example, {REPLY}").first).to_be_visible(timeout=15_000)
    replies = page.locator(REPLY).count()
    page.locator(BOX).fill(question)
    page.locator(BOX).press("Enter")
    expect(page.locator(REPLY)).to_have_count(replies + 1, timeout=30_000)


def remembered(page: Page) -> dict:
    page.wait_for_function("sessionStorage.getItem('suidao.chat')?.includes('assistant')")
    return json.loads(page.evaluate("sessionStorage.getItem('suidao.chat')"))


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


@pytest.mark.parametrize(
    ("code", "question", "words"),
    [
        ("zh", "公司没开过业，想注销要多久？", ["依据", "看办事指引", "官方办理入口", "内容截至"]),
        ("yue", "間公司冇做過生意，想執笠要幾耐？", ["依據", "睇辦事指引", "內容截至"]),
        (
            "en",
            "My company never traded. How long does it take to close it?",
            ["Sources", "Content as of"],
        ),
    ],
)
def test_asking(opened: Opens, code: str, question: str, words: list[str]) -> None:
    page = opened(f"/?lang={code}")
    ask(page, question)
    reply = page.locator(REPLY).last
    for word in words:
        expect(reply).to_contain_text(word)
    assert not reply.locator("details.sources").get_attribute("open")
    reply.locator("details.sources summary").click()
    expect(reply.locator("details.sources a").first).to_be_visible()
    expect(page.locator("h1")).to_have_count(1)
    link = reply.locator("a.go-guide")
    link.click()
    page.wait_for_url("**/procedures/**")
    page.go_back()
    expect(page.locator(REPLY)).to_have_count(1, timeout=15_000)  # the tab still knows


def test_examples_suggestions_and_follow_ups_by_tapping(opened: Opens) -> None:
    page = opened("/?lang=zh")
    page.locator("#chat .example").first.click()
    expect(page.locator(REPLY)).to_have_count(1, timeout=30_000)
    if page.locator("#chat .option").count():
        page.locator("#chat .option").first.click()
        expect(page.locator(REPLY)).to_have_count(2, timeout=30_000)
    assert len(remembered(page)["said"]) >= 2


def test_what_is_typed_is_shown_as_typed(opened: Opens) -> None:
    page = opened("/?lang=en")
    ask(page, '<img src=x onerror="document.title=1"> how do I close <b>my</b> company?')
    shown = page.locator('#chat [data-testid="user"]').last
    expect(shown).to_contain_text("<b>my</b>")
    assert shown.locator("img, b").count() == 0


def test_the_words_of_a_document_are_shown_as_written(opened: Opens) -> None:
    page = opened("/?lang=zh")
    ask(page, "第四十七条 这里是为试验写的一句原文，不是真的条文吗")
    expect(page.locator(REPLY).last).to_contain_text("<b>不是</b>")


def test_a_vote_is_kept_with_its_answer(opened: Opens, served) -> None:
    page = opened("/?lang=zh")
    ask(page, "公司没开过业，想注销要多久？")
    answer = remembered(page)["said"][-1]["answer"]
    page.get_by_role("button", name="这个回答有用").click()
    expect(page.get_by_text("您的评价已和这个回答一起记下")).to_be_visible(timeout=10_000)
    vote = served.records.feedback.find(answer)
    assert vote is not None and vote.vote == 1
    page.get_by_role("button", name="这个回答没帮上忙").click()
    page.wait_for_timeout(1_000)
    vote = served.records.feedback.find(answer)
    assert vote is not None and vote.vote == -1


def test_a_tab_keeps_its_conversation_until_it_is_cleared(opened: Opens, served) -> None:
    page = opened("/?lang=zh")
    ask(page, "公司没开过业，想注销要多久？")
    session = remembered(page)["session"]
    page.reload()
    expect(page.locator(REPLY)).to_have_count(1, timeout=15_000)
    page.get_by_role("link", name="English").click()
    expect(page.locator(REPLY)).to_have_count(1, timeout=15_000)
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert served.records.conversations.find(session)
    page.get_by_role("button", name="Clear the conversation").click()
    expect(page.locator(REPLY)).to_have_count(0)
    assert served.records.conversations.find(session) is None
    page.reload()
    expect(page.locator("#chat .example").first).to_be_visible(timeout=15_000)


def test_the_keyboard_is_enough(opened: Opens) -> None:
    page = opened("/?lang=en")
    expect(page.locator("#chat .example").first).to_be_visible(timeout=15_000)
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    assert page.url.endswith("/?lang=en#main")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.tagName") == "TEXTAREA":
            break
    expect(page.locator(BOX)).to_be_focused()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.type("How long does simple deregistration take?")
    page.keyboard.press("Enter")
    expect(page.locator(REPLY)).to_have_count(1, timeout=30_000)
    page.locator("details.sources summary").focus()
    page.keyboard.press("Enter")
    assert page.locator("details.sources").get_attribute("open") is not None


def test_the_page_says_what_it_is_to_a_screen_reader(opened: Opens) -> None:
    page = opened("/?lang=en")
    ask(page, "How long does simple deregistration take?")
    page.wait_for_timeout(300)
    expect(page.get_by_role("main")).to_have_count(1)
    expect(page.get_by_role("log", name="Conversation")).to_have_count(1)
    expect(page.get_by_role("textbox", name="Your question")).to_have_count(1)
    assert page.locator(REPLY).last.get_attribute("aria-label") == "Suidao answered"
    unnamed = page.evaluate(
        """[...document.querySelectorAll("button, a, input, textarea")].filter((node) =>
            node.offsetParent && !(node.textContent.trim() || node.ariaLabel || node.title
            || node.labels?.length || node.placeholder)).length"""
    )
    assert unnamed == 0


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
    boxes = page.locator(".checklist input")
    boxes.nth(1).check()
    expect(page.locator("[data-ready]")).to_contain_text("已备好 1 /")
    page.reload()
    expect(boxes.nth(1)).to_be_checked()
    page.get_by_role("button", name="全部取消勾选").click()
    expect(boxes.nth(1)).not_to_be_checked()
    page.emulate_media(media="print")
    expect(page.locator(".top")).to_be_hidden()
    expect(page.locator(".toc")).to_be_hidden()
    expect(page.locator(".checklist")).to_be_visible()
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


def test_the_chat_page_leaves_no_token_behind(served) -> None:
    for path in ("/", "/config"):
        text = httpx.get(served.url + path, headers={"accept-language": "en"}).text
        assert "@@" not in text and "How long does it take to close it?" in text
    assert "og:image" not in httpx.get(served.url).text
