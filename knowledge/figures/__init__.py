"""Figures in free text: found, and brought to one form in every notation, script and language.

Used wherever a figure must stand by another: content checks, the answer guard, speech, prefill.
"""

from knowledge.figures.finding import find, keys, unsupported
from knowledge.figures.kinds import Figure, Key, Kind, same
from knowledge.figures.numerals import parse_number, to_chinese
from knowledge.figures.provisions import article_key

__all__ = [
    "Figure",
    "Key",
    "Kind",
    "article_key",
    "find",
    "keys",
    "parse_number",
    "same",
    "to_chinese",
    "unsupported",
]
