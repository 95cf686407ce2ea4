"""A linear reader of questions: features to a share for each label, trained at every build.

Search finds what was asked before; this weighs every word of a message, also of one that nobody
has asked like that. The router mixes both.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from sys import intern

import numpy as np
from numpy.typing import NDArray

from knowledge.features import reader_features

QUESTION = "question"
"""The outcome reader's label of what a procedure answers; its others are outcomes of a turn."""

_SHARPNESS = 3.0  # margins to shares: measured on held-out complaints


@dataclass(frozen=True)
class Classifier:
    """One weight a feature and label; `weights` has shape (labels, features)."""

    labels: Sequence[str]
    vocabulary: Mapping[str, int]
    idf: NDArray[np.float32]
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]

    def margins(self, text: str) -> dict[str, float]:
        """Return how far a text lies on each label's side. Empty where no feature is known."""
        counts = Counter(f for f in reader_features(text) if f in self.vocabulary)
        if not counts:
            return {}
        columns = np.array([self.vocabulary[f] for f in counts])
        values = (1 + np.log(np.array(list(counts.values()), dtype=np.float32))) * self.idf[columns]
        values /= np.linalg.norm(values)
        margins = self.weights[:, columns] @ values + self.bias
        return dict(zip(self.labels, map(float, margins), strict=True))

    def shares(self, text: str) -> dict[str, float]:
        """Return a share for each label; they sum to 1. Empty where no feature is known."""
        margins = self.margins(text)
        top = max(margins.values(), default=0.0)
        shares = {label: math.exp(_SHARPNESS * (one - top)) for label, one in margins.items()}
        total = sum(shares.values())
        return {label: share / total for label, share in shares.items()}

    def save(self, folder: Path) -> None:
        """Write to a folder of its own, no pickle."""
        folder.mkdir(parents=True)
        words = sorted(self.vocabulary, key=lambda word: self.vocabulary[word])
        names = {"labels": list(self.labels), "vocabulary": words}
        (folder / "names.json").write_text(json.dumps(names, ensure_ascii=False), encoding="utf-8")
        np.savez(
            folder / "weights.npz",
            idf=self.idf,
            weights=self.weights.astype(np.float16),
            bias=self.bias,
        )


def open_classifier(folder: Path) -> Classifier:
    """Read what `save` wrote; raises what json, numpy and zipfile raise where it is damaged."""
    names = json.loads((folder / "names.json").read_text(encoding="utf-8"))
    # Opened here: of a damaged archive numpy would leave the file open.
    with (
        (folder / "weights.npz").open("rb") as file,
        np.load(file, allow_pickle=False) as arrays,
    ):
        return Classifier(
            labels=names["labels"],
            # The readers share most of their features: each is held once.
            vocabulary={intern(word): column for column, word in enumerate(names["vocabulary"])},
            idf=arrays["idf"],
            weights=arrays["weights"].astype(np.float32),
            bias=arrays["bias"],
        )
