"""Text as readers see it: nothing invisible, and of PDF pages nothing that every page says."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from knowledge.scripts import UNSEEN

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]")
_BREAKS = re.compile(r"\r\n?|[\x0c\x85\u2028\u2029]")
_BLANKS = re.compile(r"[^\S\n]+")
_EMPTY = re.compile(r"\n{3,}")
# PDF fonts give radicals and compatibility forms for plain characters: ⼀ is not 一.
_FORMS = re.compile(r"[\u2e80-\u2fdf\uf900-\ufaff]")

_EDGE = 2  # lines at the top and at the foot of a page that may repeat
_PAGE_NUMBER = re.compile(
    r"(?:[-–—·•|]\s*)?(?:第\s*\d+\s*[页頁]|page\s+\d+|\d+)"
    r"(?:\s*(?:[,，/／]|of|共)\s*(?:共\s*)?\d+\s*[页頁]?)?(?:\s*[-–—·•|])?",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[。！？；：.!?;:…][”’」』）)]*$")
_SENTENCE = re.compile(r"[。！？；]$")  # no header or footer ends so
_OPENS = re.compile(
    r"#|[-*•●·▪]\s|[（(]?[\d一二三四五六七八九十]{1,3}[）).、．]"
    r"|第[〇零一二三四五六七八九十百千\d]+[编編章节節条條]|附[件录錄]|Article\s+\d",
    re.IGNORECASE,
)
_FULL = 0.85  # a line this near to the widest was broken by the margin, not by the writer


def tidy(text: str) -> str:
    """Return the text with single blanks, single empty lines and nothing invisible."""
    text = _CONTROL.sub("", UNSEEN.sub("", _BREAKS.sub("\n", text)))
    text = _FORMS.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    text = _BLANKS.sub(" ", unicodedata.normalize("NFC", text))
    return _EMPTY.sub("\n\n", "\n".join(line.strip() for line in text.split("\n"))).strip()


def join_pages(pages: Sequence[str]) -> str:
    """Return the running text of pages: headers, footers and page numbers gone, lines rejoined."""
    split = [[line for line in tidy(page).split("\n") if line] for page in pages]
    seen = Counter(key for lines in split for key in {_key(lines[at]) for at in _edges(lines)})
    # Two pages may begin alike by chance; from three on, what most of them say is furniture.
    repeated = {key for key, times in seen.items() if len(pages) > 2 and times > len(pages) / 2}
    kept = (line for lines in split for line in _without(lines, repeated))
    return "\n\n".join(_paragraphs(list(kept)))


def _edges(lines: Sequence[str]) -> set[int]:
    count = len(lines)
    outer = {*range(min(_EDGE, count)), *range(max(0, count - _EDGE), count)}
    return {at for at in outer if not _SENTENCE.search(lines[at])}


def _key(line: str) -> str:
    return re.sub(r"\d+", "0", line)


def _without(lines: Sequence[str], repeated: set[str]) -> Iterator[str]:
    edges = _edges(lines)
    for at, line in enumerate(lines):
        outermost = at in (0, len(lines) - 1)
        number = outermost and len(lines) > 1 and _PAGE_NUMBER.fullmatch(line)
        if not (number or (at in edges and _key(line) in repeated)):
            yield line


def _paragraphs(lines: Sequence[str]) -> Iterator[str]:
    widest = max(map(_width, lines), default=0)
    current = last = ""
    for line in lines:
        broken = current and _width(last) >= _FULL * widest and not _ENDS.search(last)
        if broken and not _OPENS.match(line):
            current += _gap(current, line) + line
        else:
            if current:
                yield current
            current = line
        last = line
    if current:
        yield current


def _gap(before: str, after: str) -> str:
    """Latin words are set apart; Chinese characters are not."""
    return " " if before[-1].isascii() and after[0].isascii() else ""


def _width(line: Iterable[str]) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line)
