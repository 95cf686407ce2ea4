"""Texts about a lantern fair that never was, and makers of real files of every kind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ingest.documents import Library

CONTENT = Path(__file__).parent.parent / "data" / "content"

TITLE = "花灯夜市指南"
HEADING = "怎样报名"
BODY = "报名表交到广场办事处，三天之内会有回音。"
GUIDE = f"# {TITLE}\n\n{BODY}\n\n## {HEADING}\n\n{BODY * 3}\n"

STATUTE = """# 花灯管理条例

2024年1月10日 市灯会第3号令公布

<!-- INFO END -->

## 第一章 总则

第一条 为了让花灯好看，制定本条例。

第二条 花灯用布或者纸做。

第二条之一 布要结实。

## 第二章 附则

第三条 本条例自2024年2月1日起施行，有效期5年。
"""

Maker = Callable[[Path], Path]


def write(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding=encoding)
    return path


def _pdf(folder: Path) -> Path:
    return make_pdf(folder / "guide.pdf", [[TITLE, BODY, f"一、{HEADING}", BODY * 3]])


def make_pdf(path: Path, pages: list[list[str]], password: str | None = None) -> Path:
    """Draw each line of each page as a line of text."""
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    lock = StandardEncryption(password, strength=128) if password else None
    canvas = Canvas(str(path), encrypt=lock)
    for lines in pages:
        canvas.setFont("STSong-Light", 9)
        for number, line in enumerate(lines):
            canvas.drawString(40, 800 - 20 * number, line)
        canvas.showPage()
    canvas.save()
    return path


def _docx(folder: Path) -> Path:
    import docx

    word = docx.Document()
    word.add_heading(TITLE, 0)
    word.add_paragraph(BODY)
    word.add_heading(HEADING, 1)
    word.add_paragraph(BODY * 3)
    table = word.add_table(rows=2, cols=2)
    for cell, text in zip(
        (cell for row in table.rows for cell in row.cells),
        ("材料", "份数", "申请表", "1"),
        strict=True,
    ):
        cell.text = text
    path = folder / "guide.docx"
    word.save(str(path))
    return path


def _html(folder: Path) -> Path:
    page = f"""<!doctype html><html lang="zh">
    <head><meta charset="utf-8"><title>{TITLE}</title></head>
    <body><nav><a href="/">首页</a></nav>
    <main><article><h1>{TITLE}</h1><p>{BODY}</p>
    <h2>{HEADING}</h2><p>{BODY * 3}</p></article></main><footer>版权所有</footer></body></html>"""
    return write(folder / "guide.html", page)


def _markdown(folder: Path) -> Path:
    return write(folder / "guide.md", GUIDE)


def _statute(folder: Path) -> Path:
    return write(folder / "lanterns.md", STATUTE)


MAKERS: dict[str, Maker] = {
    "docx": _docx,
    "html": _html,
    "markdown": _markdown,
    "pdf": _pdf,
    "statutes": _statute,
}
"""By kind of source: writes a good file of that kind into a folder."""


def stamps(library: Library) -> dict[str, tuple[int, bytes]]:
    """Return when each kept file was written, and what it holds: to see that nothing was."""
    return {file.name: (file.stat().st_mtime_ns, file.read_bytes()) for file in library.files()}
