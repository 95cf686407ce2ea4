"""What a text file may say of itself between two lines of --- at its top."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import yaml

from ingest.originals import Original

_BLOCK = re.compile(r"\A---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
_WORDS = ("title", "url")
_DATES = ("effective_from", "effective_to")


@dataclass(frozen=True)
class Stated:
    """A text without its front matter, and what the front matter says of the document."""

    text: str
    title: str | None = None
    rest: dict[str, Any] = field(default_factory=dict)  # url and dates, as Document has them


def stated(original: Original) -> Stated:
    """Read a text file; SourceUnreadable where its front matter is no plain YAML."""
    text = original.text().replace("\r\n", "\n")
    block = _BLOCK.match(text)
    if not block:
        return Stated(text)
    try:
        # A few lines of aliases unfold into more than any memory holds.
        if any(isinstance(one, yaml.AliasEvent) for one in yaml.parse(block[1], yaml.SafeLoader)):
            raise original.refusal("has front matter with aliases", "write their text out")
        said = yaml.safe_load(block[1])
    except (yaml.YAMLError, ValueError, RecursionError) as fault:
        raise original.refusal("has front matter that is no YAML", "mend it") from fault
    if not isinstance(said, dict):
        return Stated(text)
    for key in _DATES:
        if said.get(key) is not None and type(said[key]) is not date:
            raise original.refusal(f"states no date in {key}", "write it as 2024-07-01")
    for key in _WORDS:
        if isinstance(said.get(key), (dict, list)):
            raise original.refusal(f"states no text in {key}", "write it on one line")
    rest = {key: said[key] for key in _DATES if said.get(key)}
    words = {key: str(said[key]) for key in _WORDS if said.get(key)}
    title = words.pop("title", None)
    return Stated(text[block.end() :], title, rest | words)
