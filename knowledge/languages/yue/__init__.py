"""Cantonese, stored in Hong Kong traditional characters."""

from __future__ import annotations

import re

from knowledge.language import Language
from knowledge.languages.yue.marks import MARKS
from knowledge.languages.yue.wording import WORDING
from knowledge.scripts import HAN, HANS, HANT, words_of

# What is said in Cantonese only. 系 is 係 in simplified characters and stands in many Mandarin words.
_STRONG = re.compile(
    r"[嘅咗喺唔冇哋啲嗰嘢乜佢攞揾搵睇噉嚟喎㗎嘞囉啩嘥瞓嬲攰俾畀諗谂氹攰掟嘥咪咩咁哂㖞冧]|(?<!太阳)(?<!日头)晒(?![得干伤黑裂太在网图单照])"
    r"|(?:边|邊)(?:度|个|间|啲|位|样)|(?:几|幾)(?:多(?!年|次)|钱|耐|时)|(?<![早晚快有一两地网要重差先试优缺观站])点(?:解|样|搞|做|办|算|整|改|开(?!看|网|链|页)|报|攞|填|换|补|拣|申请|注[册销]|登记|转)"
    r"|执笠|老细|而家|依家|搞掂|铺头|舖头|开档|顶手|得(?:闲|㗎)|系咪|唔系|净系|定系|同埋|头先|琴日|听日|寻日|话事|拍档|揸"
    r"|(?<![关联体数])系(?![统列数])(?:咩|乜|边|咁|我|你|佢|呢|唔)|仲(?:有|要|系|想|未|使)|识得|得唔|是但|净低|呢(?:个|间|啲|度|样|份|张|种|条|件)"
    r"|(?:^|[，。！ ])早晨(?=$|[呀啊，。！!, ])|咋(?=[\s，。？！,.?!]|$)|开(?:返|番)间|开间.{0,6}(?:档|铺头)"
)

# What our own sentences may carry instead: too weak to tell a stranger's language by.
_OWN = re.compile(
    rf"{_STRONG.pattern}|(?<!关)系(?![统列数])|[拣返埋晒搵呃孭悭揸]|起码|个牌|刷面|入(?:去|嚟|面)|人工|换过|净低|即场|计数|搞掂"
    r"|先(?=[，。：；,可算再得至做办将申])|(?<=[\u4e00-\u9fff])同(?![意时一样业等步类事城期行价名盟])|得(?=[\u4e00-\u9fff]*(?:[。，；]|$))|兼(?!职|并)|边"
)
_MANDARIN = re.compile(
    r"(?<![目標有])的(?![士確])|(?<![於凡或])是(?![但非否次])|[沒没](?![收落])|[什甚]麼|怎[麼樣]|为什么|為什麼|[我你他她它咱]們"
    r"|[這哪誰很]|那(?=[個些麼裡裏樣])|(?<![為未])了(?![解結事])|(?<![供發補])給(?![付與予養])|被(?=[人吊罰拒退列])"
    r"|還(?=[是有能可會沒])|(?<![酒網网])吧"
)

# Longest first: everyday Cantonese to the wording that written Chinese shares.
_WRITTEN = (
    ("点解", "为什么"), ("点样", "怎么"), ("点搞", "怎么办"), ("点做", "怎么做"), ("点办", "怎么办"), ("点整", "怎么弄"),
    ("点算", "怎么办"), ("点", "怎么"), ("几耐", "多久"), ("几多钱", "多少钱"), ("几钱", "多少钱"), ("几多", "多少"),
    ("几时", "什么时候"), ("边度", "哪里"), ("边个", "谁"), ("边间", "哪家"), ("边啲", "哪些"), ("乜嘢", "什么"), ("乜", "什么"),
    ("咩", "什么"), ("使唔使", "要不要"), ("驶唔驶", "要不要"), ("洗唔洗", "要不要"), ("得唔得", "可不可以"), ("系咪", "是不是"),
    ("系唔系", "是不是"), ("有冇", "有没有"), ("唔该", "谢谢"), ("唔使", "不用"), ("唔系", "不是"), ("唔", "不"),
    ("冇", "没有"), ("嘅", "的"), ("咗", "了"), ("喺", "在"), ("啲", "些"), ("嗰", "那"), ("哋", "们"), ("嘢", "东西"), ("佢", "他"),
    ("攞", "拿"), ("揾", "找"), ("搵", "找"), ("睇", "看"), ("俾", "给"), ("畀", "给"), ("嚟", "来"), ("仲", "还"), ("同埋", "和"),
    ("而家", "现在"), ("依家", "现在"), ("头先", "刚才"), ("听日", "明天"), ("搞掂", "办好"), ("铺头", "店铺"), ("舖头", "店铺"),
    ("开铺", "开店"), ("间铺", "家店"), ("铺位", "店面"), ("老细", "老板"), ("执笠", "关门注销"), ("结业", "关门注销"), ("顶手", "转让店铺"),
    ("开档", "摆摊开店"), ("档口", "摊位店铺"), ("攞牌", "办执照"), ("个牌", "执照"), ("块牌", "执照"), ("整牌", "办执照"), ("出牌", "办执照"),
    ("钉牌", "吊销执照"), ("话事人", "法定代表人"), ("刷面", "刷脸"), ("沙面", "刷脸"), ("拍档", "合伙人"), ("净系", "只"), ("唔见", "丢失"),
    ("咁", "那么"), ("点知", "怎么知道"), ("罚几多", "罚多少"), ("会点", "会怎样"), ("走数", "逃债"),
)  # fmt: skip
_TABLE = {spoken: written for spoken, written in _WRITTEN}
_SPOKEN = re.compile("|".join(sorted(map(re.escape, _TABLE), key=len, reverse=True)))
# 点 is also a point, a dot, an o'clock: only the question word before what follows it is Cantonese.
_KEEP = re.compile(
    r"[一二三四五六七八九十几\d]点|地点|网点|要点|重点|早点|晚点|快点|有点|一点|点击|点外卖|点开|缺点|优点|试点"
)


def _shares(sentence: str) -> float:
    return 0.9 if HAN.search(sentence) and _STRONG.search(sentence) else 0.0


def _to_written(text: str) -> str:
    if not _STRONG.search(text):
        return text
    kept = {match.start() + match.group().index("点") for match in _KEEP.finditer(text)}
    return _SPOKEN.sub(
        lambda match: (
            "点" if match.start() in kept and match.group() == "点" else _TABLE[match.group()]
        ),
        text,
    )


LANGUAGE = Language(
    code="yue",
    name="粵語",
    html="zh-HK",
    script=HANT,
    scripts=(HANT, HANS),
    shares=_shares,
    to_written=_to_written,
    words=words_of,
    own=_OWN,
    strangers=_MANDARIN,
    wording=WORDING,
    marks=MARKS,
)
