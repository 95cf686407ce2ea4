"""What is always said the same way in Mandarin."""

from __future__ import annotations

from knowledge.language import Wording
from knowledge.types import Aspect

WORDING = Wording(
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
    defined="{term}：{says}",
    again="是的，规定就是这样，出处写在后面：",
    shortly="简单说，就一句：",
    also="另外，关于{title}：",
    variant="{title}（{name}）",
    link="去办：[{title}]({url})（内容截至{date}）",
    taken_as="这里按「{title}」来答。",
    or_else="您问的是别的事？看这里：{titles}。",
    doubtful="现在知道的是这样，请先向办理部门确认：",
    to_confirm_here="（这一步要向办理部门确认）",
    to_confirm="还要向办理部门确认：",
    from_date="（{date}起）",
    before="以前的规定：{rule}",
    quoted="本库还没有这一条的白话说明，先把《{title}》{article}的原文放在这里：",
    source="{title}第{articles}条",
    sources="依据：{list}。",
    list_join="、",
    date="{y}年{m}月{d}日",
    note="{item}（{note}）",
    clarify="您想办的是哪一种？选一个，我马上说清楚。",
    about="您问的是哪件事？说几个字就行，也可以点一个：",
    matters=("开个小店办执照", "注册一家公司", "执照改地址", "办食品经营许可证", "公司注销"),
    no_evidence="这个问题我手上没有可靠的依据，不敢乱说。您可以打 12345，或者问一下登记机关。",
    nearest="和您的问题最接近的事项：{titles}。",
    greeting="您好，我是穗导办。开店、开公司、改执照、办许可、关门注销，都可以直接用大白话问我。",
    welcome="不客气。还有要办的，随时再问我；祝您顺利。",
    despair="听到您这样说，我很担心您。请别一个人扛：现在就给信得过的人打个电话，"
    "或者打全国心理援助热线 12356；有危险马上打 120 或 110。"
    "欠债、关店都有办法一步步处理，等您缓过来，我陪您一项项看。",
    invalid_empty="我没看到问题。请用一句话说说您想办什么，比如“开奶茶店要办什么证”。",
    invalid_long="内容太长了（超过 5,000 字）。请挑最要紧的问题，用几句话告诉我。",
    invalid_language="我能用普通话、粤语和英语回答。请换其中一种再问一次。\n\n"
    "I can answer in Mandarin, Cantonese or English. Please ask again in one of them.",
    out_of_scope="这件事不归经营主体登记管，我答不了。可以打 12345 问，他们会转给管这事的部门；"
    "开店、开公司、改执照、许可、注销这些，随时问我。",
    unanswerable="这个没有人能提前保证，或者不能对外说，我也不能猜。"
    "条件、材料和时限我可以讲清楚；自己的办件进度登录一网通看，公司的现状上国家企业信用信息公示系统查，或打 12345。",
    illegal="这样做违法，我不能帮忙，对您的风险也很大：被查到轻则罚款、吊销执照，重则追究刑事责任。",
    lawful_way="想合法地办，请看：[{title}]({url})，我可以一步步讲给您听。",
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
