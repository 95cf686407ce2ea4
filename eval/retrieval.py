"""Searches any corpus: the lexical leg, its articles expanded with training questions."""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from eval.answers import read_lines
from knowledge.errors import InputUnreadable
from knowledge.keywords import Keywords


def batch(queries: Path, corpus: Path, train: Path | None, k: int, out: Path) -> int:
    """Write the k best corpus ids for each query, best first; returns how many queries there were.

    A question that an article is known to answer is added to the article's own text: laymen ask in
    words that no statute uses.
    """
    texts = {
        str(line["id"]): f"{line.get('title', '')} {line.get('text', '')}"
        for line in _lines(corpus)
    }
    if not texts:
        raise InputUnreadable(f"{corpus} holds no texts")
    if train:
        for line in _lines(train):
            for identity in line.get("positives", ()):
                if identity in texts:
                    texts[identity] += f" {line['text']}"
    identities = list(texts)
    keywords = Keywords.build([texts[identity] for identity in identities])
    count = 0
    with out.open("w", encoding="utf-8") as file:
        for line in read_lines(queries):
            found = keywords.search(str(line.get("text", "")), k)
            hits = [[identities[row], round(score, 4)] for row, score in found]
            file.write(json.dumps({"id": line["id"], "hits": hits}, ensure_ascii=False) + "\n")
            count += 1
    return count


def _lines(file: Path) -> Iterator[dict[str, Any]]:
    if file.suffix != ".xz":
        yield from (json.loads(line) for line in file.read_text("utf-8").splitlines() if line)
        return
    try:
        with lzma.open(file, "rt", encoding="utf-8") as stream:
            yield from (json.loads(line) for line in stream if line.strip())
    except (OSError, lzma.LZMAError, ValueError) as fault:
        raise InputUnreadable(f"{file} is no JSONL: {fault}") from fault
