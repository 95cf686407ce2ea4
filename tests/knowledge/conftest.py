"""A small content folder that keeps every rule, for tests that break one."""

from __future__ import annotations

from pathlib import Path

import catalogue_samples
import pytest

# The samples' own, but that the time is one that the law bears out, and all else holds no doubt.
PROCEDURE = (
    catalogue_samples.PROCEDURE.replace(", note: {zh: 原件, yue: 正本, en: original}", "")
    .replace(
        "  - {zh: 30日。, yue: 30日。, en: 30 days., basis: 试行条例 第二条, confirm: true}\n",
        "  - zh: 30日内办好。\n"
        "    yue: 30日內辦好。\n"
        "    en: Done within 30 days.\n"
        "    basis: 试行条例 第二条\n",
    )
    .replace("en: Free.}", "en: Free of charge.}")
)
POLICY = "".join(
    line.replace("；试行条例 第三条, 旧条例", "")
    for line in catalogue_samples.POLICY.splitlines(keepends=True)
    if not line.startswith(("- aspects:", "- effective_to:", "- ask."))
)
FILES = {
    "procedures/pause-filing.yaml": PROCEDURE,
    "policies/pause-rules.md": POLICY,
    "entrances.yaml": """\
- id: site
  grade: A
  kind: web
  url: https://www.example.gov.cn/
  name: {zh: 网站, yue: 網站, en: site}
  use: {zh: 办事, yue: 辦事, en: filing}
""",
    "statutes.yaml": "- {key: 试行条例, title: 试行条例}\n",
    "glossary.yaml": "[]\n",
    "concepts.yaml": "- {id: pause, zh: [停业], yue: [停業], en: [pause]}\n",
    "complaints/a.jsonl": '{"id": "c-1", "lang": "zh", "script": "hans", "channel": "chat", '
    '"text": "店里没生意想先关半年", "procedures": ["pause-filing"], "wanted": "Pause."}\n',
}
LAW = "# 试行条例\n\n第一条 可以歇业。\n\n第二条 歇业最长三十日。\n"


@pytest.fixture
def small_content(tmp_path: Path) -> Path:
    """A content folder that keeps every rule."""
    for name, text in FILES.items():
        file = tmp_path / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    laws = tmp_path / "laws"
    laws.mkdir()
    (laws / "试行条例(2024-01-01).md").write_text(LAW, encoding="utf-8")
    return tmp_path / "content"
