"""Names of people: after words that introduce one, before a title, beside a number of theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.spans import Span, matches, simplified

_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳"
    "酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐傅皮卞齐康伍余元卜顾孟平黄穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞"
    "熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣邓郁"
    "单杭洪包诸左石崔吉钮龚程嵇邢裴陆荣翁荀羊甄曲封芮羿储靳汲糜松段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉"
    "戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛"
    "寿通边扈燕冀浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂"
    "晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公佟言福招区麦冼植容关邝伦麻岳揭覃苏肖付代闫"
)
_COMPOUND = "欧阳|司徒|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|端木|南宫|古力娜"
# Characters that begin too many words to be taken for a surname without more.
_COMMON = frozenset(
    "和于向都时有要应能从那为后相安成经通全明水方高白金平计路江元华常钱米强车马石山谷空公言福区别居越广国文东红"
)
_S = rf"(?:{_COMPOUND}|[{_SURNAMES}])"
_RARE = rf"(?:{_COMPOUND}|[{''.join(sorted(set(_SURNAMES) - _COMMON))}])"
_STOP = r"[，,。；;：:（(）)！!？?、\s]"
# What follows a surname in a word that is no name: verbs, particles, measure words, our own trade.
_NOT = (
    "[的是在有不要想会能可去来问说话把被让就都也还没办做开系喺嘅咗唔咪冇佢哋嗰啲乜咩点样边度畀比同埋走跑先后个条张间份次年月日"
    "天人店铺执照证牌公司股法名地址出写签填交报税费钱得了过着到和与及或者这那哪什么怎谁几多少上下里外前中生师事务所院区局科室]"
)
_GIVEN = rf"(?:(?!{_NOT})[一-龥])"
_FULL = rf"{_S}(?:·?{_GIVEN}){{1,2}}(?:·[一-龥]{{2,4}})?"
_NICK = rf"(?:(?:阿|小|老|细)(?:{_GIVEN}|[A-Z][a-z]*))"
_TITLE = (
    r"(?:先生|小姐|女士|太太|太(?!平|阳|多|贵|久|慢|麻|难)|(?<![卫养民学花])生(?![意产活鲜病效日前物])|老板|师傅|经理|科长|主任|律师|总(?!公司|部|额|数|局|共|是|体|店|之)"
    r"|伯|叔|婶|嫂|姨|阿姨|姑娘|仔)"
)
_CUE = (
    r"(?:我叫(?:做)?|叫我|名叫|佢叫|他叫|她叫|叫(?=阿)|姓名[:：是为 ]*|名字(?:就?叫|是|[:：])? ?|全名|本人|联系人|收件人?|经办人|投资人|申请人|注册人|代理人|受托人|举报人|被?投诉人|业主|房东"
    r"|法定代表人(?:姓名)?|法人(?:代表)?|股东(?:名单)?|监事|董事|会计(?!师)|老板|老细|邻居|办事员|代办(?:佬)?|拍档|伙计|夥计|朋友|司机|租客|顾问|前台|师奶|负责人|经手人"
    r"|(?:我|佢|他|她)?(?:阿妈|阿爸|妈妈|爸爸|老公|老婆|太太|爱人|外公|外婆|前夫|前妻|同事|合伙人)|我(?:妈|爸|姐|哥|弟|妹|家|个仔|个女|儿子|女儿)|我哋三个|两个股东)"
    r"(?:是|系|叫|名叫|为|[:：])? ?"
)
_AFTER_CUE = re.compile(
    rf"{_CUE}(?P<it>(?:{_FULL}|{_NICK}|{_S}{_TITLE}|{_S}(?={_STOP}))(?:[、和与同及]{_FULL})*)"
)
# Some introduce a name of whatever kind: a given name alone, too.
_PLAIN = re.compile(
    rf"(?:我叫|姓名[:：] ?|名字叫|佢叫|我个仔|前台|顾问|(?:日本|韩国|越南|泰国)人)(?P<it>(?:(?!{_NOT})[一-龥·]){{2,6}}?)"
    rf"(?={_STOP}|$|[想说话识要跑拿做不出是身证电手开加]|[（(])"
)
_SURNAME_ALONE = re.compile(rf"(?:我?姓)[:：是]?(?P<it>{_S})(?!名)")
_TITLED = re.compile(rf"(?<![一-龥])(?P<it>{_S}{_TITLE})|(?P<two>{_RARE}{_TITLE})(?![一-龥]公司)")
_NICKNAME = re.compile(
    r"(?P<it>阿(?!姨|婆|伯|妈|爸|里|拉|公|爷|哥|叔|嫲|婶)(?:[一-龥]|[A-Z][a-z]*)|小(?:吴|林|陈|李|王|张|刘|黄|周|赵|梁|何|罗|郑|谢|邓|许|冯|曾|彭|蔡|潘|叶|苏|吕|钟)(?![区学店企微本额时程])|老(?:周|李|王|张|刘|陈|黄|吴|梁|何|林|郑)(?![板师家年人字店])|[细大]B)"
)
_BESIDE = re.compile(
    rf"(?P<it>{_FULL})(?=[，,、：:（( 　]{{0,2}}(?:身份证|证件|电话|手机|护照|微信|男|女|ID|\d{{6}}|1[3-9]\d|[（(]身份证))"
)
_SHARES = re.compile(rf"(?P<it>{_FULL})(?=出资|占股?|持股|各占)")
_CALLED = re.compile(rf"(?:叫|写|写着|签的?是)(?P<it>{_FULL})(?=的?(?:{_STOP}|$)|的)")
_FIRST = re.compile(
    rf"^(?P<it>{_FULL})(?=师傅|想?问|反映|投诉|咨询|欠|做法人|[，,]身份证|[，,](?:男|女)|，(?=身份|电话))"
)
_ENUMERATED = re.compile(rf"(?:[：:]|、)(?P<it>{_FULL})(?=、|$|。)")
_WHOLE = re.compile(rf"[，,](?P<it>{_RARE}{_GIVEN}{{1,2}})$")

_TITLE_EN = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Madam|Sir)\.? )"
_WORD_EN = r"(?:[A-Z][a-zA-Z'’]+(?:-[A-Z][a-z]+)?|[A-Z]{2,})"
_CUE_EN = (
    r"(?:[Mm]y name is|[Nn]ame's|[Nn]ame:?(?: is)?|I am|I'm|[Tt]his is|[Cc]ontact|[Ll]andlord|[Dd]irector|[Ss]upervisor|[Ll]egal rep|[Aa]ccountant|[Pp]artner"
    r"|[Ss]hareholders?|[Bb]oss(?: is)?|[Ss]igned by|[Ss]end to|[Cc]alled|[Hh]usband|[Ww]ife|[Ff]riend|[Mm]anager|投资人|姓名|名字|叫|我[是系係]|老外|日本人|、)[:： ]?\s?"
)
_ENGLISH = re.compile(
    rf"{_CUE_EN}(?P<it>{_TITLE_EN}?{_WORD_EN}(?: (?!and\b){_WORD_EN}){{0,2}}(?: and {_WORD_EN} {_WORD_EN})?)"
)
_TITLED_EN = re.compile(rf"(?P<it>(?<![A-Za-z]){_TITLE_EN}{_WORD_EN}(?: {_WORD_EN})?)")
_FIRST_EN = re.compile(
    rf"^(?P<it>{_WORD_EN}(?: {_WORD_EN}){{1,2}})(?= wants| here|, (?:phone|tel|passport|ID))"
)
_NO_NAME = re.compile(
    r"(?:Guangzhou|Hong Kong|China|Company|Trading|Ltd|Law|Tianhe|Yuexiu|Panyu|Baiyun|Haizhu|Liwan|Huangpu|Nansha|Huadu|Skype|WeChat|BR|EIN|HKID)\b"
)
_PLACE = re.compile(r"公司$|有限|执照|地址|法定|.[区路街镇]$|证$")


def find(text: str) -> Iterator[Span]:
    """Yield names; a shop named after somebody (…记, …公司) is none."""
    folded = simplified(text)
    for pattern in (
        _AFTER_CUE,
        _PLAIN,
        _SURNAME_ALONE,
        _NICKNAME,
        _BESIDE,
        _SHARES,
        _CALLED,
        _FIRST,
        _ENUMERATED,
        _WHOLE,
    ):
        yield from matches("name", pattern, folded, _person)
    for match in _TITLED.finditer(folded):
        yield Span("name", *match.span())
    for pattern in (_ENGLISH, _TITLED_EN, _FIRST_EN):
        yield from matches("name", pattern, text, lambda found: not _NO_NAME.search(found))


def _person(found: str) -> bool:
    return not _PLACE.search(found)
