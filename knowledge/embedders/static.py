"""The default: a trained table of feature vectors, averaged. Needs numpy, safetensors, tokenizers.

The table is what sentence-transformers' StaticEmbedding trains and saves. It is read without that
package, whose import alone costs seconds and hundreds of megabytes; a contract test holds both to
the same vectors.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from knowledge.errors import ModelUnavailable
from knowledge.features import features
from knowledge.ports import FeatureVectors, Vectors


def prepare(text: str) -> str:
    """Return a text as the table's tokenizer takes it: its features, by blanks."""
    return " ".join(features(text))


class StaticEmbedder:
    """Looks up the features of a text and returns their mean as a unit vector."""

    def __init__(self, table: NDArray[np.floating], tokenizer: Tokenizer, name: str) -> None:
        self._table = table  # in half precision, as it is shipped: a few rows are needed at a time
        self._tokenizer = tokenizer
        self._name = name

    @property
    def name(self) -> str:
        """`static:` and the digest of the table."""
        return self._name

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return float32 unit vectors of shape (len(texts), width)."""
        vectors = np.zeros((len(texts), self._table.shape[1]), dtype=np.float32)
        encodings = self._tokenizer.encode_batch(
            [prepare(text) for text in texts], add_special_tokens=False
        )
        for row, encoding in enumerate(encodings):
            if encoding.ids:
                vectors[row] = self._table[encoding.ids].astype(np.float32).mean(axis=0)
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        unit: Vectors = vectors / np.maximum(norms, 1e-12)
        return unit

    def features(self, vocabulary: Mapping[str, int]) -> FeatureVectors:
        """Return the table's own vectors for the features of an index."""
        known = self._tokenizer.get_vocab()
        places = np.full(len(vocabulary), -1, dtype=np.int32)
        for feature, number in vocabulary.items():
            places[number] = known.get(feature, -1)
        table = self._table.astype(np.float32)
        table /= np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-12)
        return FeatureVectors(table, places)


def build(model: str | Path) -> StaticEmbedder:
    """Read the table and its tokenizer from a folder."""
    folder = Path(model)
    weights = folder / "model.safetensors"
    try:
        (table,) = load_file(weights).values()
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    except Exception as fault:  # the libraries raise bare Exceptions for unreadable files
        raise ModelUnavailable(
            f"no trained embedder in {folder}: run `python -m ingest train`"
        ) from fault
    digest = hashlib.sha256(weights.read_bytes()).hexdigest()[:12]
    return StaticEmbedder(table, tokenizer, f"static:{digest}")
