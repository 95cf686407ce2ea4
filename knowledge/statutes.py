"""A statute's Markdown or plain text, taken apart into its articles.

Read are the texts as published: an optional header that ends with ``<!-- INFO END -->``, headings
第…编/章/节 (Markdown or plain lines), and articles that open a paragraph with 第…条 or "Article N"
and run on until the next one. A reference to an article in running text opens nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.figures import article_key

STATE = "中华人民共和国"
"""Opens the full titles of national statutes, and is left out in everyday ones."""

_INFO_END = "<!-- INFO END -->"
_NUMERAL = r"[〇零一二两兩三四五六七八九十百千\d]+"
_INVISIBLE = re.compile(r"[\u200b\u200c\u200d\u2060\ufeff]")
_MARKS = re.compile(r"^(?:#{1,6}|[->])\s+")

_ARTICLE = re.compile(
    rf"第\s?{_NUMERAL}\s?[条條](?:之{_NUMERAL})?|Article\s+\d+(?:-\d+)?", re.IGNORECASE
)
_BLANK = " \t\u3000\u00a0"
_OPENS = re.compile(rf"[*_]{{0,3}}(?:$|[{_BLANK}：:.【\[])")
# 第十条规定的…, Article 10 of…: the paragraph talks about an article.
_MENTION = re.compile(
    r"第|规定|規定|所|的|款|[、，,；;和及至或与與]| ?(?:of|and|or|to|shall|does|is|applies)\b",
    re.IGNORECASE,
)

_DEPTHS = {"编": 1, "編": 1, "part": 1, "章": 2, "chapter": 2, "节": 3, "節": 3, "section": 3}
_HEADING = re.compile(
    rf"(?:第\s?{_NUMERAL}\s?(?P<zh>[编編章节節])|(?P<en>Part|Chapter|Section)\s+(?:\d+|[IVXLC]+)\b)"
    rf"[{_BLANK}：:.]*(?P<name>[^。；;]{{0,60}})$",
    re.IGNORECASE,
)
# A heading too long for its line goes on in the next: no sentence, so without its marks.
_HEADING_GOES_ON = re.compile(r"[^。；;：:！？.!?]{1,40}$")
_CJK_BLANK = re.compile(r"(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])")


@dataclass(frozen=True, slots=True)
class Article:
    """One article.

    ``number`` is the key that ``article_key`` gives ("47", "20-1"), None for text outside any
    article: an annex, or the whole of a text that has no articles. ``label`` is the number as
    published ("第四十七条"), empty where there is none. ``heading_path`` runs from the widest
    heading to the nearest. ``text`` leaves the label out; each line of it is one paragraph.
    """

    number: str | None
    label: str
    heading_path: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Statute:
    """``preamble``: what stands before the first article, dates and header included."""

    title: str
    preamble: str
    articles: tuple[Article, ...]


def split(text: str) -> Statute:
    """Split the text of one statute; never raises.

    A text without a single article becomes one Article with number None that holds everything
    but the title, so that it can still be found and quoted; an empty text has none. Blank lines
    and Markdown marks are not kept; all other text is, in order.
    """
    head, mark, body = text.partition(_INFO_END)
    if not mark:
        head, body = "", text
    head_lines, body_lines = list(_lines(head)), list(_lines(body))
    title = _take_title(head_lines if mark else body_lines)
    gatherer = _Gatherer()
    for line in body_lines:
        gatherer.take(line)
    gatherer.close()
    if not gatherer.articles:
        whole = "\n".join(map(_bare, head_lines + body_lines))
        return Statute(title, "", (Article(None, "", (), whole),) if whole else ())
    before = [_bare(line) for line in head_lines] + gatherer.lead
    return Statute(title, "\n".join(before), tuple(gatherer.articles))


def _lines(text: str) -> Iterator[str]:
    for line in _INVISIBLE.sub("", text).splitlines():
        if stripped := line.strip():
            yield stripped


def _bare(line: str) -> str:
    return _MARKS.sub("", line)


def _take_title(lines: list[str]) -> str:
    """Remove and return the title: the first line, unless a heading or an article opens there."""
    if not lines:
        return ""
    first = _bare(lines[0]).strip("*_ ")
    if not lines[0].startswith("# ") and (
        len(first) > 80 or _heading(lines[0]) or _ARTICLE.match(first)
    ):
        return ""
    lines.pop(0)
    return _CJK_BLANK.sub("", first)


class _Gatherer:
    """Takes the body line by line; what belongs to no article yet is the lead."""

    def __init__(self) -> None:
        self.lead: list[str] = []
        self.articles: list[Article] = []
        self._path: dict[int, str] = {}
        self._open: tuple[str | None, str, list[str]] | None = None  # number, label, paragraphs
        self._last: str | None = None
        self._wrapped: int | None = None  # the depth of the heading just read

    def take(self, line: str) -> None:
        wrapped, self._wrapped = self._wrapped, None
        if heading := _heading(line):
            self.close()
            depth, name = heading
            self._wrapped = depth if _HEADING.match(_bare(line)) else None
            self._path = {at: other for at, other in self._path.items() if at < depth}
            self._path[depth] = name
        elif opened := _article(line, self._last):
            self.close()
            label, rest = opened
            self._last = article_key(label)
            self._open = (self._last, label, [rest] if rest else [])
        elif wrapped and _HEADING_GOES_ON.match(_bare(line)):
            self._path[wrapped] += _CJK_BLANK.sub("", _bare(line))
        elif self._open:
            self._open[2].append(_bare(line))
        elif self._last is None:
            self.lead.append(_bare(line))
        else:
            self._open = (None, "", [_bare(line)])

    def close(self) -> None:
        if self._open:
            number, label, paragraphs = self._open
            path = tuple(self._path[depth] for depth in sorted(self._path))
            self.articles.append(Article(number, label, path, "\n".join(paragraphs)))
        self._open = None


def _heading(line: str) -> tuple[int, str] | None:
    """Its depth and its name with the stray blanks gone (总　则 -> 总则)."""
    marked = re.match(r"(#{1,6})\s+", line)
    bare = _bare(line).strip("*_ ")
    match = _HEADING.match(bare)
    if match:
        depth = _DEPTHS[(match["zh"] or match["en"]).lower()]
        number = _CJK_BLANK.sub("", bare[: match.start("name")].strip(_BLANK + "：:."))
        return depth, f"{number} {_CJK_BLANK.sub('', match['name'].strip())}".strip()
    if marked and not _ARTICLE.match(bare):
        return len(marked[1]), _CJK_BLANK.sub("", bare)
    return None


def _article(line: str, last: str | None) -> tuple[str, str] | None:
    """The label and the rest of a line that opens an article.

    A blank after the number is how articles are printed; without one the number has to be the
    next in order, because a wrapped sentence may begin with a reference.
    """
    bare = _bare(line).lstrip("*_")
    match = _ARTICLE.match(bare)
    if not match:
        return None
    after = bare[match.end() :]
    if _MENTION.match(after) or not (_OPENS.match(after) or _follows(last, match[0])):
        return None
    return re.sub(r"\s+", " ", match[0]), after.lstrip(_BLANK + "*_：:.")


def _follows(last: str | None, label: str) -> bool:
    key = article_key(label)
    if key is None:
        return False
    main, _, inserted = key.partition("-")
    before, _, before_inserted = (last or "0").partition("-")
    if inserted:
        return main == before and int(inserted) == int(before_inserted or 0) + 1
    return int(main) == int(before) + 1
