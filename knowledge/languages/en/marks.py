"""What tells in English what a message is about."""

from __future__ import annotations

import re

from knowledge.language import Marks, asking_for, made_of
from knowledge.places import HERE_LATIN
from knowledge.types import Aspect

# Who fears a crime, or asks what it brings, wants no help with it.
_FEARS = r"\bfined\b|\ba fine\b|\bfines\b|penalt|punish|caught|report|by mistake|accident"


MARKS = Marks(
    aspects={
        Aspect.TIME: re.compile(
            r"how long|how quick|how often|longest|before or after|how many (?:working |business )?(?:days|weeks|months|years|hours)|how soon|how fast|\bwhen(?:'s)?(?: (?:do|does|is|are|am|must|should|can|could|will|would|did|to|exactly)\b|\?|$)|deadline"
            r"|time ?(?:limit|frame|line)|by when|processing time|turnaround|same day|too late|expire"
        ),
        Aspect.FEE: re.compile(
            r"how much|cost|fee\b|fees|price|\bfree\b|charge|\bpay\b(?! (?:up|in|tax))|expensive|money do"
        ),
        Aspect.MATERIALS: re.compile(
            r"\bdocuments?|\bpapers?\b|paperwork|materials|what (?:do|should|must) (?:i|we) (?:need|have|bring|submit|prepare|hand|sign|show|file)|bring|checklist"
            r"|\bforms?\b|submit|provide|originals?|copies"
        ),
        Aspect.STEPS: re.compile(
            r"how (?:do|can|would|should|to)\b|want to|wants to|need to do|would like to|steps?|process|procedure|what do i do|first step|next step|walk me|guide me|apply for"
        ),
        Aspect.WHERE: re.compile(
            r"\bwhere\b|which (?:office|site|website|counter|app|department|bureau|platform)|website|\blink\b|\burl\b|online\?|portal"
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
            r"|^(?!.*\b(?:what|how|which|who|whose|where|when|why)\b).{8,}\?$"
        ),
    },
    greeting=made_of(
        "never_mind nevermind forget_it hi hello hey yo good morning afternoon evening day night thanks thank you thx "
        "cheers ta bye goodbye ok okay great perfect lovely got it noted many so very "
        "much a_lot again everyone there sir madam dear that that's helps help for the "
        "your how_are today understood all clear nice_to_meet is_anyone is_anybody are "
        "appreciated appreciate this for_now nothing_else no_more questions all_done i'm_done i'm_good how_is_it_going"
    ),
    thanks=re.compile(
        r"\b(?:never ?mind|forget it|thank\w*|thx|cheers|ta|bye|goodbye|appreciated?|done|nothing else|all for now)\b"
    ),
    about_us=re.compile(
        r"(?:(?:hi|hello|hey|so|and|sorry|ok|okay|thanks|thank you)[, ]*){0,3}(?:(?:who|what) (?:are|r) (?:you|u)(?: exactly)?|what(?:'s| is) your name"
        r"|are you (?:an? )?(?:bot|robot|human|real(?: person)?|person|ai|machine|chatbot)(?: or (?:an? )?\w+)?"
        r"|what (?:can|do) you (?:do|help with|know|answer)(?: for me)?|what can (?:i|we) ask(?: you)?|how can you help(?: me)?)\W*"
    ),
    bare=made_of(
        "yes no please_answer just answer simply or why really seriously sure true is it that this right how much long many does do did it take cost costs fee fees free "
        "what what's next then and so but where when who which can could would you i we me help please to go need want "
        "have ask asking about a an the question questions know tell say documents document papers paper paperwork bring "
        "steps step first process requirements conditions for of there any some something my are you with just like "
        "if without don't didn't never late penalty penalties fine fined risk happen happens wait longer after before days time price expensive pay get started start should must now ok okay excuse"
    ),
    doubts=made_of(
        "why really seriously sure you are true that is it right correct says who which law rule what's the basis so and but no way how come"
    ),
    simpler=made_of(
        "i do not don't didn't can't cannot understand get it simpler simply simple shorter short in plain words english explain again that please can could would you "
        "make tell me say too long complicated much what does mean do so is it a one sentence only the point yes no or just answer summary summarise summarize"
    ),
    no=re.compile(r"\bnot (?:an? |the )?"),
    crime=re.compile(
        rf"^(?!.*(?:{_FEARS}|prevent|avoid|anti|against))(?:.*)(?:"
        r"\b(?:how (?:to|can i|do i|could i)|help me|want to|way to) (?:evade|dodge|cheat on) (?:my |the |paying )?tax|\blaunder (?:some |my |the )?(?:money|cash)\b(?! register)"
        r"|\b(?:sell|rent out|lend) (?:you )?(?:my |our |the |a |an |some )?(?:old |spare |empty |company'?s? |business |corporate ){0,2}bank (?:accounts?|cards?)\b(?! reader)"
        r"|(?:want to|how (?:to|do i|can i)|where (?:to|do i|can i)|help me) (?:sell|buy|import|get|source) (?:some )?(?:fake|counterfeit|smuggled|replica) (?:cigarettes|liquor|medicine|drugs|bags|goods|wine|maotai|brands?)"
        r"|\b(?:open|start|run|set up) (?:a |an |my )?(?:brothel|(?:underground |illegal )?(?:casino|gambling (?:den|house|hall)))"
        r")"
    ),
    forged=re.compile(
        rf"^(?!.*(?:{_FEARS}|scam|tricked|don't|do not|check|spot|avoid|recogni))(?:.*)(?:"
        r"\b(?:get|buy|make|need|want|sell) (?:me )?(?:a |an )?fake (?:business )?(?:licen[cs]e|certificate|permit|id|seal|chop|lease|contract|fapiao|invoice|health)"
        r")"
    ),
    reports=re.compile(
        r"^(?!.*(?:what happens|how long|how soon|will (?:i|they|he|she|it)|can (?:somebody|someone|anybody|anyone) other|reported|if i report))(?:.*)(?:\breport (?:a|an|some|someone|somebody|another|this|that|the|my|our|their|him|her|them|people|shops?|companies)\b.{0,40}\b(?:fake|forged|false|illegal\w*|unlicen[cs]ed|without|fraud\w*|cheat\w*|who|that|which|for)\b"
        r"|\b(?:where|how|who) (?:can|do|should|to) (?:i |we )?(?:report|denounce) (?:a|an|some|someone|somebody|another|him|her|them|fake|fraud|illegal|unlicen[cs]ed)\b(?! (?:change|annual|tax|income|figures|update)))"
    ),
    distress=re.compile(
        r"kill(?:ing)? myself|suicid|can'?t go on(?! (?:the|your|to|my|this|that|with|a|holiday)\b)|end it all|want to die|end my life|no reason to live|(?:feel|feeling) (?:so |completely |totally )?hopeless"
    ),
    injection=re.compile(
        r"(?:ignore|disregard|forget) .{0,30}(?:instruction|prompt|rule|above|guideline)|(?:system|hidden|initial) (?:prompt|instruction)|you are now|pretend (?:to be|you)"
        r"|developer mode|jailbreak|(?:reveal|print|show|repeat|output) (?:me )?your (?:prompt|instructions|rules|guidelines|configuration)|\bact as an? (?:unrestricted|different|evil|free|ai|language|hacker)|repeat the (?:text|words) above"
    ),
    illegal=re.compile(
        r"(?<!don't want )(?<!against )\bfake|\bforge[drys]?\b|forging|counterfeit|\bbrib|under the table|red packet|\b(?:borrow|rent|lend|use)(?:ing)? .{0,24}(?:licen[cs]e|permit|certificate|\bid\b)|grease|backhander|kickback"
        r"|\bbuy(?:ing)? .{0,16}(?:licen[cs]e|address proof|lease|certificate|permit)|someone else'?s|evad|dodg|launder|\bhid(?:e|ing)\b|photoshop|without (?:him|her|them|his|her|their) know"
        r"|sign (?:for|as) (?:him|her|my)|\bpretend|back ?door|made[ -]up|make up|off the books|two sets of books|get (?:away|around|round)|avoid (?:tax|inspection|the)|not get caught|backdat|nominee"
    ),
    handoff=re.compile(
        r"(?:speak|talk|connect|transfer|put me).{0,20}(?:human|person|officer|agent|someone|somebody|staff|operator|manager|supervisor)|real (?:person|human)|\bhuman\b|complain|someone (?:senior|in charge)|can'?t get through|(?:nobody|no ?one) (?:answers|picks up)|hotline .{0,12}busy|\bmanager\b|report (?:him|her|them|a|an|the)"
    ),
    anger=re.compile(
        r"rejected (?:twice|again|three|\d)|sent (?:me )?(?:back|away)|fed up|ridiculous|third time|second time|every time|sick of|waste of|unacceptable|runaround|useless|again and again"
    ),
    unanswerable=re.compile(
        r"will .{0,30}(?:be approved|get approved|approve|pass|be granted|be rejected)|guarantee|promise|\bodds\b|chances?\b|phone number|home address|mobile number|\bwho (?:owns|reported|complained|is the (?:owner|boss))"
        r"|predict|forecast|how much (?:will|can|could) (?:i|we) (?:earn|make)|profit|future|next year|inside (?:info|tip)|(?:whether|if) (?:my|our) \w+ (?:has|was|is|got)\b.{0,12}(?:approved|through|ready|done|passed)|status of my|my application .{0,20}(?:yet|status|progress)|has (?:my|mine)"
    ),
    out_of_scope=re.compile(
        r"\bvisas?\b|work permit|residence permit|passport|school|kindergarten|weather|driving licen[cs]e|driver'?s licen[cs]e|number plate"
        r"|hospital|doctor|medical insurance|(?:marriage|divorce) (?:certificate|registration|papers)|get(?:ting)? (?:married|divorced)|buy (?:a |an )?(?:flat|house|apartment)|mortgage|\bflights?\b|train ticket|restaurant near|recipe|personal tax|income tax refund|hukou|stocks?\b|homework|translate|write (?:me )?(?:a|an|some) (?:poem|code|essay|script)|refund|lawsuit|sue\b|movie|football"
        r"|^(?!.*guangzhou).*\b(?:pudong|shenzhen|foshan|dongguan|shanghai|beijing|zhuhai|hong kong|macau|singapore|london|chengdu|hangzhou|dubai|delaware)\b(?! (?:road|lu|street))"
    ),
    elsewhere=re.compile(
        rf"^(?!.*(?:{HERE_LATIN}|\bmov|relocat)).*(?:regist\w+|open|set up|start|incorporat\w+|counter|office) .{{0,30}}\b(?:in|at) (?:shenzhen|foshan|dongguan|shanghai|pudong|beijing|zhuhai|singapore|london|chengdu|hangzhou)\b(?! (?:road|lu|street))"
        rf"|^(?!.*(?:{HERE_LATIN}|\bmov|relocat)).*\b(?:shenzhen|foshan|dongguan|shanghai|pudong|beijing|zhuhai|chengdu|hangzhou) (?:office|counter|registry|bureau|amr)\b"
    ),
    asks_for=asking_for(
        "英文 英语 english",
        "in please can could would you answer reply speak say that it_again again write to me i want prefer use now switch the the_answer",
    ),
    follow_up=re.compile(
        r"^(?:and|what about|how about|then|so|but|also|ok(?:ay)?,? (?:and|but|so)|how long|how much|where|is it|does it|do they|what if|that|it|which)\b"
    ),
    leaves=re.compile(
        r"^(?:no|nope|sorry|actually|wait|ok|okay|well)?[,. ]*(?:forget (?:it|that|about (?:it|that))|never ?mind|scrap that|(?:a |an )?(?:different|another|new) (?:question|topic|matter)"
        r"|change of (?:topic|subject)|moving on|let'?s talk about)\b[,.:;! ]*"
    ),
    corrects=re.compile(
        r"^(?:no|nope|sorry|actually|wait|well)?[,. ]*(?:i (?:mean|meant|was asking|am asking)|i'm asking)\b(?: about)?[,.: ]*"
    ),
    wish=re.compile(
        r"\?|\b(?:wants?|wanna|need|wish|would|like to|plan(?:ning)?|looking|appl(?:y|ying)|please|help|can|could|should"
        r"|may|must|how|what|which|where|when|who|why|do (?:i|we)|is (?:it|there)|going to|thinking|trying)\b"
    ),
    defines=re.compile(
        r"what(?:'s| is| are| does| do)\b(?! (?:the |my )?(?:fee|cost|price|time|deadline|penalt|next|first))|meaning|mean\b|define|explain what"
    ),
    dated=re.compile(
        r"\b(?:used to|previous(?:ly)?|in the past|(?:old|new|current|former) (?:rules?|laws?|regulations?|company law)"
        r"|still (?:the|true|need|have|require|required|apply|allowed|valid)|since when|from when|when did|came into force"
        r"|take effect|effective|no longer|any ?more|next year|last year|abolished|changed)\b"
    ),
    connective=re.compile(
        r"\balso\b|as well as|\band (?=(?:add|change|move|open|close|get|register|remove|increase|reduce|update|transfer|replace|hire|apply)\b)|\band (?:also|then|how|what|where|do|can)\b|at the same time|plus\b|another (?:question|thing)"
    ),
    verdict=re.compile(
        r"(?:yes|no|not (?:always|quite|necessarily|any more)|it depends|usually|only if)[,.:;] ?"
    ),
)
