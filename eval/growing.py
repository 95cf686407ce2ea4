"""Grows the boosted trees that are shipped: scikit-learn's, written out as plain arrays."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from knowledge.trees import Matrix, Trees

if TYPE_CHECKING:
    from sklearn.ensemble import GradientBoostingClassifier


@dataclass(frozen=True)
class Growth:
    """How trees are grown: many small steps find more on what was not seen than few large ones."""

    trees: int = 200
    rate: float = 0.05
    depth: int = 3
    leaf: int = 20  # samples at least
    features: int = 6  # looked at for each split

    def machine(self) -> GradientBoostingClassifier:
        """Return what grows them; the same trees for the same samples."""
        from sklearn.ensemble import GradientBoostingClassifier

        return GradientBoostingClassifier(
            n_estimators=self.trees,
            learning_rate=self.rate,
            max_depth=self.depth,
            min_samples_leaf=self.leaf,
            subsample=0.7,
            max_features=self.features,
            random_state=0,
        )


def grow(
    signals: tuple[str, ...], rows: Matrix, wanted: NDArray[np.bool_], growth: Growth = Growth()
) -> Trees:
    """Grow trees that tell the wanted rows, shape (rows, signals), from the others."""
    grown = growth.machine().fit(rows, wanted)
    share = float(wanted.mean())
    parts, roots, size = [], [], 0
    for (one,) in grown.estimators_:
        tree = one.tree_
        itself = np.arange(tree.node_count)
        leaf = tree.children_left < 0
        parts.append(
            (
                np.where(leaf, 0, tree.feature),
                np.where(leaf, 0.0, tree.threshold),
                np.where(leaf, itself, tree.children_left) + size,
                np.where(leaf, itself, tree.children_right) + size,
                np.where(leaf, growth.rate * tree.value[:, 0, 0], 0.0),
            )
        )
        roots.append(size)
        size += tree.node_count
    column, threshold, left, right, value = map(np.concatenate, zip(*parts, strict=True))
    bias = math.log(share / (1 - share))
    return Trees(
        signals, bias, np.array(roots), column, threshold, left, right, value, growth.depth
    )
