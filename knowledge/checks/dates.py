"""Dates in order; what has ended is pointed out; nothing that waits for a check is stated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from knowledge.errors import Problem
from knowledge.located import Located, Place
from knowledge.written import Note, Written

# 〔待核〕 of the sources, 〔待确认〕 and 〔待写〕 of a digest.
_OPEN = re.compile(r"〔待.{1,3}〕")


def check(content: Written) -> Iterator[Problem]:
    """Look at the dates of every policy and point, and at the marks of open questions."""
    for policy in content.catalogue.policies.values():
        located = content.files[content.folder / "policies" / f"{policy.id}.md"]
        yield from _span(content, located, (), policy.effective_from, policy.effective_to)
        if policy.superseded_by:
            place = ("superseded_by",)
            rule = f"this policy is replaced by {policy.superseded_by}"
            yield Note(located.file, located.line(place), rule)
        for index, point in enumerate(policy.points):
            own = located.value["points"][index]
            if {"effective_from", "effective_to"} & set(own):
                place_of = ("points", index)
                yield from _span(
                    content, located, place_of, point.effective_from, point.effective_to
                )
    for text in content.texts:
        for code, said in text.texts.items():
            if found := _OPEN.search(said):
                rule = f"{found.group()} stands in a text: settle it, or write `confirm: true`"
                yield text.problem(code, rule)


def _span(
    content: Written, located: Located, place: Place, begins: date | None, ends: date | None
) -> Iterator[Problem]:
    if ends is None:
        return
    here = (*place, "effective_to")
    if begins is not None and ends <= begins:
        yield located.problem(here, "effective_to must be later than effective_from")
    if ends < content.as_of:
        yield Note(located.file, located.line(here), f"this ended on {ends}")
