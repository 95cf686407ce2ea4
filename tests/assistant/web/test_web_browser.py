"""The site in a real browser, as people meet it: three languages, keyboard, phone, paper."""

from __future__ import annotations

import json

import pytest
from browsing import BOX, REPLY, Opens, ask, needs_a_browser
from playwright.sync_api import Page, expect

pytestmark = needs_a_browser


def remembered(page: Page) -> dict:
    page.wait_for_function("sessionStorage.getItem('suidao.chat')?.includes('assistant')")
    return json.loads(page.evaluate("sessionStorage.getItem('suidao.chat')"))


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


def test_a_tapped_word_is_explained_where_it_stands(opened: Opens) -> None:
    page = opened("/?lang=zh")
    ask(page, "公司没开过业，想注销要多久？")
    word = page.locator(f"{REPLY} a.term").first
    word.focus()
    page.keyboard.press("Enter")
    pop = page.locator(".term-pop")
    expect(pop).to_be_visible()
    expect(pop.get_by_role("link")).to_have_attribute("href", word.get_attribute("href") or "")
    assert len(pop.inner_text()) > 10
    page.keyboard.press("Escape")
    expect(pop).to_have_count(0)
    expect(word).to_be_focused()


def test_a_permit_is_opened_by_its_address(opened: Opens) -> None:
    page = opened("/permits?lang=zh#catering")
    expect(page.locator("#catering")).to_be_visible()
    expect(page.locator("#tobacco-retail")).to_be_hidden()


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
