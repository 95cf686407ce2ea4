"""Figures: one normal form in three languages, and none where nothing is counted."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.figures import (
    Kind,
    article_key,
    find,
    keys,
    parse_number,
    same,
    to_chinese,
    unsupported,
)


def said(text: str) -> list[str]:
    """The figures of a text as short strings: 30 day, 100000 CNY, date 2024-07-01."""
    return [_short(figure) for figure in find(text)]


def _short(figure) -> str:
    value = figure.value
    plain = f"{value.normalize():f}" if isinstance(value, Decimal) else value
    lead = {Kind.DURATION: "", Kind.MONEY: "", Kind.MEASURE: ""}
    tail = f" {figure.unit}" if figure.unit else ""
    return lead.get(figure.kind, f"{figure.kind.value} ") + plain + tail


ONE_FIGURE = {
    "30 day": "30日|30天|30 天|三十日|三十天|卅日|３０日|30个自然日|30個自然日|**30**日|30\u200b日"
    "|30 days|thirty days|30-day period|30 calendar days|thirty consecutive days|30 natural days",
    "20 working_day": "20个工作日|二十个工作日|20工作日|廿個工作日|20個工作天|20个营业日"
    "|20 working days|twenty business days|20 full working days|20-working-day limit|20 workdays",
    "5 year": "5年|五年|5 年|五年内|5 years|five years|five-year|a 5-year term|five full years",
    "2 year": "2年|两年|兩年|二年|2年内|two years|2 yrs",
    "3 month": "3个月|三个月|3個月|三個月|3 个月|3 months|three months|three-month",
    "6 month": "半年|六个月|6個月|0.5年|half a year|half-year|six months|6 months",
    "18 month": "1.5年|一年半|年半|18个月|十八個月|one and a half years|1.5 years|18 months",
    "1 month": "1个月|一个月|一個月|1個月|one month|1 month|within a month",
    "1.5 month": "个半月|個半月|一个半月|一個半月|1.5个月|one and a half months|1.5 months",
    "0.5 month": "半个月|半個月|半月|half a month|half month",
    "1 year": "1年|一年|1年内|一年期|one year|1 year|within a year|1-year",
    "0.5 day": "半天|半日|0.5天|half a day|half-day|0.5 days",
    "0.5 working_day": "半个工作日|0.5个工作日|half a working day|0.5 working days",
    "2 week": "两周|2周|兩個星期|两个礼拜|兩個禮拜|2星期|two weeks|2 weeks",
    "24 hour": "24小时|24小時|二十四小时|24个钟|廿四個鐘|24 hours|24h|twenty-four hours",
    "90 minute": "90分钟|个半钟|個半鐘頭|一个半小时|1.5小时|90 minutes|1.5 hours"
    "|one and a half hours",
    "30 minute": "半小时|半個鐘|半个小时|30分鐘|half an hour|30 mins|thirty minutes",
    "16 year": "16周岁|十六周岁|16歲|十六年|16 years old|sixteen years of age",
    "100000 CNY": "10万元|十万元|10萬元|10万块|十万块钱|10萬蚊|十萬蚊|100000元|100,000元|人民币10万元"
    "|人民币壹拾万元整|¥100000|￥100,000|10 万元|１０万元|10w块钱|100000元人民币|10万人民币"
    "|100,000 yuan|RMB 100k|CNY 100,000|RMB100,000|one hundred thousand yuan|100k RMB"
    "|a hundred thousand yuan|100 thousand yuan|¥100k|CNY 0.1 million",
    "1000000 CNY": "100万元|一百万元|1百万元|1,000,000元|一百萬蚊|1 million yuan|RMB 1 million|RMB 1m"
    "|one million yuan|1m yuan",
    "100000000 CNY": "1亿元|一亿元|1億元|一億蚊|100 million yuan|RMB 0.1 billion",
    "5000 CNY": "5千元|五千元|5000元|五千蚊|5,000块|5,000 yuan|five thousand yuan|CNY 5k",
    "35000 CNY": "3万5千元|三万五千元|三万五蚊|3.5万元|3万5块|35,000 yuan|RMB 35k",
    "30000 HKD": "3万港元|三萬港幣|HK$30,000|30,000 HKD|30,000 Hong Kong dollars",
    "percent 5": "5%|5％|百分之五|百分之5|5 %|5 per cent|five percent|5 percent|five per cent",
    "percent 0.05": "万分之五|萬分之五|0.05%|0.05 per cent|0.5‰",
    "percent 12.5": "12.5%|百分之十二点五|百分之十二點五|12.5 percent",
    "fraction 2/3": "三分之二|2/3|2/3以上|two-thirds|two thirds of the votes",
    "fraction 1/2": "半数|半數|一半以上|過半數|二分之一|half of the votes|more than half",
    "fraction 1/10": "十分之一|one tenth of the votes|1/10",
    "date 2024-07-01": "2024年7月1日|2024-07-01|2024/7/1|2024.7.1|2024年07月01日|二〇二四年七月一日"
    "|二零二四年七月一日|2024年7月1号|2024年7月1號|20240701|2024 年 7 月 1 日"
    "|1 July 2024|July 1, 2024|1st July 2024|1st of July, 2024|Jul 1, 2024|1 Jul. 2024",
    "date --06-30": "6月30日|六月三十日|6月30号|六月三十號|06月30日|30 June|June 30|30th of June"
    "|June 30th",
    "date 2024": "2024年|二〇二四年|2024 年|2024年度|in 2024|the 2024 revision",
    "date 2024-07": "2024年7月|2024年7月份|二〇二四年七月|July 2024|July, 2024",
    "date ---15": "每月15日|次月15日|下月十五号|15th of each month|the 15th day of the next month",
    "article 47": "第四十七条|第47条|第四十七條|第 47 条|公司法47条|Article 47|article 47|Art. 47"
    "|art 47|Article forty-seven",
    "article 20-1": "第二十条之一|第20条之一|第二十條之一|Article 20-1",
    "part 2 paragraph": "第二款|第2款|paragraph 2|para. 2",
    "part 3 chapter": "第三章|第3章|Chapter 3",
    "count 50": "50名股东|五十名股东|50個股東|50人|五十个人|50户|50 shareholders|fifty shareholders",
    "count 2": "2名股东|两名股东|两个人|兩個人|2份|二份|两位|兩間公司|2 shareholders|two directors",
    "count 1": "1名董事|一名董事|1個|只有一个股东|至少一间|至少一個|one director|1 director"
    "|only one form",
    "count 5": "5倍|五倍|五倍以下|5 times|five times",
    "count 1000000": "100万|一百万|100萬|1,000,000|1 million|one million",
    "200 m": "200米|二百米|两百米|200 米|200 metres|200 meters|200m",
    "60 m2": "60平方米|六十平方米|60㎡|60 m²|60平米|60 square metres|60 sqm|sixty square meters",
    "5 MB": "5MB|5兆|5 MB|5 megabytes",
    "phone 12345": "12345热线|打12345|致电12345|12345|一二三四五熱線|call 12345|hotline 12345",
    "phone 13800138000": "13800138000|138-0013-8000|138 0013 8000|一三八零零一三八零零零"
    "|+86 13800138000",
    "phone 110": "打110|110报警|call 110|拨打110",
    "ordinal 746": "第746号|国务院令第746号|746号令|Decree No. 746|No. 746|Decree 746",
    "ordinal 501": "501室|501 室|Room 501",
    "time 09:00": "9:00|上午9点|上午九点|朝早九點|09:00|9:00 am|9 am|9am|上午9时",
    "time 17:30": "17:30|下午5点半|下午五點半|下午5:30|5:30 pm|5:30pm",
}


@pytest.mark.parametrize(
    ("expected", "text"),
    [(expected, text) for expected, texts in ONE_FIGURE.items() for text in texts.split("|")],
)
def test_one_figure_in_every_notation(expected, text):
    assert said(text) == [expected]


SEVERAL = {
    "处5—20万元罚款": ["50000 CNY", "200000 CNY"],
    "一万至十万元": ["10000 CNY", "100000 CNY"],
    "一至十万元": ["10000 CNY", "100000 CNY"],
    "一万元以上十万元以下": ["10000 CNY", "100000 CNY"],
    "五至二十万元": ["50000 CNY", "200000 CNY"],
    "5000元到2万元": ["5000 CNY", "20000 CNY"],
    "5000至2万元": ["5000 CNY", "20000 CNY"],
    "5萬至20萬蚊": ["50000 CNY", "200000 CNY"],
    "罰5到20萬": ["count 50000", "count 200000"],
    "a fine of CNY 50,000 to 200,000": ["50000 CNY", "200000 CNY"],
    "RMB 50,000–200,000": ["50000 CNY", "200000 CNY"],
    "between 50,000 and 200,000 yuan": ["50000 CNY", "200000 CNY"],
    "50 to 200 thousand yuan": ["50000 CNY", "200000 CNY"],
    "fifty thousand to two hundred thousand yuan": ["50000 CNY", "200000 CNY"],
    "between two hundred and five hundred yuan": ["200 CNY", "500 CNY"],
    "10-15 working days": ["10 working_day", "15 working_day"],
    "10至15个工作日": ["10 working_day", "15 working_day"],
    "十到十五個工作天": ["10 working_day", "15 working_day"],
    "between 5 and 20 days": ["5 day", "20 day"],
    "three or five days": ["3 day", "5 day"],
    "债权人30/45日": ["30 day", "45 day"],
    "3+3个工作日": ["3 working_day", "3 working_day"],
    "股东1—50人": ["count 1", "count 50"],
    "5%—15%": ["percent 5", "percent 15"],
    "5-15%": ["percent 5", "percent 15"],
    "百分之五以上百分之十五以下": ["percent 5", "percent 15"],
    "百分之五至十五": ["percent 5", "percent 15"],
    "5 to 15 per cent": ["percent 5", "percent 15"],
    "1月1日至6月30日": ["date --01-01", "date --06-30"],
    "7月1日至15日": ["date --07-01", "date --07-15"],
    "1—6月": ["date --01", "date --06"],
    "2024年至2027年": ["date 2024", "date 2027"],
    "2024—2027年": ["date 2024", "date 2027"],
    "from 1 January to 30 June": ["date --01-01", "date --06-30"],
    "2024-06-30前成立的，2027-06-30前调好": ["date 2024-06-30", "date 2027-06-30"],
    "第五十一、五十二条": ["article 51", "article 52"],
    "第五十一条、第五十二条": ["article 51", "article 52"],
    "第51至53条": ["article 51", "article 53"],
    "Articles 51 and 52": ["article 51", "article 52"],
    "Articles 51-53": ["article 51", "article 53"],
    "Articles 51 to 53, and 3 days": ["article 51", "article 53", "3 day"],
    "第四十七条第一款": ["article 47", "part 1 paragraph"],
    "第四十條第二款第（三）項": ["article 40", "part 2 paragraph", "part 3 item"],
    "Article 47(1)": ["article 47", "part 1 paragraph"],
    "国办发〔2025〕22号": ["date 2025", "ordinal 22"],
    "天河路12号3栋501室": ["ordinal 12", "ordinal 3", "ordinal 501"],
    "注册资本十万五年内缴足": ["count 100000", "5 year"],
    "注册资本10万5年内缴足": ["count 100000", "5 year"],
    "3年6个月": ["3 year", "6 month"],
    "周一至周五 9:00-17:30": ["time 09:00", "time 17:30"],
    "每30日罚100元/次": ["30 day", "100 CNY"],
    "面积200平方米、租金每月3000元": ["200 m2", "3000 CNY"],
    "1个董事，2名监事": ["count 1", "count 2"],
    "公示20日，届满后20日内申请": ["20 day", "20 day"],
    "歇業最長3年，快到期前30日內續": ["3 year", "30 day"],
    "five years, 30 days and two directors": ["5 year", "30 day", "count 2"],
    "Within 30 days, call 12345 (020-12345).": ["30 day", "phone 12345", "phone 12345"],
    "满3年才可以，约10个工作日": ["3 year", "10 working_day"],
    "1. 先清算，15日内成立清算组\n2. 60日内公告": ["15 day", "60 day"],
    "① 名称 ② 住所，保留2个月": ["2 month"],
    "(1) 30 days; (2) 45 days": ["30 day", "45 day"],
    "一亿两千万元": ["120000000 CNY"],
    "1.5亿元到2亿元": ["150000000 CNY", "200000000 CNY"],
    "18位统一社会信用代码": ["count 18"],
    "至少一名股东，最多五十名": ["count 1", "count 50"],
    "三成股份": ["percent 30"],
}


@pytest.mark.parametrize(("text", "expected"), SEVERAL.items())
def test_several_figures_and_ranges(text, expected):
    assert said(text) == expected


NO_FIGURE = """
一般情况下
一定要本人到场
两边一样
我们一起办
统一社会信用代码
同一地址
广州开办企业一网通
一网通办
第一次来
第二次审核
一次性告知
一人公司怎么开
一人有限责任公司
一个人公司
一照多址、一址多照
“一件事”
一站式服务
万一被退回
千万别填错
張三同李四一齊開
三元里大道
十分方便
一旦逾期
唯一的股东
之一
第三方
四川人
五金店
三方协议
二维码
二手车
一起嚟
係咪一樣
一陣間
三證合一
多证合一
二选一
十几天
几十个人
数百元
十来天
30多天
三四天
两三个月
七八十块
上百家
成千上万
几个月
好几年
一两个月
幾百蚊
分三步办
三個步驟
有两种办法
以下四项
这两个文件
呢兩樣嘢
那三家
上半年
下半年
前半年
每一天
某一天
同一天
这两天
one of the owners
No one needs to come
one-stop service
one by one
this one
which one
once a year
the second half
a one-person company
a one-off fee
in three steps
these two forms
the following three documents
both of the two
the first two
first, second, third
a couple of days
several hundred yuan
a dozen forms
dozens of companies
hundreds of yuan
Step 2
step two
Option 1
第2步
附件3：申请书
方案一：自己办
[S1] [S12]
见 [S1, S2]
https://www.gz.gov.cn/2024/07/01/t123.html
www.gzaic.gov.cn/30days
mail: info2024@example.com
[办事指南](/procedures/x-30-days)
/policies/company-law-2023#p12
91440101MA5XXXXXX0
110101199003078515
A4纸
GB/T 4754-2017
ISO 9001
5G手机
B2B平台
COVID-19
link_1
R23
24/7
7x24小时
March on
you may apply
somebody, anyone, everyone
half
"""


@pytest.mark.parametrize("text", [line for line in NO_FIGURE.strip().splitlines() if line != "half"])
def test_no_phantom_figures(text):
    assert said(text) == []


PARALLEL = [
    (
        "有限责任公司股东1—50名，注册资本5年内缴足（公司法第四十七条）。",
        "有限責任公司嘅股東1至50個，註冊資本5年內畀齊（公司法第四十七條）。",
        "An LLC has 1 to 50 shareholders; capital is paid in within five years (Article 47).",
    ),
    (
        "简易注销公示20天，届满后20天内申请，打12345可以问。",
        "簡易註銷公示廿日，滿咗之後二十日內申請，可以打12345問。",
        "Simple deregistration is announced for 20 days; apply within twenty days, or call 12345.",
    ),
    (
        "2027年6月30日前把剩下的期限调到五年以内，逾期罚1万至10万元。",
        "2027年6月30號之前將剩低嘅期限調到5年內，過期罰一萬到十萬蚊。",
        "By June 30, 2027 cut the remaining term to 5 years; the fine is CNY 10,000-100,000.",
    ),
    (
        "持股百分之二十五以上的要报；改章程要三分之二以上表决权。",
        "揸25%以上股份嘅要報；改章程要2/3以上表決權。",
        "Report holders of 25 per cent or more; changing the articles takes two-thirds of the votes.",
    ),
    (
        "半年没开业可能被吊销，一年半以后不能恢复。",
        "半年冇開業可能會釘牌，年半之後就唔可以恢復。",
        "After six months without business the licence may go; after 18 months there is no way back.",
    ),
    ("每年1月1日至6月30日报年报。", "每年1月1號到6月30號報年報。", "File from 1 January to 30 June."),
    ("至少一名董事，监事可以不设。", "起碼一個董事，監事可以唔設。", "At least one director."),
    ("10个工作日内，最多罚5000元。", "十個工作天內，最多罰五千蚊。", "Ten working days; up to RMB 5k."),
]


@pytest.mark.parametrize("texts", PARALLEL)
def test_three_languages_carry_the_same_keys(texts):
    mandarin, cantonese, english = map(keys, texts)
    assert mandarin == cantonese == english
    assert mandarin


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("30日", "30个工作日"),
        ("30日", "一个月"),
        ("1年", "12个月"),
        ("第四十七条", "47号"),
        ("第二十条", "第二十条之一"),
        ("10万元", "10万港元"),
        ("6月30日", "2024年6月30日"),
        ("5%", "5个百分点"),
        ("20 days", "20 weeks"),
    ],
)
def test_different_figures_stay_apart(left, right):
    (a,), (b,) = find(left), find(right)
    assert not same(a, b)
    assert same(a, a)


@pytest.mark.parametrize(
    ("text", "sources", "expected"),
    [
        ("within 30 days", ["应当自决定之日起三十日内申请"], []),
        ("within 30 working days", ["三十日内"], ["30 working_day"]),
        ("since July 2024", ["自2024年7月1日起施行"], []),
        ("since 2024", ["2024-07-01"], []),
        ("6月30日前", ["2027年6月30日"], []),
        ("2027年6月30日前", ["6月30日"], ["date 2027-06-30"]),
        ("罚5万到20万", ["处五万元以上二十万元以下的罚款"], []),
        ("罚5万到30万", ["处五万元以上二十万元以下的罚款"], ["count 300000"]),
        ("half of the votes", ["50%以上表决权"], []),
        ("Article 48", ["第四十七条"], ["article 48"]),
        ("Article 47", ["第四十七条第一款"], []),
        ("公示20天，另加5年", ["公示期二十日", "5 years"], []),
        ("没有数字", [], []),
    ],
)
def test_unsupported_names_what_no_source_carries(text, sources, expected):
    assert [_short(figure) for figure in unsupported(text, sources)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,000.5", "1000.5"),
        ("３０", "30"),
        ("三十", "30"),
        ("廿五", "25"),
        ("卅", "30"),
        ("兩百零五", "205"),
        ("两百五", "250"),
        ("一千二", "1200"),
        ("一千零二", "1002"),
        ("三万五", "35000"),
        ("3万5千", "35000"),
        ("1.5亿", "150000000"),
        ("两点五万", None),
        ("三点一四", "3.14"),
        ("零点五", "0.5"),
        ("零", "0"),
        ("〇", "0"),
        ("二〇二四", "2024"),
        ("十", "10"),
        ("一万亿", "1000000000000"),
        ("壹佰贰拾叁", "123"),
        ("半", "0.5"),
        ("half", "0.5"),
        ("100k", "100000"),
        ("2.5 million", "2500000"),
        ("two hundred thousand", "200000"),
        ("one hundred and twenty-five", "125"),
        ("a thousand", "1000"),
        ("two million three hundred thousand and five", "2300005"),
        ("三四", None),
        ("十几", None),
        ("百", None),
        ("", None),
        ("abc", None),
        ("一万二万", None),
        ("five ten", None),
        ("1.2.3", None),
    ],
)
def test_parse_number(text, expected):
    assert parse_number(text) == (None if expected is None else Decimal(expected))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第四十七条", "47"),
        ("第47条", "47"),
        ("四十七条", "47"),
        ("第二百六十六條", "266"),
        ("第二十条之一", "20-1"),
        ("第一〇二条", "102"),
        ("Article 12", "12"),
        ("art. 7", "7"),
        ("第四十七条规定", None),
        ("第三章", None),
        ("第五十一、五十二条", None),
        ("", None),
    ],
)
def test_article_key(text, expected):
    assert article_key(text) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [(0, "零"), (10, "十"), (12, "十二"), (110, "一百一十"), (105, "一百零五"), (1010, "一千零一十"),
     (10500, "一万零五百"), (15000, "一万五千"), (100000, "十万"), (10**8 + 1, "一亿零一"),
     (10**12, "一万亿")],
)  # fmt: skip
def test_to_chinese(number, expected):
    assert to_chinese(number) == expected


@pytest.mark.parametrize("number", [-1, 10**16])
def test_to_chinese_refuses_what_it_cannot_write(number):
    with pytest.raises(ValueError, match="no Chinese numeral"):
        to_chinese(number)


@given(st.integers(0, 10**12) | st.integers(0, 20000))
def test_chinese_numerals_round_trip(number):
    assert parse_number(to_chinese(number)) == number


@given(st.integers(0, 10**12), st.booleans())
def test_digits_round_trip(number, commas):
    assert parse_number(f"{number:,}" if commas else str(number)) == number


UNITS = [("日", " days"), ("个工作日", " working days"), ("个月", " months"), ("元", " yuan"),
         ("%", " per cent"), ("名股东", " shareholders"), ("平方米", " square metres"),
         ("小时", " hours")]  # fmt: skip


@given(st.integers(2, 9_999_999), st.sampled_from(UNITS))
def test_notation_does_not_matter(number, unit):
    chinese, english = unit
    forms = {
        frozenset(keys(text))
        for text in (
            f"{number}{chinese}", f"{number:,}{chinese}", f"{to_chinese(number)}{chinese}",
            f"约{number} {chinese}内", f"{number}{english}", f"in about {number:,}{english}.",
        )
    }  # fmt: skip
    assert len(forms) == 1
    assert len(forms.pop()) == 1


TEXTS = st.text() | st.text(
    "一二两三十百千万亿零〇半个月日年天元蚊块条第款之号点分%％0123456789,.-—至到、/ \n()（）[]S"
    "abcdefghijklmnopqrstuvwxyz$¥几多来余Ｘ０９②廿"
)


@given(TEXTS)
def test_any_text_is_read_and_spans_lie_inside(text):
    found = find(text)
    for figure in found:
        assert 0 <= figure.start < figure.end <= len(text)
        assert text[figure.start : figure.end] == figure.text
        hash(figure.key)
    assert [each.start for each in found] == sorted(each.start for each in found)
    assert not unsupported(text, [text])
    parse_number(text)
    article_key(text)
