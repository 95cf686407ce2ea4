"""A hotline's own export: read in whatever encoding, nothing personal kept, bad rows named."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from ingest import hotline
from knowledge.errors import InputUnreadable

HEADING = ["受理时间", "渠道", "辖区", "诉求内容", "经办"]
ROWS = [
    ["2026-01-05 10:00", "热线", "天河区", "我叫林永涛，电话13800138017，还差什么材料", "甲"],
    ["2026年1月13日", "微信", "越秀区", "執照辦好要幾耐㗎", "乙"],
    ["坏时间", "热线", "越秀区", "问一下", "乙"],
    ["2026-02-01", "热线", "番禺区", "", "乙"],
    ["短行"],
    [],
    ["20260202", "chat", "", "how long does it take to register a company", ""],
]


def written(folder: Path, encoding: str = "utf-8", delimiter: str = ",") -> Path:
    file = folder / "export.csv"
    with file.open("w", encoding=encoding, newline="") as out:
        csv.writer(out, delimiter=delimiter).writerows([HEADING, *ROWS])
    return file


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_any_encoding_and_separator(tmp_path: Path, encoding: str, delimiter: str) -> None:
    found = hotline.read(written(tmp_path, encoding, delimiter))
    assert [one.row for one in found.records] == [2, 3, 8]
    assert [one.language for one in found.records] == ["zh", "yue", "en"]
    assert found.columns == {
        "time": "受理时间", "channel": "渠道", "district": "辖区", "text": "诉求内容"
    }  # fmt: skip
    assert found.ignored == ("经办",)


def test_bad_rows_are_named_with_why(tmp_path: Path) -> None:
    found = hotline.read(written(tmp_path))
    assert [row for row, _ in found.bad] == [4, 5, 6]
    assert "time" in found.bad[0][1] and "empty" in found.bad[1][1] and "cells" in found.bad[2][1]


def test_nothing_personal_is_kept(tmp_path: Path) -> None:
    first = hotline.read(written(tmp_path)).records[0]
    assert first.text == "我叫〔name〕，电话〔phone〕，还差什么材料"
    assert (first.day, first.week) == (date(2026, 1, 5), "2026-W02")


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"", "no column"),
        ("甲,乙\n1,2\n".encode(), "no column"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "UTF-8"),
        (b"\xff\xfe\x00", "UTF-8"),
    ],
)
def test_what_is_no_table_is_refused_with_what_to_do(
    tmp_path: Path, content: bytes, rule: str
) -> None:
    file = tmp_path / "x.csv"
    file.write_bytes(content)
    with pytest.raises(InputUnreadable, match=rule):
        hotline.read(file)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputUnreadable, match=r"nowhere\.csv"):
        hotline.read(tmp_path / "nowhere.csv")
