"""Which rows hold a feature, and how much it says for them: what every lexical score adds up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags

from knowledge.ports import Vectors

Rows = NDArray[np.int64]

K1, B = 1.2, 0.75


@dataclass(frozen=True)
class Postings:
    """The columns of a matrix of shape (rows, features), one after the other."""

    starts: Rows  # shape (features + 1,)
    rows: NDArray[np.int32]
    weights: Vectors
    total: int  # rows

    @classmethod
    def of(cls, matrix: csr_matrix) -> Postings:
        """Turn a sparse matrix on its side."""
        columns = matrix.tocsc()
        return cls(
            starts=columns.indptr.astype(np.int64),
            rows=columns.indices.astype(np.int32),
            weights=columns.data.astype(np.float32),
            total=matrix.shape[0],
        )

    def scores(self, features: Rows, weights: Vectors | None = None) -> Vectors:
        """Return for each row the sum of what these features weigh there, shape (rows,)."""
        spans = [slice(self.starts[one], self.starts[one + 1]) for one in features]
        if not spans:
            return np.zeros(self.total, dtype=np.float32)
        found = np.concatenate([self.weights[span] for span in spans])
        if weights is not None:
            found = found * np.repeat(weights, [span.stop - span.start for span in spans])
        rows = np.concatenate([self.rows[span] for span in spans])
        return np.bincount(rows, weights=found, minlength=self.total).astype(np.float32)

    @property
    def bytes(self) -> int:
        """How much memory the index takes."""
        return self.starts.nbytes + self.rows.nbytes + self.weights.nbytes


def counted(lists: Sequence[Sequence[int]], width: int) -> csr_matrix:
    """Return how often each row holds each feature, shape (rows, width)."""
    ends = np.cumsum([0, *map(len, lists)])
    columns = np.fromiter((one for row in lists for one in row), dtype=np.int64, count=ends[-1])
    ones = np.ones(len(columns), dtype=np.float32)
    matrix = csr_matrix((ones, columns, ends), shape=(len(lists), width))
    matrix.sum_duplicates()
    return matrix


def rarity(counts: csr_matrix) -> Vectors:
    """Return the inverse document frequency of each feature, as BM25 has it; shape (features,)."""
    total, found = counts.shape[0], np.bincount(counts.indices, minlength=counts.shape[1])
    rare: Vectors = np.log(1 + (total - found + 0.5) / (found + 0.5)).astype(np.float32)
    return rare


def bm25(counts: csr_matrix, rare: Vectors, average: float, b: float = B) -> csr_matrix:
    """Return what each feature says for each row; `average` is the length of a row, in features."""
    lengths = np.asarray(counts.sum(axis=1)).ravel()
    row = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
    said = counts.copy()
    damp = counts.data + K1 * (1 - b + b * lengths[row] / average)
    said.data = (rare[counts.indices] * counts.data * (K1 + 1) / damp).astype(np.float32)
    return said


def tfidf(counts: csr_matrix, rare: Vectors) -> csr_matrix:
    """Return rows of length 1: the logarithm of the counts, by rarity."""
    said = counts.copy()
    said.data = ((1 + np.log(counts.data)) * rare[counts.indices]).astype(np.float32)
    length = np.sqrt(np.asarray(said.multiply(said).sum(axis=1)).ravel())
    return (diags(1 / np.maximum(length, 1e-6)) @ said).tocsr().astype(np.float32)
