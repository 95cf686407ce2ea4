"""Boosted regression trees, read from a small file: a margin for each row of signals.

scikit-learn grows them (`python -m eval relevance --keep`, `subjects --keep`); to ask them takes
numpy alone, so that no reply waits for that package to be imported.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]


@dataclass(frozen=True)
class Trees:
    """Nodes of all trees in one row of arrays; a leaf is its own child."""

    signals: tuple[str, ...]  # names of the columns, in their order
    bias: float
    roots: NDArray[np.int64]  # shape (trees,)
    column: NDArray[np.int64]  # shape (nodes,), as all below
    threshold: Matrix  # a row goes left where its signal is no higher
    left: NDArray[np.int64]
    right: NDArray[np.int64]
    value: Matrix  # what a leaf adds to the margin
    depth: int

    def margins(self, rows: Matrix) -> Matrix:
        """Return the margin (log odds) of each row; `rows` has shape (rows, signals)."""
        at = np.tile(self.roots, (len(rows), 1))  # shape (rows, trees)
        each = np.arange(len(rows))[:, None]
        for _ in range(self.depth):
            low = rows[each, self.column[at]] <= self.threshold[at]
            at = np.where(low, self.left[at], self.right[at])
        found: Matrix = self.bias + self.value[at].sum(axis=1)
        return found

    def save(self, file: Path) -> None:
        """Write as JSON, one array a line, so that a change can be seen."""
        lines = {
            "signals": list(self.signals),
            "bias": round(self.bias, 5),
            "depth": self.depth,
            "roots": self.roots.tolist(),
            "column": self.column.tolist(),
            "threshold": [round(one, 7) for one in self.threshold.tolist()],
            "left": self.left.tolist(),
            "right": self.right.tolist(),
            "value": [round(one, 5) for one in self.value.tolist()],
        }
        text = ",\n".join(f"{json.dumps(name)}: {json.dumps(held)}" for name, held in lines.items())
        file.write_text(f"{{\n{text}\n}}\n", encoding="utf-8")


def open_trees(file: Path) -> Trees:
    """Read what `save` wrote."""
    held = json.loads(file.read_text(encoding="utf-8"))
    whole = {
        name: np.array(held[name], dtype=np.int64) for name in ("roots", "column", "left", "right")
    }
    return Trees(
        signals=tuple(held["signals"]),
        bias=held["bias"],
        depth=held["depth"],
        threshold=np.array(held["threshold"], dtype=np.float64),
        value=np.array(held["value"], dtype=np.float64),
        **whole,
    )
