"""Which case of a procedure is meant: one kind of enterprise has other papers than the next."""

from __future__ import annotations

from assistant.types import Query
from knowledge.types import Procedure


def narrow(query: Query, procedure: Procedure) -> str | None:
    """Return the variant whose ideas the message names; else the one spoken of before.

    None where it is the procedure's own, common case.
    """
    for variant in procedure.variants:
        if query.concepts.intersection(variant.when):
            return variant.id
    before = query.previous
    stays = query.follows or query.tells or query.again
    return before.variant if before and stays and before.procedure == procedure.id else None
