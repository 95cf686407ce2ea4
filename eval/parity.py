"""The same question in five forms: is the reply about the same procedure, in each form's language?

`parity.jsonl`: `{"id", "procedure", "forms": {"zh-hans", "zh-hant", "yue-hant", "yue-hans", "en"},
"note"}`, written from the official guides, the forms as each language's speakers would ask.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.answering import Assistant
from assistant.types import Question
from knowledge.errors import InputUnreadable

GROUPS = Path(__file__).parent / "parity.jsonl"


class Group(BaseModel):
    """One question; `procedure` is right for all its forms."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    procedure: str
    forms: Mapping[str, str]  # language, and script where it has two
    note: str = ""


def load(file: Path = GROUPS) -> list[Group]:
    """Read the groups; InputUnreadable names the line."""
    found = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        try:
            found.append(Group.model_validate(json.loads(line)))
        except (ValidationError, ValueError) as fault:
            raise InputUnreadable(f"{file.name}:{number}: {fault}") from fault
    return found


def asked(assistant: Assistant, groups: Iterable[Group]) -> dict[str, dict[str, str | None]]:
    """Return, by group and form, the procedure that the reply is about; None where it has none."""
    return {
        group.id: {form: _procedure(assistant, text) for form, text in group.forms.items()}
        for group in groups
    }


def agree(found: Mapping[str, str | None]) -> bool:
    """Whether all forms of a group led to one procedure."""
    return None not in found.values() and len(set(found.values())) == 1


def _procedure(assistant: Assistant, text: str) -> str | None:
    answer = assistant.answer(Question(text))
    return answer.procedure.id if answer.procedure else None
