"""Answer to text that is read: pure."""

from __future__ import annotations

import re
from html import escape

from assistant.types import Answer

_LABEL = re.compile(r" ?\[(S\d+)\](?!\()")


def terminal(answer: Answer) -> str:
    """Return the reply with its sources, for a terminal."""
    blocks = [answer.text]
    if answer.options:
        blocks.append("\n".join(f"{n}. {o.label}" for n, o in enumerate(answer.options, 1)))
    if answer.citations:
        blocks.append("\n".join(sources(answer)))
    return "\n\n".join(blocks)


def sources(answer: Answer) -> list[str]:
    """Return a line for each source cited."""
    return [
        f"[{c.label}] {c.title}{' ' + c.article if c.article else ''}"
        + (f" ({c.effective_from:%Y-%m-%d})" if c.effective_from else "")
        for c in answer.citations
    ]


def body(answer: Answer) -> str:
    """Return the reply as Markdown for a page that shows the procedure and the date beside it.

    The line that ends with the procedure's link is left out, and each label links to its source.
    """
    text = answer.text
    if answer.procedure:
        link = f"]({answer.procedure.url})"
        blocks = text.split("\n\n")
        if len(blocks) > 1 and link in blocks[-1] and not blocks[-1].startswith("- "):
            text = "\n\n".join(blocks[:-1])
    urls = {one.label: one.url for one in answer.citations if one.url}

    def linked(match: re.Match[str]) -> str:
        label = match[1]
        if label not in urls:
            return match[0]
        return f'<a class="cite" href="{escape(urls[label])}">{label}</a>'

    return _LABEL.sub(linked, text)
