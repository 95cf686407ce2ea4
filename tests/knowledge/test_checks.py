"""The rules of content: each broken once in a small content folder; file and line are named."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from knowledge import written
from knowledge.catalogue import CONTENT
from knowledge.checks import checks
from knowledge.errors import Problem
from knowledge.written import Note, Tally


@pytest.fixture
def folder(small_content: Path) -> Path:
    return small_content


def edit(folder: Path, name: str, old: str, new: str) -> int:
    """Put `new` in the place of `old`; return the line where it stands."""
    file = folder / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def findings(folder: Path, name: str) -> list[Problem]:
    """What one check says, counts left out."""
    content = written.read(folder, folder.parent / "laws", as_of=date(2026, 11, 23))
    return [each for each in checks()[name](content) if not isinstance(each, Tally)]


@pytest.mark.parametrize("name", checks())
def test_good_content_passes(folder, name):
    assert findings(folder, name) == []


VARIANT = """\
variants:
  - {id: branch, name: {zh: 分公司, yue: 分公司, en: a branch}, when: [pausing]}
questions:"""
P, R, E = "procedures/pause-filing.yaml", "policies/pause-rules.md", "entrances.yaml"
BROKEN = [
    # check, file, what stood there, what stands there now, part of the rule
    ("references", P, "[site]", "[sita]", "did you mean site"),
    ("references", P, "related: []", "related: [elsewhere]", "no procedure “elsewhere”"),
    ("references", P, "related: []", "related: [pause-filing]", "does not name itself"),
    ("references", P, "basis: [试行条例 第一条]", "basis: [旧条例 第一条]", "no source “旧条例”"),
    ("references", P, "questions:", VARIANT, "no kind “pausing”"),
    ("references", P, "basis: 试行条例 第二条", "basis: 试行法 第二条", "no source “试行法”"),
    ("references", R, "statute: 试行条例", "statute: 没有的法", "no source"),
    ("references", R, "procedures: [pause-filing]", "procedures: [pause-filling]", "pause-filing?"),
    ("references", R, "procedures: [pause-filing]", "procedures: []", "at least one procedure"),
    ("references", R, "grade: A", "superseded_by: other\ngrade: A", "no policy “other”"),
    ("references", R, "- basis: 试行", "- procedures: gone\n- basis: 试行", "no procedure “gone”"),
    ("figures_agree", P, "Done within 30 days.", "Done within 20 days.", "does not say what zh"),
    ("figures_agree", R, "最長停30日。", "最長停3個月。", "yue does not say"),
    ("figures_agree", R, "最長停30日。", "停幾耐都得。", "what en says: 30 days"),
    ("languages", P, "唔使錢。", "這個不要錢的。", "does not say 這, 的"),
    ("languages", P, "唔使錢。", "唔使钱。", "钱 is not in the script"),
    ("languages", P, "不要钱。", "不要錢。", "錢 is not in the script"),
    ("languages", P, "不要钱。", "唔使钱。", "does not say 唔"),
    ("languages", P, "Free of charge.", "Free at the 登记机关.", "登记机关"),
    ("languages", P, "yue: [停住先]", "yue: [暂停住先]", "暂 is not in the script"),
    (
        "languages", R, "最長停30日。", "公司最長可以停業三十日，期間要照常報稅及報送年度報告。",
        "does not sound like 粵語",
    ),
    ("length", R, "You may pause", "You may pause " + "and pause " * 20, "40 at most"),
    ("length", R, "最长停30日。", "最长停30日，" + "然后再停" * 17 + "。", "70 at most"),
    ("length", P, "Free of charge.", "Free. Yes. It is. Really.", "4 sentences"),
    ("dates", R, "grade: A", "grade: A\neffective_to: 2024-01-01", "later than"),
    ("dates", R, "grade: A", "grade: A\neffective_to: 2025-01-01", "ended on 2025-01-01"),
    ("dates", P, "不要钱。", "不要钱〔待核〕。", "〔待核〕"),
    ("terms", P, "不要钱。", "不要钱，先听证。", "“听证” is used once"),
    ("addresses", E, "www.example.gov.cn/", "www.example.com/", "no official address"),
    ("addresses", E, "https://www.example.gov.cn/", "https://gov.cn.example.com/", "no official"),
    ("addresses", E, "https://www", "http://www", "begins with https"),
    ("addresses", P, "Online.", "On www.reprint.net today.", "www.reprint.net"),
    ("concepts", "concepts.yaml", "zh: [停业]", "zh: [停]", "one character"),
    ("concepts", "concepts.yaml", "en: [pause]", "en: pause", "a list"),
    ("concepts", "concepts.yaml", "yue: ", "jyut: ", "unknown key “jyut”"),
    ("figures_in_law", R, "最长停30日。", "最长停60日。", "60日 does not stand in 试行条例 第二条"),
    ("figures_in_law", P, "试行条例 第二条", "试行条例 第九条", "has no 第九条"),
]  # fmt: skip


@pytest.mark.parametrize(("check", "name", "old", "new", "rule"), BROKEN)
def test_broken_rule_is_named_with_file_and_line(folder, check, name, old, new, rule):
    line = edit(folder, name, old, new)
    added = new.count("\n")
    found = [each for each in findings(folder, check) if rule in each.rule]
    assert found, findings(folder, check)
    assert found[0].file == folder / name
    assert line <= found[0].line <= line + added


def test_unreached_procedure_and_point_twice(folder):
    text = (folder / P).read_text(encoding="utf-8").replace("pause-filing", "other")
    (folder / "procedures/other.yaml").write_text(text, encoding="utf-8")
    policy = (folder / R).read_text(encoding="utf-8")
    point = policy[policy.index("\n## how-long") :]
    (folder / R).write_text(policy + point, encoding="utf-8")
    rules = [each.rule for each in findings(folder, "references")]
    assert rules == ["the point how-long stands twice", "no policy names the procedure other"]


@pytest.mark.parametrize(
    ("zh", "yue", "en"),
    [
        ("两个人都要签。", "兩個人都要簽。", "Both of them sign."),
        (
            "10日内办，严重的30日。",
            "10日內辦，嚴重嘅30日。",
            "Within 10 days, or within 30, if serious.",
        ),
        ("罚5万元以下。", "罰5萬元以下。", "A fine of up to CNY 50,000."),
        ("要三分之二以上同意。", "要三分之二以上同意。", "Two thirds of the votes."),
        ("2024年7月1日起。", "2024年7月1日起。", "Since 1 July 2024."),
    ],
)
def test_same_figures_in_other_words(folder, zh, yue, en):
    edit(folder, R, "- zh: 最长停30日。", f"- zh: {zh}")
    edit(folder, R, "- yue: 最長停30日。", f"- yue: {yue}")
    edit(folder, R, "- en: You may pause for 30 days at most.", f"- en: {en}")
    assert findings(folder, "figures_agree") == []


def test_working_days_where_the_law_counts_them_so(folder):
    law = folder.parent / "laws" / "试行条例(2024-01-01).md"
    law.write_text(
        f"{law.read_text(encoding='utf-8')}\n第三条 本条例规定的期限以工作日计算。\n",
        encoding="utf-8",
    )
    edit(folder, R, "zh: 最长停30日。", "zh: 最长停30个工作日。")
    assert len(findings(folder, "figures_in_law")) == 1
    edit(folder, R, "试行条例 第二条", "试行条例 第二条, 试行条例 第三条")
    assert findings(folder, "figures_in_law") == []


def test_law_that_is_not_there_is_counted_not_blamed(folder):
    (folder.parent / "laws" / "试行条例(2024-01-01).md").unlink()
    content = written.read(folder, folder.parent / "laws")
    (tally,) = checks()["figures_in_law"](content)
    assert "2 cite a text that is not there" in tally.line
    (tally,) = checks()["figures_in_law"](written.read(folder))
    assert "not compared" in tally.line and "--laws" in tally.line


def test_complaints_alike_unknown_or_in_the_wrong_script(folder):
    line = (folder / "complaints/a.jsonl").read_text(encoding="utf-8")
    more = [
        line.replace("关半年", "关半年啊"),
        line.replace("c-1", "c-2").replace("hans", "hant").replace("店里没生意", "开个奶茶铺"),
        line.replace("c-1", "c-3").replace("pause-filing", "gone").replace("店里", "问一下办证"),
        line.replace("c-1", "c-4").replace("hans", "latn").replace(
            "店里没生意想先关半年", "what is a 个体户 and how do I open one"
        ),
    ]  # fmt: skip
    (folder / "complaints/b.jsonl").write_text("".join(more), encoding="utf-8")
    found = findings(folder, "complaints")
    assert [(each.line, each.rule.split(":")[0]) for each in found] == [
        (1, "the id c-1 stands twice"),
        (2, "the text is written in hans, not in hant"),
        (3, "there is no procedure “gone”"),
        (1, "c-1 says nearly the same as c-1 (0.94)"),
    ]


def test_voice_said_twice(folder):
    (folder / "voices").mkdir()
    voice = (
        '{"procedure": "pause-filing", "lang": "en", "aspects": ["what"], '
        '"text": "Shut for the summer"}\n'
    )
    (folder / "voices/exit.jsonl").write_text(voice + voice.replace("Shut", "shut"), "utf-8")
    (found,) = findings(folder, "voices")
    assert (found.line, found.rule) == (2, "this stands twice: also at exit.jsonl:1")


def test_talks_name_what_is_known_and_begin_differently(folder):
    message = {"lang": "en", "procedure": "pause-filing", "aspects": ["time"], "text": "How long?"}
    gone = {**message, "lang": "fr", "procedure": "gone", "text": "how long?"}
    lines = [{"messages": [message, message]}, {"messages": [gone, message]}]
    (folder / "talks.jsonl").write_text("\n".join(map(json.dumps, lines)) + "\n", "utf-8")
    assert [(each.line, each.rule) for each in findings(folder, "talks")] == [
        (2, "fr is none of our languages"),
        (2, "there is no procedure “gone”"),
        (2, "this begins like line 1"),
    ]


def test_phrase_in_three_concepts(folder):
    entries = "".join(f"- {{id: c{n}, zh: [歇业], en: [rest]}}\n" for n in range(3))
    (folder / "concepts.yaml").write_text(entries, encoding="utf-8")
    rules = [each.rule for each in findings(folder, "concepts")]
    assert rules == [
        "“rest” stands in 3 concepts: 2 at most (c0, c1, c2)",
        "“歇业” stands in 3 concepts: 2 at most (c0, c1, c2)",
    ]


def test_shipped_content_keeps_every_rule():
    content = written.read(CONTENT, as_of=date(2026, 11, 23))
    problems = [
        each
        for check in checks().values()
        for each in check(content)
        if isinstance(each, Problem) and not isinstance(each, Note)
    ]
    assert problems == []
