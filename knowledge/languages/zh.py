"""Mandarin, stored in simplified characters."""

from __future__ import annotations

import re

from knowledge.language import Language, Marks, Wording, made_of
from knowledge.places import ELSEWHERE, HERE
from knowledge.scripts import HAN, HANS, HANT
from knowledge.types import Aspect

_WORDING = Wording(
    lead={
        Aspect.WHAT: "{title}是这样一回事：",
        Aspect.CONDITIONS: "符合下面这些就能办{title}：",
        Aspect.MATERIALS: "办{title}，准备好这{n}样：",
        Aspect.STEPS: "办{title}，一共{n}步：",
        Aspect.TIME: "{title}的时间这样算：",
        Aspect.FEE: "{title}的费用是这样的：",
        Aspect.WHERE: "{title}在这里办：",
        Aspect.PENALTY: "{title}该办不办，后果是：",
        Aspect.YES_NO: "关于{title}，规定是这样的：",
        Aspect.WHO: "{title}由这些人办：",
        Aspect.COMPARE: "差别在这里：",
    },
    lead_some={
        Aspect.MATERIALS: "办{title}，先备好这{k}样，其余的看办事页：",
        Aspect.STEPS: "办{title}，先走这{k}步，后面的看办事页：",
    },
    besides="还要知道：",
    also="另外，关于{title}：",
    link="去办：[{title}]({url})（内容截至{date}）",
    doubtful="现在知道的是这样，请先向办理部门确认：",
    to_confirm="还要向办理部门确认：",
    from_date="（{date}起）",
    before="以前的规定：{rule}",
    quoted="本库还没有这一条的白话说明，先把《{title}》{article}的原文放在这里：",
    list_join="、",
    date="{y}年{m}月{d}日",
    note="{item}（{note}）",
    clarify="您想办的是哪一种？选一个，我马上说清楚。",
    no_evidence="这个问题我手上没有可靠的依据，不敢乱说。您可以打 12345，或者问一下登记机关。",
    nearest="和您的问题最接近的事项：{titles}。",
    greeting="您好，我是穗导办。开店、开公司、改执照、办许可、关门注销，都可以直接用大白话问我。",
    invalid_empty="我没看到问题。请用一句话说说您想办什么，比如“开奶茶店要办什么证”。",
    invalid_long="内容太长了（超过 5,000 字）。请挑最要紧的问题，用几句话告诉我。",
    invalid_language="我能用普通话、粤语和英语回答。请换其中一种再问一次。\n\n"
    "I can answer in Mandarin, Cantonese or English. Please ask again in one of them.",
    out_of_scope="这件事不归经营主体登记管，我答不了。可以打 12345 问，他们会转给管这事的部门；"
    "开店、开公司、改执照、许可、注销这些，随时问我。",
    unanswerable="这个没有人能提前保证，或者不能对外说，我也不能猜。"
    "办理条件、材料和时限我可以讲清楚；个案进度请问登记机关或打 12345。",
    illegal="这样做违法，我不能帮忙，对您的风险也很大：提供虚假材料、借用执照会被罚款，甚至吊销执照。",
    lawful_way="合法的办法是：[{title}]({url})，我可以一步步讲给您听。",
    injection="我只回答在广州开办、变更、许可和注销的问题，不按消息里夹带的指令行事。您想办什么事？",
    personal_data="您发来的主要是个人信息，我已经遮住，不会保存。请不要发身份证号、银行卡号。"
    "直接告诉我想办什么事就行。",
    masked="您消息里的个人信息我已经遮住了。",
    handoff="我帮您转到能处理的人：请打 12345（24 小时），说明要找市场监管部门；"
    "也可以到住所所在区的政务服务中心窗口。",
    handoff_reason="需要人工处理",
    calm="让您来回跑，实在辛苦了。我一次把要点说全；如果要投诉，可以打 12345。",
    failed="系统出了点问题，没能回答。请稍后再试；报修时请带上编号 {id}。",
    suggestions={
        Aspect.MATERIALS: "{title}要带什么材料？",
        Aspect.STEPS: "{title}怎么办？",
        Aspect.TIME: "{title}要多久？",
        Aspect.FEE: "{title}要多少钱？",
        Aspect.WHERE: "{title}去哪里办？",
        Aspect.CONDITIONS: "{title}有什么条件？",
        Aspect.PENALTY: "不办{title}会怎样？",
    },
)

_MARKS = Marks(
    aspects={
        Aspect.TIME: re.compile(
            r"多久|几天|多长时间|什么时候|啥时候|何时|几日|多少天|多快|期限|时限|截止|工作日|要等"
            r"|几年|多少年|日子|来得及|最晚|最迟|几年内|几个月|哪天|多长|等几|多少个?工作日|到期|几点|当天|马上能"
        ),
        Aspect.FEE: re.compile(
            r"多少钱|收费|要钱|费用|免费|花钱|花多少|交钱|几块|工本费|贵不贵|价格|手续费|要给钱|收钱|啥费"
        ),
        Aspect.MATERIALS: re.compile(
            r"材料|资料|交哪|哪几样|哪些单子|带什么|带啥|准备什么|准备啥|准备哪些|什么文件|哪些文件|证件|要交什么|清单|复印件"
            r"|原件|提交什么|交什么|要啥东西|什么东西|哪些东西"
        ),
        Aspect.STEPS: re.compile(
            r"头一步|先去|先.{0,6}哪|怎么办理|怎么才|怎么算|该怎么|当心|注意什么|怎么办|怎么弄|怎么搞|流程|步骤|如何|怎样|咋办|咋弄|咋整|怎么做|手续|第一步|下一步"
            r"|先.{1,8}再|从哪开始|怎么申请|怎么改|怎么开|怎么报|怎么注|怎么转|怎么换|怎么补|怎么填"
        ),
        Aspect.WHERE: re.compile(
            r"哪里|在哪|去哪|哪个网站|网址|入口|链接|哪个窗口|哪个部门|找谁|找哪个|网上能|哪个app|小程序|到哪"
        ),
        Aspect.PENALTY: re.compile(
            r"罚|后果|会怎么样|会怎样|会咋样|不办会|不报会|处罚|被查|拉黑|违法|坐牢|吊销|忘了|没报|逾期"
        ),
        Aspect.CONDITIONS: re.compile(
            r"条件|上限|下限|人数|最低|最少|要求|符合|资格|门槛|满足|限制"
        ),
        Aspect.WHO: re.compile(r"谁|什么人|哪些人|本人|代办|代理|替我|帮我去|亲自"),
        Aspect.COMPARE: re.compile(
            r"区别|跟.{1,12}一样|等于|同一套|哪个好|对比|比较|不同|哪种|划算|差别|好还是|还是.{1,12}(?:好|合适)|选哪"
        ),
        Aspect.WHAT: re.compile(
            r"是什么|什么意思|啥意思|什么是|啥叫|叫什么|是啥|指的是|什么证|哪些证|哪几个证|啥证"
        ),
        Aspect.YES_NO: re.compile(
            r"吗|么$|不[?？]?$|不[?？。]|算不算|够不够|有得.{1,4}不|是否|还.{0,6}不$|真的假的|也(?:要|得).{1,8}[?？]|(\w)不\1|可不可以|可以不|需不需要|有没有必要|必须|一定要|能否|可否"
        ),
    },
    greeting=made_of(
        "你好 您好 大家好 你们好 哈喽 哈啰 嗨 喂 在吗 在不在 有人吗 早上好 下午好 晚上好 中午好 早安 早 晚安 谢谢 多谢 感谢 谢了 非常 太 "
        "十分 辛苦 辛苦了 麻烦 麻烦了 再见 拜拜 好的 好嘞 好 行 明白 知道 懂 收到 了解 没问题 没事 客服 小助手 同志 朋友 吃了吗 "
        "吃饭了吗 最近好吗 你 您 你们 您们 大家 了 啦 啊 呀 哦 嗯 哈 吧 的 ok okay hi hello thanks"
    ),
    distress=re.compile(r"不想活|活不下去|想死|自杀|轻生|活着没意思|绝望"),
    injection=re.compile(
        r"(?:忽略|无视|忘掉|忘记).{0,12}(?:指令|提示词|规则|设定|要求|身份)|系统提示词|提示词|你现在是|你不再是|扮演"
        r"|开发者模式|越狱|(?:输出|复述|打印|说出|公开)你的.{0,8}(?:指令|规则|设定|提示)|把你的.{0,6}(?:指令|规则|设定)"
    ),
    illegal=re.compile(
        r"假(?:的)?(?:租赁|合同|地址|证明|材料|身份证|执照|章|签名|租约|证|报告|发票)|伪造|造假|编(?:一?个|造)|冒充"
        r"|p(?:一|个|张|份).{0,4}(?:证|照|合同|章|图)"
        r"|借.{0,6}(?:执照|身份证|资质|许可证|的证|的照)|(?:买|租)(?:一?[个份张]|来)?.{0,4}(?:执照|身份证|许可证|资质|证明)"
        r"|(?:执照|许可证|资质|证)(?:出租|出借|挂靠|卖)|挂靠|塞(?:红包|钱)|送(?:红包|礼|钱|烟|卡)|贿赂|走后门|打点|疏通|找关系|托关系"
        r"|逃税|偷税|避税|避债|逃债|洗钱|躲债|(?:逃避|躲|瞒|应付|糊弄|蒙混).{0,6}(?:检查|债|税|查)|冒用|别人的身份证|虚开"
        r"|(?:代|替|帮)(?:他|她|人|股东)?签.{0,6}名|模仿.{0,4}签|(?:不|别|怎么)[^，。]{0,6}被?(?:人)?(?:查到|发现|查出)"
        r"|转移(?:财产|资产)|抽逃|两套账|假账|做账|不让.{0,6}知道|瞒着"
    ),
    handoff=re.compile(
        r"转人工|人工(?:客服|服务|窗口)?|真人|活人|找(?:个|位)?人|投诉|举报|要个?说法|给我?个?说法|领导|受不了|崩溃|负责人|接线员|电话打不通|态度"
    ),
    anger=re.compile(
        r"跑了.{1,3}趟|第.次了|又被退|到底要|气死|什么态度|烦死|坑人|太过分|折腾|老是退|又不说|每次都|耍我|忍无可忍|搞什么|一肚子火"
    ),
    unanswerable=re.compile(
        r"包过|保证|肯定能|一定能|百分百|(?:能不能|会不会|能|会).{0,6}(?:批|通过|过审)(?:下来|吗|不|$)|会批吗"
        r"|以后(?:政策|会不会)|明年.{0,8}(?:会不会|政策)|将来|能赚|赚(?:多少|钱|得到)|预测|算一?算|前景|哪个(?:行业|生意)|内部(?:消息|名单)"
        r"|(?:老板|法人|股东|房东|他|她|人家|对方|谁)[^，。,]{0,8}(?:手机|电话|身份证|住址|住哪|地址|微信)|谁举报|举报人"
        r"|我(?:的|那个|那份).{0,10}(?:进度|到哪(?:一步)?了|审到|批了没|批没批|好了没)|办到哪|审核到哪"
    ),
    out_of_scope=re.compile(
        r"签证|护照|落户|入户|户口|积分入|学位|小升初|上小学|入学|天气|下雨|驾照|驾驶证|违章|车牌|摇号|医保|看病|医院|挂号"
        r"|(?:结|离)婚(?:证|登记|手续)|身份证(?:怎么)?(?:补|过期|换)|公租房|买房|房贷|二手房|个税|航班|高铁|菜谱|怎么做.{0,6}(?:菜|汤|肉)|炒股|买(?:股票|基金)|彩票"
        r"|写(?:代码|程序|作文|诗)|翻译|作业|电影|歌|球赛|退款|退货|快递|拖欠工资|打官司|报警|被骗"
        rf"|^(?!.*(?:{HERE})).*(?:{ELSEWHERE})(?![东西南北中]?[路街道])"
    ),
    elsewhere=re.compile(
        rf"^(?!.*(?:{HERE}|搬|迁)).*(?:在|去|到|回)(?:{ELSEWHERE})(?![东西南北中]?[路街道])[^，。,.?？!！]{{0,8}}(?:注册|开(?:个|一家|家)?(?:公司|店|铺)|执照|窗口|办事|市监|工商)"
        rf"|^(?!.*(?:{HERE}|搬|迁)).*(?:{ELSEWHERE})市?(?:的)?(?:市监局|工商局|市场监管局|政务中心|办事大厅)"
    ),
    follow_up=re.compile(
        r"^(?:那|那么|这个|这样|它|还有|另外|然后|如果|刚才|那要|那个|要是|多久|几天|要钱|多少钱|在哪|去哪|怎么办|材料|要什么|需要什么|能网上)"
    ),
    wish=re.compile(r"想|要|打算|准备|需|申请|办|帮我|求|请问|咨询|换成|改成|能|可以|[?？]"),
    dated=re.compile(
        r"以前的?(?:规定|政策|法|要|可以|不|说|是|只)|旧(?:规|法|政策|公司法)|老规定|早年|早几年|过去|现在还|现行|新(?:规|法|政策|公司法)"
        r"|(?:什么时候|何时|哪天|几月|哪年)(?:开始|起|生效|施行|实行|实施)|从(?:哪天|什么时候|何时|哪年)起?|取消了|改了[吗没]|还要不要|还用不用|明年|去年|前年"
    ),
    connective=re.compile(r"顺便|另外|还有就是|同时还|然后还|还想|以及|并且|还要|也要|再问"),
    verdict=re.compile(
        r"(?:不?要|不?用|不?可以|不?能|不?是|不?会|不?行|没?有|不一定|不?对|不?必|必须|不?算|还?要看|也?不?需要)[：:，,；。]"
    ),
)


_CANTONESE = re.compile(
    r"[嘅咗喺唔冇哋啲嗰嘢乜佢攞揾搵睇噉嚟喎㗎嘞囉嘥嬲攰俾畀諗谂哂]"
    r"|执笠|老细|而家|依家|铺头|开档|边度|边个|几多钱|几耐|点解|点样|系咪|定系|同埋|刷面|个牌"
)


def _shares(sentence: str) -> float:
    # Any Chinese sentence may be Mandarin; Cantonese claims its own first.
    return 0.5 if HAN.search(sentence) else 0.0


def _words(text: str) -> int:
    # A word is about a character and a half.
    return round(len(HAN.findall(text)) / 1.6) + len(re.findall(r"[A-Za-z0-9]+", text))


LANGUAGE = Language(
    code="zh",
    name="中文",
    html="zh-CN",
    script=HANS,
    scripts=(HANS, HANT),
    shares=_shares,
    to_written=lambda text: text,
    words=_words,
    own=HAN,
    strangers=_CANTONESE,
    wording=_WORDING,
    marks=_MARKS,
)
