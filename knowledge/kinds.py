"""Finds which kinds of enterprise, or other cases of their own, a message names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from knowledge.languages import languages, searchable
from knowledge.types import Kind

COMMON = "company"
"""The kind that a procedure's own lists are written for."""


class Kinds:
    """Looks up what people call them, in any language, in any script."""

    def __init__(self, kinds: Iterable[Kind]) -> None:
        self._named = {
            searchable(phrase): kind.id
            for kind in kinds
            for phrases in kind.said.values()
            for phrase in phrases
        }
        # The longest first, and none inside another: 分公司 speaks of no 公司.
        longest = sorted(self._named, key=len, reverse=True)
        either = "|".join(
            rf"(?<![a-z]){re.escape(one)}(?![a-z])" if one.isascii() else re.escape(one)
            for one in longest
        )
        no = "|".join(one.marks.no.pattern for one in languages().values())
        self._pattern = re.compile(rf"(?P<no>{no})?(?P<kind>{either})") if either else None

    def rest(self, text: str) -> str:
        """Return a searchable text without the names of kinds."""
        return self._pattern.sub(" ", searchable(text)) if self._pattern else searchable(text)

    def find(self, text: str) -> tuple[str, ...]:
        """Return the ids of the kinds named, the one named last first; a denied one is none."""
        found: dict[str, None] = {}
        for match in self._pattern.finditer(searchable(text)) if self._pattern else ():
            kind = self._named[match["kind"]]
            found.pop(kind, None)
            if not match["no"]:
                found[kind] = None
        return tuple(reversed(found))
