"""Nothing stands in the reply that the case calls wrong, and no figure without its ground."""

from __future__ import annotations

import re
from functools import cache

from assistant.types import Answer, Outcome
from eval.folding import holds
from eval.types import CaseTurn
from knowledge.catalogue import Catalogue, load
from knowledge.figures import unsupported
from knowledge.languages import language
from knowledge.settings import KnowledgeSettings

_LABELS = re.compile(r"\[S\d+\]")


def score(expected: CaseTurn, answer: Answer) -> float | None:
    """Return 1 where nothing wrong is said; None for what is no answer."""
    if answer.outcome is not Outcome.ANSWERED:
        return None
    return float(not said_wrong(expected, answer))


def said_wrong(expected: CaseTurn, answer: Answer) -> tuple[str, ...]:
    """Return what stands in the reply and must not, figures without a ground among it."""
    forbidden = (one for one in expected.wrong if holds(answer.text, one))
    return (*forbidden, *ungrounded(answer))


def ungrounded(answer: Answer) -> tuple[str, ...]:
    """Return the figures in the text that no cited point and no fact of its procedures carries."""
    ground = [citation.says for citation in answer.citations]
    ground += [text or "" for c in answer.citations for text in (c.title, c.article, c.rendered)]
    ground += [answer.as_of.isoformat()]
    ground += [answer.handoff.channel] if answer.handoff else []
    named = [card.id for card in (answer.procedure, *answer.also) if card]
    ground += [text for one in named for text in _facts(one, answer.language)]
    text = _LABELS.sub(" ", answer.text)
    return tuple(figure.text for figure in unsupported(text, ground))


@cache
def _catalogue() -> Catalogue:
    return load(KnowledgeSettings().content)


@cache
def _facts(procedure: str, code: str) -> tuple[str, ...]:
    found = []
    for fact in _catalogue().facts():
        if procedure in fact.procedures:
            found.append(fact.texts[code])
            found.append((fact.notes or {}).get(code, ""))
            found.append((fact.replaces or {}).get(code, ""))
            if fact.effective_from:
                found.append(language(code).written_date(fact.effective_from))
    found += [term.explain[code] for term in _catalogue().terms.values()]
    return tuple(found)
