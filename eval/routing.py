"""Routes every record of the corpus as if it had never been written down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.answering import VOTERS
from assistant.build import Live
from assistant.settings import AssistantSettings
from assistant.steps.route import MixedRouter
from assistant.steps.screen import screen
from assistant.types import Outcome, Question, Route
from ingest.classifying import fit
from knowledge.catalogue import load_complaints
from knowledge.features import kept
from knowledge.passages import Passage
from knowledge.settings import KnowledgeSettings
from knowledge.talks import Talk, load_talks
from knowledge.types import Complaint

_PARTS = 10  # the reader is learnt anew without each tenth of the records
_ITSELF = 5  # more are asked for: those that are the record itself are left out


def left_out(settings: KnowledgeSettings | None = None) -> list[tuple[Complaint, bool]]:
    """Return each record of the corpus, and whether it finds one of its procedures.

    A record never votes for itself, and the reader was learnt without it. One that is refused, or
    asked back about, has not found it; but where two readers could not tell either what the record
    is about, asking back is right if the options hold it. The embedder is the shipped one: it has
    seen the corpus.
    """
    settings = settings or KnowledgeSettings()
    live = Live(AssistantSettings(), settings)
    passages = list(live.index.passages)
    talks = load_talks(settings.content)
    records = [one for one in load_complaints(settings.content) if one.procedures]
    with kept():
        pairs = [
            pair for part in range(_PARTS) for pair in _routed(live, passages, talks, records, part)
        ]
    return [(one, not led.isdisjoint(one.procedures)) for one, led in pairs]


def _routed(
    live: Live,
    passages: Sequence[Passage],
    talks: Sequence[Talk],
    records: Sequence[Complaint],
    part: int,
) -> Iterator[tuple[Complaint, set[str]]]:
    tenth = records[part::_PARTS]
    out = {one.text for one in tenth}
    assistant = live.assistant
    cases = {fact.id for fact in assistant.catalogue.facts() if fact.case}
    others = [one for one in passages if one.text not in out]
    reader = fit(others, cases=cases, talks=talks, wanted=["procedure"])["procedure"]
    router = MixedRouter(assistant.catalogue.procedures, reader)
    for one in tenth:
        asked = Question(one.text)
        query = assistant.understand(asked)
        if query is None or screen(query, assistant.readers)[1]:
            yield one, set()
            continue
        hits = assistant.search.read(query.search).hits(VOTERS + _ITSELF)
        near = [hit for hit in hits if hit.passage.text != one.text][:VOTERS]
        route = router.route(query, near)
        yield one, found(one, route)


def found(one: Complaint, route: Route) -> set[str]:
    """Return what the record was led to; what was offered, where asking back is right."""
    if route.outcome is Outcome.CLARIFY and not one.clear:
        return set(filter(None, (route.procedure, *route.alternatives)))
    return set() if route.outcome else set(filter(None, (route.procedure,)))
