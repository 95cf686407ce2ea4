"""Tells which of the 21 problem types a record has: learnt from those of the corpus, in seconds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from knowledge.features import reader_features
from knowledge.problem_types import ProblemType
from knowledge.scripts import HAN, fold
from knowledge.types import Complaint

if TYPE_CHECKING:
    from scipy.sparse import spmatrix

_FIFTH = 5
_HELD = 2  # of each five of a type, in the order of their ids, the third is held out
_FEW = 3  # a type's signs count up to here
_WEIGHT = 1 / 1.5  # of a sign beside the words of a text, whose weights have length 1
_PATTERN = 0.6


@dataclass(frozen=True)
class ProblemReader:
    """What was learnt: whether something went wrong in a text, and of which type it is."""

    signs: _Signs
    words: Any  # scikit-learn's vectorizers and machine
    marks: Any
    machine: Any  # tells the types apart
    alarm: Any  # tells records with a type from those without

    def tell(self, texts: Sequence[str]) -> list[str]:
        """Return the likeliest type of each text, whether or not anything went wrong in it."""
        return [str(one) for one in self.machine.predict(self._rows(texts))] if texts else []

    def troubled(self, texts: Sequence[str]) -> list[bool]:
        """Return for each text whether something went wrong in it at all."""
        return [bool(one) for one in self.alarm.predict(self._rows(texts))] if texts else []

    def _rows(self, texts: Sequence[str]) -> spmatrix:
        from scipy.sparse import hstack

        marks = self.marks.transform([self.signs.of(text) for text in texts])
        return hstack([self.words.transform(texts), marks])


def learn(records: Sequence[Complaint], types: Mapping[str, ProblemType]) -> ProblemReader:
    """Return a reader: of types from the records that carry one, of trouble from all."""
    from scipy.sparse import hstack
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.svm import LinearSVC

    texts = [one.text for one in records]
    signs = _Signs(types)
    words = TfidfVectorizer(analyzer=reader_features, sublinear_tf=True)
    marks = DictVectorizer()
    rows = hstack([words.fit_transform(texts), marks.fit_transform(signs.learnt_from(texts))])
    rows = rows.tocsr()
    typed = [place for place, one in enumerate(records) if one.problem_type]
    machine = LinearSVC(C=0.1, class_weight="balanced", random_state=0)
    machine.fit(rows[typed], [records[place].problem_type for place in typed])
    alarm = LinearSVC(C=0.1, class_weight="balanced", random_state=0)
    alarm.fit(rows, [one.problem_type is not None for one in records])
    return ProblemReader(signs, words, marks, machine, alarm)


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


class _Signs:
    """The signs and patterns of each type that a text shows, as features beside its words."""

    def __init__(self, types: Mapping[str, ProblemType]) -> None:
        self._types = types

    def of(self, text: str) -> dict[str, float]:
        """Return the features of a text that was not learnt from."""
        return self._counted(text, self._shown(text))

    def learnt_from(self, texts: Sequence[str]) -> list[dict[str, float]]:
        """Return those of the texts learnt from.

        Signs were gathered from some of these very texts: one that only this text shows would
        count for more than it will in others, and is left out.
        """
        shown = [self._shown(text) for text in texts]
        common = Counter(sign for signs in shown for sign in signs)
        kept = [{sign for sign in signs if common[sign] > 1} for signs in shown]
        return [self._counted(text, signs) for text, signs in zip(texts, kept, strict=True)]

    def _shown(self, text: str) -> set[tuple[str, int]]:
        folded = fold(text)
        return {
            (one.id, place)
            for one in self._types.values()
            for place, sign in enumerate(one.signs)
            if sign.search(folded)
        }

    def _counted(self, text: str, shown: Iterable[tuple[str, int]]) -> dict[str, float]:
        counts = Counter(name for name, _ in shown)
        found = {f"signs {name}": min(n, _FEW) * _WEIGHT for name, n in counts.items()}
        folded = fold(text)
        for one in self._types.values():
            matched = [at for at, pattern in enumerate(one.patterns) if pattern.search(folded)]
            found |= {f"pattern {one.id} {at}": _PATTERN for at in matched}
            if matched:
                found[f"patterns {one.id}"] = min(len(matched), _FEW) * _WEIGHT
        return found | _shape(text)


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
