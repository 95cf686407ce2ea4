"""Files in, files out: a corpus, training pairs and queries as JSONL."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from pathlib import Path
from typing import Any

from eval.lines import read_lines, write_lines
from eval.retrieval.collection import Collection, collect
from eval.retrieval.experience import Asked
from eval.retrieval.retriever import ENOUGH, Retriever
from knowledge.errors import InputUnreadable

Texts = dict[Hashable, tuple[str, str]]
Pair = tuple[str, tuple[int, ...]]


def batch(queries: Path, corpus: Path, train: Path | None, k: int, out: Path) -> int:
    """Write the k best corpus ids for each query, best first; returns how many queries there were.

    Ids are given back as they came, numbers as numbers.
    """
    if k < 1:
        raise InputUnreadable(f"--k is {k}: ask for one hit or more")
    asked = read_lines(queries)
    texts = read_texts(corpus)
    pairs = read_pairs(train, texts) if train else []
    collection = collect(texts, (text for text, _ in pairs))
    retriever = Retriever.learn(collection, taken(collection, pairs))
    return write_lines(out, _found(asked, retriever, k))


def read_texts(file: Path) -> Texts:
    """Return title and text by id; of two lines with one id the last counts."""
    texts: Texts = {}
    for line in read_lines(file):
        if isinstance(line["id"], list | dict):
            raise InputUnreadable(f"{file}: an id is a string or a number, not {line['id']!r}")
        texts[line["id"]] = (str(line.get("title") or ""), str(line.get("text") or ""))
    if not texts:
        raise InputUnreadable(f"{file} holds no texts")
    return texts


def read_pairs(file: Path, texts: Texts) -> list[Pair]:
    """Return training questions and the rows of their texts; ids that the corpus lacks are left."""
    place = {identity: row for row, identity in enumerate(texts)}
    pairs: list[Pair] = []
    for line in read_lines(file, needs="text"):
        ids = line.get("positives", ())
        if not isinstance(ids, list | tuple) or any(isinstance(one, list | dict) for one in ids):
            raise InputUnreadable(f"{file}: 'positives' is a list of corpus ids, not {ids!r}")
        rows = tuple(dict.fromkeys(place[one] for one in ids if one in place))
        if rows:
            pairs.append((str(line["text"]), rows))
    if not pairs:
        raise InputUnreadable(f"{file}: no training question names a text of the corpus")
    return pairs


def taken(collection: Collection, pairs: Sequence[Pair]) -> list[Asked]:
    """Take training questions apart; they have places in the space where they are enough."""
    spaced = len(pairs) >= ENOUGH
    return [Asked(collection.question(text, spaced), rows) for text, rows in pairs]


def _found(asked: list[dict[str, Any]], retriever: Retriever, k: int) -> Iterator[dict[str, Any]]:
    collection = retriever.collection
    for line in asked:
        question = collection.question(str(line.get("text") or ""), retriever.ranker is not None)
        found = retriever.search(question, k)
        hits = [[collection.identities[row], round(score, 6)] for row, score in found]
        yield {"id": line["id"], "hits": hits}
