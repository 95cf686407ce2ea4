"""Number plates of the mainland, with the plates of cars from Hong Kong and Macau."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.identifiers import narrowed
from knowledge.spans import Span, matches, simplified

_PLATE = re.compile(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼] ?[A-Z] ?[·.•\- ]? ?"
    r"[A-Z0-9](?: ?[A-Z0-9]){2,5} ?[港澳学警挂]?"
)


def find(text: str) -> Iterator[Span]:
    """Yield plates that hold a digit: a letter after a province alone is a road or a brand."""
    folded = simplified(narrowed(text))
    yield from matches("plate", _PLATE, folded, lambda found: bool(re.search(r"\d", found)))
