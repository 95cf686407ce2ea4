"""Trains the linear readers of questions on the passages' own labels: seconds, at every build."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

from knowledge.classifier import QUESTION, Classifier
from knowledge.features import reader_features
from knowledge.passages import Passage, PassageKind, is_message
from knowledge.talks import Move, Talk
from knowledge.types import Aside

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

_WEIGHTS = {
    PassageKind.QUESTION: 1.0,
    PassageKind.COMPLAINT: 2.0,
    PassageKind.FACT: 0.5,
}
# Instead of these, what a whole message weighs where the procedure or its aspects are read from it:
# nearer to what is sent than a name or a sentence.
_MESSAGE = 3.0
_CASE = 0.3  # of a fact's weight, where it speaks of one trade of many
_ASKED = {PassageKind.QUESTION, PassageKind.COMPLAINT}
_LEAST = 2  # texts of a reader that hold a feature, or it is left out
_MOST = 2  # a passage that speaks of more procedures tells none apart
_MANY = 3  # and a text that asks for more aspects tells none of them apart

Example = tuple[str, str, float]  # text, label, weight


def fit(
    passages: Sequence[Passage],
    asides: Sequence[Aside] = (),
    cases: Collection[str] = frozenset(),
    talks: Sequence[Talk] = (),
    wanted: Collection[str] = ("procedure", "aspect", "outcome", "move"),
) -> dict[str, Classifier]:
    """Return the readers by what they tell; one is left out where there is too little to learn.

    "move" tells what a message of a conversation turns to (`Move`) from its words alone.
    `cases` are facts, by id, that speak of one trade of many each: so many lead to so few
    procedures that what they say counts less.
    """
    spoken = [message.text for talk in talks for message in talk.messages]
    counts = _Counts([*(one.text for one in passages), *(one.text for one in asides), *spoken])
    examples: dict[str, Callable[[], list[Example]]] = {
        "procedure": lambda: _balanced([*_procedures(passages, cases), *_named(talks)]),
        "aspect": lambda: list(_aspects(passages, talks)),
        "outcome": lambda: list(_outcomes(passages, asides)),
        "move": lambda: [(one.text, str(move), 1.0) for t in talks for one, move in t.moves()],
    }
    found = {told: _train(examples[told](), counts) for told in wanted}
    return {told: reader for told, reader in found.items() if reader}


def _procedures(passages: Sequence[Passage], cases: Collection[str]) -> Iterator[Example]:
    for passage in passages:
        weight = _MESSAGE if is_message(passage) else _WEIGHTS.get(passage.kind, 0.0)
        if passage.target in cases:
            weight *= _CASE
        if weight and 0 < len(passage.procedures) <= _MOST:
            yield passage.text, passage.procedures[0], weight / len(passage.procedures)


def _named(talks: Sequence[Talk]) -> Iterator[Example]:
    """Yield the messages that begin a matter: what stays with one does not say which."""
    for talk in talks:
        yield talk.messages[0].text, talk.messages[0].procedure, _MESSAGE
        for message, move in talk.moves():
            # Weighs less: it leans on what was said before, if only a little.
            if move is Move.ANOTHER:
                yield message.text, message.procedure, _WEIGHTS[PassageKind.QUESTION]


def _balanced(examples: Sequence[Example]) -> list[Example]:
    """Give every label as much weight in all: what is written of most is not asked for most."""
    totals: dict[str, float] = defaultdict(float)
    for _, label, weight in examples:
        totals[label] += weight
    mean = sum(totals.values()) / max(len(totals), 1)
    return [(text, label, weight * mean / totals[label]) for text, label, weight in examples]


def _aspects(passages: Sequence[Passage], talks: Sequence[Talk]) -> Iterator[Example]:
    for message in (message for talk in talks for message in talk.messages):
        for aspect in message.aspects:
            yield message.text, str(aspect), _MESSAGE / len(message.aspects)
    for passage in passages:
        if passage.kind in _ASKED and 0 < len(passage.aspects) <= _MANY:
            whole = _MESSAGE if is_message(passage) else _WEIGHTS[passage.kind]
            weight = whole / len(passage.aspects)
            for aspect in passage.aspects:
                yield passage.text, str(aspect), weight


def _outcomes(passages: Sequence[Passage], asides: Sequence[Aside]) -> Iterator[Example]:
    """Yield what no procedure answers and, with as much weight in all, what one does."""
    ended = [(one.text, one.outcome) for one in asides]
    ended += [(one.text, one.outcome) for one in passages if one.outcome]
    asked = [one for one in passages if one.kind in _ASKED and one.procedures]
    total = sum(_WEIGHTS[one.kind] for one in asked)
    for text, outcome in ended:
        yield text, outcome, total / len(ended)
    for one in asked:
        yield one.text, QUESTION, _WEIGHTS[one.kind]


class _Counts:
    """How often each feature stands in each text: cut once, for all readers."""

    def __init__(self, texts: Iterable[str]) -> None:
        from sklearn.feature_extraction.text import CountVectorizer

        self._places = {text: place for place, text in enumerate(dict.fromkeys(texts))}
        vectorizer = CountVectorizer(analyzer=reader_features, dtype=np.float32)
        self._counts = vectorizer.fit_transform(self._places)
        self.names = vectorizer.get_feature_names_out()

    def of(self, texts: Iterable[str]) -> csr_matrix:
        """Return a row of counts for each text."""
        return self._counts[[self._places[text] for text in texts]]


def _train(examples: Sequence[Example], counts: _Counts) -> Classifier | None:
    from sklearn.feature_extraction.text import TfidfTransformer
    from sklearn.svm import LinearSVC

    if len({label for _, label, _ in examples}) < 3:  # with two there is one row of weights
        return None
    texts, labels, weights = zip(*examples, strict=True)
    rows = counts.of(texts)
    (known,) = np.nonzero(rows.getnnz(axis=0) >= _LEAST)
    scale = TfidfTransformer(sublinear_tf=True)
    # A finer fit read 2,010 held-out messages the same.
    machine = LinearSVC(C=0.5, tol=1e-3, random_state=0)
    machine.fit(scale.fit_transform(rows[:, known]), labels, sample_weight=weights)
    return Classifier(
        labels=[str(label) for label in machine.classes_],
        vocabulary={str(counts.names[column]): place for place, column in enumerate(known)},
        idf=scale.idf_.astype(np.float32),
        weights=machine.coef_.astype(np.float32),
        bias=machine.intercept_.astype(np.float32),
    )
