"""Trains the linear readers of questions on the passages' own labels: seconds, at every build."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from knowledge.classifier import Classifier
from knowledge.features import features
from knowledge.passages import Passage, PassageKind

_WEIGHTS = {
    PassageKind.QUESTION: 1.0,
    PassageKind.COMPLAINT: 2.0,  # whole messages, as people send them
    PassageKind.FACT: 0.5,
}
_ASKED = {PassageKind.QUESTION, PassageKind.COMPLAINT}
_MOST = 2  # a passage that speaks of more procedures tells none apart


def fit(passages: Sequence[Passage]) -> dict[str, Classifier]:
    """Return the readers by what they tell; one is left out where there is too little to learn."""
    procedure: list[tuple[str, str, float]] = []
    aspect: list[tuple[str, str, float]] = []
    for passage in passages:
        names = passage.procedures or ((passage.outcome,) if passage.outcome else ())
        weight = _WEIGHTS.get(passage.kind, 0.0)
        if weight and 0 < len(names) <= _MOST:
            procedure.append((passage.text, names[0], weight / len(names)))
        if passage.kind in _ASKED and 0 < len(passage.aspects) <= _MOST:
            share = weight / len(passage.aspects)
            aspect.extend((passage.text, str(one), share) for one in passage.aspects)
    found = {"procedure": _train(procedure), "aspect": _train(aspect)}
    return {told: reader for told, reader in found.items() if reader}


def _train(examples: Sequence[tuple[str, str, float]]) -> Classifier | None:
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.svm import LinearSVC

    if len({label for _, label, _ in examples}) < 3:  # with two there is one row of weights
        return None
    texts, labels, weights = zip(*examples, strict=True)
    vectorizer = TfidfVectorizer(analyzer=features, sublinear_tf=True, dtype=np.float32)
    rows = vectorizer.fit_transform(texts)
    machine = LinearSVC(C=0.5, random_state=0)
    machine.fit(rows, labels, sample_weight=weights)
    return Classifier(
        labels=[str(label) for label in machine.classes_],
        vocabulary={word: int(column) for word, column in vectorizer.vocabulary_.items()},
        idf=vectorizer.idf_.astype(np.float32),
        weights=machine.coef_.astype(np.float32),
        bias=machine.intercept_.astype(np.float32),
    )
