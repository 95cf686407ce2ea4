"""Tells which of the 21 problem types a record has: learnt from those of the corpus, in seconds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from knowledge.features import reader_features
from knowledge.problem_types import ProblemVoice
from knowledge.scripts import HAN
from knowledge.types import Complaint

if TYPE_CHECKING:
    from scipy.sparse import spmatrix

_FIFTH = 5
_HELD = 2  # of each five of a type, in the order of their ids, the third is held out
# Chosen by five-fold cross-validation over the records learnt from, docs/benchmarks.md.
_RUNS = 0.7  # of its runs of two to four characters
_SHAPE = 1.5  # of how a text is written beside its words, whose weights have length 1
_REGULARISATION = 3.0
_CLASS = 0.3  # what the machine of the three classes says beside that of the types


@dataclass(frozen=True)
class ProblemReader:
    """What was learnt: whether something went wrong in a text, and of which type it is."""

    words: Any  # scikit-learn's vectorizers and machines
    runs: Any
    shapes: Any
    machine: Any  # tells the types apart
    classes: Any  # and their three classes
    alarm: Any  # tells records with a type from those without

    def tell(self, texts: Sequence[str]) -> list[str]:
        """Return the likeliest type of each text, whether or not anything went wrong in it."""
        if not texts:
            return []
        rows = self._rows(texts)
        places = {str(one): place for place, one in enumerate(self.classes.classes_)}
        group = [places[kind[0]] for kind in self.machine.classes_]
        margins = self.machine.decision_function(rows)
        margins = margins + _CLASS * self.classes.decision_function(rows)[:, group]
        return [str(self.machine.classes_[best]) for best in margins.argmax(axis=1)]

    def troubled(self, texts: Sequence[str]) -> list[bool]:
        """Return for each text whether something went wrong in it at all."""
        return [bool(one) for one in self.alarm.predict(self._rows(texts))] if texts else []

    def _rows(self, texts: Sequence[str]) -> spmatrix:
        from scipy.sparse import hstack

        shapes = self.shapes.transform(map(_shape, texts))
        runs = self.runs.transform(texts)
        return hstack([self.words.transform(texts), _RUNS * runs, _SHAPE * shapes])


def learn(records: Sequence[Complaint], voices: Sequence[ProblemVoice] = ()) -> ProblemReader:
    """Return a reader: of types from the records that carry one and `voices`, of trouble from
    the records, which stand for how often something goes wrong."""
    from scipy.sparse import hstack
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.svm import LinearSVC

    texts = [*(one.text for one in records), *(one.text for one in voices)]
    kinds = [*(one.problem_type for one in records), *(one.type for one in voices)]
    words = TfidfVectorizer(analyzer=reader_features, sublinear_tf=True)
    runs = TfidfVectorizer(analyzer="char", ngram_range=(2, 4), sublinear_tf=True, min_df=2)
    shapes = DictVectorizer()
    shown = shapes.fit_transform(map(_shape, texts))
    parts = [words.fit_transform(texts), _RUNS * runs.fit_transform(texts), _SHAPE * shown]
    rows = hstack(parts).tocsr()
    typed = [place for place, kind in enumerate(kinds) if kind]
    told = [str(kinds[place]) for place in typed]
    machine = LinearSVC(C=_REGULARISATION, class_weight="balanced", random_state=0)
    machine.fit(rows[typed], told)
    classes = LinearSVC(C=1.0, class_weight="balanced", random_state=0)
    classes.fit(rows[typed], [kind[0] for kind in told])
    alarm = LinearSVC(C=0.1, class_weight="balanced", random_state=0)
    alarm.fit(rows[: len(records)], [kind is not None for kind in kinds[: len(records)]])
    return ProblemReader(words, runs, shapes, machine, classes, alarm)


def held_out(records: Iterable[Complaint]) -> tuple[list[Complaint], list[Complaint]]:
    """Return the typed records to learn from, and the fifth of each type kept for judging."""
    learnt: list[Complaint] = []
    kept: list[Complaint] = []
    places: Counter[str] = Counter()
    for one in sorted(records, key=lambda one: one.id):
        if one.problem_type:
            (kept if places[one.problem_type] % _FIFTH == _HELD else learnt).append(one)
            places[one.problem_type] += 1
    return learnt, kept


def _shape(text: str) -> dict[str, float]:
    """Return how a text is written: its length, its signs, whether two scripts are mixed."""
    words = len(re.findall(r"[A-Za-z]+", text))
    found = {
        "questions": min(len(re.findall(r"[?？]", text)), 4) / 2,
        "exclaims": min(len(re.findall(r"[!！]", text)), 3) / 2,
        "length": min(len(text), 200) / 200,
        "mixed": min(words, 5) / 5 if HAN.search(text) else 0.0,
        "parts": min(len(re.findall(r"[，,、；;]", text)), 8) / 8,
        "unpunctuated": float(not re.search(r"[，。？！,.?!]", text)),
        "digits": float(bool(re.search(r"\d", text))),
    }
    return {name: value for name, value in found.items() if value}
