"""Languages told apart, scripts folded, everyday Cantonese brought to shared wording."""

from __future__ import annotations

import re
from dataclasses import fields
from datetime import date

import pytest

from knowledge.language import Wording
from knowledge.languages import detect, first, language, languages, searchable
from knowledge.scripts import HANS, HANT, LATN, clean, convert, fold, script_of, simplified
from knowledge.types import Aspect

DETECTED = {
    "zh": "我想开一家公司要多久|注册公司需要什么材料？|個體戶可以不租店面嗎|营业执照丢了|歇业"
    "|请先点开链接|早点开会可以吗|股东的关系怎么证明|系统一直转圈|ABC Trading 有限公司怎么注销"
    "|我想 register 一間 company|咋注销公司|列入异常了咋办|牆上那張執照被太陽曬得褪色",
    "yue": "我想開舖要攞咩牌|注册公司要几耐㗎|嗰張紙喺邊度攞|佢哋點解話我唔得|間舖唔做喇點算"
    "|公司 address 点改|执笠要搞啲咩|個牌唔見咗|幾時要報年報|边个可以做法人|我間公司係咪要註銷"
    "|想問下 food licence 點申請|我想開間魚蛋檔|得我一個股東咋|明晒,唔該晒",
    "en": "How do I register a company in Guangzhou?|what papers do I need|is it free"
    "|What's the difference between 个体户 and a proper company?|Can I keep my licence if I pause"
    "|ok so how long does it take",
}


@pytest.mark.parametrize(
    ("code", "text"), [(code, text) for code, all_ in DETECTED.items() for text in all_.split("|")]
)
def test_detected(code, text):
    found = detect(text)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize(
    "text", ["", "   ", "123456", "?!", "🙂🙂", "会社を設立したいです", "회사를 등록하고 싶어요",
             "Как открыть компанию", "كيف أسجل شركة"]
)  # fmt: skip
def test_none_of_ours(text):
    assert detect(text) is None


def test_one_cantonese_mark_makes_all_chinese_of_a_message_cantonese():
    found = detect("注册公司需要什么材料？公司地址可以用屋企。唔該！")
    assert found is not None
    assert found.code == "yue"


def test_tie_goes_to_the_language_before_then_to_the_last_sentence():
    mixed = "How do I start? 怎么注册公司"
    assert getattr(detect(mixed), "code", None) == "zh"
    assert getattr(detect(mixed, before="en"), "code", None) == "en"
    assert getattr(detect(mixed, before="yue"), "code", None) == "zh"


def test_unknown_language_is_refused_with_the_known_ones():
    with pytest.raises(KeyError, match=r"unknown language 'fr'; known: en, yue, zh"):
        language("fr")


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("注册资本", HANS), ("註冊資本", HANT), ("company", LATN), ("12345", None), ("公司", None),
        ("佢哋喺邊度", HANT), ("公司 register 注册", HANS), ("個牌仲喺度", HANT), ("嗰度", None),
    ],
)  # fmt: skip
def test_script(text, script):
    assert script_of(text) == script


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ＡＢＣ　１２３", "abc 123"),
        ("註冊\u200b公司", "注册公司"),
        ("  How   LONG\n is it ", "how long is it"),
        ("嗰個餸", "嗰个餸"),
        ("開舖執笠", "开铺执笠"),
        ("a\x00b", "a b"),
    ],
)
def test_fold(text, folded):
    assert fold(text) == folded


def test_clean_keeps_script_and_case():
    assert clean("\ufeff註冊 Company\u200d ") == "註冊 Company"


@pytest.mark.parametrize(
    ("hant", "hans"),
    [("註冊資本", "注册资本"), ("嗰間舖頭", "嗰间铺头"), ("佢哋嘅個體戶", "佢哋嘅个体户")],
)
def test_converted_both_ways(hant, hans):
    assert convert(hant, HANT, HANS) == hans == simplified(hant)
    assert convert("注册资本", HANS, HANT) == "註冊資本"
    assert convert("company", LATN, HANT) == "company"
    assert convert(hant, HANT, HANT) == hant


@pytest.mark.parametrize(
    ("said", "shared"),
    [
        ("點解唔得", "为什么不得"),
        ("執笠要幾耐", "关门注销要多久"),
        ("個牌喺邊度攞", "执照在哪里拿"),
        ("佢哋冇嘢", "他们没有东西"),
        ("嗰啲材料", "那些材料"),
        ("使唔使租約", "要不要租约"),
        ("营业地点在哪里", "营业地点在哪里"),  # 点 in Mandarin words stays
        ("Registering A Company", searchable("registering a company")),
    ],
)
def test_written_form_that_search_shares(said, shared):
    assert searchable(said) == shared


@pytest.mark.parametrize("code", languages())
def test_every_language_is_whole(code):
    one = language(code)
    assert one.code == code
    assert one.script in one.scripts
    for part in fields(Wording):
        said = getattr(one.wording, part.name)
        texts = (
            said.values() if isinstance(said, dict) else said if isinstance(said, tuple) else [said]
        )
        assert all(text.strip() for text in texts), part.name
    assert set(one.wording.lead) == set(Aspect)
    assert first().code in languages()


@pytest.mark.parametrize("code", languages())
def test_every_wording_takes_the_same_parts(code):
    def slots(one: Wording) -> dict[str, set[str]]:
        return {
            part.name: set(re.findall(r"\{(\w+)\}", str(getattr(one, part.name))))
            for part in fields(Wording)
            if part.name not in ("date", "lead")
        }

    assert slots(language(code).wording) == slots(first().wording)


@pytest.mark.parametrize(
    ("code", "written"),
    [("zh", "2024年7月1日"), ("yue", "2024年7月1日"), ("en", "1 July 2024")],
)
def test_written_date(code, written):
    assert language(code).written_date(date(2024, 7, 1)) == written


@pytest.mark.parametrize(
    ("code", "own", "stranger"),
    [
        ("zh", "营业执照要放在店里", "唔使钱"),
        ("yue", "個牌要擺喺舖頭", "這是他們的店"),
        ("en", "put the licence on the wall", "put the 营业执照 on the wall"),
    ],
)
def test_what_a_text_carries_and_what_it_never_says(code, own, stranger):
    one = language(code)
    assert one.own.search(fold(own))
    assert not one.strangers.search(own)
    assert one.strangers.search(stranger)


@pytest.mark.parametrize("text", ["目的地", "酒吧", "搭的士", "沒收違法所得", "是但一間", "凡是"])
def test_cantonese_words_that_only_look_mandarin(text):
    assert not language("yue").strangers.search(text)


@pytest.mark.parametrize(
    ("text", "before", "wanted"),
    [
        ("我係個體戶", "yue", "yue"),
        ("个体户要多久", "yue", "yue"),
        ("那要多久呢，什么时候能拿到", "yue", "zh"),
        ("个体户要多久", "zh", "zh"),
        ("要幾耐㗎", "zh", "yue"),
        ("个体户要多久", "en", "zh"),
    ],
)
def test_neutral_chinese_stays_in_the_language_of_the_talk(text, before, wanted):
    assert getattr(detect(text, before), "code", None) == wanted
