"""How good retrieval is on questions kept out: five folds, cut two ways, part by part."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from eval.retrieval.batches import read_pairs, read_texts, taken
from eval.retrieval.candidates import Part
from eval.retrieval.collection import Collection, collect
from eval.retrieval.experience import Asked
from eval.retrieval.retriever import ENOUGH, Retriever
from knowledge.errors import InputUnreadable

FOLDS = 5
DEPTHS = (5, 10, 20, 50, 100)
_FIRST = 10  # MRR looks no deeper

WAYS = ("contiguous", "interleaved")
"""Fifths of the file as it stands, which often keep whole topics out; or every fifth question."""


@dataclass
class Figures:
    """Sums over questions; `table` divides them."""

    questions: int = 0
    recall: list[float] = field(default_factory=lambda: [0.0] * len(DEPTHS))
    reciprocal: float = 0.0

    def add(self, found: Sequence[int], right: Sequence[int]) -> None:
        """Count one question: the rows found, best first, and those that are right."""
        wanted = set(right)
        self.questions += 1
        for place, depth in enumerate(DEPTHS):
            self.recall[place] += len(wanted.intersection(found[:depth])) / len(wanted)
        ranks = (rank for rank, row in enumerate(found[:_FIRST], 1) if row in wanted)
        self.reciprocal += 1 / next(ranks, np.inf)

    def row(self) -> list[float]:
        """Return the macro recall at each depth, and MRR@10."""
        return [one / max(self.questions, 1) for one in (*self.recall, self.reciprocal)]


@dataclass
class Trial:
    """What one way of cutting gave."""

    figures: dict[Part, Figures] = field(default_factory=lambda: {part: Figures() for part in Part})
    seconds: list[float] = field(default_factory=list)  # of a query with everything at work
    training: list[float] = field(default_factory=list)  # seconds a fold
    bytes: int = 0


def held_out(total: int, way: str) -> Iterator[list[int]]:
    """Yield the places of the questions that each fold keeps out."""
    places = range(total)
    for fold in range(FOLDS):
        if way == WAYS[0]:
            yield [one for one in places if one * FOLDS // total == fold]
        else:
            yield [one for one in places if one % FOLDS == fold]


def trial(
    collection: Collection, texts: Sequence[str], asked: Sequence[Asked], way: str
) -> Iterator[Trial]:
    """Yield the figures so far after each fold; a fold learns from the other questions alone.

    `asked` are the training questions taken apart, which uses nothing but the corpus.
    """
    so_far = Trial()
    for kept in held_out(len(asked), way):
        out = set(kept)
        began = time.perf_counter()
        rest = [one for place, one in enumerate(asked) if place not in out]
        retriever = Retriever.learn(collection, rest)
        so_far.training.append(time.perf_counter() - began)
        so_far.bytes = max(so_far.bytes, retriever.bytes)
        for place in kept:
            began = time.perf_counter()
            question = collection.question(texts[place], spaced=True)
            found = retriever.search(question, max(DEPTHS))
            so_far.seconds.append(time.perf_counter() - began)
            for part in Part:
                if part < Part.RERANKER:
                    found_by = retriever.search(question, max(DEPTHS), part)
                else:
                    found_by = found
                so_far.figures[part].add([row for row, _ in found_by], asked[place].rows)
        yield so_far


def benchmark(corpus: Path, train: Path) -> Iterator[str]:
    """Yield the lines of a report, in Markdown, as they become known."""
    began = time.perf_counter()
    texts = read_texts(corpus)
    pairs = read_pairs(train, texts)
    # Four fifths must be enough to learn from.
    if len(pairs) * (FOLDS - 1) < ENOUGH * FOLDS:
        least = ENOUGH * FOLDS // (FOLDS - 1)
        raise InputUnreadable(f"{train}: {len(pairs)} usable questions; folds need {least} or more")
    collection = collect(texts, (text for text, _ in pairs))
    asked = taken(collection, pairs)
    prepared = time.perf_counter() - began
    yield f"{len(collection.identities)} texts, {len(pairs)} questions"
    yield f"corpus read and its space learnt in {prepared:.0f} s"
    for way in WAYS:
        yield f"\n{way} fifths\n"
        *_, whole = trial(collection, [text for text, _ in pairs], asked, way)
        yield from _table(whole)


def _table(found: Trial) -> Iterator[str]:
    heads = [f"R@{depth}" for depth in DEPTHS] + [f"MRR@{_FIRST}"]
    yield f"| | {' | '.join(heads)} |"
    yield "|---" * (len(heads) + 1) + "|"
    for part, figures in found.figures.items():
        name = part.name.lower() if part == Part.LEXICAL else f"+ {part.name.lower()}"
        yield f"| {name} | {' | '.join(f'{one:.3f}' for one in figures.row())} |"
    median, high = np.percentile(found.seconds, [50, 95]) * 1000
    yield (
        f"\na query: median {median:.0f} ms, 95th percentile {high:.0f} ms; learning a fold: "
        f"{np.mean(found.training):.0f} s on average; index {found.bytes / 1e6:.0f} MB"
    )
