"""What is always said the same way in English."""

from __future__ import annotations

from knowledge.language import Wording
from knowledge.types import Aspect

WORDING = Wording(
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
    defined="{term}: {says}",
    again="Yes, these are the rules, each with its source:",
    shortly="In short:",
    also="And on {title}:",
    variant="{title} ({name})",
    link="Go to: [{title}]({url}) (as of {date})",
    taken_as="This takes your question to be about “{title}”.",
    or_else="Something else? See {titles}.",
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
    welcome="You are welcome. Ask again whenever something comes up. Good luck!",
    despair="I am worried about you. Please do not carry this alone: call somebody you trust now, "
    "or the national crisis line 12356; in danger call 120 (ambulance) or 110 (police) at once. "
    "Debts and closing a business can be dealt with step by step, and I will help with each.",
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
    "guess. I can explain conditions, papers and time limits. Your own filing shows in Yiwangtong "
    "(一网通), a company's status in the national publicity system; or call 12345.",
    illegal="That would be against the law and I cannot help with it. It can bring a fine, cost you "
    "the licence, or lead to prosecution.",
    lawful_way="To do it lawfully, see [{title}]({url}); I can take you through it.",
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
