"""Turns a believed draft into text, key points and citations: only labels that were handed out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from assistant.types import Citation, Cited, Draft, Evidence, Line, Query, Quote
from knowledge.figures import article_key
from knowledge.language import Language
from knowledge.languages import language
from knowledge.scripts import convert
from knowledge.types import Fact, Source

_KEY_POINTS = 6
_NAMED = 3  # sources that a reply names in its own language; the citations render all


def cite(
    draft: Draft, evidence: tuple[Evidence, ...], query: Query, sources: Mapping[str, Source]
) -> Cited:
    """Return the draft as shown, without the link line that ends a reply."""
    spoken = language(query.language)
    handed = {one.label: one for one in evidence}
    numbers: dict[str, str] = {}
    blocks: list[tuple[str, str]] = []  # which list it belongs to, if any, and the text
    for line in draft.lines:
        known = [label for label in line.labels if label in handed]
        for label in known:
            numbers.setdefault(label, f"S{len(numbers) + 1}")
        marks = "".join(f"[{numbers[label]}]" for label in known)
        body = f"{line.text} {marks}".strip()
        blocks.append(_block(line, body))
    if draft.doubt:
        blocks = [("", spoken.wording.doubtful), ("-", f"- {draft.doubt}"), *blocks]
    if draft.unconfirmed:
        blocks.append(("", spoken.wording.to_confirm))
        blocks.extend(("-", f"- {text}") for text in draft.unconfirmed)
    if named := _sources((handed[label].item for label in numbers), spoken, sources):
        blocks.append(("", named))

    def shown(text: str) -> str:
        return convert(text, spoken.script, query.script)

    citations = tuple(
        citation(handed[label], number, spoken, query.script, sources)
        for label, number in numbers.items()
    )
    return Cited(
        text=shown(_join(blocks)),
        key_points=tuple(map(shown, _key_points(draft))),
        citations=citations,
        unconfirmed=tuple(map(shown, filter(None, (draft.doubt, *draft.unconfirmed)))),
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
            rendered=rendered(source, [basis.article], spoken),
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


def _sources(
    items: Iterable[Fact | Quote], spoken: Language, sources: Mapping[str, Source]
) -> str | None:
    """Return the line that names the sources in the reply's language; None where none needs it."""
    articles: dict[str, list[str | None]] = {}
    for item in items:
        if isinstance(item, Fact) and item.basis:
            articles.setdefault(item.basis[0].statute, []).append(item.basis[0].article)
    named = [rendered(sources.get(key), found, spoken) for key, found in articles.items()]
    text = "; ".join(list(filter(None, named))[:_NAMED])
    return spoken.wording.sources.format(list=text) if text else None


def rendered(source: Source | None, articles: Iterable[str | None], spoken: Language) -> str | None:
    """Return a source in a language whose readers may not read its title; None in the others."""
    title = source.rendered.get(spoken.code) if source else None
    if title is None:
        return None
    numbers = dict.fromkeys(filter(None, (article_key(one) for one in articles if one)))
    if not numbers:
        return title
    listed = spoken.wording.list_join.join(numbers)
    return spoken.wording.source.format(title=title, articles=listed)


def _block(line: Line, body: str) -> tuple[str, str]:
    if line.number:
        return "1", f"{line.number}. {body}"
    return ("-", f"- {body}") if line.bullet else ("", body)


def _join(blocks: list[tuple[str, str]]) -> str:
    text = ""
    for (before, _), (now, block) in zip([("", ""), *blocks], blocks, strict=False):
        text += ("\n" if now and now == before else "\n\n") + block
    return text.strip()


def _key_points(draft: Draft) -> tuple[str, ...]:
    """Return what is said for certain; what the office must confirm is `unconfirmed`."""
    return tuple(line.text for line in draft.lines if not line.heading)[:_KEY_POINTS]
