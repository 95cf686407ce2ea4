"""Content files: what they become, and how a slip in one is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from catalogue_samples import written

from knowledge.catalogue import CONTENT, content_files, load, load_complaints, restore
from knowledge.errors import ContentInvalid
from knowledge.types import Aspect, Basis


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(tmp_path)


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
    said = (
        '{"procedure": "pause-filing", "lang": "en", "aspects": ["time"], '
        '"text": "shut over the summer"}'
    )
    file.write_text(said + "\n", encoding="utf-8")
    asked = load(folder).procedures["pause-filing"].questions[-1]
    assert (asked.language, asked.text) == ("en", "shut over the summer")
    assert (asked.aspects, asked.slot) == ((Aspect.TIME,), None)
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
