"""Holds what a content file says to its shape; what does not fit is said in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from knowledge.errors import ContentInvalid, Problem
from knowledge.languages import languages
from knowledge.located import Located, Place

Shape = TypeVar("Shape", bound=BaseModel)

COMMA = "put quotes around a text that holds a comma"
_KEYS = frozenset({"basis", "confirm", "note"})
_PLAIN = {
    "missing": "this key is missing",
    "extra_forbidden": "this key is not known here; check how it is spelt",
    "too_short": "at least one entry is needed",
    "string_type": "a text is expected; put quotes around it if it is one",
    "list_type": "a list is expected: entries that begin with -, or [one, two]",
    "dict_type": "`key: value` lines are expected",
    "model_type": "`key: value` lines are expected",
    "bool_parsing": "yes or no is expected",
}


def shaped(model: type[Shape], located: Located, place: Place = ()) -> Shape:
    """Return the part of a file at `place` as a `model`; ContentInvalid names every slip in it."""
    value = located.value
    for step in place:
        value = value[step]
    if slips := tuple(_commas(located, value, place)):
        raise ContentInvalid(slips)
    try:
        return model.model_validate(value)
    except ValidationError as fault:
        problems = []
        for error in fault.errors():
            loc = tuple(part for part in error["loc"] if part != "[key]")
            name = ".".join(map(str, loc))
            message = said(error)
            rule = f"{name}: {message}" if name else message
            problems.append(located.problem((*place, *loc), rule))
        raise ContentInvalid(tuple(dict.fromkeys(problems))) from fault


def named(model: type[Shape], located: Located) -> Shape:
    """Return a whole file as a `model` whose id is the file's name."""
    shape = shaped(model, located)
    if (identity := getattr(shape, "id", None)) != located.file.stem:
        rule = f"the id {identity} must be the file's name"
        raise ContentInvalid((located.problem(("id",), rule),))
    return shape


def said(error: Mapping[str, Any]) -> str:
    """Say one pydantic error as a policy editor understands it."""
    plain = _PLAIN.get(error["type"])
    return plain or str(error["msg"]).removeprefix("Value error, ")


def _commas(located: Located, value: object, place: Place) -> Iterator[Problem]:
    """{en: Foo, bar} is read as the key `bar` beside `en`: no other slip looks like it."""
    if isinstance(value, dict):
        spoken = any(code in value for code in languages())
        for key, part in value.items():
            here = (*place, key)
            if spoken and part is None and key not in _KEYS and key not in languages():
                yield located.problem(here, f"“{key}” was read as a key of its own: {COMMA}")
            else:
                yield from _commas(located, part, here)
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _commas(located, part, (*place, index))
