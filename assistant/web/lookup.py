"""Looks terms up for people who type part of a word."""

from __future__ import annotations

from knowledge.catalogue import Catalogue
from knowledge.glossary import Glossary
from knowledge.languages import searchable
from knowledge.types import Term

_LONGEST = 200  # characters that are looked at


def find_terms(catalogue: Catalogue, text: str) -> tuple[Term, ...]:
    """Return the terms that a text names or that contain it; all of them for an empty text."""
    wanted = searchable(text[:_LONGEST])
    if not wanted:
        return tuple(catalogue.terms.values())
    named = {term.id for term in Glossary(catalogue.terms.values()).find(text[:_LONGEST])}
    return tuple(
        term
        for term in catalogue.terms.values()
        if term.id in named or any(wanted in searchable(phrase) for phrase in _phrases(term))
    )


def _phrases(term: Term) -> tuple[str, ...]:
    return (*term.official.values(), *(phrase for said in term.said.values() for phrase in said))
