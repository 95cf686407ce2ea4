"""Answer to text that is read: pure."""

from __future__ import annotations

import re
from html import escape

from assistant.types import Answer, Outcome
from knowledge.languages import language
from knowledge.scripts import convert

_MARKED = re.compile(
    r" ?\[(?P<label>S\d+)\](?!\()|\[(?P<title>[^\[\]]+)\]\((?P<url>[^()\s]+)\)|[\\`*~\[\]<>&]"
)
_SHOWN = 4  # points after the sentence that answers
_LIST = re.compile(r"- |\d+\. ")
_OPENS = re.compile(r"[:：](?: \[S\d+\])*$")
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


def body(answer: Answer, more: str) -> str:
    """Return the reply as Markdown for a page that shows the procedure and the date beside it.

    What only lies near the question is folded under the words `more`.

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

    first, rest, last = _parted(text, answer)
    parts = [_MARKED.sub(shown, "\n\n".join(blocks)) for blocks in (first, rest, last)]
    if rest:
        parts[1] = f'<details class="more"><summary>{more}</summary>\n\n{parts[1]}\n\n</details>'
    return "\n\n".join(filter(None, parts))


def _parted(text: str, answer: Answer) -> tuple[list[str], list[str], list[str]]:
    """Return the blocks that answer, those that lie near, and those that warn.

    A list that a line opens is shown whole: the papers, the steps, what the office must confirm.
    """
    wording = language(answer.language).wording
    besides, confirm = (
        convert(line, language(answer.language).script, answer.script)
        for line in (wording.besides, wording.to_confirm)
    )
    blocks = text.split("\n\n")
    end = blocks.index(confirm) if confirm in blocks else len(blocks)
    while end and answer.outcome is Outcome.ANSWERED and not _is_list(blocks[end - 1]):
        end -= 1  # the sources by name
    start = blocks.index(besides) if besides in blocks[:end] else end
    first, rest = blocks[:start], blocks[start + 1 : end]
    for place, block in enumerate(first):
        lines = block.split("\n")
        if block.startswith("- ") and len(lines) > _SHOWN + 1 and not _opens(first[:place]):
            first[place] = "\n".join(lines[:_SHOWN])
            rest = ["\n".join(lines[_SHOWN:]), *rest]
            break
    return first, rest, blocks[end:]


def _is_list(block: str) -> bool:
    return bool(_LIST.match(block))


def _opens(blocks: list[str]) -> bool:
    """Whether the last block is a line that opens the list after it."""
    return bool(blocks) and _OPENS.search(blocks[-1]) is not None


def _escaped(text: str) -> str:
    """Return text that Markdown shows as it is written."""
    return re.sub(r"[\\`*~\[\]]", r"\\\g<0>", escape(text, quote=False))
