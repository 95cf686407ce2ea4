"""A small content folder: one procedure and one policy."""

from __future__ import annotations

from pathlib import Path

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
  - {zh: 申请书, yue: 申請書, en: form, note: {zh: 原件, yue: 正本, en: original}}
steps:
  - {zh: 上网填表。, yue: 上網填表。, en: Fill in the form.}
time:
  - {zh: 30日。, yue: 30日。, en: 30 days., basis: 试行条例 第二条, confirm: true}
fee:
  - {zh: 不要钱。, yue: 唔使錢。, en: Free.}
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
- basis: 试行条例 第二条；试行条例 第三条, 旧条例
- aspects: time yes_no
- effective_to: 2027-06-30
- zh: 最长停30日。
- yue: 最長停30日。
- en: You may pause for 30 days at most.
- ask.en: how long | until when
"""


def written(folder: Path) -> Path:
    """Write both files into an empty folder; return it."""
    for name, text in (
        ("procedures/pause-filing.yaml", PROCEDURE),
        ("policies/pause-rules.md", POLICY),
    ):
        (folder / name).parent.mkdir()
        (folder / name).write_text(text, encoding="utf-8")
    return folder
