"""Searches any corpus: the lexical leg, its articles expanded with training questions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from eval.lines import read_lines, write_lines
from knowledge.errors import InputUnreadable
from knowledge.keywords import Keywords


def batch(queries: Path, corpus: Path, train: Path | None, k: int, out: Path) -> int:
    """Write the k best corpus ids for each query, best first; returns how many queries there were.

    A question that an article is known to answer is added to the article's own text: laymen ask in
    words that no statute uses. Ids are given back as they came, numbers as numbers.
    """
    asked = read_lines(queries)
    texts = {
        line["id"]: f"{line.get('title', '')} {line.get('text', '')}" for line in read_lines(corpus)
    }
    if not texts:
        raise InputUnreadable(f"{corpus} holds no texts")
    for line in read_lines(train, needs="text") if train else ():
        for identity in line.get("positives", ()):
            if identity in texts:
                texts[identity] += f" {line['text']}"
    keywords = Keywords.build(list(texts.values()))
    return write_lines(out, _found(asked, list(texts), keywords, k))


def _found(
    asked: list[dict[str, Any]], identities: list[Any], keywords: Keywords, k: int
) -> Iterator[dict[str, Any]]:
    for line in asked:
        found = keywords.search(str(line.get("text", "")), k)
        hits = [[identities[row], round(score, 4)] for row, score in found]
        yield {"id": line["id"], "hits": hits}
