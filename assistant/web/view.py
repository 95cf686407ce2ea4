"""Answer to text that is read: pure."""

from __future__ import annotations

import re
from html import escape

from assistant.types import Answer

_MARKED = re.compile(
    r" ?\[(?P<label>S\d+)\](?!\()|\[(?P<title>[^\[\]]+)\]\((?P<url>[^()\s]+)\)|[\\`*~\[\]<>&]"
)
_LINK = re.compile(r"\[(?P<title>[^\[\]]+)\]\((?:https?://[^/)]+)?(?P<path>/[^()\s]*)\)")


def terminal(answer: Answer, home: str) -> str:
    """Return the reply with its sources, for a terminal; links begin with the address `home`."""
    blocks = [_LINK.sub(lambda found: f"{found['title']} <{home}{found['path']}>", answer.text)]
    if answer.options:
        blocks.append("\n".join(f"{n}. {o.label}" for n, o in enumerate(answer.options, 1)))
    if answer.citations:
        blocks.append("\n".join(sources(answer)))
    return "\n\n".join(blocks)


def sources(answer: Answer) -> list[str]:
    """Return a line for each source cited."""
    return [
        f"[{c.label}] {c.title}{' ' + c.article if c.article else ''}"
        + (f" ({c.rendered})" if c.rendered else "")
        + (f" ({c.effective_from:%Y-%m-%d})" if c.effective_from else "")
        for c in answer.citations
    ]


def body(answer: Answer) -> str:
    """Return the reply as Markdown for a page that shows the procedure and the date beside it.

    The line that ends with the procedure's link is left out, and each label links to its source.
    A reply may quote a document that was taken in: of its words none is HTML, and none a link that
    the answer does not hand out itself.
    """
    text = answer.text
    if answer.procedure:
        link = f"]({answer.procedure.url})"
        blocks = text.split("\n\n")
        if len(blocks) > 1 and link in blocks[-1] and not blocks[-1].startswith("- "):
            text = "\n\n".join(blocks[:-1])
    urls = {one.label: one.url for one in answer.citations if one.url}
    pages = {one.url for one in (answer.procedure, *answer.also, *answer.alternatives) if one}

    def shown(match: re.Match[str]) -> str:
        if url := urls.get(match["label"]):
            return f'<a class="cite" href="{escape(url)}">{match["label"]}</a>'
        if match["url"] in pages:
            return f"[{_escaped(match['title'])}]({match['url']})"
        return _escaped(match[0])

    return _MARKED.sub(shown, text)


def _escaped(text: str) -> str:
    """Return text that Markdown shows as it is written."""
    return re.sub(r"[\\`*~\[\]]", r"\\\g<0>", escape(text, quote=False))
