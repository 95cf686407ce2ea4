"""Which case of a procedure is meant: one kind of enterprise has other papers than the next."""

from __future__ import annotations

from assistant.types import Query
from knowledge.kinds import COMMON
from knowledge.types import Procedure


def narrow(query: Query, procedure: Procedure) -> str | None:
    """Return the variant of the kind that the message names last; else the one spoken of before.

    None where it is the procedure's own, common case.
    """
    cases = {kind: variant.id for variant in procedure.variants for kind in variant.when}
    for kind in query.kinds:
        if kind == COMMON or kind in cases:
            return cases.get(kind)
    before = query.previous
    stays = query.follows or query.tells or query.again
    return before.variant if before and stays and before.procedure == procedure.id else None
