"""What finds room in a reply: a fact once, a list in its order, doubts apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.ports import Brief
from assistant.types import Draft, Evidence, Line
from knowledge.language import Language
from knowledge.types import Fact

_ROOM = 240  # words, before the link: the contract asks for about 250 in all
_DOUBTS = 3  # of the facts beside the answer that the office must confirm


class Page:
    """Gathers the lines of a reply as long as there is room for them."""

    def __init__(self, spoken: Language, brief: Brief) -> None:
        self.spoken = spoken
        self._brief = brief
        self._lines: list[Line] = []
        self._unconfirmed: list[str] = []
        self._doubt: str | None = None
        self._shown: set[str] = set()
        self._room = _ROOM
        self._listing = False  # what is said now would read as one more item of the list above

    @property
    def empty(self) -> bool:
        """Whether nothing has been said yet."""
        return not self._lines

    def draft(self) -> Draft:
        """Return what was gathered."""
        return Draft(tuple(self._lines), tuple(self._unconfirmed), self._doubt)

    def head(self, text: str, labels: tuple[str, ...] = ()) -> None:
        """Say a line that only opens what follows."""
        self._add(Line(text, labels, heading=True))
        self._listing = False

    def doubt(self, evidence: Evidence) -> None:
        """Say first what the office must confirm, because it is the very answer."""
        if isinstance(evidence.item, Fact):
            self._doubt = self._beside(evidence.item)
            self._room -= self.spoken.words(self._doubt)
            self._shown.add(evidence.item.id)

    def show(self, evidence: Evidence, bullet: bool = True, verdict: bool = True) -> None:
        """Show a fact, unless it was shown before or there is no room for it.

        Without `verdict` it does not say yes or no to the person.
        """
        fact = evidence.item
        if not isinstance(fact, Fact) or fact.id in self._shown:
            return
        # The first sentence answers: it never stands in a list.
        bullet = bullet and bool(self._lines)
        beside = bullet or fact.confirm or not verdict
        text = self._beside(fact) if beside else self._sentence(fact)
        besides = self.spoken.wording.besides if self._listing and not fact.confirm else ""
        if self.spoken.words(besides + text) > self._room and self._lines:
            return
        if fact.confirm:
            if len(self._unconfirmed) < _DOUBTS:
                self._shown.add(fact.id)
                self._unconfirmed.append(text)
                self._room -= self.spoken.words(text)
            return
        if besides:
            self.head(besides)
        self._shown.add(fact.id)
        self._add(Line(text, (evidence.label,) if fact.basis else (), bullet))

    def quote(self, text: str, label: str) -> None:
        """Show an article's own words whatever room is left: there is nothing else to say."""
        self._add(Line(text, (label,), bullet=True))

    def lay_out(
        self,
        items: Sequence[Evidence],
        lead: Callable[[int], str],
        labels: tuple[str, ...],
        numbered: bool,
    ) -> None:
        """Show the items in their order, up to the first that finds no room.

        `lead` says, for how many are shown, what opens the list. Steps keep their numbers, and a
        doubtful one its place; of other lists the doubtful items stand with the other doubts.
        """
        known = [(one, one.item) for one in items if isinstance(one.item, Fact)]
        certain = [(one, fact) for one, fact in known if numbered or not fact.confirm]
        texts = [self._item(fact) for _, fact in certain]
        room = self._room - self.spoken.words(lead(len(certain)))
        fitting = 0
        while fitting < len(texts) and (room := room - self.spoken.words(texts[fitting])) >= 0:
            fitting += 1
        if fitting > 1:
            self.head(lead(fitting), labels)
            for number, ((one, fact), text) in enumerate(
                zip(certain[:fitting], texts, strict=False), 1
            ):
                self._shown.add(fact.id)
                sources = (one.label,) if fact.basis else ()
                self._add(Line(text, sources, not numbered, number if numbered else 0))
            self._listing = True
        for one, fact in known:
            if fact.confirm or fitting < 2:  # no list of one
                self.show(one)

    def _item(self, fact: Fact) -> str:
        text = self._beside(fact)
        return text + self.spoken.wording.to_confirm_here if fact.confirm else text

    def _beside(self, fact: Fact) -> str:
        return self.spoken.beside(self._sentence(fact))

    def _sentence(self, fact: Fact) -> str:
        code, wording = self.spoken.code, self.spoken.wording
        if fact.notes is not None:
            return wording.note.format(item=fact.texts[code], note=fact.notes[code])
        says, begins = fact.texts[code], fact.effective_from
        if begins and (self._brief.query.dated or begins > self._brief.today):
            says += wording.from_date.format(date=self.spoken.written_date(begins))
        if self._brief.query.dated and fact.replaces:
            says += wording.before.format(rule=fact.replaces[code])
        return says

    def _add(self, line: Line) -> None:
        self._lines.append(line)
        self._room -= self.spoken.words(line.text)
