"""A follow-up leaves out what it is about: search is told what the conversation knows."""

from __future__ import annotations

from assistant.types import Query, Route
from knowledge.catalogue import Catalogue


def rewrite(query: Query, route: Route, catalogue: Catalogue) -> str:
    """Return the text to search for, which stands alone."""
    before = query.previous
    if not query.follows or before is None or route.procedure != before.procedure:
        return query.search
    matter = catalogue.procedures.get(route.procedure or "")
    return f"{query.search} {matter.titles[query.language]}" if matter else query.search
