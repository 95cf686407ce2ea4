"""An answer as the chat shows it: its Markdown, then the procedure's card and the sources."""

from __future__ import annotations

import re

from assistant.types import Answer, Outcome
from assistant.web.context import Site
from assistant.web.pages.look import templates
from assistant.web.view import body
from knowledge.languages import language

_BREAK = re.compile(r"\s*\n\s*")


def bubble(site: Site, answer: Answer) -> str:
    """Return Markdown with HTML below it, in the language and script of the answer."""
    words = site.words_in(answer.language, answer.script)
    html = (
        templates()
        .get_template("bubble.html")
        .render(answer=answer, w=words, day=language(answer.language).written_date)
    )
    # On one line: a blank line would end the HTML for Markdown.
    text = body(answer, words("chat.more"))
    if answer.outcome is Outcome.ANSWERED:
        text = site.terms_in(answer.language, answer.script).mark(text)
    return f"{text}\n\n{_BREAK.sub(' ', html).strip()}".strip()
