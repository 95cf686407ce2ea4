"""Content files: what they become, and how a slip in one is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from knowledge.catalogue import CONTENT, content_files, load, load_complaints, restore
from knowledge.errors import ContentInvalid
from knowledge.types import Aspect, Basis

PROCEDURE = """\
id: pause-filing
group: exit
grade: A
title: {zh: 歇业备案, yue: 歇業備案, en: Filing a pause}
aka: {zh: [停业], yue: [停住先], en: [pause]}
purpose: {zh: 可以停一停。, yue: 可以停一停先。, en: You can pause.}
who:
  - {zh: 公司都能办。, yue: 公司都辦得。, en: Any company can.}
conditions: []
materials:
  - {zh: 申请书, yue: 申請書, en: form, note: {zh: 原件, yue: 正本, en: original}}
steps:
  - {zh: 上网填表。, yue: 上網填表。, en: Fill in the form.}
time:
  - {zh: 30日。, yue: 30日。, en: 30 days., basis: 试行条例 第二条, confirm: true}
fee:
  - {zh: 不要钱。, yue: 唔使錢。, en: Free.}
where:
  - {zh: 网上办。, yue: 上網辦。, en: Online.}
entrances: [site]
department: {zh: 登记机关, yue: 登記機關, en: the authority}
basis: [试行条例 第一条]
related: []
questions:
  zh: [{ask: 能停吗, aspect: yes_no}]
  yue: [{ask: 停唔停得, aspect: yes_no}]
  en: [{ask: can I pause, aspect: yes_no}]
"""
POLICY = """\
---
id: pause-rules
title: {zh: 歇业规定, yue: 歇業規定, en: Rules on pausing}
statute: 试行条例
effective_from: 2024-07-01
grade: A
procedures: [pause-filing]
card:
  who: {zh: 公司。, yue: 公司。, en: Companies.}
  change: {zh: 可以停。, yue: 停得。, en: You may pause.}
  do: {zh: 先备案。, yue: 備案先。, en: File first.}
---

## how-long
- basis: 试行条例 第二条；试行条例 第三条, 旧条例
- aspects: time yes_no
- effective_to: 2027-06-30
- zh: 最长停30日。
- yue: 最長停30日。
- en: You may pause for 30 days at most.
- ask.en: how long | until when
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (
        ("procedures/pause-filing.yaml", PROCEDURE),
        ("policies/pause-rules.md", POLICY),
    ):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_what_has_ended_or_is_replaced_no_longer_stands():
    content = load(Path(__file__).parent.parent / "data" / "content")
    policy = content.policies["lantern-rules"]
    kept, *rest = policy.points
    day = date(2026, 1, 1)
    over = replace(policy, points=(replace(kept, effective_to=date(2025, 12, 31)), *rest))
    after = replace(policy, id="new-rules", points=(), effective_from=date(2025, 6, 1))
    old = replace(policy, superseded_by="new-rules")

    def standing(*policies, on=day):
        return {f.id for f in replace(content, policies={p.id: p for p in policies}).standing(on)}

    assert kept.id in standing(policy)
    assert kept.id not in standing(over) and kept.id in standing(over, on=date(2025, 12, 31))
    assert kept.id not in standing(old, after)
    assert kept.id in standing(old, after, on=date(2025, 5, 31))


def test_procedure(folder):
    procedure = load(folder).procedures["pause-filing"]
    (time,) = procedure.slots[Aspect.TIME]
    assert time.id == "pause-filing#time.0"
    assert time.url == "/procedures/pause-filing#time.0"
    assert time.basis == (Basis("试行条例", "第二条"),)
    assert time.confirm
    (material,) = procedure.slots[Aspect.MATERIALS]
    assert material.notes == {"zh": "原件", "yue": "正本", "en": "original"}
    assert procedure.slots[Aspect.WHAT][0].texts["en"] == "You can pause."
    assert [asked.text for asked in procedure.questions] == ["能停吗", "停唔停得", "can I pause"]


VARIANT = """\
variants:
  - id: branch
    name: {zh: 分公司, yue: 分公司, en: a branch}
    when: [branch]
    steps:
      - {zh: 总公司先决定。, yue: 總公司決定先。, en: The head office decides first.}
questions:
"""


def test_a_variant_stands_instead_of_the_slots_it_has(folder):
    file = folder / "procedures/pause-filing.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("questions:\n", VARIANT), "utf-8")
    procedure = load(folder).procedures["pause-filing"]
    common, branch = procedure.within(None), procedure.within("branch")
    assert [fact.id for fact in branch[Aspect.STEPS]] == ["pause-filing#steps.branch.0"]
    assert branch[Aspect.STEPS][0].url == "/procedures/pause-filing#steps.branch.0"
    assert branch[Aspect.TIME] == common[Aspect.TIME]
    assert procedure.without("branch") == {"pause-filing#steps.0"}
    assert procedure.without(None) == {"pause-filing#steps.branch.0"}
    assert procedure.within("gone") == common


def test_voices_stand_behind_a_procedures_own_questions(folder):
    (folder / "voices").mkdir()
    file = folder / "voices/exit.jsonl"
    said = '{"procedure": "pause-filing", "lang": "en", "text": "shut over the summer"}'
    file.write_text(said + "\n", encoding="utf-8")
    asked = load(folder).procedures["pause-filing"].questions[-1]
    assert (asked.language, asked.text, asked.aspect) == ("en", "shut over the summer", None)
    file.write_text(said.replace("pause-filing", "pause") + "\n", encoding="utf-8")
    with pytest.raises(ContentInvalid, match=r"exit.jsonl:1: there is no procedure “pause”"):
        load(folder)
    with pytest.raises(ContentInvalid, match="no such folder"):
        load(folder / "gone")


def test_policy(folder):
    policy = load(folder).policies["pause-rules"]
    (point,) = policy.points
    assert [basis.article for basis in point.basis] == ["第二条", "第三条", None]
    assert point.aspects == (Aspect.TIME, Aspect.YES_NO)
    assert point.procedures == ("pause-filing",)
    assert (point.effective_from, point.effective_to) == (date(2024, 7, 1), date(2027, 6, 30))
    assert point.asks["en"] == ("how long", "until when")
    assert point.asks["zh"] == ()


def test_what_is_dumped_is_restored(folder):
    catalogue = load(folder)
    assert restore(catalogue.dump()) == catalogue
    with pytest.raises(ValueError, match="procedures"):
        restore(b"{}")


def test_files_in_a_fixed_order(folder):
    names = [file.name for file in content_files(folder)]
    assert names == ["pause-rules.md", "pause-filing.yaml"]


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


def test_broken_complaint_names_its_line(tmp_path):
    (tmp_path / "complaints").mkdir()
    good = '{"id": "c", "lang": "en", "script": "latn", "text": "x", "channel": "chat", '
    good += '"procedures": [], "wanted": "x"}\n'
    bad = good.replace('"chat"', '"letter"') + "{\n"
    (tmp_path / "complaints/a.jsonl").write_text(good + bad, encoding="utf-8")
    with pytest.raises(ContentInvalid) as caught:
        load_complaints(tmp_path)
    lines = [(each.line, each.rule.split(":")[0]) for each in caught.value.problems]
    assert lines == [(2, "channel"), (3, "Invalid JSON")]


def test_shipped_content_loads():
    catalogue = load(CONTENT)
    assert len(catalogue.procedures) >= 37
    assert all(fact.texts["en"] for fact in catalogue.facts())
    assert load_complaints(CONTENT)
