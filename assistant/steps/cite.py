"""Turns a believed draft into text, key points and citations: only labels that were handed out."""

from __future__ import annotations

import re
from collections.abc import Mapping

from assistant.types import Citation, Cited, Draft, Evidence, Line, Query
from knowledge.language import Language
from knowledge.languages import language
from knowledge.scripts import convert
from knowledge.types import Fact, Source

_KEY_POINTS = 6
_LISTS = (re.compile(r"- "), re.compile(r"\d+\. "))  # a numbered list and another are two


def cite(
    draft: Draft, evidence: tuple[Evidence, ...], query: Query, sources: Mapping[str, Source]
) -> Cited:
    """Return the draft as shown, without the link line that ends a reply."""
    spoken = language(query.language)
    handed = {one.label: one for one in evidence}
    numbers: dict[str, str] = {}
    blocks: list[str] = []
    for line in draft.lines:
        known = [label for label in line.labels if label in handed]
        for label in known:
            numbers.setdefault(label, f"S{len(numbers) + 1}")
        marks = "".join(f"[{numbers[label]}]" for label in known)
        body = f"{line.text} {marks}".strip()
        blocks.append(f"{_mark(line)}{body}")
    doubts = [f"- {text}" for text in draft.unconfirmed]
    if draft.doubtful:
        blocks = [spoken.wording.doubtful, *doubts, *blocks]
    elif doubts:
        blocks += [spoken.wording.to_confirm, *doubts]

    def shown(text: str) -> str:
        return convert(text, spoken.script, query.script)

    citations = tuple(
        citation(handed[label], number, spoken, query.script, sources)
        for label, number in numbers.items()
    )
    return Cited(
        text=shown(_join(blocks)),
        key_points=tuple(map(shown, _key_points(draft.lines))),
        citations=citations,
        unconfirmed=tuple(map(shown, draft.unconfirmed)),
        composed_by=draft.composed_by,
    )


def citation(
    evidence: Evidence, label: str, spoken: Language, script: str, sources: Mapping[str, Source]
) -> Citation:
    """Return the citation of one piece of evidence; titles and articles stay as published."""
    item = evidence.item
    if isinstance(item, Fact):
        basis = item.basis[0]
        source = sources.get(basis.statute)
        return Citation(
            label=label,
            title=basis.statute,
            article=basis.article,
            says=convert(item.texts[spoken.code], spoken.script, script),
            effective_from=item.effective_from or (source.effective_from if source else None),
            url=item.url,
        )
    return Citation(
        label=label,
        title=item.title,
        article=item.article,
        says=item.text,
        verbatim=True,
        effective_from=item.effective_from,
        url=item.url,
    )


def _mark(line: Line) -> str:
    if line.number:
        return f"{line.number}. "
    return "- " if line.bullet else ""


def _join(blocks: list[str]) -> str:
    text = ""
    for before, block in zip(["", *blocks], blocks, strict=False):
        same_list = any(mark.match(before) and mark.match(block) for mark in _LISTS)
        text += ("\n" if same_list else "\n\n") + block
    return text.strip()


def _key_points(lines: tuple[Line, ...]) -> tuple[str, ...]:
    bullets = [line.text for line in lines if line.bullet or line.number]
    if len(bullets) < 2:
        bullets = [line.text for line in lines if not re.search(r"[：:]$", line.text)]
    return tuple(bullets[:_KEY_POINTS])
