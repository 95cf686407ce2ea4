"""Reads a hotline's own export: a CSV in whatever encoding, personal data hidden at intake.

A row needs a text; time, channel, district and procedure help. Nothing that was read is kept in
its own words: `text` of a record is already without names, numbers and addresses.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from knowledge.errors import InputUnreadable
from knowledge.languages import detect
from knowledge.personal import hide

# What the columns are called, in small letters.
_NAMES = {
    "text": "text content question message body description "
    "内容 诉求 诉求内容 问题 问题描述 投诉内容 来电内容 工单内容 咨询内容 描述 內容 問題 訴求",
    "time": "time date datetime created created_at when "
    "时间 日期 来电时间 受理时间 登记时间 创建时间 時間",
    "channel": "channel source 渠道 来源 途径 方式 來源",
    "district": "district area region 区 区域 辖区 所属区 行政区 地区 區 區域",
    "procedure": "procedure topic matter 事项 业务 业务类型 事项名称 类别",
}
_ENCODINGS = ("utf-8-sig", "gb18030")
_MOST = 200 * 1024 * 1024  # bytes
_LONGEST = 20_000  # characters of a cell
_DAY = re.compile(r"(?<!\d)(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})(?!\d)")


@dataclass(frozen=True, slots=True)
class Record:
    """One row. `text` is without personal data; `week` is ISO year and week: 2026-W07."""

    row: int  # as a table shows it: the heading is row 1
    text: str
    language: str | None
    channel: str | None = None
    district: str | None = None
    day: date | None = None
    procedure: str | None = None

    @property
    def week(self) -> str | None:
        """The week in which it came."""
        if self.day is None:
            return None
        year, week, _ = self.day.isocalendar()
        return f"{year}-W{week:02d}"


@dataclass(frozen=True, slots=True)
class Export:
    """What was understood of a file, and each row that was not, with why."""

    records: tuple[Record, ...]
    columns: Mapping[str, str]  # what we know it as -> what the file calls it
    ignored: tuple[str, ...]  # columns that say nothing to us
    bad: tuple[tuple[int, str], ...]
    encoding: str


def read(file: Path) -> Export:
    """Read a CSV; InputUnreadable where it is no table or has no column of texts."""
    text, encoding = _decoded(file)
    first, _, _ = text.partition("\n")
    csv.field_size_limit(10 * _LONGEST)
    # Texts hold commas in any file: the heading tells what separates its columns.
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t|", key=first.count))
    heading = next(rows, [])
    columns = _columns(heading)
    if "text" not in columns:
        names = ", ".join(one for one in heading if one.strip()) or "none"
        raise InputUnreadable(
            f"{file.name}: no column holds the texts (found: {names}); call it 内容 or text"
        )
    records: list[Record] = []
    bad: list[tuple[int, str]] = []
    for row, found in _rows(rows, len(heading), columns):
        if isinstance(found, str):
            bad.append((row, found))
        else:
            records.append(found)
    return Export(
        tuple(records),
        {name: heading[place] for name, place in columns.items()},
        tuple(one for place, one in enumerate(heading) if place not in columns.values()),
        tuple(bad),
        encoding,
    )


def _decoded(file: Path) -> tuple[str, str]:
    try:
        if file.stat().st_size > _MOST:
            raise InputUnreadable(f"{file.name}: over 200 MB; split it by month")
        raw = file.read_bytes()
    except OSError as fault:
        raise InputUnreadable(f"{file}: {fault.strerror}; name a CSV file") from fault
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = _ENCODINGS
    for encoding in encodings:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text, encoding
    raise InputUnreadable(f"{file.name}: neither UTF-8, UTF-16 nor GB18030; save it as CSV UTF-8")


def _columns(heading: Iterable[str]) -> dict[str, int]:
    known = {called: name for name, names in _NAMES.items() for called in names.split()}
    found: dict[str, int] = {}
    for place, one in enumerate(heading):
        name = known.get(one.strip().lower())
        if name and name not in found:
            found[name] = place
    return found


def _rows(
    rows: Iterator[list[str]], width: int, columns: Mapping[str, int]
) -> Iterator[tuple[int, Record | str]]:
    number = 1
    while True:
        number += 1
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as fault:
            yield number, str(fault)
            continue
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != width:
            yield number, f"{len(cells)} cells instead of {width}"
            continue
        yield number, _record(number, {name: cells[at].strip() for name, at in columns.items()})


def _record(number: int, cells: Mapping[str, str]) -> Record | str:
    text = cells["text"]
    if not text:
        return "the text is empty"
    if len(text) > _LONGEST:
        return f"the text has {len(text)} characters, over {_LONGEST}"
    day = _day(cells.get("time", ""))
    if cells.get("time") and day is None:
        return f"the time cannot be read: {hide(cells['time'][:30])}"
    spoken = detect(text)
    return Record(
        row=number,
        text=hide(text),
        language=spoken.code if spoken else None,
        channel=hide(cells.get("channel", "")) or None,
        district=hide(cells.get("district", "")) or None,
        day=day,
        procedure=hide(cells.get("procedure", "")) or None,
    )


def _day(text: str) -> date | None:
    """Return the day of a time that begins with its year, as offices write it."""
    match = _DAY.search(text)
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None
