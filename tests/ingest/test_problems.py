"""The 21 types of problems: named in every language, told by a reader learnt in seconds."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest import problems
from knowledge.alike import Alike
from knowledge.catalogue import CONTENT, load_complaints
from knowledge.errors import ContentInvalid
from knowledge.problem_types import load_types, load_voices


def test_three_classes_of_seven_each_with_records() -> None:
    types = load_types()
    assert [one.id for one in types.values()] == [f"{c}{n}" for c in "ABC" for n in range(1, 8)]
    assert {one.group for one in types.values()} == set("ABC")
    found = [one.problem_type for one in load_complaints() if one.problem_type]
    assert len(found) == 610
    assert min(found.count(one) for one in types) >= 20


@pytest.mark.parametrize(
    ("broken", "rule"),
    [
        ("A9: {name: {zh: x, yue: x, en: x}, says: {zh: x, yue: x, en: x}}", "A9"),
        ("A1: {name: {zh: x}, says: {zh: x, yue: x, en: x}}", "A1"),
        ("A1: {name: {zh: x, yue: x, en: x}}", "required"),
    ],
)
def test_a_broken_type_is_named(tmp_path: Path, broken: str, rule: str) -> None:
    (tmp_path / "problem_types.yaml").write_text(broken, encoding="utf-8")
    with pytest.raises(ContentInvalid, match=rule):
        load_types(tmp_path)


def test_the_held_out_fifth_is_never_learnt_from() -> None:
    learnt, kept = problems.held_out(load_complaints())
    assert not {one.id for one in learnt} & {one.id for one in kept}
    assert len(kept) == pytest.approx(610 / 5, abs=11)
    assert {one.problem_type for one in kept} == set(load_types())


def test_a_reader_tells_types_it_has_not_seen_better_than_the_commonest() -> None:
    records = load_complaints()
    learnt, kept = problems.held_out(records)
    plain = [one for one in records if not one.problem_type]
    reader = problems.learn([*learnt, *plain], load_voices())
    told = reader.tell([one.text for one in kept])
    right = sum(one.problem_type == kind for one, kind in zip(kept, told, strict=True))
    assert right / len(kept) > 0.7
    assert reader.tell([]) == [] and reader.troubled([]) == []


def test_a_broken_voice_is_named(tmp_path: Path) -> None:
    for name in ("problem_types.yaml", "problem_voices.jsonl"):
        (tmp_path / name).write_text((CONTENT / name).read_text(encoding="utf-8"), encoding="utf-8")
    with (tmp_path / "problem_voices.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"type": "D1", "lang": "zh", "text": "x"}\n{"type": "A1"}\n')
    with pytest.raises(ContentInvalid, match="D1") as fault:
        load_voices(tmp_path)
    assert len(fault.value.problems) == 2


def test_no_voice_is_a_record_of_the_corpus() -> None:
    corpus = Alike([one.text for one in load_complaints()])
    alike = [one.text for one in load_voices() if next(iter(corpus.near(one.text, 0.7)), None)]
    assert not alike
