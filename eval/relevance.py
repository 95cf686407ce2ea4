"""Which facts a good reply holds, as somebody judged; how near the top they lie; what weighs them.

`judgements.jsonl`: `{"complaint": id, "facts": [sentence in Mandarin, …], "lists": [slot, …]}`.
Chosen were, for a complaint of the corpus, among all facts of its procedure, those that a good
reply holds. A sentence that was changed since is left out; one written since counts as not chosen.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.answering import Assistant
from assistant.steps.retrieve import signals
from assistant.steps.understand import understand
from assistant.types import Question
from knowledge.catalogue import load_complaints

JUDGEMENTS = Path(__file__).parent / "judgements.jsonl"
_DEPTHS = (1, 3, 6, 10)
_FOLDS = 10

Matrix = NDArray[np.float64]


@dataclass(frozen=True)
class Sample:
    """A message and the facts of its procedure; a list that was wanted whole is not among them."""

    procedure: str
    signs: Matrix  # shape (facts, signals)
    wanted: NDArray[np.bool_]  # shape (facts,)


def read(file: Path = JUDGEMENTS) -> dict[str, dict[str, list[str]]]:
    """Return the judgements by complaint."""
    lines = map(json.loads, file.read_text(encoding="utf-8").splitlines())
    return {line.pop("complaint"): line for line in lines}


def samples(
    assistant: Assistant, judged: Mapping[str, Mapping[str, list[str]]], content: Path
) -> Iterator[Sample]:
    """Yield what the assistant sees of each message that was judged."""
    standing = list(assistant.catalogue.standing(assistant.today()))
    for complaint in load_complaints(content):
        judgement = judged.get(complaint.id)
        query = understand(Question(complaint.text), assistant.glossary, assistant.aspects)
        if judgement is None or query is None:
            continue
        procedure = complaint.procedures[0]
        lists = tuple(f"{procedure}#{slot}" for slot in judgement.get("lists", ()))
        facts = [
            fact
            for fact in standing
            if procedure in fact.procedures and not fact.id.startswith(lists)
        ]
        chosen = set(judgement.get("facts", ()))
        wanted = np.array([fact.texts["zh"] in chosen for fact in facts])
        if wanted.any():
            found = signals(facts, query, assistant.search.read(query.search))
            yield Sample(procedure, np.array([found[fact.id] for fact in facts]), wanted)


def measure(found: Sequence[Sample], weights: Sequence[float]) -> str:
    """Say what share of the wanted facts lies among the first, ordered by these weights."""
    return _told([(one, one.signs @ np.asarray(weights)) for one in found])


def held_out(found: Sequence[Sample]) -> str:
    """Say the same where the weights were fitted on other procedures alone."""
    folds = {name: at % _FOLDS for at, name in enumerate(sorted({s.procedure for s in found}))}
    scored = []
    for fold in range(_FOLDS):
        weights, _ = fit([one for one in found if folds[one.procedure] != fold])
        scored += [(o, o.signs @ np.asarray(weights)) for o in found if folds[o.procedure] == fold]
    return _told(scored)


def fit(found: Sequence[Sample]) -> tuple[list[float], float]:
    """Return the weights of a logistic regression, in the order of the signals, and its bias."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import StandardScaler

    scaler = StandardScaler()
    signs = scaler.fit_transform(np.vstack([one.signs for one in found]))
    machine = LogisticRegression(C=0.3, max_iter=2000)
    machine.fit(signs, np.concatenate([one.wanted for one in found]))
    weights = machine.coef_[0] / scaler.scale_
    return weights.tolist(), float(machine.intercept_[0] - scaler.mean_ @ weights)


def _told(scored: Sequence[tuple[Sample, Matrix]]) -> str:
    places: list[int] = []
    for one, scores in scored:
        order = np.argsort(-scores, kind="stable")
        places += np.flatnonzero(one.wanted[order]).tolist()
    shares = (f"first {k}: {np.mean(np.array(places) < k):.1%}" for k in _DEPTHS)
    return ", ".join(shares)
