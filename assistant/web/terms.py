"""Marks official words in what is shown: each leads to its explanation, and carries it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from knowledge.language import Language
from knowledge.scripts import convert
from knowledge.types import Term

_MOST = 5  # marked words in one text: more would hide what it says
# What is no plain words: links, and whatever stands in angle brackets.
_KEPT = re.compile(r"(<a\b.*?</a>|<[^>]*>|\[[^\]]*\]\([^)]*\))", re.DOTALL)


class Terms:
    """The glossary in one language and script, as a reader of the pages sees it."""

    def __init__(self, terms: Iterable[Term], spoken: Language, script: str) -> None:
        def shown(text: str) -> str:
            return convert(text, spoken.script, script)

        self._known = {
            escape(shown(term.official[spoken.code]), quote=False).casefold(): (
                term.id,
                shown(term.explain[spoken.code]),
            )
            for term in terms
        }
        longest = sorted(map(re.escape, self._known), key=len, reverse=True)
        self._pattern = re.compile(
            rf"(?<![A-Za-z0-9])(?:{'|'.join(longest)})(?![A-Za-z0-9])", re.IGNORECASE
        )

    def mark(self, html: str, seen: set[str] | None = None) -> str:
        """Return HTML or Markdown with the first use of each term linked to the glossary.

        `seen` holds the ids that were marked before on the same page; those marked now join it.
        """
        seen = set() if seen is None else seen
        first = len(seen)

        def link(found: re.Match[str]) -> str:
            identity, says = self._known[found[0].casefold()]
            if identity in seen or len(seen) - first >= _MOST:
                return found[0]
            seen.add(identity)
            address = f"/glossary#{identity}"
            return f'<a class="term" href="{address}" title="{escape(says)}">{found[0]}</a>'

        parts = _KEPT.split(html)
        return "".join(
            part if place % 2 else self._pattern.sub(link, part) for place, part in enumerate(parts)
        )
