"""A digest as a policy file to be finished by a person, and as the list of what to look at."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from ingest.bearing import Bearing, Touched
from ingest.digest import Digest
from knowledge.languages import first, languages

TO_CONFIRM = "〔待确认〕"
TO_WRITE = "〔待写〕"

_SAYS = {
    Bearing.DIFFERS: "与新文本不一致：{figures} 不在 {article}",
    Bearing.MOVED: "条号变了：内容现在在 {article}",
    Bearing.GONE: "引用的 {article} 在新文本里没有",
    Bearing.BESIDE: "出处不同、事项相近、数字不同（{figures}）：看 {article} 是否取代了它",
    Bearing.STANDS: "仍然成立：{article}",
}
_ORDER = tuple(_SAYS)


class _Written(yaml.SafeDumper):
    """Writes a text out wherever it stands: a person edits each place by itself."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def policy_file(digest: Digest, identity: str) -> str:
    """Return the draft of `policies/<identity>.md`.

    The content check refuses it until every mark is gone: nothing goes out half read.
    """
    blank = dict.fromkeys(languages(), TO_WRITE)
    head = {
        "id": identity,
        "title": {**dict.fromkeys(languages(), TO_WRITE), first().code: digest.title},
        "statute": digest.source or digest.title,
        "effective_from": digest.effective_from,
        "effective_to": digest.effective_to,
        "superseded_by": None,
        "grade": "C",
        "procedures": list(digest.procedures),
        "card": {"who": blank, "change": dict(blank), "do": dict(blank)},
    }
    block = yaml.dump(head, Dumper=_Written, allow_unicode=True, sort_keys=False, width=200)
    return "\n".join(["---", block.rstrip(), "---", "", *_points(digest)]) + "\n"


def _points(digest: Digest) -> Iterator[str]:
    for point in digest.points:
        yield f"## {point.id}"
        yield f"- basis: {digest.source or digest.title} {point.article}".rstrip()
        yield f"- aspects: {', '.join(point.aspects)}"
        if point.procedures:
            yield f"- procedures: {', '.join(point.procedures)}"
        yield "- confirm: yes"
        yield f"- zh: {TO_CONFIRM}{point.text}"
        yield f"- yue: {TO_WRITE}"
        yield f"- en: {TO_WRITE}"
        yield ""


def report(digest: Digest) -> str:
    """Return, in plain words, what was read and which of our points it touches, as a diff."""
    return "\n".join(_report(digest)) + "\n"


def _report(digest: Digest) -> Iterator[str]:
    yield f"{digest.title}"
    yield f"  发布机关 issuer: {digest.issuer or TO_CONFIRM}"
    yield f"  文号 number: {digest.number or TO_CONFIRM}"
    begins, ends = digest.effective_from, digest.effective_to
    yield f"  施行 in force: {begins or TO_CONFIRM} – {ends or '（没有写截止日）'}"
    yield f"  来源键 source key: {digest.source or TO_CONFIRM + '（先写进 statutes.yaml）'}"
    yield f"  条文 articles: {digest.articles}; 可成为要点 sentences: {len(digest.points)}"
    yield f"  涉及事项 procedures: {', '.join(digest.procedures) or TO_CONFIRM}"
    for bearing in _ORDER:
        found = [one for one in digest.touched if one.bearing is bearing]
        if not found:
            continue
        yield ""
        yield f"[{bearing.value}] {len(found)}"
        if bearing is not Bearing.STANDS:
            for one in found:
                yield from _diff(one)


def _diff(one: Touched) -> Iterator[str]:
    says = _SAYS[one.bearing].format(figures="、".join(one.figures), article=one.article)
    yield f"@@ {one.fact} @@ {says}"
    yield f"- {one.ours}"
    if one.theirs:
        yield f"+ {one.article} {one.theirs}"
