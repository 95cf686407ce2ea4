"""Cantonese, stored in Hong Kong traditional characters."""

from __future__ import annotations

import re

from knowledge.language import Language, Marks, Wording, made_of
from knowledge.places import ELSEWHERE, HERE
from knowledge.scripts import HAN, HANS, HANT
from knowledge.types import Aspect

_WORDING = Wording(
    lead={
        Aspect.WHAT: "{title}係咁嘅：",
        Aspect.CONDITIONS: "符合以下呢啲就辦得到{title}：",
        Aspect.MATERIALS: "辦{title}，準備好呢{n}樣：",
        Aspect.STEPS: "辦{title}，一共{n}步：",
        Aspect.TIME: "{title}嘅時間咁計：",
        Aspect.FEE: "{title}嘅費用係咁：",
        Aspect.WHERE: "{title}喺呢度辦：",
        Aspect.PENALTY: "應該辦{title}又唔辦，後果係：",
        Aspect.YES_NO: "關於{title}，規定係咁：",
        Aspect.WHO: "{title}由呢啲人辦：",
        Aspect.COMPARE: "分別喺呢度：",
    },
    lead_some={
        Aspect.MATERIALS: "辦{title}，準備好呢{k}樣先，其餘嘅睇辦事頁：",
        Aspect.STEPS: "辦{title}，行呢{k}步先，後面嘅睇辦事頁：",
    },
    besides="仲要知道：",
    also="另外，關於{title}：",
    link="去辦：[{title}]({url})（內容截至{date}）",
    doubtful="而家知道嘅係咁，請同辦理部門確認先：",
    to_confirm="仲要同辦理部門確認：",
    from_date="（由{date}起）",
    before="以前嘅規定：{rule}",
    quoted="呢條暫時未有白話講解，先將《{title}》{article}嘅中文原文放喺度：",
    list_join="、",
    date="{y}年{m}月{d}日",
    note="{item}（{note}）",
    clarify="你想辦嘅係邊一種？揀一個，我即刻講清楚。",
    no_evidence="呢個問題我手上冇可靠嘅依據，唔敢亂講。你可以打 12345，或者問下登記機關。",
    nearest="同你條問題最接近嘅事項：{titles}。",
    greeting="你好，我係穗導辦。開舖、開公司、改執照、辦許可、執笠註銷，都可以直接用口語問我。",
    invalid_empty="我見唔到問題。請用一句講下你想辦咩，例如「開奶茶舖要辦咩牌」。",
    invalid_long="內容太長喇（超過 5,000 字）。請揀最緊要嘅問題，用幾句講畀我知。",
    invalid_language="我識得用普通話、粵語同英文答。請用其中一種再問一次。\n\n"
    "I can answer in Mandarin, Cantonese or English. Please ask again in one of them.",
    out_of_scope="呢件事唔係經營主體登記嘅範圍，我答唔到。可以打 12345 問，佢哋會轉畀負責嘅部門；"
    "開舖、開公司、改執照、許可、註銷呢啲，隨時問我。",
    unanswerable="呢樣嘢冇人可以預先保證，又或者唔可以對外講，我都唔可以估。"
    "辦理條件、材料同時限我可以講清楚；個案進度請問登記機關或者打 12345。",
    illegal="咁做係違法，我唔可以幫手，對你嘅風險都好大：交假材料、借人哋個牌會被罰款，甚至畀人吊銷執照。",
    lawful_way="合法嘅做法係：[{title}]({url})，我可以一步步講畀你聽。",
    injection="我淨係答喺廣州開辦、變更、許可同註銷嘅問題，唔會跟訊息入面嘅指令做嘢。你想辦咩事？",
    personal_data="你發過嚟嘅主要係個人資料，我已經遮咗，唔會儲存。請唔好發身份證號、銀行卡號。"
    "直接話我知想辦咩就得。",
    masked="你訊息入面嘅個人資料我已經遮咗。",
    handoff="我幫你轉去可以處理嘅人：請打 12345（24 小時），講明要搵市場監管部門；"
    "又或者去住所嗰區嘅政務服務中心窗口。",
    handoff_reason="需要人手處理",
    calm="要你走嚟走去，真係辛苦晒。我一次過將重點講齊；想投訴可以打 12345。",
    failed="系統出咗少少問題，答唔到你。請遲啲再試；報修嗰陣請講編號 {id}。",
    suggestions={
        Aspect.MATERIALS: "{title}要帶咩材料？",
        Aspect.STEPS: "{title}點樣辦？",
        Aspect.TIME: "{title}要幾耐？",
        Aspect.FEE: "{title}要幾錢？",
        Aspect.WHERE: "{title}去邊度辦？",
        Aspect.CONDITIONS: "{title}有咩條件？",
        Aspect.PENALTY: "唔辦{title}會點？",
    },
)

_MARKS = Marks(
    aspects={
        Aspect.TIME: re.compile(
            r"几耐|几时|几日|几多日|几多天|几快|时限|期限|限期|等几|要等|几点|几年|几多个月|赶得切|赶唔赶|最迟|即日|几个月"
        ),
        Aspect.FEE: re.compile(
            r"几钱|几多钱|收费|使钱|要钱|费用|免费|收唔收|俾钱|畀钱|几多蚊|贵唔贵|使费|收几"
        ),
        Aspect.MATERIALS: re.compile(
            r"材料|文件|资料|带咩|带乜|备咩|准备咩|准备乜|准备啲|咩文件|乜文件|证件|交咩|交乜|清单|副本要|正本要|要啲咩|要啲乜"
        ),
        Aspect.STEPS: re.compile(
            r"点搞|点做|点办|点样|点整|点算|流程|步骤|手续|点改|点开|点报|点转|点换|点补|点申请|点攞|第一步|下一步|由边度开始|点填|点注"
        ),
        Aspect.WHERE: re.compile(
            r"边度|边个部门|去边|喺边|边个网|网址|条网|条link|入口|搵边个|揾边个|上网得|边个app|小程序|边间|边个窗口"
        ),
        Aspect.PENALTY: re.compile(
            r"罚|后果|会点|会唔会有事|有咩事|违法|坐监|钉牌|吊销|唔办会|唔报会|冇报|唔记得报|过咗期|逾期"
        ),
        Aspect.CONDITIONS: re.compile(r"条件|要求|符合|资格|门槛|限制"),
        Aspect.WHO: re.compile(r"边个|咩人|乜人|边啲人|本人|代办|帮我去|替我|亲身|亲自"),
        Aspect.COMPARE: re.compile(r"分别|区别|边个好|边样好|边只好|好定|定系|抵啲|唔同|点拣|拣边"),
        Aspect.WHAT: re.compile(
            r"系咩|系乜|咩意思|乜意思|咩系|乜系|即系咩|即系乜|咩牌|乜牌|边啲牌|几多个牌"
        ),
        Aspect.YES_NO: re.compile(
            r"(\w)唔\1|得吗|可唔可以|系咪|有冇|使咩|得咩|可以吗|吗|必须|一定要|得未|啱唔啱|定系唔"
        ),
    },
    greeting=made_of(
        "你好 你哋好 哈佬 哈啰 喂 早晨 早安 午安 晚安 唔该 多谢 感谢 拜拜 辛苦 明白 明 知道 收到 了解 好彩 冇问题 得 好 食咗饭未 "
        "饮咗茶未 有冇人 在吗 你 晒 喇 啦 呀 啊 吖 嘅 咁 先 嗨 哦 嗯 ok okay thanks hi hello"
    ),
    distress=re.compile(r"唔想做人|想死|自杀|跳楼|冇晒希望|好绝望|生无可恋"),
    injection=re.compile(
        r"(?:唔好理|唔使理|忽略|无视|唔记得).{0,12}(?:指令|规则|提示|设定)|扮(?:演|做)?.{0,8}(?:律师|黑客|冇限制|另一个)|提示词"
        r"|(?:讲|话|写|列|俾|畀)(?:出|返|晒)?.{0,4}你(?:啲|的|嘅|个)?(?:指令|设定|规则|提示)|你而家系|你依家系|开发者模式|越狱"
    ),
    illegal=re.compile(
        r"假(?:嘅|的)?(?:租约|合约|合同|地址|证明|身份证|牌|章|签名|文件|单|证|发票)|伪造|整(?:张|份|个)?假|做假|老作|作个"
        r"|p(?:一)?(?:张|份|个)|借(?:人|朋友|个|佢|块|张)?.{0,5}(?:牌|执照|身份证|证)|租(?:个|块|张)?.{0,3}(?:牌|证)"
        r"|买(?:个|块|张|份)?.{0,3}(?:牌|执照|证明|身份证|证)|(?:牌|证)(?:借|租|卖)|挂靠|塞(?:钱|红包|利是)|(?:俾|畀|派|封)(?:红包|利是|黑钱|茶钱)|疏通|贿|走后门|搵关系|揾关系"
        r"|走数|逃税|漏税|避税|避(?:债|数)|洗黑钱|冒签|冒用|人哋(?:个|张)?身份证|(?:帮|代|替)(?:佢|人)签|扮(?:佢|人)签"
        r"|(?:唔好|唔|点样|点先)[^，。]{0,6}(?:俾|畀)?人?(?:查到|发现|知)|转移(?:财产|资产)|转走|两盘数|假数|唔俾.{0,6}知|瞒"
    ),
    handoff=re.compile(
        r"转人工|真人|(?:揾|搵|叫)(?:个|返个)?人|人工|投诉|顶唔顺|经理|上司|主管|话事|负责人|讨个?说法|举报|态度"
    ),
    anger=re.compile(
        r"走咗.{1,3}(?:次|转|趟|匀)|次次都|又话我|又退|到底要|激死|火滚|咩态度|搞边科|玩嘢|烦到|成日退|讲极都|嬲|有冇搞错|搞错"
    ),
    unanswerable=re.compile(
        r"包过|实过|保证|包保|(?:实|一定|会唔会|梗).{0,5}(?:批|过)(?:到|啊|嘅|吗|咩|$)|赚|前景|出年.{0,8}(?:政策|会唔会)|第日|将来|估下|睇好|内部消息|边行"
        r"|(?:老细|老板|法人|股东|佢|业主|边个)[^，。,]{0,8}(?:手机|电话|身份证|住边|住址|地址|微信)|边个举报|边个报"
        r"|我(?:嗰|张|份|单).{0,10}(?:批咗未|批未|去到边|搞成点|得咗未|进度)"
    ),
    out_of_scope=re.compile(
        r"签证|回乡证|护照|入户|户口|学位|升小|入学|天气|落雨|打风|车牌|驾照|学车|抄牌|睇医生|医保|医院|(?:结|离)婚(?:证|登记|手续)|公屋|买楼|供楼|机票|高铁|股票|六合彩|马会|跑马"
        r"|煲汤|食谱|翻译|功课|退货|退钱|追人工|打官司|报警|畀人呃|俾人呃"
        rf"|^(?!.*(?:{HERE})).*(?:{ELSEWHERE})(?![东西南北中]?[路街道])"
        r"|^(?!.*(?:广州|内地|大陆)).*香港.{0,6}(?:商业登记证|公司注册处|强积金)"
    ),
    elsewhere=re.compile(
        rf"^(?!.*(?:{HERE}|搬|迁)).*(?:喺|系|去|返|到)(?:{ELSEWHERE})(?![东西南北中]?[路街道])[^，。,.?？!！]{{0,8}}(?:注册|开(?:间)?(?:公司|铺)|公司|铺|个牌|窗口|工商|市监)"
    ),
    follow_up=re.compile(
        r"^(?:咁|嗰|呢个|呢样|噉|仲有|同埋|如果|要系|头先|几耐|几钱|几时|喺边|去边|点搞|使唔使|要唔要|要咩|驶唔驶|佢)"
    ),
    wish=re.compile(
        r"想|要|谂住|打算|准备|需|申请|办|搞|帮我|请问|换做|改做|可以|[唔得]得|点|[?？]"
    ),
    dated=re.compile(
        r"以前|旧(?:例|法|规|时)|老规矩|而家仲|现行|新(?:例|规|法)|几时(?:开始|起|生效|实施)|由(?:几时|边日|边年)|取消咗|改咗|出年|旧年|前年"
    ),
    connective=re.compile(r"顺便|另外|仲有|同埋|仲要|仲想|再问|又要"),
    verdict=re.compile(
        r"(?:唔?要|唔?使|唔?可以|唔?得|唔?係|唔?會|冇|有|唔一定|唔?啱|唔?算|必須|仲?要睇|唔?需要)[：:，,；。]"
    ),
)

# What is said in Cantonese only. 系 is 係 in simplified characters and stands in many Mandarin words.
_STRONG = re.compile(
    r"[嘅咗喺唔冇哋啲嗰嘢乜佢攞揾搵睇噉嚟喎㗎嘞囉啩嘥瞓嬲攰俾畀諗谂氹攰掟嘥咪咩咁哂㖞冧]|(?<!太阳)(?<!日头)晒(?![得干伤黑裂太在网图单照])"
    r"|(?:边|邊)(?:度|个|间|啲|位|样)|(?:几|幾)(?:多(?!年|次)|钱|耐|时)|(?<![早晚快有一两地网要重差先试优缺观站])点(?:解|样|搞|做|办|算|整|改|开(?!看|网|链|页)|报|攞|填|换|补|拣|申请|注[册销]|登记|转)"
    r"|执笠|老细|而家|依家|搞掂|铺头|舖头|开档|顶手|得(?:闲|㗎)|系咪|唔系|净系|定系|同埋|头先|琴日|听日|寻日|话事|拍档|揸"
    r"|(?<![关联体数])系(?![统列数])(?:咩|乜|边|咁|我|你|佢|呢|唔)|仲(?:有|要|系|想|未|使)|识得|得唔|是但|净低|呢(?:个|间|啲|度|样|份|张|种|条|件)"
    r"|咋(?=[\s，。？！,.?!]|$)|开(?:返|番)?间.{0,6}(?:档|铺|屋|厅)"
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


def _words(text: str) -> int:
    # A word is about a character and a half.
    return round(len(HAN.findall(text)) / 1.6) + len(re.findall(r"[A-Za-z0-9]+", text))


LANGUAGE = Language(
    code="yue",
    name="粵語",
    html="zh-HK",
    script=HANT,
    scripts=(HANT, HANS),
    shares=_shares,
    to_written=_to_written,
    words=_words,
    own=_OWN,
    strangers=_MANDARIN,
    wording=_WORDING,
    marks=_MARKS,
)
