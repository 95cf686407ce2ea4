"""The nouns of what is known. Frozen, no behaviour beyond reading what they hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

Texts = Mapping[str, str]
"""The same sentence by language code; every known language is present."""

_KEY_POINTS = 5  # on a card


class Aspect(StrEnum):
    """What of a procedure a person asks about."""

    WHAT = "what"
    CONDITIONS = "conditions"
    MATERIALS = "materials"
    STEPS = "steps"
    TIME = "time"
    FEE = "fee"
    WHERE = "where"
    PENALTY = "penalty"
    YES_NO = "yes_no"
    WHO = "who"
    COMPARE = "compare"


class Grade(StrEnum):
    """How sure a fact or an address is: A checked against the text, B in part, C to confirm."""

    A = "A"
    B = "B"
    C = "C"


@dataclass(frozen=True, slots=True)
class Basis:
    """Where a rule stands: a key of statutes.yaml and the article as published, if it has one."""

    statute: str
    article: str | None


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact in every language, with its source: a policy's point or a procedure's slot."""

    id: str  # "suspension-rules#how-long", "suspension-filing#time.0"
    texts: Texts
    basis: tuple[Basis, ...]
    aspects: tuple[Aspect, ...]
    procedures: tuple[str, ...]
    url: str  # the page that shows it, with anchor; a bare path
    effective_from: date | None = None
    effective_to: date | None = None
    confirm: bool = False  # True: shown only as "to be confirmed with the office"
    case: bool = False  # speaks of one case of many: shown only where it is the one asked for
    replaces: Texts | None = None  # the rule that held before
    notes: Texts | None = None  # materials: who signs, original or copy, when not needed
    asks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    example: tuple[str, ...] = ()  # figures of an example, which no article holds


@dataclass(frozen=True, slots=True)
class AskedLike:
    """A message as people send it about a procedure."""

    language: str
    text: str
    aspects: tuple[Aspect, ...]  # what of it is asked about
    slot: Aspect | None  # the slot whose first fact is the answer; none for a told case


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of enterprise, or another case, and the words that name it plainly."""

    id: str
    said: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Variant:
    """How a procedure goes in one case of its own, such as one kind of enterprise.

    Its slots stand instead of the procedure's, where it has them.
    """

    id: str
    names: Texts
    when: tuple[str, ...]  # ids of kinds: who names one of them is in this case
    slots: Mapping[Aspect, tuple[Fact, ...]]


@dataclass(frozen=True, slots=True)
class Procedure:
    """One thing a person can get done at an office. `slots` holds its facts by aspect, in order."""

    id: str
    group: str
    grade: Grade
    form: str | None
    titles: Texts
    aka: Mapping[str, tuple[str, ...]]
    department: Texts
    slots: Mapping[Aspect, tuple[Fact, ...]]
    pitfalls: tuple[Fact, ...]
    entrances: tuple[str, ...]
    basis: tuple[Basis, ...]
    related: tuple[str, ...]
    permits: tuple[str, ...]
    questions: tuple[AskedLike, ...]
    variants: tuple[Variant, ...] = ()

    @property
    def url(self) -> str:
        """The procedure's own page: a bare path, the same in every language and session."""
        return f"/procedures/{self.id}"

    def variant(self, identity: str | None) -> Variant | None:
        """Return a variant by its id; None where there is no such one (any more)."""
        return next((one for one in self.variants if one.id == identity), None)

    def within(self, variant: str | None) -> Mapping[Aspect, tuple[Fact, ...]]:
        """Return the slots as they are in a variant; its own ones where there is no such one."""
        found = self.variant(variant)
        return {**self.slots, **found.slots} if found else self.slots

    def without(self, variant: str | None) -> frozenset[str]:
        """Return the ids of the facts that do not hold in a variant."""
        every = (self.slots, *(one.slots for one in self.variants))
        stands = {fact.id for slot in self.within(variant).values() for fact in slot}
        return frozenset(f.id for slots in every for slot in slots.values() for f in slot) - stands

    def opening(self, aspect: Aspect | None) -> Fact:
        """Return the first fact of a slot; what the procedure is where it has no such slot."""
        slot = self.slots.get(aspect) if aspect else None
        return (slot or self.slots[Aspect.WHAT])[0]


@dataclass(frozen=True, slots=True)
class Card:
    """A policy at a glance: whom it concerns, what changed, what to do now."""

    who: Texts
    change: Texts
    do: Texts


@dataclass(frozen=True, slots=True)
class Policy:
    """A rule or rules that belong together, as points."""

    id: str
    titles: Texts
    statute: str
    grade: Grade
    effective_from: date | None
    effective_to: date | None
    superseded_by: str | None
    procedures: tuple[str, ...]
    card: Card
    points: tuple[Fact, ...]

    @property
    def url(self) -> str:
        """The policy's own page: a bare path."""
        return f"/policies/{self.id}"

    @property
    def key_points(self) -> tuple[Fact, ...]:
        """The card's points, the most important first: they stand first in the file."""
        return tuple(point for point in self.points if not point.confirm)[:_KEY_POINTS]

    @property
    def newest(self) -> date | None:
        """The day from which its latest rule holds."""
        days = (self.effective_from, *(point.effective_from for point in self.points))
        return max(filter(None, days), default=None)


@dataclass(frozen=True, slots=True)
class Term:
    """An official term, what people say instead, and one sentence that explains it."""

    id: str
    official: Texts
    said: Mapping[str, tuple[str, ...]]
    explain: Texts


@dataclass(frozen=True, slots=True)
class Entrance:
    """Where a thing is done: a site, an app, a telephone; `url` is None for a mere name."""

    id: str
    grade: Grade
    kind: str
    url: str | None
    names: Texts
    use: Texts


@dataclass(frozen=True, slots=True)
class Source:
    """A published text that facts cite."""

    key: str
    title: str
    version: date | None
    effective_from: date | None
    number: str | None
    outdated: bool  # the text it was checked against has been amended since
    kind: str = "statute"
    rendered: Mapping[str, str] = field(default_factory=dict)  # our own rendering of the title


@dataclass(frozen=True, slots=True)
class Aside:
    """A message that no procedure answers, and how its turn ends. Synthetic as shipped."""

    language: str
    text: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Complaint:
    """What a person wrote or said to the hotline, the chat or the window. Synthetic as shipped."""

    id: str
    language: str
    script: str
    text: str
    channel: str
    procedures: tuple[str, ...]
    aspects: tuple[Aspect, ...]
    problem_type: str | None
    wanted: str
    outcome: str | None = None  # set where it is no registration question at all
    clear: bool = True  # False where two readers could not tell what it is about: to be asked back
