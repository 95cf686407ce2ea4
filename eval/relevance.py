"""Which facts a good reply holds, as somebody judged; how near the top they lie; what orders them.

`judgements.jsonl`: `{"complaint": id, "procedure": id, "facts": [sentence in Mandarin, …], "lists":
[slot, …]}`, or with the "text" of one of the content's voices instead. The embedder has seen both,
so that nearness tells more here than of a new message. Chosen were, among all facts of the
procedure, those that a good reply holds. A sentence that was changed since is left out; one
written since counts as not chosen.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.answering import Assistant
from assistant.steps.narrow import narrow
from assistant.steps.retrieve import SIGNALS, signals
from assistant.types import Question
from eval.growing import grow
from knowledge.catalogue import load_complaints
from knowledge.trees import Matrix, Trees

JUDGEMENTS = Path(__file__).parent / "judgements.jsonl"
_FIRST = (1, 3, 6, 10)
_FOLDS = 10


@dataclass(frozen=True)
class Sample:
    """A message and the facts of its procedure; a list that was wanted whole is not among them."""

    procedure: str
    signs: Matrix  # shape (facts, signals)
    wanted: NDArray[np.bool_]  # shape (facts,)


@dataclass(frozen=True)
class Judgement:
    """A message about a procedure, and the facts and whole lists that a good reply holds."""

    text: str
    procedure: str
    facts: tuple[str, ...]
    lists: tuple[str, ...]


def read(content: Path, file: Path = JUDGEMENTS) -> Iterator[Judgement]:
    """Yield the judgements; those of complaints in the order of the corpus."""
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    of = {line.get("complaint"): line for line in lines}
    for one in load_complaints(content):
        if line := of.get(one.id):
            yield _judgement(one.text, line)
    for line in lines:
        if "text" in line:
            yield _judgement(line["text"], line)


def _judgement(text: str, line: Mapping[str, Any]) -> Judgement:
    facts, lists = (tuple(line.get(key, ())) for key in ("facts", "lists"))
    return Judgement(text, line["procedure"], facts, lists)


def samples(assistant: Assistant, judged: Iterable[Judgement]) -> Iterator[Sample]:
    """Yield what the assistant sees of each message that was judged."""
    standing = list(assistant.catalogue.standing(assistant.today()))
    for judgement in judged:
        query = assistant.understand(Question(judgement.text))
        if query is None:
            continue
        procedure = judgement.procedure
        whole = assistant.catalogue.procedures[procedure]
        elsewhere = whole.without(narrow(query, whole))
        lists = tuple(f"{procedure}#{slot}" for slot in judgement.lists)
        facts = [
            fact
            for fact in standing
            if procedure in fact.procedures
            and fact.id not in elsewhere
            and not fact.id.startswith(lists)
        ]
        wanted = np.array([fact.texts["zh"] in judgement.facts for fact in facts])
        if wanted.any():
            reading = assistant.search.read(query.search, query.said)
            signs = signals(facts, query, reading.fits([fact.id for fact in facts], query.language))
            yield Sample(procedure, signs, wanted)


def measure(found: Sequence[Sample], trees: Trees) -> str:
    """Say what share of the wanted facts lies among the first, ordered by these trees."""
    return _told([(one, trees.margins(one.signs)) for one in found])


def held_out(found: Sequence[Sample], folds: int = _FOLDS) -> str:
    """Say the same where the trees were grown on other procedures alone."""
    of = {name: at % folds for at, name in enumerate(sorted({one.procedure for one in found}))}
    scored = []
    for fold in range(folds):
        trees = fit([one for one in found if of[one.procedure] != fold])
        scored += [(o, trees.margins(o.signs)) for o in found if of[o.procedure] == fold]
    return _told(scored)


def fit(found: Sequence[Sample]) -> Trees:
    """Grow trees that tell the wanted facts from the others; the same for the same samples."""
    signs = np.vstack([one.signs for one in found])
    return grow(SIGNALS, signs, np.concatenate([one.wanted for one in found]))


def _told(scored: Sequence[tuple[Sample, Matrix]]) -> str:
    places: list[int] = []
    for one, scores in scored:
        order = np.argsort(-scores, kind="stable")
        places += np.flatnonzero(one.wanted[order]).tolist()
    shares = (f"first {k}: {np.mean(np.array(places) < k):.1%}" for k in _FIRST)
    return ", ".join(shares)
