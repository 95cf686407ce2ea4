"""The 3 classes of 7 ways in which guidance fails, as content/problem_types.yaml names them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from knowledge.catalogue import CONTENT
from knowledge.errors import ContentInvalid, Problem
from knowledge.languages import languages
from knowledge.located import read_yaml
from knowledge.scripts import fold
from knowledge.types import Texts

FILE = "problem_types.yaml"
_GAP = ".{1,14}?"


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: dict[str, str]
    says: dict[str, str]
    signs: list[str] = Field(min_length=1)
    patterns: list[str] = []


@dataclass(frozen=True, slots=True)
class ProblemType:
    """One type; its class: A was not understood, B could not be read, C missed the point."""

    id: str
    names: Texts
    says: Texts
    signs: tuple[re.Pattern[str], ...]  # each matched against folded text
    patterns: tuple[re.Pattern[str], ...]

    @property
    def group(self) -> str:
        """The class: A, B or C."""
        return self.id[0]


def load_types(content: Path = CONTENT) -> Mapping[str, ProblemType]:
    """Read the types in their order; ContentInvalid names the file, the line and the rule."""
    located = read_yaml(content / FILE)
    try:
        entries = TypeAdapter(dict[str, _Entry]).validate_python(located.value)
        found = {key: _read(key, entry) for key, entry in entries.items()}
    except ValidationError as fault:
        first = fault.errors()[0]
        raise ContentInvalid((located.problem(first["loc"], first["msg"]),)) from fault
    except (KeyError, re.error, ValueError) as fault:
        raise ContentInvalid((Problem(located.file, 1, str(fault)),)) from fault
    return found


def _read(key: str, entry: _Entry) -> ProblemType:
    if not re.fullmatch("[ABC][1-7]", key):
        raise ValueError(f"{key} is no type: A1 to C7")
    for texts in (entry.name, entry.says):
        if set(texts) != set(languages()):
            raise ValueError(f"{key}: expected one text in each of {', '.join(languages())}")
    return ProblemType(
        key,
        entry.name,
        entry.says,
        tuple(re.compile(_GAP.join(map(re.escape, fold(s).split("…")))) for s in entry.signs),
        tuple(map(re.compile, entry.patterns)),
    )
