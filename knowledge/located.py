"""Content files as plain values that still know their lines, so that a broken rule can be found."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from knowledge.errors import ContentInvalid, Problem

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Place = tuple[str | int, ...]

_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_POINT = re.compile(r"^## +(\S+) *$")
_NESTED = "replaces."  # a text of its own, in every language
_LINE = re.compile(r"^- +([\w.]+): *(.*)$")
# What the YAML reader says, and what an editor has most likely done.
_SLIPS = {
    "mapping values are not allowed": "put quotes around a text that holds a colon",
    "cannot start any token": "put quotes around a text that begins with a mark",
    "expected ',' or '}'": "put quotes around a text that holds a colon or quotes, and close the {",
    "expected ',' or ']'": "put quotes around a text that holds a colon or quotes, and close the [",
    "expected <block end>": "indent as the lines above, and put quotes around the whole text",
}


@dataclass(frozen=True, slots=True)
class Located:
    """What one file says, and the line on which each part of it stands."""

    file: Path
    value: Any
    lines: Mapping[Place, int]

    def line(self, place: Place) -> int:
        """Return the line of the nearest part around `place` that has one."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    def problem(self, place: Place, rule: str) -> Problem:
        """Name a broken rule at `place`."""
        return Problem(self.file, self.line(place), rule)


def read_text(file: Path) -> str:
    """Return a content file's text; ContentInvalid where it is not UTF-8."""
    try:
        return file.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as fault:
        line = file.read_bytes()[: fault.start].count(b"\n") + 1
        rule = "the file must be saved as UTF-8"
        raise ContentInvalid((Problem(file, line, rule),)) from fault


def read_yaml(file: Path) -> Located:
    """Read a YAML file; ContentInvalid names the line where it does not parse."""
    return _yaml(file, read_text(file), offset=0)


def read_policy(file: Path) -> Located:
    """Read a policy file: front matter, and under `points` each `## id` with its `- key: value`."""
    text = read_text(file)
    front = _FRONT.match(text)
    if not front:
        rule = "a policy begins with its front matter between two lines of ---"
        raise ContentInvalid((Problem(file, 1, rule),))
    head = _yaml(file, front[1], offset=1)
    if not isinstance(head.value, dict):
        raise ContentInvalid((Problem(file, 2, "the front matter is `key: value` lines"),))
    points: list[dict[str, Any]] = []
    lines: dict[Place, int] = dict(head.lines)
    problems = []
    start = text[: front.end()].count("\n") + 1
    for number, line in enumerate(text[front.end() :].split("\n"), start):
        if heading := _POINT.match(line):
            points.append({"id": heading[1]})
            lines["points", len(points) - 1] = number
        elif (entry := _LINE.match(line)) and points:
            if ("points", len(points) - 1, entry[1]) in lines:
                problems.append(Problem(file, number, _twice(entry[1])))
            points[-1][entry[1]] = entry[2].strip()
            lines["points", len(points) - 1, entry[1]] = number
            if entry[1].startswith(_NESTED):
                name, _, code = entry[1].partition(".")
                points[-1].setdefault(name, {})[code] = points[-1].pop(entry[1])
                lines["points", len(points) - 1, name, code] = number
        elif line.strip():
            rule = "expected `## point-id` or `- key: value`"
            problems.append(Problem(file, number, rule))
    if problems:
        raise ContentInvalid(tuple(problems))
    return Located(file, {**head.value, "points": points}, lines)


def _yaml(file: Path, text: str, offset: int) -> Located:
    try:
        loader = _Loader(text)
        node = loader.get_single_node()
        value = loader.construct_document(node) if node else None
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        line = (mark.line if mark else 0) + 1 + offset
        said = str(getattr(fault, "problem", None) or fault)
        slip = next((advice for part, advice in _SLIPS.items() if part in said), None)
        if mark and "\t" in "".join(text.split("\n")[mark.line : mark.line + 1]):
            slip = "indent with blanks, not tabs"
        rule = f"not valid YAML: {said}" + (f"; {slip}" if slip else "")
        raise ContentInvalid((Problem(file, line, rule),)) from fault
    lines: dict[Place, int] = {}
    problems: list[Problem] = []
    _collect(node, (), lines, offset, lambda at, rule: problems.append(Problem(file, at, rule)))
    if problems:
        raise ContentInvalid(tuple(problems))
    return Located(file, value, lines)


def _twice(key: str) -> str:
    return f"the key {key} stands twice here"


def _collect(
    node: Any,  # noqa: ANN401
    place: Place,
    lines: dict[Place, int],
    offset: int,
    complain: Callable[[int, str], None],
) -> None:
    if node is None:
        return
    lines[place] = node.start_mark.line + 1 + offset
    if isinstance(node, yaml.MappingNode):
        seen = set()
        for key, value in node.value:
            at = key.start_mark.line + 1 + offset
            if key.value in seen:
                complain(at, _twice(key.value))
            seen.add(key.value)
            _collect(value, (*place, key.value), lines, offset, complain)
            lines[(*place, key.value)] = at
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            _collect(value, (*place, index), lines, offset, complain)
