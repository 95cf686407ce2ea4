"""Makes the Answer of a turn: the composed reply, or the fixed sentence of its outcome."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import uuid4

from assistant.trace import Trace
from assistant.types import (
    LONGEST,
    Answer,
    Cited,
    Handoff,
    Option,
    Outcome,
    ProcedureCard,
    ProcedureLink,
    Query,
    Question,
    Route,
)
from knowledge.catalogue import Catalogue
from knowledge.language import Language
from knowledge.languages import detect, language
from knowledge.scripts import clean, convert, plain
from knowledge.types import Aspect

_SENTENCES = {
    Outcome.CLARIFY: "clarify",
    Outcome.GREETING: "greeting",
    Outcome.OUT_OF_SCOPE: "out_of_scope",
    Outcome.UNANSWERABLE: "unanswerable",
    Outcome.NO_EVIDENCE: "no_evidence",
    Outcome.ILLEGAL: "illegal",
    Outcome.INJECTION: "injection",
    Outcome.PERSONAL_DATA: "personal_data",
    Outcome.HANDOFF: "handoff",
}
_TO_A_PERSON = {Outcome.HANDOFF, Outcome.NO_EVIDENCE, Outcome.UNANSWERABLE}
_RELATED = {Outcome.HANDOFF, Outcome.UNANSWERABLE, Outcome.ILLEGAL}
_SURE_ENOUGH = 0.35  # below it, a refusal names no procedure
# Below it, two of five answers are on another procedure: what else it may be is said.
_UNSURE = 0.60
_OTHERS = 2
_HOTLINE = "12345"
_SUGGESTIONS = 3
_TOLD = 1_000  # characters: enough to tell a language by


@dataclass(frozen=True)
class Presenter:
    """Knows the catalogue, the day and the public address; nothing of how answers are found."""

    catalogue: Catalogue
    today: Callable[[], date]
    base_url: str = ""

    def unread(self, question: Question, outcome: Outcome, trace: Trace) -> Answer:
        """Return the reply to what could not be read at all."""
        text = clean(question.text)
        # A text too long to be read still tells its language; the person's own choice goes first.
        told = None if question.language else detect(text[:_TOLD])
        spoken = told or language(question.spoken)
        wording = spoken.wording
        said = wording.invalid_language
        if outcome is Outcome.PERSONAL_DATA:
            said = wording.personal_data
        elif not any(character.isalpha() for character in plain(text[:_TOLD])):
            said = wording.invalid_empty
        elif len(text) > LONGEST:
            said = wording.invalid_long
        return self._answer(question, spoken, spoken.script, outcome, said, trace)

    def said(self, question: Question, query: Query, route: Route, trace: Trace) -> Answer:
        """Return the fixed reply of an outcome, with the nearest procedures where they help."""
        spoken = language(query.language)
        outcome = route.outcome or Outcome.NO_EVIDENCE
        wording = spoken.wording
        parts: list[str] = [wording.calm] if query.angry and outcome is Outcome.HANDOFF else []
        sentence = getattr(wording, _SENTENCES[outcome])
        if query.despairs:
            sentence = wording.despair
        elif query.thanks and outcome is Outcome.GREETING:
            sentence = wording.welcome
        parts.append(sentence)
        named = route.procedure if outcome in _RELATED and route.confidence > _SURE_ENOUGH else None
        card = self.card(named, query, route.variant) if named else None
        if card and outcome is Outcome.ILLEGAL:
            parts.append(wording.lawful_way.format(title=card.title, url=card.url))
        nearest = tuple(self.link(one, query) for one in route.alternatives)
        if outcome is Outcome.NO_EVIDENCE and nearest:
            titles = wording.list_join.join(f"[{one.title}]({one.url})" for one in nearest)
            parts.append(wording.nearest.format(titles=titles))
        options: tuple[Option, ...] = ()
        if outcome is Outcome.CLARIFY:
            choices = (
                (route.procedure, *route.alternatives) if route.procedure else route.alternatives
            )
            options = tuple(self._option(one, query) for one in choices)
            if not options:  # nothing at all was named
                parts = [wording.about]
                options = tuple(self._matter(one, query) for one in wording.matters)
            card = self.card(route.procedure, query, route.variant) if route.procedure else None
        return self._answer(
            question, spoken, query.script, outcome, "\n\n".join(parts), trace,
            aspects=query.aspects,
            procedure=card,
            alternatives=nearest if card or outcome is Outcome.NO_EVIDENCE else (),
            options=options,
            handoff=self._handoff(outcome, spoken, query),
            confidence=round(route.confidence, 4),
        )  # fmt: skip

    def answered(
        self, question: Question, query: Query, route: Route, cited: Cited, trace: Trace
    ) -> Answer:
        """Return the composed reply with its link, date and follow-ups."""
        spoken = language(query.language)
        card = self.card(route.procedure, query, route.variant) if route.procedure else None
        parts = [spoken.wording.masked] if query.masked else []
        if query.angry:
            parts.append(spoken.wording.calm)
        parts = [convert(part, spoken.script, query.script) for part in parts]
        parts.append(cited.text)
        assumed = self._assumed(card, route, query, spoken) if card else None
        if assumed:
            _, or_else = assumed  # what it was taken for, the link after it says
            parts.append(or_else)
        if card:
            day = spoken.written_date(self.today())
            line = spoken.wording.link.format(title=card.title, url=card.url, date=day)
            parts.append(convert(line, spoken.script, query.script))
        also = tuple(self.card(one, query) for one in route.also)
        return self._answer(
            question, spoken, query.script, Outcome.ANSWERED, "\n\n".join(parts), trace,
            converted=True,
            aspects=query.aspects,
            key_points=cited.key_points,
            procedure=card,
            also=also,
            alternatives=tuple(self.link(one, query) for one in route.alternatives),
            citations=cited.citations,
            unconfirmed=cited.unconfirmed,
            assumptions=assumed[:1] if assumed else (),
            suggestions=self._suggestions(card, query, spoken),
            handoff=self._handoff(Outcome.ANSWERED, spoken, query),
            composed_by=cited.composed_by,
            confidence=round(route.confidence, 4),
        )  # fmt: skip

    def _assumed(
        self, card: ProcedureCard, route: Route, query: Query, spoken: Language
    ) -> tuple[str, str] | None:
        """Return what an unsure answer took the question for, and what else it may be about."""
        before = query.previous
        stays = before is not None and before.procedure == card.id
        others = [one for one in route.alternatives if one not in route.also][:_OTHERS]
        if route.confidence >= _UNSURE or stays or not others:
            return None
        links = [self.link(one, query) for one in others]
        titles = spoken.wording.list_join.join(f"[{one.title}]({one.url})" for one in links)
        says = (spoken.wording.taken_as, spoken.wording.or_else)
        taken, other = (convert(one, spoken.script, query.script) for one in says)
        return taken.format(title=card.title), other.format(titles=titles)

    def card(self, identity: str, query: Query, variant: str | None = None) -> ProcedureCard:
        """Return a procedure with its page and its best official entrance."""
        procedure = self.catalogue.procedures[identity]
        entrances = [self.catalogue.entrances[e] for e in procedure.entrances]
        best = next((e for e in entrances if e.url), entrances[0])
        return ProcedureCard(
            id=identity,
            title=self._title(identity, query),
            url=f"{self.base_url}{procedure.url}",
            variant=variant,
            official_url=best.url,
            entrance_grade=best.grade.value,
        )

    def link(self, identity: str, query: Query) -> ProcedureLink:
        """Return a procedure as it is linked."""
        url = f"{self.base_url}{self.catalogue.procedures[identity].url}"
        return ProcedureLink(id=identity, title=self._title(identity, query), url=url)

    def _title(self, identity: str, query: Query) -> str:
        title = self.catalogue.procedures[identity].titles[query.language]
        return convert(title, language(query.language).script, query.script)

    def _option(self, identity: str, query: Query) -> Option:
        title = self._title(identity, query)
        return Option(label=title, question=title, procedure=identity)

    def _matter(self, matter: str, query: Query) -> Option:
        shown = convert(matter, language(query.language).script, query.script)
        return Option(label=shown, question=shown)

    def _suggestions(
        self, card: ProcedureCard | None, query: Query, spoken: Language
    ) -> tuple[str, ...]:
        if card is None:
            return ()
        open_ones = [a for a in spoken.wording.suggestions if a not in query.aspects]
        slots = self.catalogue.procedures[card.id].slots
        texts = [
            convert(spoken.wording.suggestions[a], spoken.script, query.script).format(
                title=card.title
            )
            for a in open_ones
            if slots.get(Aspect(a))
        ]
        return tuple(texts[:_SUGGESTIONS])

    def _handoff(self, outcome: Outcome, spoken: Language, query: Query) -> Handoff | None:
        if outcome not in _TO_A_PERSON and not query.angry:
            return None
        reason = convert(spoken.wording.handoff_reason, spoken.script, query.script)
        return Handoff(channel=_HOTLINE, reason=reason)

    def _answer(
        self,
        question: Question,
        spoken: Language,
        script: str,
        outcome: Outcome,
        text: str,
        trace: Trace,
        converted: bool = False,
        **rest: object,
    ) -> Answer:
        shown = text if converted else convert(text, spoken.script, script)
        return Answer(
            id=uuid4().hex,
            session=question.session,
            language=spoken.code,
            script=script,
            outcome=outcome,
            text=shown,
            as_of=self.today(),
            seconds=dict(trace.seconds),
            **rest,
        )
