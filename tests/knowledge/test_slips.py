"""How a slip in a content file is said: in plain words, with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from catalogue_samples import POLICY, PROCEDURE, written

from knowledge.catalogue import load
from knowledge.errors import ContentInvalid

P, R, G = "procedures/pause-filing.yaml", "policies/pause-rules.md", "glossary.yaml"
TERM = """\
- id: pause
  official: {zh: 歇业, yue: 歇業, en: pause}
  said: {zh: [停业], yue: [停住], en: [rest]}
  explain: {zh: 停一停。, yue: 停住先。, en: A pause.}
"""
SLIPS = [
    # file, what stood there, what stands there now, what is said
    (P, "en: Filing a pause", "en: Filing, a pause", "“a pause” was read as a key of its own: put"),
    (
        P,
        "en: Fill in the form.",
        "en: Fill, sign",
        "“sign” was read as a key of its own: put quotes",
    ),
    (
        P,
        "en: original",
        "en: original, or copy",
        "“or copy” was read as a key of its own: put quotes",
    ),
    (P, "en: Fill in the form.", "en: Do this: fill", "a text that holds a colon or quotes"),
    (P, "en: Fill in the form.", 'en: "Fill" in', "a colon or quotes"),
    (P, "yue: 上網填表。, ", "", "the text in yue is missing"),
    (P, "zh: 上网填表。", 'zh: ""', "the text in zh is missing"),
    (P, "basis: 试行条例 第二条", "basys: 试行条例", "unknown key 'basys'"),
    (P, "yue: 歇業備案, ", "yue: 歇業備案, fr: pause, ", "fr is not a language: write en, yue, zh"),
    (P, "group: exit", "group: leave", "group: Input should be 'establish'"),
    (P, "grade: A", "grad: A", "grad: this key is not known here"),
    (P, "grade: A\n", "", "grade: this key is missing"),
    (P, "entrances: [site]", "entrances: []", "entrances: at least one entry is needed"),
    (P, "entrances: [site]", "entrances: site", "entrances: a list is expected"),
    (P, "en: the authority", "en: [the authority]", "department.en: a text is expected"),
    (P, "confirm: true", "confirm: perhaps", "confirm: yes or no is expected"),
    (P, "related: []", "related: [Ordinary closing]", "small letters, digits and hyphens"),
    (P, "id: pause-filing", "id: pause", "the id pause must be the file's name"),
    (P, "grade: A", "grade: A\ngrade: B", "the key grade stands twice here"),
    (P, "  - {zh: 公司都能办。", "\t- {zh: 公司都能办。", "indent with blanks"),
    (R, "- zh: 最长停30日。", "zh: 最长停30日。", "expected `## point-id` or `- key: value`"),
    (R, "- zh: 最长停30日。", "- zh: 一\n- zh: 二", "the key zh stands twice here"),
    (R, "- zh: 最长停30日。\n", "", "the text in zh is missing"),
    (R, "2027-06-30", "30 June", "effective_to: Input should be a valid date"),
    (R, "time yes_no", "time maybe", "aspects.1: Input should be 'what'"),
    (R, "do: {", "done: {", "this key is not known here"),
    (R, "---\nid", "id", "a policy begins with its front matter"),
    (G, "explain: {zh", "explained: {zh", "explain: this key is missing"),
    (G, "- id: pause", "id: pause", "not valid YAML"),
    (G, "en: A pause.", "en: A pause, in short", "“in short” was read as a key of its own"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(tmp_path)


@pytest.mark.parametrize(("name", "old", "new", "said"), SLIPS)
def test_slip_is_said_in_plain_words_with_its_line(folder, name, old, new, said):
    text = {P: PROCEDURE, R: POLICY, G: TERM}[name]
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentInvalid) as caught:
        load(folder)
    found = [problem for problem in caught.value.problems if said in problem.rule]
    assert found, caught.value
    assert found[0].file == folder / name
    at = text[: text.index(old)].count("\n") + 1
    # A missing key is looked for where its entry begins, and a broken bracket where it ends.
    assert at - 15 <= found[0].line <= at + 2


def test_the_line_is_exact_where_the_slip_has_one(folder):
    (folder / P).write_text(PROCEDURE.replace("en: Free.", "en: Free, really"), encoding="utf-8")
    with pytest.raises(ContentInvalid) as caught:
        load(folder)
    (problem,) = caught.value.problems
    assert problem.line == PROCEDURE[: PROCEDURE.index("en: Free.")].count("\n") + 1
    assert str(problem).startswith(f"{folder / P}:{problem.line}: ")


def test_every_problem_of_every_file_is_listed(folder):
    (folder / G).write_text(TERM + TERM.replace("official", "offical"), encoding="utf-8")
    (folder / P).write_text("id: [", encoding="utf-8")
    (folder / R).write_bytes(b"---\nid: \xff\n---\n")
    with pytest.raises(ContentInvalid) as caught:
        load(folder)
    said = "\n".join(problem.rule for problem in caught.value.problems)
    for part in ("saved as UTF-8", "not valid YAML", "the id pause stands twice", "1.official"):
        assert part in said.replace("official: this key is missing", "1.official")
    assert len(caught.value.problems) == 5
