"""The 3 classes of 7 ways in which guidance fails, as content/problem_types.yaml names them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from knowledge.catalogue import CONTENT
from knowledge.errors import ContentInvalid, Problem
from knowledge.languages import languages
from knowledge.located import read_text, read_yaml
from knowledge.types import Texts

FILE = "problem_types.yaml"
VOICES = "problem_voices.jsonl"


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: dict[str, str]
    says: dict[str, str]


class ProblemVoice(BaseModel):
    """How somebody sounds when a problem of this type happens: to learn from, never counted."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    type: str
    lang: str
    text: str = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class ProblemType:
    """One type; its class: A was not understood, B could not be read, C missed the point."""

    id: str
    names: Texts
    says: Texts

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
    except ValueError as fault:
        raise ContentInvalid((Problem(located.file, 1, str(fault)),)) from fault
    return found


def _read(key: str, entry: _Entry) -> ProblemType:
    if not re.fullmatch("[ABC][1-7]", key):
        raise ValueError(f"{key} is no type: A1 to C7")
    for texts in (entry.name, entry.says):
        if set(texts) != set(languages()):
            raise ValueError(f"{key}: expected one text in each of {', '.join(languages())}")
    return ProblemType(key, entry.name, entry.says)


def load_voices(content: Path = CONTENT) -> tuple[ProblemVoice, ...]:
    """Read what shows a type, nothing where there is no file; ContentInvalid names each slip."""
    file = content / VOICES
    if not file.exists():
        return ()
    types = load_types(content)
    found: list[ProblemVoice] = []
    problems: list[Problem] = []
    for number, line in enumerate(read_text(file).splitlines(), 1):
        try:
            voice = ProblemVoice.model_validate(json.loads(line))
        except ValueError as fault:
            problems.append(Problem(file, number, str(fault).splitlines()[0]))
            continue
        if voice.type not in types or voice.lang not in languages():
            problems.append(Problem(file, number, f"no such type or language: {line[:60]}"))
        found.append(voice)
    if problems:
        raise ContentInvalid(tuple(problems))
    return tuple(found)
