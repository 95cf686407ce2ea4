"""What is always said the same way in Cantonese."""

from __future__ import annotations

from knowledge.language import Wording
from knowledge.types import Aspect

WORDING = Wording(
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
    defined="{term}：{says}",
    again="係㗎，規定就係咁，出處寫喺後面：",
    shortly="簡單講，就一句：",
    also="另外，關於{title}：",
    variant="{title}（{name}）",
    link="去辦：[{title}]({url})（內容截至{date}）",
    taken_as="呢度當你問嘅係「{title}」。",
    or_else="你問嘅係第樣？睇呢度：{titles}。",
    doubtful="而家知道嘅係咁，請同辦理部門確認先：",
    to_confirm_here="（呢步要同辦理部門確認）",
    to_confirm="仲要同辦理部門確認：",
    from_date="（由{date}起）",
    before="以前嘅規定：{rule}",
    quoted="呢條暫時未有白話講解，先將《{title}》{article}嘅中文原文放喺度：",
    source="{title}第{articles}條",
    sources="依據：{list}。",
    list_join="、",
    date="{y}年{m}月{d}日",
    note="{item}（{note}）",
    clarify="你想辦嘅係邊一種？揀一個，我即刻講清楚。",
    about="你問嘅係邊件事？講幾隻字就得，或者撳一個：",
    matters=("開間細舖辦牌", "註冊一間公司", "個牌改地址", "辦食品經營許可證", "公司執笠註銷"),
    no_evidence="呢個問題我手上冇可靠嘅依據，唔敢亂講。你可以打 12345，或者問下登記機關。",
    nearest="同你條問題最接近嘅事項：{titles}。",
    greeting="你好，我係穗導辦。開舖、開公司、改執照、辦許可、執笠註銷，都可以直接用口語問我。",
    welcome="唔使客氣。仲有嘢要辦，隨時再問我；祝你順利。",
    despair="聽到你咁講，我好擔心你。唔好一個人頂：而家就打個電話畀信得過嘅人，"
    "或者打全國心理援助熱線 12356；有危險即刻打 120 或者 110。"
    "爭人錢、執笠都有辦法一步步搞掂，等你好返啲，我陪你逐樣睇。",
    invalid_empty="我見唔到問題。請用一句講下你想辦咩，例如「開奶茶舖要辦咩牌」。",
    invalid_long="內容太長喇（超過 5,000 字）。請揀最緊要嘅問題，用幾句講畀我知。",
    invalid_language="我識得用普通話、粵語同英文答。請用其中一種再問一次。\n\n"
    "I can answer in Mandarin, Cantonese or English. Please ask again in one of them.",
    out_of_scope="呢件事唔係經營主體登記嘅範圍，我答唔到。可以打 12345 問，佢哋會轉畀負責嘅部門；"
    "開舖、開公司、改執照、許可、註銷呢啲，隨時問我。",
    unanswerable="呢樣嘢冇人可以預先保證，又或者唔可以對外講，我都唔可以估。"
    "條件、材料同時限我可以講清楚；自己單嘢去到邊登入一網通睇，公司嘅現況上國家企業信用信息公示系統查，或者打 12345。",
    illegal="咁做係違法，我唔可以幫手，對你嘅風險都好大：畀人查到輕則罰款、吊銷執照，重則要負刑事責任。",
    lawful_way="想合法咁辦，請睇：[{title}]({url})，我可以一步步講畀你聽。",
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
