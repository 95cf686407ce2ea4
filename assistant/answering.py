"""Question in, answer out: the paragraph to read first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.conversation import picked
from assistant.ports import Brief, Composer, Router
from assistant.steps.check import check
from assistant.steps.cite import cite
from assistant.steps.narrow import narrow
from assistant.steps.present import Presenter
from assistant.steps.quote import quote
from assistant.steps.retrieve import retrieve
from assistant.steps.rewrite import rewrite
from assistant.steps.screen import Readers, screen, unreadable
from assistant.steps.split import clauses, several
from assistant.steps.understand import understand
from assistant.trace import Trace
from assistant.types import Answer, Draft, Evidence, Outcome, Query, Question, Route
from knowledge.catalogue import Catalogue
from knowledge.classifier import Classifier
from knowledge.glossary import Glossary
from knowledge.kinds import Kinds
from knowledge.languages import language
from knowledge.passages import Hit
from knowledge.ports import Searcher
from knowledge.spelling import Speller

_DEPTH = 200  # passages from which evidence is chosen
VOTERS = 80
"""Of them, those near enough to vote for a procedure."""
_ALSO = 0.95  # how sure a further request must be: at 0.80 more was lost of the first than found
_OPEN = {Outcome.CLARIFY, Outcome.NO_EVIDENCE}  # a document taken in may still answer
# These refusals still name a procedure: the lawful way, or what the person was about.
_STILL_ROUTED = {Outcome.ILLEGAL, Outcome.HANDOFF, Outcome.UNANSWERABLE}


@dataclass(frozen=True)
class Assistant:
    """Everything an answer needs, handed in by build.py."""

    catalogue: Catalogue
    glossary: Glossary
    kinds: Kinds  # finds which kinds of enterprise are named
    speller: Speller  # mends slips in English words
    aspects: Classifier | None  # reads what is asked about, beside the words that say it
    readers: Readers  # tell questions from what no procedure answers
    search: Searcher
    router: Router
    composer: Composer
    fallback: Composer  # stands where the composer's draft is not believed
    present: Presenter
    today: Callable[[], date]

    def understand(self, question: Question) -> Query | None:
        """Return the question as understood; None where it is in none of our languages."""
        return understand(question, self.glossary, self.aspects, self.speller, self.kinds)

    def answer(self, question: Question, trace: Trace | None = None) -> Answer:
        """Return the reply to one message; never raises for what a person may send."""
        trace = trace or Trace()
        question = picked(question, self.catalogue)
        with trace.step("understand"):
            if outcome := unreadable(question.text):
                return self.present.unread(question, outcome, trace)
            query = self.understand(question)
            if query is None:
                return self.present.unread(question, Outcome.INVALID_INPUT, trace)
            query, ended = screen(query, self.readers)
        alone = query.lawless or query.despairs  # no procedure belongs beside such a reply
        if ended and (alone or ended not in _STILL_ROUTED):
            return self.present.said(question, query, Route(None, outcome=ended), trace)
        with trace.step("search"):
            reading = self.search.read(query.search, query.said)
            hits = reading.hits(_DEPTH)
            trace.passages = [(hit.passage.id, round(hit.score, 4)) for hit in hits[:8]]
        with trace.step("route"):
            route = self.router.route(query, hits[:VOTERS])
            route = replace(route, outcome=ended) if ended else self._also(query, route)
            if route.procedure:
                procedure = self.catalogue.procedures[route.procedure]
                route = replace(route, variant=narrow(query, procedure))
        if route.outcome and route.outcome not in _OPEN:
            return self.present.said(question, query, route, trace)
        with trace.step("retrieve"):
            evidence = retrieve(query, route, reading, self.catalogue, self.today())
            if quoted := self._quoted(query, route, hits, evidence):
                evidence, route = quoted, replace(route, procedure=None, also=(), outcome=None)
        if route.outcome is Outcome.CLARIFY:
            return self.present.said(question, query, route, trace)
        if not evidence:
            nothing = replace(route, outcome=Outcome.NO_EVIDENCE)
            return self.present.said(question, query, nothing, trace)
        brief = Brief(query, route, evidence, self._titles(query, route), self.today())
        draft = self._believed(brief, trace)
        if draft is None:
            nothing = replace(route, outcome=Outcome.NO_EVIDENCE)
            return self.present.said(question, query, nothing, trace)
        with trace.step("cite"):
            cited = cite(draft, evidence, query, self.catalogue.sources)
        return self.present.answered(question, query, route, cited, trace)

    def _quoted(
        self, query: Query, route: Route, hits: Sequence[Hit], evidence: tuple[Evidence, ...]
    ) -> tuple[Evidence, ...]:
        """Return what a document taken in says, where that answers better."""
        whole = rewrite(query, route, self.catalogue)
        if whole != query.search and any(hit.passage.document for hit in hits):
            hits = self.search.read(whole, query.said).hits(_DEPTH)
        return quote(query, route, hits, evidence, self.today())

    def _believed(self, brief: Brief, trace: Trace) -> Draft | None:
        """Return the first draft that passes the last look; None where none does."""
        for composer in (self.composer, self.fallback):
            with trace.step("compose"):
                draft = composer.invoke(brief)
            with trace.step("check"):
                faults = check(draft, brief.evidence, brief.query)
            if not faults:
                return draft
            trace.faults.extend(fault.code for fault in faults)
        return None

    def _also(self, query: Query, route: Route) -> Route:
        """Add what else is asked for in the same message.

        A clause by itself says little, and is read too surely: what it seems to ask for must be
        what the whole message speaks of next to its main subject.
        """
        if route.procedure is None or not several(query):
            return route
        for text in clauses(query):
            alone = replace(query, text=text, previous=None, follows=False, tells=False)
            part = self.router.route(alone, self.search.read(text).hits(VOTERS))
            sure = part.outcome is None and part.confidence >= _ALSO
            if sure and (part.procedure,) == route.alternatives[:1]:
                return replace(route, also=route.alternatives[:1])
        return route

    def _titles(self, query: Query, route: Route) -> dict[str, str]:
        wanted = filter(None, (route.procedure, *route.also))
        titles = {one: self.catalogue.procedures[one].titles[query.language] for one in wanted}
        if route.procedure:
            variant = self.catalogue.procedures[route.procedure].variant(route.variant)
            if variant:
                wording, name = language(query.language).wording, variant.names[query.language]
                titles[route.procedure] = wording.variant.format(
                    title=titles[route.procedure], name=name
                )
        return titles
