"""The same question in five forms."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answering import Assistant
from eval.parity import agree, asked, load
from knowledge.catalogue import load as load_content
from knowledge.errors import InputUnreadable
from knowledge.languages import detect
from knowledge.scripts import script_of

FORMS = {"zh-hans", "zh-hant", "yue-hant", "yue-hans", "en"}


def test_every_group_has_five_forms_and_a_known_procedure() -> None:
    groups = load()
    assert len(groups) >= 60
    assert all(set(one.forms) == FORMS for one in groups)
    assert {one.procedure for one in groups} <= load_content().procedures.keys()
    assert len({one.id for one in groups}) == len(groups)


def test_each_form_is_in_its_language_and_script() -> None:
    for group in load():
        for form, text in group.forms.items():
            code, _, script = form.partition("-")
            spoken = detect(text, code)
            assert spoken and spoken.code == code, (group.id, form)
            assert not script or script_of(text) in (script, None), (group.id, form)


def test_every_form_is_asked(assistant: Assistant) -> None:
    (first, *_) = load()
    found = asked(assistant, [first])[first.id]
    assert set(found) == FORMS and any(found.values())


def test_forms_agree_where_all_lead_to_one_procedure() -> None:
    assert agree({"a": "x", "b": "x"})
    assert not agree({"a": "x", "b": "y"})
    assert not agree({"a": None, "b": None})


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    file = tmp_path / "parity.jsonl"
    file.write_text('{"id": "x"}\n', encoding="utf-8")
    with pytest.raises(InputUnreadable, match=r"parity\.jsonl:1"):
        load(file)
