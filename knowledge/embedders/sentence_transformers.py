"""Any sentence-transformers model, by name or folder: bge-m3, Qwen3-Embedding and others."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from knowledge.errors import ModelUnavailable
from knowledge.ports import Vectors

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer


class TransformerEmbedder:
    """Hands texts to the configured model as they are."""

    def __init__(self, model: SentenceTransformer, name: str) -> None:
        self._model = model
        self._name = name

    @property
    def name(self) -> str:
        """`sentence_transformers:` and the model's name or folder."""
        return self._name

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return float32 unit vectors of shape (len(texts), width); zeros for an empty text."""
        vectors = np.asarray(
            self._model.encode(
                # Never an empty list, which would have no width.
                [*texts, ""],
                normalize_embeddings=True,
                show_progress_bar=False,
                convert_to_numpy=True,
            ),
            dtype=np.float32,
        )[: len(texts)]
        # A transformer has a vector even for nothing; the port has not.
        vectors[[not text.strip() for text in texts]] = 0
        return vectors


def build(model: str | Path) -> TransformerEmbedder:
    """Load the model; ModelUnavailable says what to do where it cannot be had."""
    from sentence_transformers import SentenceTransformer

    try:
        loaded = SentenceTransformer(str(model))
    except (OSError, ValueError) as fault:
        raise ModelUnavailable(
            f"the embedding model {model} cannot be loaded: name a folder that holds it, "
            "or set SUIDAO_KNOWLEDGE_EMBEDDER=static"
        ) from fault
    return TransformerEmbedder(loaded, f"sentence_transformers:{model}")
