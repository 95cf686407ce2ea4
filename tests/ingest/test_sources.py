"""Every kind of source keeps the same promises; a new file in the folder is held to them too."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from ingest_samples import BODY, HEADING, STATUTE, TITLE, make_pdf, write

from ingest import sources
from knowledge.errors import SourceUnreadable
from knowledge.passages import PassageKind, Status


@pytest.fixture
def good(kind, makers, tmp_path):
    assert kind in makers, f"tests/ingest/ingest_samples.py needs a maker of a {kind} file"
    return makers[kind](tmp_path)


def test_yields_a_whole_document(kind, good):
    (document,) = sources.kinds()[kind].read(good)
    assert document.id == good.stem
    assert document.title and document.text == document.text.strip()
    assert len(document.digest) == 64
    assert document.status is Status.IN_FORCE
    assert document.kind in (PassageKind.STATUTE, PassageKind.DOCUMENT)
    if document.kind is PassageKind.DOCUMENT:
        assert document.title == TITLE
        assert HEADING in document.text and BODY * 3 in document.text


def test_is_found_by_the_ending(kind, good):
    assert good.suffix in sources.kinds()[kind].SUFFIXES
    assert sources.read(good) == tuple(sources.kinds()[kind].read(good))


def test_same_bytes_same_document(kind, good):
    read = sources.kinds()[kind].read
    assert list(read(good)) == list(read(good))


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\x00\x01\xff\xfe\x81 junk" * 40])
def test_refuses_what_it_cannot_read(kind, data, tmp_path):
    module = sources.kinds()[kind]
    path = tmp_path / f"broken{min(module.SUFFIXES)}"
    path.write_bytes(data)
    with pytest.raises(SourceUnreadable, match=r"broken\.\w+ .+: \w+"):
        list(module.read(path))


def test_refuses_what_is_not_there(kind, tmp_path):
    with pytest.raises(SourceUnreadable, match=r"gone.* cannot be opened .*: check"):
        list(sources.kinds()[kind].read(tmp_path / "gone"))


def test_unknown_kind_lists_the_known(tmp_path):
    path = write(tmp_path / "slides.pptx", "x")
    with pytest.raises(SourceUnreadable, match=r"slides\.pptx.*\.docx.*\.html.*\.md.*\.pdf"):
        sources.read(path)
    with pytest.raises(SourceUnreadable, match="docx, html, markdown, pdf, statutes"):
        sources.read(path, "slides")


def test_kind_can_be_named(tmp_path):
    path = write(tmp_path / "notes.text", "花灯要用布做。")
    (document,) = sources.read(path, "markdown")
    assert document.text == "花灯要用布做。"
    with pytest.raises(SourceUnreadable, match="not of the kind statutes"):
        sources.read(path, "statutes")


@pytest.mark.parametrize("ending", [".md", ".txt"])
def test_statute_is_told_by_its_articles(ending, tmp_path):
    (document,) = sources.read(write(tmp_path / f"lanterns{ending}", STATUTE))
    assert document.kind is PassageKind.STATUTE
    assert document.title == "花灯管理条例"
    assert document.effective_from == date(2024, 2, 1)
    assert document.effective_to == date(2029, 1, 31)


@pytest.mark.parametrize(
    ("head", "clause", "begins", "ends"),
    [
        ("", "本条例自二〇二四年七月一日起施行。", date(2024, 7, 1), None),
        ("", "本条例从2024年2月29日起实施，有效期3年。", date(2024, 2, 29), date(2027, 2, 28)),
        ("", "本条例自2024年2月1日起施行，有效期至2026年12月31日。",
         date(2024, 2, 1), date(2026, 12, 31)),
        ("2024年1月5日 市灯会公布", "本条例自公布之日起施行。", date(2024, 1, 5), None),
        ("", "本条例自公布之日起施行。", None, None),
        ("2025年3月1日 施行", "本条例自2020年1月1日起施行。", date(2025, 3, 1), None),
        ("", "本条例由灯会解释。", None, None),
    ],
)  # fmt: skip
def test_dates_are_those_that_are_stated(head, clause, begins, ends, tmp_path):
    articles = f"第一条 甲。\n\n第二条 乙。\n\n第三条 {clause}\n"
    text = f"# 花灯管理条例\n\n{head}\n\n<!-- INFO END -->\n\n{articles}"
    (document,) = sources.read(write(tmp_path / "a.md", text))
    assert document.kind is PassageKind.STATUTE
    assert (document.effective_from, document.effective_to) == (begins, ends)


@pytest.mark.parametrize(
    "text",
    [
        "# 花灯队章程\n\n第一条 甲。\n\n第二条 乙。\n\n第三条 丙。\n",
        "# 说明\n\n第四十七条 甲。\n\n第四十八条 乙。\n\n第四十九条 丙。\n",
        "# 说明\n\n第一条 只有一条。\n",
    ],
    ids=["articles of association", "quotations", "one article"],
)
def test_not_everything_with_articles_is_a_statute(text, tmp_path):
    (document,) = sources.read(write(tmp_path / "a.md", text))
    assert document.kind is PassageKind.DOCUMENT


def test_law_on_contracts_is_a_statute(tmp_path):
    text = "# 劳动合同法\n\n第一条 甲。\n\n第二条 乙。\n\n第三条 丙。\n"
    (document,) = sources.read(write(tmp_path / "a.md", text))
    assert document.kind is PassageKind.STATUTE


def test_gb18030_is_read(tmp_path):
    (document,) = sources.read(write(tmp_path / "old.txt", BODY * 3, "gb18030"))
    assert document.text == BODY * 3


@pytest.mark.parametrize("encoding", ["big5", "utf-16"])
def test_other_encodings_are_refused(encoding, tmp_path):
    path = write(tmp_path / "odd.txt", "花燈管理規定、申請表交到廣場辦事處。" * 5, encoding)
    with pytest.raises(SourceUnreadable, match=r"odd\.txt is no text in UTF-8 or GB 18030: save"):
        sources.read(path)


def test_front_matter_is_no_text(tmp_path):
    said = "title: 花灯须知\nurl: https://lanterns.example/1\neffective_from: 2024-03-01"
    (document,) = sources.read(write(tmp_path / "a.md", f"---\n{said}\n---\n{BODY}\n"))
    assert (document.title, document.url) == ("花灯须知", "https://lanterns.example/1")
    assert (document.effective_from, document.text) == (date(2024, 3, 1), BODY)


@pytest.mark.parametrize("block", ["a: [", "effective_from: soon"])
def test_bad_front_matter_is_refused(block, tmp_path):
    with pytest.raises(SourceUnreadable, match=r"a\.md .*: (mend|write)"):
        sources.read(write(tmp_path / "a.md", f"---\n{block}\n---\n{BODY}\n"))


@pytest.mark.parametrize(
    "block",
    [
        "a: &a [x, x]\nb: &b [*a, *a]\ntitle: [*b, *b]",
        "a: &a {x: 1}\nb: &b {<<: [*a, *a]}\ntitle: t",
        "title: [a, b]",
        "url: {a: b}",
        "effective_from: 2024-02-30",
        "a: " + "[" * 2_000,
    ],
    ids=["aliases", "merges", "list", "map", "no day", "deep"],
)
def test_front_matter_is_plain(block, tmp_path):
    with pytest.raises(SourceUnreadable, match=r"a\.md .*: (mend|write)"):
        sources.read(write(tmp_path / "a.md", f"---\n{block}\n---\n{BODY}\n"))


def test_pdf_statute_is_a_statute(tmp_path):
    lines = [line.lstrip("# ") for line in STATUTE.split("\n") if line and "INFO" not in line]
    (document,) = sources.read(make_pdf(tmp_path / "lanterns.pdf", [lines]))
    assert document.kind is PassageKind.STATUTE
    assert document.effective_from == date(2024, 2, 1)


def test_docx_tables_become_lines(makers, tmp_path):
    (document,) = sources.read(makers["docx"](tmp_path))
    assert "材料 | 份数\n申请表 | 1" in document.text


def test_html_furniture_is_left_out(makers, tmp_path):
    (document,) = sources.read(makers["html"](tmp_path))
    assert "首页" not in document.text and "版权" not in document.text
    assert f"## {HEADING}" in document.text


@pytest.mark.parametrize(
    ("name", "identity"),
    [
        ("公司法(2023-12-29).md", "公司法-2023-12-29"),
        ("Guide, Part ２.md", "guide-part-2"),
        ("张三440106199001010017.md", "张三440-7"),
    ],
)
def test_id_is_the_slug_of_the_name(name, identity, tmp_path):
    (document,) = sources.read(write(tmp_path / name, BODY))
    assert document.id == identity


def test_long_names_keep_apart(tmp_path):
    names = [f"{'花灯' * 30}{end}.md" for end in ("甲", "乙")]
    ids = {sources.read(write(Path(tmp_path / name), BODY))[0].id for name in names}
    assert len(ids) == 2 and all(len(one.encode()) <= 120 for one in ids)
