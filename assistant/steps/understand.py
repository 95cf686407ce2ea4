"""What was sent becomes a Query: language, script, aspects, terms, what is left out."""

from __future__ import annotations

import re
from collections.abc import Mapping

from assistant.types import Query, Question, Turn
from knowledge.classifier import Classifier
from knowledge.glossary import Glossary
from knowledge.identifiers import mask
from knowledge.kinds import Kinds
from knowledge.language import Language
from knowledge.languages import detect, language, languages
from knowledge.scripts import HAN, clean, fold, plain, script_of
from knowledge.spelling import Speller
from knowledge.types import Aspect

# A question after the price says 吗 or "is it"; that makes it no question of yes or no.
_OUTWEIGHS = {Aspect.FEE, Aspect.TIME, Aspect.WHERE}
_HIDDEN = re.compile(r"\S*\*{2,}\S*?(?=[\u4e00-\u9fff]|\b|$)")  # what masking left
_WISH = 24  # characters of a message that wants no more than another language
# What is asked about: the reader's share of each aspect, and this where a word says it outright.
_MARKED = 0.30
_TELLING = 0.15  # less than this tells nothing
_BESIDE = 0.40  # of the likeliest: what is asked about as well
_SHORT = 18  # characters (a word is three): a longer message says itself what it is about


def understand(
    question: Question,
    glossary: Glossary,
    reader: Classifier | None = None,
    speller: Speller | None = None,
    kinds: Kinds | None = None,
) -> Query | None:
    """Return the query, or None where the message is in none of our languages.

    `reader` tells beside the marks which aspects are asked about, `speller` mends slips,
    `kinds` finds the kinds of enterprise that it names.
    """
    text = plain(clean(question.text))
    text = speller.mend(text) if speller else text
    previous = question.history[-1] if question.history else None
    spoken = detect(text, previous.language if previous else None)
    if spoken is None:
        return None
    wanted = _asked_for(fold(text)) if previous and len(text) <= _WISH else None
    reply = language(question.language) if question.language else wanted or spoken
    hidden = mask(text)
    masked = hidden != text
    folded = fold(hidden)
    leaves = spoken.marks.leaves.match(folded) if previous else None
    begins = leaves or (spoken.marks.corrects.match(folded) if previous else None)
    rest = folded[begins.end() :].strip(" ,，。.!") if begins else ""
    if rest:
        hidden = folded = rest  # "No, I mean" says nothing of what is meant
    denies = bool(begins) and not rest
    shortly = bool(spoken.marks.simpler.fullmatch(folded))
    bare = bool(spoken.marks.bare.fullmatch(folded)) or (shortly and previous is None)
    terms = glossary.find(hidden)
    marked = aspects_of(folded, spoken)
    tells = previous is not None and not marked and not spoken.marks.wish.search(folded)
    again = previous is not None and (shortly or bool(spoken.marks.doubts.fullmatch(folded)))
    named = kinds.find(hidden) if kinds else ()
    case = kinds is not None and bool(named) and previous is not None and _bare(kinds.rest(hidden))
    read = reader.shares(hidden) if reader else {}
    stays = tells or again or bool(wanted) or case
    if previous and stays:
        marked = previous.aspects
    leaning = {one: read.get(one, 0.0) + _MARKED * (one in marked) for one in Aspect}
    aspects = marked if stays else _likeliest(leaning)
    official = " ".join(term.official[spoken.code] for term in terms)
    said = _HIDDEN.sub(" ", hidden).strip()
    return Query(
        text=hidden,
        language=reply.code,
        script=_script(text, reply, spoken, previous.script if previous else None),
        aspects=aspects,
        outright=marked,
        terms=tuple(term.id for term in terms),
        kinds=named,
        said=said,
        search=f"{said} {official}".strip(),
        leaning=leaning,
        previous=previous,
        earlier=_earlier(question.history),
        brief=_brief(folded, spoken),
        follows=previous is not None and (bare or not leaves) and _follows(folded, spoken),
        tells=tells,
        bare=bare or bool(wanted),
        case=case,
        again=again,
        shortly=again and shortly,
        defines=aspects == (Aspect.WHAT,) and bool(spoken.marks.defines.search(folded)),
        dated=bool(spoken.marks.dated.search(folded)),
        leaves=bool(leaves) and not bare,
        denies=denies,
        thanks=bool(spoken.marks.thanks.search(folded)),
        masked=masked,
        angry=bool(spoken.marks.anger.search(folded)),
    )


def _earlier(history: tuple[Turn, ...]) -> tuple[str, ...]:
    last = history[-1].procedure if history else None
    matters = dict.fromkeys(turn.procedure for turn in reversed(history[:-1]))
    return tuple(one for one in matters if one and one != last)


def _bare(rest: str) -> bool:
    return any(one.marks.bare.fullmatch(rest) for one in languages().values())


def _asked_for(folded: str) -> Language | None:
    """Return the language in which a message wants to be answered, where it says so."""
    named = [one for one in languages().values() if one.marks.asks_for.fullmatch(folded)]
    return named[0] if len(named) == 1 else None


def aspects_of(folded: str, spoken: Language) -> tuple[Aspect, ...]:
    """Return what is asked about, in the order of the enumeration."""
    found = {a for a, pattern in spoken.marks.aspects.items() if pattern.search(folded)}
    if Aspect.YES_NO in found and found & _OUTWEIGHS:
        found.discard(Aspect.YES_NO)
    return tuple(aspect for aspect in Aspect if aspect in found)


def _likeliest(leaning: Mapping[Aspect, float]) -> tuple[Aspect, ...]:
    """Return the aspects that are asked about, in the order of the enumeration."""
    least = max(_TELLING, _BESIDE * max(leaning.values()))
    return tuple(aspect for aspect in Aspect if leaning[aspect] >= least)


def _script(text: str, reply: Language, spoken: Language, before: str | None) -> str:
    if reply is not spoken:
        return reply.script
    found = script_of(text)
    if found in reply.scripts:
        return found
    return before if before in reply.scripts else reply.script


def _brief(folded: str, spoken: Language) -> bool:
    return (len(HAN.findall(folded)) or 3 * spoken.words(folded)) <= _SHORT


def _follows(folded: str, spoken: Language) -> bool:
    return _brief(folded, spoken) or bool(spoken.marks.follow_up.search(folded))
