"""A small content folder that keeps every rule, for tests that break one."""

from __future__ import annotations

from pathlib import Path

import pytest

PROCEDURE = """\
id: pause-filing
group: exit
grade: A
title: {zh: 歇业备案, yue: 歇業備案, en: Filing a pause}
aka: {zh: [停业], yue: [停住先], en: [pause]}
purpose: {zh: 可以停一停。, yue: 可以停一停先。, en: You can pause.}
who:
  - {zh: 公司都能办。, yue: 公司都辦得。, en: Any company can.}
conditions: []
materials:
  - {zh: 申请书, yue: 申請書, en: form}
steps:
  - {zh: 上网填表。, yue: 上網填表。, en: Fill in the form.}
time:
  - zh: 30日内办好。
    yue: 30日內辦好。
    en: Done within 30 days.
    basis: 试行条例 第二条
fee:
  - {zh: 不要钱。, yue: 唔使錢。, en: Free of charge.}
where:
  - {zh: 网上办。, yue: 上網辦。, en: Online.}
entrances: [site]
department: {zh: 登记机关, yue: 登記機關, en: the authority}
basis: [试行条例 第一条]
related: []
questions:
  zh: [{ask: 能停吗, aspect: yes_no}]
  yue: [{ask: 停唔停得, aspect: yes_no}]
  en: [{ask: can I pause, aspect: yes_no}]
"""
POLICY = """\
---
id: pause-rules
title: {zh: 歇业规定, yue: 歇業規定, en: Rules on pausing}
statute: 试行条例
effective_from: 2024-07-01
grade: A
procedures: [pause-filing]
card:
  who: {zh: 公司。, yue: 公司。, en: Companies.}
  change: {zh: 可以停。, yue: 停得。, en: You may pause.}
  do: {zh: 先备案。, yue: 備案先。, en: File first.}
---

## how-long
- basis: 试行条例 第二条
- zh: 最长停30日。
- yue: 最長停30日。
- en: You may pause for 30 days at most.
"""
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
