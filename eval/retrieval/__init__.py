"""Searches any corpus, and learns from questions whose texts are known."""

from eval.retrieval.batches import batch

__all__ = ["batch"]
