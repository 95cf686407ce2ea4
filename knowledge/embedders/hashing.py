"""A fake with real behaviour: feature hashing. For tests that need no trained table."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from knowledge.features import features
from knowledge.ports import FeatureVectors, Vectors

_WIDTH = 256


class HashingEmbedder:
    """Counts features in hashed buckets."""

    name = f"hashing:{_WIDTH}"

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return float32 unit vectors of shape (len(texts), 256)."""
        vectors = np.zeros((len(texts), _WIDTH), dtype=np.float32)
        for row, text in enumerate(texts):
            for feature in features(text):
                vectors[row, zlib.crc32(feature.encode()) % _WIDTH] += 1
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        unit: Vectors = vectors / np.maximum(norms, 1e-12)
        return unit

    def features(self, vocabulary: Mapping[str, int]) -> FeatureVectors:
        """Return each bucket's own direction for the features in it."""
        places = np.zeros(len(vocabulary), dtype=np.int32)
        for feature, number in vocabulary.items():
            places[number] = zlib.crc32(feature.encode()) % _WIDTH
        return FeatureVectors(np.eye(_WIDTH, dtype=np.float32), places)


def build(model: str | Path) -> HashingEmbedder:
    """Return the embedder; it has no model."""
    return HashingEmbedder()
