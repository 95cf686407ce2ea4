"""A follow-up leaves out what it is about: search is told what the conversation knows."""

from __future__ import annotations

from dataclasses import replace

from assistant.types import Query
from knowledge.catalogue import Catalogue


def rewrite(query: Query, catalogue: Catalogue) -> Query:
    """Return the query whose search text stands alone."""
    if not query.follows or query.previous is None or query.previous.procedure is None:
        return query
    procedure = catalogue.procedures.get(query.previous.procedure)
    if procedure is None:
        return query
    return replace(query, search=f"{query.search} {procedure.titles[query.language]}")
