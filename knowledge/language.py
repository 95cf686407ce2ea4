"""What is known of one language: how to recognise it, fold it for search, and speak in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date

from knowledge.types import Aspect

QUOTED = re.compile(r"「[^」]*」|『[^』]*』|“[^”]*”|《[^》]*》|[(（][^)）]*[)）]|\{[^}]*\}")
"""Names and placeholders in a sentence: they may be of any language."""

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


@dataclass(frozen=True, slots=True)
class Wording:
    """Every fixed sentence of a reply. No defaults: a missing translation is a type error.

    `{title}` is a procedure's title, `{n}` a number, `{date}` a date already written out.
    """

    lead: Mapping[Aspect, str]  # opens a list of points of that aspect; {title} {n}
    lead_some: Mapping[Aspect, str]  # where only the first {k} find room; {title}
    besides: str  # parts a list that was asked for from what else is near
    defined: str  # an official word and what it means; {term} {says}
    again: str  # opens what was just said, where somebody doubts it or asks for the reason
    shortly: str  # opens the one sentence that matters of what was just said
    also: str  # opens the part on a further procedure asked for; {title}
    variant: str  # a procedure in one case of its own, as in "(a partnership)"; {title} {name}
    link: str  # the line that ends a reply; {title} {url} {date}
    taken_as: str  # says what an unsure answer took the question for; {title}
    or_else: str  # and what else it may be about; {titles}
    doubtful: str  # opens an answer that the office must confirm
    to_confirm_here: str  # follows one of several steps
    to_confirm: str  # opens what the office must confirm
    from_date: str  # the rule holds from; {date}
    before: str  # the rule that held before; {rule}
    quoted: str  # opens an article quoted in Chinese; {title} {article}
    source: str  # a source whose title is rendered; {title} {articles}
    sources: str  # names the sources so rendered; {list}
    list_join: str  # between items of an enumeration
    date: str  # strftime-like with {y} {m} {d}
    note: str  # a material with its note; {item} {note}
    clarify: str  # asks which procedure is meant
    about: str  # asks what a question is about that names no matter
    matters: tuple[str, ...]  # what it may be about, to be tapped and sent
    no_evidence: str
    nearest: str  # opens the nearest procedures under no_evidence; {titles}
    greeting: str
    welcome: str  # answers thanks
    despair: str  # answers who does not want to live
    invalid_empty: str
    invalid_long: str
    invalid_language: str
    out_of_scope: str
    unanswerable: str
    illegal: str
    lawful_way: str  # the lawful procedure after a refusal; {title} {url}
    injection: str
    personal_data: str
    masked: str  # said first when personal data was masked and the question answered
    handoff: str
    handoff_reason: str
    calm: str  # said first when anger accompanies a real question
    failed: str
    suggestions: Mapping[Aspect, str]  # follow-up questions; {title}

    def __post_init__(self) -> None:
        for part in fields(self):
            if not getattr(self, part.name):
                raise ValueError(f"wording {part.name} is empty")


def made_of(phrases: str) -> re.Pattern[str]:
    """Return what matches a text of nothing but these phrases (blanks between them) and signs.

    A low line stands for the blank inside a phrase. The longest phrase wins and is not taken back,
    so that no text takes long to be refused; words in Latin letters are matched whole.
    """
    longest = sorted(phrases.split(), key=len, reverse=True)
    whole = (re.escape(one.replace("_", " ")) for one in longest)
    either = "|".join(rf"\b{one}\b" if one[0].isascii() else one for one in whole)
    return re.compile(rf"(?>(?:{either}|[^\w]+)++)")


def asking_for(names: str, phrases: str) -> re.Pattern[str]:
    """Return what matches a text of a language's names and these phrases, one name at least."""
    either = "|".join(map(re.escape, names.split()))
    return re.compile(f"(?=.*(?:{either})){made_of(f'{names} {phrases}').pattern}")


@dataclass(frozen=True, slots=True)
class Marks:
    """Patterns that tell what a message is about, beside what search finds.

    Each is matched against the message folded to lower case and simplified characters.
    """

    aspects: Mapping[Aspect, re.Pattern[str]]
    greeting: re.Pattern[str]  # the whole message is a greeting or thanks: see `made_of`
    thanks: re.Pattern[str]  # such a message thanks, or ends the talk
    about_us: re.Pattern[str]  # the whole message asks who speaks here, and what for
    bare: re.Pattern[str]  # the whole message asks, and names no matter at all: see `made_of`
    doubts: re.Pattern[str]  # and asks for no more than what was just said
    simpler: re.Pattern[str]  # the whole message wants that said in fewer words
    no: re.Pattern[str]  # directly before a word, denies it
    crime: re.Pattern[str]  # help with a crime that no procedure makes lawful
    forged: re.Pattern[str]  # forged or borrowed papers, beyond doubt
    reports: re.Pattern[str]  # tells on somebody else: an office takes that up
    distress: re.Pattern[str]  # despair: a person is offered, whatever else is said
    injection: re.Pattern[str]
    illegal: re.Pattern[str]
    handoff: re.Pattern[str]
    anger: re.Pattern[str]
    unanswerable: re.Pattern[str]
    out_of_scope: re.Pattern[str]
    elsewhere: re.Pattern[str]  # asks for another city's office
    asks_for: re.Pattern[str]  # the whole message wants this language: see `asking_for`
    follow_up: re.Pattern[str]  # leaves out what it is about
    leaves: re.Pattern[str]  # how a message begins that leaves the subject before
    corrects: re.Pattern[str]  # and one that puts right how it was taken: says nothing itself
    wish: re.Pattern[str]  # wants something done: what has none and asks nothing only tells
    defines: re.Pattern[str]  # asks what a word means
    dated: re.Pattern[str]  # asks since when a rule holds, or what held before
    connective: re.Pattern[str]  # splits two requests in one message
    verdict: re.Pattern[str]  # how a sentence of ours begins that says yes or no


@dataclass(frozen=True, slots=True)
class Language:
    """All that is known of one language."""

    code: str
    name: str  # in the language itself
    html: str  # BCP 47
    script: str  # of its stored content: hans | hant | latn
    scripts: tuple[str, ...]  # in which a reply can be shown
    shares: Callable[[str], float]  # how much of a sentence speaks for this language, 0 to 1
    to_written: Callable[[str], str]  # folded text to the wording that search shares
    words: Callable[[str], int]  # length of a reply in words
    own: re.Pattern[str]  # every longer text of ours carries it; matched folded
    strangers: re.Pattern[str]  # what no text of ours says, outside quotes; matched as written
    wording: Wording
    marks: Marks

    def beside(self, text: str) -> str:
        """Return a sentence of ours without the yes or no that it begins with.

        Beside another answer, "No: …" would say no to what was asked.
        """
        found = self.marks.verdict.match(text.lower())
        rest = text[found.end() :].lstrip() if found else text
        return rest[:1].upper() + rest[1:]

    def written_date(self, day: date) -> str:
        """Return a date as the language writes it."""
        return self.wording.date.format(
            y=day.year, m=day.month, d=day.day, month=_MONTHS[day.month - 1]
        )
