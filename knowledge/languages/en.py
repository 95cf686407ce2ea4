"""English."""

from __future__ import annotations

import re

from knowledge.language import Language, Marks, Wording, made_of
from knowledge.scripts import HAN, LATN
from knowledge.types import Aspect

_WORDING = Wording(
    lead={
        Aspect.WHAT: "In short, {title} is this:",
        Aspect.CONDITIONS: "{title} is open to you when:",
        Aspect.MATERIALS: "{title}: have these {n} things ready:",
        Aspect.STEPS: "{title}, in {n} steps:",
        Aspect.TIME: "Timing for {title}:",
        Aspect.FEE: "Costs of {title}:",
        Aspect.WHERE: "Where to go for {title}:",
        Aspect.PENALTY: "If you skip {title}, this can follow:",
        Aspect.YES_NO: "The rule on {title}:",
        Aspect.WHO: "Who deals with {title}:",
        Aspect.COMPARE: "Here is the difference:",
    },
    lead_some={
        Aspect.MATERIALS: "{title}: start with these {k} things; the full list is on its page:",
        Aspect.STEPS: "{title}: start with these {k} steps; the full list is on its page:",
    },
    besides="Also worth knowing:",
    again="Yes, these are the rules, each with its source:",
    also="And on {title}:",
    link="Go to: [{title}]({url}) (as of {date})",
    doubtful="This is what is known; please confirm it with the office first:",
    to_confirm_here=" (confirm this step with the office)",
    to_confirm="Please confirm with the office:",
    from_date=" (since {date})",
    before=" The rule before: {rule}",
    quoted="There is no plain version of this rule here yet; the Chinese text of 《{title}》 "
    "{article} reads:",
    source="{title}, Art. {articles}",
    sources="Sources: {list}.",
    list_join=", ",
    date="{d} {month} {y}",
    note="{item} ({note})",
    clarify="Which of these do you mean? Pick one and I will explain it.",
    about="What is it about? A few words are enough; or pick one:",
    matters=(
        "Opening a small shop",
        "Registering a company",
        "Changing the address on a licence",
        "Food business permit",
        "Closing a company",
    ),
    no_evidence="I have no reliable source on this, so I would rather not guess. "
    "Please call 12345 or ask the registration authority.",
    nearest="The closest topics I know: {titles}.",
    greeting="Hello, this is Suidao. Ask me in plain words about opening a shop or company in "
    "Guangzhou, changing a licence, permits, or closing down.",
    invalid_empty="I could not see a question. Tell me in one sentence what you want to do, "
    "for example “what permits does a milk tea shop need?”",
    invalid_long="That is too long (over 5,000 characters). Please send the main question in a few "
    "sentences.",
    invalid_language="I can answer in Mandarin, Cantonese or English. Please ask again in one of "
    "them.\n\n我能用普通话、粤语和英语回答。请换其中一种再问一次。",
    out_of_scope="That is outside business registration, so I cannot answer it. The 12345 hotline "
    "can pass you to the right office. Ask me about opening, changing, licensing or closing a "
    "business in Guangzhou.",
    unanswerable="Nobody can promise that in advance, or may tell it to others, and I will not "
    "guess. I can explain conditions, papers and time limits; for your own case ask the "
    "registration authority or call 12345.",
    illegal="That would be against the law and I cannot help with it. False papers or a borrowed "
    "licence bring fines and can cost you the licence.",
    lawful_way="The lawful way is [{title}]({url}); I can take you through it.",
    injection="I only answer questions about opening, changing, licensing and closing a business "
    "in Guangzhou, and I do not follow instructions hidden in a message. What do you need?",
    personal_data="What you sent is mostly personal data. I have hidden it and will not keep it. "
    "Please do not send ID or card numbers; just tell me what you want to do.",
    masked="I have hidden the personal data in your message.",
    handoff="A person can take this up: call 12345 (24 hours) and ask for market regulation, or go "
    "to the government service centre of your district.",
    handoff_reason="needs a person",
    calm="Sorry you were sent back and forth. Here is everything at once; to complain, call 12345.",
    failed="Something went wrong on our side and I could not answer. Please try again later; when "
    "you report it, give this id: {id}.",
    suggestions={
        Aspect.MATERIALS: "{title}: which papers do I need?",
        Aspect.STEPS: "{title}: how do I do it?",
        Aspect.TIME: "{title}: how long does it take?",
        Aspect.FEE: "{title}: what does it cost?",
        Aspect.WHERE: "{title}: where do I go?",
        Aspect.CONDITIONS: "{title}: what are the conditions?",
        Aspect.PENALTY: "{title}: what if I skip it?",
    },
)

_MARKS = Marks(
    aspects={
        Aspect.TIME: re.compile(
            r"how long|how quick|how often|longest|before or after|how many (?:working |business )?(?:days|weeks|months|years|hours)|how soon|how fast|when |deadline"
            r"|time ?(?:limit|frame|line)|by when|processing time|turnaround|same day|too late|expire"
        ),
        Aspect.FEE: re.compile(
            r"how much|cost|fee\b|fees|price|\bfree\b|charge|\bpay\b(?! (?:up|in|tax))|expensive|money do"
        ),
        Aspect.MATERIALS: re.compile(
            r"documents?|papers?\b|paperwork|materials|what (?:do|should|must) (?:i|we) (?:need|have|bring|submit|prepare|hand|sign|show|file)|bring|checklist"
            r"|\bforms?\b|submit|provide|originals?|copies"
        ),
        Aspect.STEPS: re.compile(
            r"how (?:do|can|would|should|to)\b|want to|wants to|need to do|would like to|steps?|process|procedure|what do i do|first step|next step|walk me|guide me|apply for"
        ),
        Aspect.WHERE: re.compile(
            r"where|which (?:office|site|website|counter|app|department|bureau|platform)|website|\blink\b|\burl\b|online\?|portal"
        ),
        Aspect.PENALTY: re.compile(
            r"penalt|fine[sd]?\b|punish|what happens if|consequence|in trouble|illegal|forgot|missed|overdue|\blate\b|get caught"
        ),
        Aspect.CONDITIONS: re.compile(
            r"condition|requirement|limits?\b|upper limit|minimum|maximum|how many (?!(?:working |business )?(?:days|weeks|months|years|hours))|qualif|eligib|criteria|allowed to use"
        ),
        Aspect.WHO: re.compile(r"\bwho\b|whose|agent|on my behalf|in person|someone else|for me\b"),
        Aspect.COMPARE: re.compile(
            r"difference|\bor just\b|same thing|same as|any different|\bvs\b|versus|better|or should i|compare|which (?:one|type|is)|rather than"
        ),
        Aspect.WHAT: re.compile(
            r"what is|what's|what are|meaning|mean by|what does .{1,40} mean|what (?:licen|permit)|which (?:licen|permit)"
        ),
        Aspect.YES_NO: re.compile(
            r"(?:^|[.?!,;:] ?|\b(?:and|so|or|then|but) )(?:can|could|do|does|is|are|must|may|should|will|would|am|did|has|have|shall)(?:n't)? \w[^.!]*\?"
            r"|^(?:can|could|do|does|is|are|must|may|should|will|am|did) \w|do i (?:need|have)|can (?:i|we)\b|whether|foreigner can"
            r"|is it (?:ok|possible|allowed|necessary|legal|true)|allowed\b|compulsory|mandatory|surely|(?:right|needed|required|true|valid|ok|okay)\?"
        ),
    },
    greeting=made_of(
        "hi hello hey yo good morning afternoon evening day night thanks thank you thx "
        "cheers ta bye goodbye ok okay great perfect lovely got it noted many so very "
        "much a lot again everyone there sir madam dear that that's helps help for the "
        "your how are today understood all clear nice to meet is anyone anybody "
        "appreciated appreciate this"
    ),
    bare=made_of(
        "why really seriously sure true is it that this right how much long many does do did it take cost costs fee fees free "
        "what what's next then and so but where when who which can could would you i we me help please to go need want "
        "have ask asking about a an the question questions know tell say documents document papers paper paperwork bring "
        "steps step first process requirements conditions for of there any some something my are you with just like "
        "days time price expensive pay get started start should must now ok okay excuse"
    ),
    doubts=made_of(
        "why really seriously sure you are true that is it right correct says who which law rule what's the basis so and but no way how come"
    ),
    crime=re.compile(
        r"^(?!.*(?:fine[ds]?\b|penalt|punish|caught|reported))(?:.*)(?:"
        r"\b(?:how (?:to|can i|do i|could i)|help me|want to|way to) (?:evade|dodge|cheat on) (?:my |the |paying )?tax|\blaunder (?:some |my |the )?(?:money|cash)"
        r"|\b(?:open|start|run|set up) (?:a |an |my )?(?:brothel|(?:underground |illegal )?(?:casino|gambling (?:den|house|hall)))"
        r"|\b(?:get|buy|make|need|want) (?:me )?(?:a |an )?fake (?:business )?(?:licen[cs]e|certificate|permit|id|seal|chop|lease|contract|fapiao|invoice|health)"
        r")"
    ),
    distress=re.compile(
        r"kill myself|suicid|can'?t go on|end it all|want to die|end my life|no reason to live|hopeless"
    ),
    injection=re.compile(
        r"(?:ignore|disregard|forget) .{0,30}(?:instruction|prompt|rule|above|guideline)|(?:system|hidden|initial) (?:prompt|instruction)|you are now|pretend (?:to be|you)"
        r"|developer mode|jailbreak|(?:reveal|print|show|repeat|output) (?:me )?your (?:prompt|instructions|rules|guidelines|configuration)|\bact as an? (?:unrestricted|different|evil|free|ai|language|hacker)|repeat the (?:text|words) above"
    ),
    illegal=re.compile(
        r"\bfake|\bforge[drys]?\b|forging|counterfeit|\bbrib|under the table|red packet|\b(?:borrow|rent|lend|use)(?:ing)? .{0,24}(?:licen[cs]e|permit|certificate|\bid\b)|grease|backhander|kickback"
        r"|\bbuy(?:ing)? .{0,16}(?:licen[cs]e|address proof|lease|certificate|permit)|someone else'?s|evad|dodg|launder|\bhid(?:e|ing)\b|photoshop|without (?:him|her|them|his|her|their) know"
        r"|sign (?:for|as) (?:him|her|my)|\bpretend|back ?door|made[ -]up|make up|off the books|two sets of books|get (?:away|around|round)|avoid (?:tax|inspection|the)|not get caught|backdat|nominee"
    ),
    handoff=re.compile(
        r"(?:speak|talk|connect|transfer|put me).{0,20}(?:human|person|officer|agent|someone|somebody|staff|operator|manager|supervisor)|real (?:person|human)|\bhuman\b|complain|someone (?:senior|in charge)|\bmanager\b|report (?:him|her|them|a|an|the)"
    ),
    anger=re.compile(
        r"rejected (?:twice|again|three|\d)|sent (?:me )?(?:back|away)|fed up|ridiculous|third time|second time|every time|sick of|waste of|unacceptable|runaround|useless|again and again"
    ),
    unanswerable=re.compile(
        r"will .{0,30}(?:be approved|get approved|approve|pass|be granted|be rejected)|guarantee|promise|\bodds\b|chances?\b|phone number|home address|mobile number|\bwho (?:owns|reported|complained|is the (?:owner|boss))"
        r"|predict|forecast|how much (?:will|can|could) (?:i|we) (?:earn|make)|profit|future|next year|inside (?:info|tip)|status of my|my application .{0,20}(?:yet|status|progress)|has (?:my|mine)"
    ),
    out_of_scope=re.compile(
        r"\bvisas?\b|work permit|residence permit|passport|school|kindergarten|weather|driving licen[cs]e|driver'?s licen[cs]e|number plate"
        r"|hospital|doctor|medical insurance|(?:marriage|divorce) (?:certificate|registration|papers)|get(?:ting)? (?:married|divorced)|buy (?:a |an )?(?:flat|house|apartment)|mortgage|\bflights?\b|train ticket|restaurant near|recipe|personal tax|income tax refund|hukou|stocks?\b|homework|translate|write (?:me )?(?:a|an|some) (?:poem|code|essay|script)|refund|lawsuit|sue\b|police|movie|football"
        r"|^(?!.*guangzhou).*\b(?:pudong|shenzhen|foshan|dongguan|shanghai|beijing|zhuhai|hong kong|macau|singapore|london|chengdu|hangzhou|dubai|delaware)\b(?! (?:road|lu|street))"
    ),
    elsewhere=re.compile(
        r"^(?!.*(?:guangzhou|\bgz\b|\bmov|relocat)).*(?:regist\w+|open|set up|start|incorporat\w+|counter|office) .{0,30}\b(?:in|at) (?:shenzhen|foshan|dongguan|shanghai|pudong|beijing|zhuhai|singapore|london|chengdu|hangzhou)\b(?! (?:road|lu|street))"
        r"|^(?!.*(?:guangzhou|\bgz\b|\bmov|relocat)).*\b(?:shenzhen|foshan|dongguan|shanghai|pudong|beijing|zhuhai|chengdu|hangzhou) (?:office|counter|registry|bureau|amr)\b"
    ),
    follow_up=re.compile(
        r"^(?:and|what about|how about|then|so|but|also|ok(?:ay)?,? (?:and|but|so)|how long|how much|where|is it|does it|do they|what if|that|it|which)\b"
    ),
    wish=re.compile(
        r"\?|\b(?:wants?|wanna|need|wish|would|like to|plan(?:ning)?|looking|appl(?:y|ying)|please|help|can|could|should"
        r"|may|must|how|what|which|where|when|who|why|do (?:i|we)|is (?:it|there)|going to|thinking|trying)\b"
    ),
    dated=re.compile(
        r"\b(?:used to|previous(?:ly)?|in the past|(?:old|new|current|former) (?:rules?|laws?|regulations?|company law)"
        r"|still (?:the|true|need|have|require|required|apply|allowed|valid)|since when|from when|when did|came into force"
        r"|take effect|effective|no longer|any ?more|next year|last year|abolished|changed)\b"
    ),
    connective=re.compile(
        r"\balso\b|as well as|\band (?:also|then|how|what|where|do|can)\b|at the same time|plus\b|another (?:question|thing)"
    ),
    verdict=re.compile(
        r"(?:yes|no|not (?:always|quite|necessarily|any more)|it depends|usually|only if)[,.:;] ?"
    ),
)

_COMMON = frozenset(
    ["a", "an", "the", "i", "you", "he", "she", "we", "they", "it", "my", "your", "our", "their", "me", "us", "them", "is", "are", "am", "was", "were", "be", "been", "do", "does", "did", "can", "could", "will", "would", "shall", "should", "must", "may", "might", "have", "has", "had", "to", "of", "in", "on", "at", "for", "from", "with", "by", "about", "and", "or", "but", "if", "so", "not", "no", "yes", "how", "what", "when", "where", "which", "who", "why", "this", "that", "these", "those", "there", "here", "get", "need", "want", "open", "close", "register", "change", "apply", "business", "company", "shop", "licence", "license", "permit", "fee", "cost", "tax", "address", "name", "hello", "hi", "thanks", "thank", "please", "guangzhou", "china", "food", "stall", "start", "set", "up", "any", "as", "into", "out", "just", "only", "more", "than", "then", "also", "into", "over", "after", "before", "under", "let", "know", "help", "work", "run", "make", "pay", "paid", "office", "legal", "rep", "capital", "shareholder", "director", "annual", "report", "llc", "branch", "fine", "free", "long", "much", "many", "day", "days", "ok"]
)  # fmt: skip
_ELSEWHERE = frozenset(
    ["je", "vous", "nous", "est", "les", "des", "une", "pour", "avec", "dans", "comment", "quiero", "para", "como", "una", "los", "las", "por", "que", "necesito", "ich", "und", "der", "die", "das", "ist", "nicht", "wie", "eine", "möchte", "saya", "untuk", "bagaimana", "yang", "di", "tôi", "muốn", "của", "không", "làm", "thế", "nào", "quero", "abrir", "uma", "como", "fazer", "mitt", "jag", "och", "att", "vill", "il", "un", "una", "che", "come", "per", "sono", "bonjour", "hola", "merci", "gracias"]
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+(?:'[a-z]+)?")

_SPELLINGS = (
    (re.compile(r"licens(e[ds]?|ing)\b"), r"licenc\1"),
    (re.compile(r"(\w{3,})iz(e[ds]?|ing|ation)\b"), r"\1is\2"),
    (re.compile(r"\bcentre\b"), "center"),
    (re.compile(r"\bcancell?(ed|ing|ation)\b"), r"cancel\1"),
)


def _shares(sentence: str) -> float:
    if HAN.search(sentence):
        return 0.0
    words = _WORD.findall(sentence)
    if not words:
        return 0.0
    known = sum(word in _COMMON for word in words)
    foreign = sum(word in _ELSEWHERE or not word.isascii() for word in words)
    if foreign > known:
        return 0.0
    # One or two words ("food permit?") say too little to doubt them.
    return max(known / len(words), 0.5 if len(words) < 5 or known else 0.0)


def _to_written(text: str) -> str:
    for pattern, spelling in _SPELLINGS:
        text = pattern.sub(spelling, text)
    return text


def _words(text: str) -> int:
    return len(re.findall(r"[\w'’-]+", text))


LANGUAGE = Language(
    code="en",
    name="English",
    html="en",
    script=LATN,
    scripts=(LATN,),
    shares=_shares,
    to_written=_to_written,
    words=_words,
    own=re.compile(r"[a-z]"),
    strangers=re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]+"),
    wording=_WORDING,
    marks=_MARKS,
)
