"""A reply as the chat shows it: our links and labels are links, the words of others are words."""

from __future__ import annotations

import asyncio
from datetime import date

import pytest
from markdown_it import MarkdownIt

from assistant.build import Live
from assistant.records import Records
from assistant.types import Answer, Citation, Outcome, ProcedureCard, ProcedureLink
from assistant.web.context import Site
from assistant.web.pages.bubble import bubble
from assistant.web.view import body
from assistant.web.words import load_words
from knowledge.catalogue import CONTENT
from knowledge.languages import language

HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "[x](https://evil.example)",
    "![x](https://evil.example/x.png)",
    "[x](/procedures/llc-establish 'title')",
    "[x][S9]\n\n[S9]: https://evil.example",
    "\\[x](https://evil.example)",
    "[[x](https://evil.example)](/procedures/llc-establish)",
    "```\n",
    "~~~\n",
]
CARD = ProcedureCard(id="llc-establish", title="设立", url="/procedures/llc-establish")


def answer(text: str, **rest: object) -> Answer:
    citations = (
        Citation(
            label="S1", title="花灯<b>条例", says=text, verbatim=True, url="/documents/a#part-1"
        ),
        Citation(label="S2", title="花灯条例", says=text),
    )
    return Answer(
        id="a",
        session=None,
        language="zh",
        script="hans",
        outcome=Outcome.ANSWERED,
        text=text,
        citations=citations,
        as_of=date(2026, 11, 23),
        **rest,
    )


def shown_of(given: Answer) -> str:
    return body(given, "more")


def rendered(markdown: str) -> str:
    return MarkdownIt("commonmark", {"html": True}).render(markdown)


@pytest.mark.parametrize("text", HOSTILE)
def test_the_words_of_a_document_are_shown_as_written(text: str) -> None:
    shown = rendered(shown_of(answer(f"{text} 后面的话 [S1]", procedure=CARD)))
    assert shown.count("<a ") == shown.count('<a class="cite"') == 1
    for tag in ("<img", "<script", "<code", "evil.example/x.png)</a>"):
        assert tag not in shown
    assert "后面的话" in shown


def test_our_own_links_and_labels_are_links() -> None:
    other = ProcedureLink(id="b", title="变更", url="https://suidao.example/procedures/b")
    text = f"先办[变更]({other.url})。 [S1][S2]\n\n- 一\n- 二 [S1]"
    shown = rendered(shown_of(answer(text, alternatives=(other,))))
    assert f'<a href="{other.url}">变更</a>' in shown
    assert shown.count('<a class="cite" href="/documents/a#part-1">S1</a>') == 2
    assert "[S2]" in shown and shown.count("<li>") == 2


def test_the_line_with_the_link_is_left_out() -> None:
    shown = shown_of(answer(f"办好了。\n\n去办：[设立]({CARD.url})", procedure=CARD))
    assert shown == "办好了。"


def test_what_only_lies_near_is_folded_and_what_warns_is_not() -> None:
    points = "\n".join(f"- 第{n}点。" for n in range(1, 8))
    text = f"要20日。 [S1]\n\n{points}\n\n还要向办理部门确认：\n\n- 先问窗口。"
    shown = shown_of(answer(text))
    before, _, after = shown.partition('<details class="more"><summary>more</summary>')
    folded, _, last = after.partition("</details>")
    assert "第4点" in before and "第5点" not in before
    assert "第5点" in folded and "第7点" in folded and "先问窗口" not in folded
    assert "先问窗口" in last


def test_a_list_that_was_asked_for_is_shown_whole() -> None:
    papers = "\n".join(f"- 材料{n}" for n in range(1, 9))
    text = f"准备好这8样： [S1]\n\n{papers}\n\n{language('zh').wording.besides}\n\n- 不收费。"
    before, _, folded = shown_of(answer(text)).partition("<details")
    assert "材料8" in before
    assert "不收费" in folded and language("zh").wording.besides not in folded


@pytest.fixture
def site(place, live: Live, kept: Records) -> Site:
    return Site(live, kept, load_words(CONTENT), place.settings, place.knowledge)


def test_a_bubble_holds_no_markup_of_a_document(site: Site) -> None:
    shown = rendered(bubble(site, answer(HOSTILE[0] + HOSTILE[2])))
    assert "<img" not in shown and 'evil.example"' not in shown and "<b>条例" not in shown
    assert '<details class="sources">' in shown


def test_the_chat_lets_no_script_through_either(site: Site) -> None:
    import gradio as gr

    from assistant.web.pages import blocks

    async def built() -> gr.Blocks:
        # Outside a running loop Gradio makes loops of its own and never closes them.
        return blocks.build(site)

    chats = [one for one in asyncio.run(built()).blocks.values() if isinstance(one, gr.Chatbot)]
    assert [one.sanitize_html for one in chats] == [True]
