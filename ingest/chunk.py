"""Documents as passages: small enough to quote, with all that a quotation must name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from knowledge.languages import detect, first
from knowledge.passages import Document, Passage, PassageKind
from knowledge.statutes import split

LIMIT = 400
"""Characters of a passage, at most."""

_SAMPLE = 2_000
_QUOTES = "”’」』）)"
# From the widest to the narrowest place where a text may be cut; the last resort cuts anywhere.
_CUTS = tuple(
    map(
        re.compile,
        (
            r"(?<=\n\n)",
            r"(?<=\n)",
            rf"(?<=[。！？；])(?![{_QUOTES}])|(?<=[。！？；][{_QUOTES}])|(?<=[.!?;]\s)",
            r"(?<=[，、：,])",
            r"(?<=\s)",
        ),
    )
)
_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_MARKED = re.compile(r"(#{1,6})\s+(.+?)\s*#*$")
_NUMBERED = (
    (1, re.compile(r"第[〇零一二三四五六七八九十百\d]+[编編](?!码|號)[^。；，,;]{0,40}$")),
    (2, re.compile(r"第[〇零一二三四五六七八九十百\d]+章(?!程)[^。；，,;]{0,40}$")),
    (3, re.compile(r"第[〇零一二三四五六七八九十百\d]+[节節](?!约|約)[^。；，,;]{0,40}$")),
    (7, re.compile(r"[一二三四五六七八九十]{1,3}、[^。；，,;]{1,40}$")),
    (8, re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)][^。；，,;]{1,40}$")),
)


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of a document that stands under one anchor."""

    anchor: str
    heading_path: tuple[str, ...]
    text: str
    article: str | None = None


def chunk(document: Document) -> Iterator[Passage]:
    """Yield the passages of a document in its order; together they hold all of its text.

    A statute is cut by article, anything else by heading; what is longer than LIMIT is cut on at
    paragraphs, sentences, clauses. `url` is where the document says that it was published, else its
    page on our site at the part's anchor.
    """
    parts = _articles if document.kind is PassageKind.STATUTE else _sections
    language = _language(document.text[:_SAMPLE])
    # Whatever else a file may state there must not become a link.
    published = document.url if _ADDRESS.fullmatch(document.url or "") else None
    for part in _apart(parts(document)):
        for number, text in enumerate(_pieces(part.text)):
            yield Passage(
                id=f"{document.id}#{part.anchor}" + (f".{number}" if number else ""),
                kind=document.kind,
                language=language,
                text=text,
                document=document.id,
                title=document.title,
                heading_path=part.heading_path,
                article=part.article,
                url=published or f"/documents/{quote(document.id)}#{part.anchor}",
                status=document.status,
                effective_from=document.effective_from,
                effective_to=document.effective_to,
            )


def _language(sample: str) -> str:
    """The language of most lines: one word taken from another does not turn a whole text."""
    spoken = [found.code for line in sample.split("\n") if (found := detect(line))]
    return max(spoken, key=spoken.count) if spoken else first().code


def _articles(document: Document) -> Iterator[_Part]:
    statute = split(document.text)
    if statute.preamble:
        yield _Part("preamble", (), statute.preamble)
    for number, article in enumerate(statute.articles, 1):
        anchor = f"article-{article.number}" if article.number else f"part-{number}"
        yield _Part(anchor, article.heading_path, article.text, article.label or None)


def _apart(parts: Iterator[_Part]) -> Iterator[_Part]:
    """An annex may number its articles from one again: its anchors are told apart."""
    seen: dict[str, int] = {}
    for part in parts:
        if not part.text.strip():
            continue
        seen[part.anchor] = times = seen.get(part.anchor, 0) + 1
        anchor = part.anchor if times == 1 else f"{part.anchor}~{times}"
        yield _Part(anchor, part.heading_path, part.text, part.article)


def _sections(document: Document) -> Iterator[_Part]:
    path: dict[int, str] = {}
    body: list[str] = []
    count = 1
    for depth, line in _lines(document):
        if not depth:
            body.append(line)
            continue
        if any(body):
            yield _Part(f"part-{count}", _path(path), "\n".join(body))
            count += 1
        body = []
        path = {key: name for key, name in path.items() if key < depth} | {depth: line}
    yield _Part(f"part-{count}", _path(path), "\n".join(body))


def _path(path: dict[int, str]) -> tuple[str, ...]:
    return tuple(path[depth] for depth in sorted(path))


def _lines(document: Document) -> Iterator[tuple[int, str]]:
    """Every line with its depth as a heading, 0 for text. The title is no heading of its own."""
    lines = document.text.split("\n")
    depths = _depths(lines)
    for at, (depth, line) in enumerate(zip(depths, lines, strict=True)):
        marked = _MARKED.match(line)
        name = marked[2] if depth and marked else line
        if depth and name == document.title:
            continue
        # A heading over nothing is an item of a list: 一、身份证 二、租赁合同. It stays text.
        yield (depth if _leads(depths, lines, at) else 0), name


def _depths(lines: Sequence[str]) -> list[int]:
    depths: list[int] = []
    fenced = False
    for line in lines:
        fence = line.startswith(("```", "~~~"))
        fenced ^= fence
        depths.append(0 if fenced or fence else _depth(line))
    return depths


def _depth(line: str) -> int:
    if marked := _MARKED.match(line):
        return len(marked[1])
    return next((depth for depth, shape in _NUMBERED if shape.match(line)), 0)


def _leads(depths: Sequence[int], lines: Sequence[str], at: int) -> bool:
    if not depths[at]:
        return False
    follows = next((i for i in range(at + 1, len(lines)) if lines[i]), None)
    return follows is not None and not 0 < depths[follows] <= depths[at]


def _pieces(text: str) -> Iterator[str]:
    for piece in _cut(text, 0):
        if stripped := piece.strip():
            yield stripped


def _cut(text: str, level: int) -> list[str]:
    """Cut at the widest places that do, into pieces of about the same length."""
    if len(text.strip()) <= LIMIT:
        return [text]
    if level == len(_CUTS):
        return [text[at : at + LIMIT] for at in range(0, len(text), LIMIT)]
    parts = [piece for part in _CUTS[level].split(text) for piece in _cut(part, level + 1)]
    enough = len(text) / -(-len(text) // LIMIT)
    packed = [""]
    for part in parts:
        if packed[-1] and (
            len(packed[-1]) + len(part.rstrip()) > LIMIT or len(packed[-1]) >= enough
        ):
            packed.append("")
        packed[-1] += part
    return packed
