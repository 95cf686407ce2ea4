"""How text is compared in scoring: script, case and blanks folded, figures by their value."""

from __future__ import annotations

import re

from knowledge.figures import keys
from knowledge.scripts import fold

_NOT_WORDS = re.compile(r"[\s\-–—'’‘\"“”「」『』《》()（）\[\]*_]+")


def flat(text: str) -> str:
    """Return text without what no reader would call a difference."""
    return _NOT_WORDS.sub("", fold(text))


def holds(text: str, wanted: str) -> bool:
    """Tell whether `wanted` stands in `text`: as words, or every figure of it by value."""
    if flat(wanted) in flat(text):
        return True
    figures = keys(wanted)
    words = re.sub(r"[\W\d_]+", "", fold(wanted))
    # Only where the alternative is a figure and its unit, not a sentence with a figure in it.
    return bool(figures) and len(words) <= 14 and figures <= keys(text)
