"""Permits: what permits.yaml becomes, how a slip in it is said, and what its rules hold."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from knowledge import written
from knowledge.catalogue import CONTENT, load, restore
from knowledge.checks import checks
from knowledge.errors import ContentInvalid, Problem
from knowledge.permit_types import When
from knowledge.types import Basis
from knowledge.written import Tally

FILE = "permits.yaml"
ITEM = """\
  - id: item-{n}
    group: food
    scope: {{zh: 卖粥, yue: 賣粥, en: Selling congee}}
    permit: {{zh: 卖粥证, yue: 賣粥證, en: Congee permit}}
    said: {{zh: [粥铺], yue: [粥舖], en: [congee shop]}}
    departments: [office-{office}]
    when: after
    presumed: true
    procedures: [pause-filing]
    basis: 试行条例 第一条
    materials:
      - {{zh: 申请书, yue: 申請書, en: form}}
    time:
      - zh: 30日内决定。
        yue: 30日內決定。
        en: Decided within 30 days.
        basis: 试行条例 第二条
        confirm: true
"""
OTHERS = """\
before:
  - id: bank
    group: finance
    scope: {zh: 银行, yue: 銀行, en: Banks}
    permit: {zh: 批文, yue: 批文, en: Approval}
    departments: [ministry]
    confirm: true
after:
  - id: lift
    group: hazard
    scope: {zh: 电梯, yue: 電梯, en: Lifts}
    permit: {zh: 登记, yue: 登記, en: Registration}
    departments: [ministry]
    basis: 试行条例 第一条
"""


@pytest.fixture
def folder(small_content: Path) -> Path:
    """The small content with permits of thirty items and fourteen departments."""
    offices = [
        f"  - {{id: office-{n}, name: {{zh: 局, yue: 局, en: office}}, joint: true}}\n"
        for n in range(14)
    ]
    ministry = "  - {id: ministry, name: {zh: 部, yue: 部, en: ministry}}\n"
    items = [ITEM.format(n=n, office=n % 14) for n in range(30)]
    text = f"departments:\n{''.join(offices)}{ministry}joint:\n{''.join(items)}{OTHERS}"
    (small_content / FILE).write_text(text, encoding="utf-8")
    return small_content


def edit(folder: Path, old: str, new: str) -> int:
    """Put `new` in the place of `old`; return the line where it stands."""
    file = folder / FILE
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def findings(folder: Path, name: str) -> list[Problem]:
    """What one check says of the folder."""
    content = written.read(folder, folder.parent / "laws", as_of=date(2026, 11, 23))
    return [each for each in checks()[name](content) if not isinstance(each, Tally)]


def test_permits(folder):
    permits = load(folder).permits
    assert len(permits) == 32
    item = permits["item-3"]
    assert (item.when, item.joint, item.presumed) == (When.AFTER, True, True)
    assert item.departments[0].id == "office-3" and item.departments[0].joint
    assert item.basis == (Basis("试行条例", "第一条"),)
    (time,) = item.time
    assert time.id == "permits/item-3#time.0" and time.confirm
    assert item.url == time.url == "/permits#item-3"
    bank = permits["bank"]
    assert (bank.when, bank.joint, bank.presumed, bank.confirm) == (
        When.BEFORE, False, False, True,
    )  # fmt: skip
    assert permits["lift"].when is When.AFTER and not permits["lift"].joint


def test_permits_travel_with_the_catalogue(folder):
    catalogue = load(folder)
    assert restore(catalogue.dump()) == catalogue
    assert restore(catalogue.dump()).permits["item-0"] == catalogue.permits["item-0"]


def test_permits_are_no_facts_that_answers_are_made_of(folder):
    assert not [fact for fact in load(folder).facts() if fact.id.startswith("permits/")]


def test_a_catalogue_written_before_there_were_permits_still_opens(small_content):
    data = load(small_content).dump().replace(b',"permits":{}', b"")
    assert b'permits":{' not in data
    assert restore(data).permits == {}


SLIPS = [
    ("yue: 賣粥, ", "", "the text in yue is missing"),
    ("group: food", "group: foods", "Input should be 'food'"),
    ("when: after", "when: later", "when: Input should be 'before' or 'after'"),
    ("    presumed: true\n", "", "presumed: this key is missing"),
    ("scope: {zh: 银行", "scop: {zh: 银行", "scop: this key is not known here"),
    ("departments: [office-0]", "departments: []", "at least one entry is needed"),
    ("departments: [office-0]", "departments: [office-99]", "no department “office-99”"),
    ("id: item-1\n", "id: item-0\n", "the id item-0 stands twice"),
    ("id: bank", "id: item-0", "the id item-0 stands twice"),
    ("{id: office-1,", "{id: office-0,", "the id office-0 stands twice"),
    ("en: Decided within 30 days.", "", "the text in en is missing"),
]


@pytest.mark.parametrize(("old", "new", "said"), SLIPS)
def test_slip_is_said_with_its_line(folder, old, new, said):
    line = edit(folder, old, new)
    with pytest.raises(ContentInvalid) as caught:
        load(folder)
    found = [problem for problem in caught.value.problems if said in problem.rule]
    assert found, caught.value
    assert found[0].file == folder / FILE
    assert line - 11 <= found[0].line <= line + 1


@pytest.mark.parametrize("name", checks())
def test_good_permits_pass(folder, name):
    assert findings(folder, name) == []


BROKEN = [
    # check, what stood there, what stands there now, part of the rule
    ("permits", "procedures: [pause-filing]", "procedures: [pause-filin]", "did you mean pause-"),
    ("permits", "    presumed: true", "    presumed: false", "no official list"),
    ("permits", "    confirm: true\nafter:", "after:", "to be confirmed"),
    ("references", "试行条例 第二条", "试行法 第二条", "no source “试行法”"),
    ("references", "basis: 试行条例 第一条", "basis: 旧条例 第一条", "no source “旧条例”"),
    ("figures_agree", "within 30 days", "within 20 days", "does not say what zh says"),
    ("figures_in_law", "试行条例 第二条", "试行条例 第九条", "has no 第九条"),
    ("figures_in_law", "basis: 试行条例 第一条", "basis: 试行条例 第八条", "has no 第八条"),
    ("languages", "yue: 30日內決定。", "yue: 這個30日內決定。", "does not say 這"),
    ("languages", "yue: [粥舖]", "yue: [粥铺]", "铺 is not in the script"),
    ("dates", "30日内决定。", "30日内决定〔待核〕。", "〔待核〕"),
]


@pytest.mark.parametrize(("check", "old", "new", "rule"), BROKEN)
def test_broken_rule_is_named_with_file_and_line(folder, check, old, new, rule):
    line = edit(folder, old, new)
    found = [each for each in findings(folder, check) if rule in each.rule]
    assert found, findings(folder, check)
    assert found[0].file == folder / FILE
    assert line - 6 <= found[0].line <= line + 1


def test_thirty_items_and_fourteen_departments(folder):
    edit(folder, ITEM.format(n=29, office=1), "")
    edit(folder, "en: office}, joint: true}", "en: office}}")
    rules = [each.rule for each in findings(folder, "permits")]
    assert rules == [
        "the joint list has 29 items: 30 expected",
        "13 departments take part in joint handling: 14 expected",
        "the joint list names office-0: write `joint: true`",
    ]


def test_every_department_is_used(folder):
    for _ in range(2):  # items 13 and 27
        edit(folder, "[office-13]", "[office-0]")
    rules = [each.rule for each in findings(folder, "permits")]
    assert rules == ["no permit names the department office-13"]


def test_shipped_permits():
    catalogue = load(CONTENT)
    permits = catalogue.permits.values()
    joint = [one for one in permits if one.joint]
    offices = {one.id: one for permit in joint for one in permit.departments}
    assert (len(joint), len(offices)) == (30, 14)
    assert all(one.presumed for one in joint)
    assert {one.id for one in offices.values() if not one.presumed} == {
        "health", "police", "city-management",
    }  # fmt: skip
    first = {one.id for one in joint if one.when is When.BEFORE}
    assert first == {"security-guards", "training-school", "hazardous-chemicals"}
    assert {one.group for one in permits} <= {one.group for one in joint} | {"finance", "online"}
    assert sum(1 for one in permits if one.when is When.BEFORE) == 31
    assert {"food-business-permit"} == set(catalogue.permits["catering"].procedures)
