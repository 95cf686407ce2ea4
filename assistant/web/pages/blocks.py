"""What the chat is made of, in Gradio. Imported only where the chat is mounted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import gradio as gr
from gradio.components.chatbot import ExampleMessage

from assistant.records.feedback import Vote
from assistant.types import Answer
from assistant.web.context import Site
from assistant.web.pages.bubble import bubble
from assistant.web.pages.dressing import token
from assistant.web.pages.memory import Choice, Memory, recall
from assistant.web.turns import take_turn

# Three in the visitor's language, one in each of the others: any of them is answered.
_EXAMPLES = (("shop", 0), ("close", 0), ("fee", 0), ("close", 1), ("fee", 2))
_AT_ONCE = 16  # turns
# The tab's own storage: two tabs are two conversations, and closing one forgets it.
_READ = """() => {
  try { return JSON.parse(sessionStorage.getItem("suidao.chat")) } catch { return null }
}"""
_WRITE = """(kept) => {
  try { sessionStorage.setItem("suidao.chat", JSON.stringify(kept)) } catch {}
}"""

Step = tuple[str, list[dict[str, Any]], dict[str, Any]]


def theme() -> gr.themes.Base:
    fonts = ["var(--sans)"]
    return gr.themes.Base(font=fonts, font_mono=["ui-monospace", "monospace"])


def build(site: Site) -> gr.Blocks:
    examples: list[ExampleMessage] = [
        {"text": token(f"chat.example.{name}", turn)} for name, turn in _EXAMPLES
    ]
    with gr.Blocks(title=token("site.name"), analytics_enabled=False, fill_width=True) as blocks:
        kept = gr.JSON(visible=False)
        chat = gr.Chatbot(
            elem_id="chat",
            label=token("chat.label"),
            show_label=False,
            container=False,
            height=None,
            buttons=[],
            layout="bubble",
            examples=examples,
            latex_delimiters=[],
            allow_tags=False,
            sanitize_html=True,  # beside the escaping in view.body: words of others are shown here
            feedback_options=("Like", "Dislike"),
        )
        with gr.Row(elem_id="composer"):
            box = gr.Textbox(
                elem_id="question",
                label=token("chat.input"),
                placeholder=token("chat.placeholder"),
                lines=1,
                max_lines=6,
                max_length=5_001,  # one more than is answered: the reply says what is wrong
                container=False,
                scale=8,
            )
            send = gr.Button(token("chat.send"), elem_id="send", variant="primary", scale=1)
        clear = gr.Button(token("chat.clear"), elem_id="clear", variant="secondary", size="sm")
        _wire(site, blocks, kept, chat, box, send, clear)
    blocks.queue(default_concurrency_limit=_AT_ONCE)
    built: gr.Blocks = blocks
    return built


def _wire(
    site: Site,
    blocks: gr.Blocks,
    kept: gr.JSON,
    chat: gr.Chatbot,
    box: gr.Textbox,
    send: gr.Button,
    clear: gr.Button,
) -> None:
    def ask(text: str, before: object) -> Iterator[Step]:
        yield from _steps(site, text, recall(before))

    def tap(before: object, event: gr.SelectData) -> Iterator[Step]:
        value = event.value
        yield from _steps(
            site, value.get("text", "") if isinstance(value, dict) else value, recall(before)
        )

    def vote(before: object, event: gr.LikeData) -> None:
        said = recall(before).said
        index = event.index if isinstance(event.index, int) else event.index[0]
        if index >= len(said) or not (answer := said[index].answer):
            return
        given: Vote = 1 if event.liked is True else -1
        if site.records.feedback.keep(answer, given):
            site.metrics.vote(given)
            found = site.records.answers.find(answer)
            words = site.words[found.language] if found else next(iter(site.words.values()))
            gr.Info(words("chat.thanks"), duration=4, title="")

    def restore(before: object) -> tuple[list[dict[str, Any]], dict[str, Any]]:
        memory = recall(before)
        return memory.shown(), memory.model_dump()

    def forget(before: object) -> tuple[list[dict[str, Any]], dict[str, Any]]:
        if session := recall(before).session:
            site.records.conversations.forget(session)
        return [], Memory().model_dump()

    quiet: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
    # Not queued: a question sent while the stream of another event closes would wait for ever.
    at_once: dict[str, Any] = {**quiet, "queue": False}
    # Hidden components exist only on the server: the browser writes what it was handed.
    blocks.load(restore, [kept], [chat, kept], js=_READ, **at_once)
    turns = [
        gr.on([box.submit, send.click], ask, [box, kept], [box, chat, kept], **quiet),
        chat.example_select(tap, [kept], [box, chat, kept], **quiet),
        chat.option_select(tap, [kept], [box, chat, kept], **quiet),
        clear.click(forget, [kept], [chat, kept], **at_once),
    ]
    for turn in turns:
        turn.then(None, [kept], None, js=_WRITE, **quiet)
    chat.like(vote, [kept], None, **quiet)


def _steps(site: Site, text: str, before: Memory) -> Iterator[Step]:
    """Show the question at once, then the reply."""
    asked = before.with_question(text.strip()) if text.strip() else before
    yield "", asked.shown(), asked.model_dump()
    answer = take_turn(site, text, before.session)
    told = asked.with_reply(bubble(site, answer), answer.id, answer.session, _choices(answer))
    yield "", told.shown(), told.model_dump()


def _choices(answer: Answer) -> list[Choice]:
    if answer.options:
        return [Choice(label=one.label, value=one.question) for one in answer.options]
    return [Choice(label=one, value=one) for one in answer.suggestions]
