"""English."""

from __future__ import annotations

import re

from knowledge.language import Language
from knowledge.languages.en.marks import MARKS
from knowledge.languages.en.wording import WORDING
from knowledge.scripts import HAN, LATN

_COMMON = frozenset(
    ["a", "an", "the", "i", "you", "he", "she", "we", "they", "it", "my", "your", "our", "their", "me", "us", "them", "is", "are", "am", "was", "were", "be", "been", "do", "does", "did", "can", "could", "will", "would", "shall", "should", "must", "may", "might", "have", "has", "had", "to", "of", "in", "on", "at", "for", "from", "with", "by", "about", "and", "or", "but", "if", "so", "not", "no", "yes", "how", "what", "when", "where", "which", "who", "why", "this", "that", "these", "those", "there", "here", "get", "need", "want", "open", "close", "register", "change", "apply", "business", "company", "shop", "licence", "license", "permit", "fee", "cost", "tax", "address", "name", "hello", "hi", "thanks", "thank", "please", "guangzhou", "china", "food", "stall", "start", "set", "up", "any", "as", "into", "out", "just", "only", "more", "than", "then", "also", "into", "over", "after", "before", "under", "let", "know", "help", "work", "run", "make", "pay", "paid", "office", "legal", "rep", "capital", "shareholder", "director", "annual", "report", "llc", "branch", "fine", "free", "long", "much", "many", "day", "days", "ok", "new", "old", "time", "deadline", "notice", "hire", "staff", "social", "insurance", "creditor", "creditors", "claim", "liquidation", "seal", "chop", "invoice", "bank", "account", "share", "shares", "transfer", "owner", "investor", "foreign", "partner", "partnership", "restaurant", "cafe", "hotel", "documents", "papers", "steps", "penalty", "online", "lost", "move", "renew", "closing", "opening", "registration", "reduction", "increase", "yearly", "list", "removal", "landlord", "lease", "fire", "safety", "hygiene", "tobacco", "ever", "never", "always", "again", "already", "still", "yet", "soon", "later", "now", "today", "tomorrow", "yesterday", "week", "weeks", "month", "months", "year", "years", "hour", "hours", "last", "next", "first", "second", "third", "one", "two", "three", "four", "five", "ten", "half", "both", "each", "every", "all", "some", "none", "other", "another", "same", "different", "such", "own", "very", "too", "quite", "really", "maybe", "enough", "while", "until", "since", "without", "within", "between", "against", "during", "through", "because", "though", "although", "whether", "either", "neither", "nor", "per", "extra", "versus", "vs", "price", "prices", "money", "cash", "amount", "sum", "rent", "debt", "debts", "loan", "paper", "copy", "copies", "original", "form", "forms", "letter", "letters", "stamp", "sign", "signed", "signature", "file", "filed", "filing", "send", "sent", "bring", "brought", "take", "took", "taken", "give", "gave", "given", "keep", "kept", "put", "say", "said", "says", "tell", "told", "ask", "asked", "asking", "answer", "answers", "think", "thought", "see", "saw", "seen", "look", "looking", "find", "found", "go", "going", "gone", "went", "come", "came", "coming", "buy", "bought", "sell", "selling", "sold", "use", "used", "using", "call", "called", "try", "tried", "turn", "turned", "leave", "left", "wait", "waiting", "wrong", "right", "true", "false", "good", "bad", "big", "small", "little", "few", "less", "most", "least", "best", "better", "cheap", "expensive", "easy", "hard", "possible", "allowed", "required", "needed", "necessary", "approval", "approve", "approved", "reject", "rejected", "refused", "refuse", "permission", "allow", "inspect", "inspection", "check", "checked", "people", "woman", "boss", "worker", "workers", "employee", "employees", "friend", "wife", "husband", "mother", "father", "son", "daughter", "brother", "sister", "family", "customer", "customers", "agent", "agency", "accountant", "lawyer", "clerk", "counter", "window", "offices", "bureau", "court", "police", "government", "city", "district", "street", "room", "floor", "flat", "house", "home", "building", "unit", "place", "premises", "warehouse", "factory", "market", "store", "stores", "clinic", "school", "salon", "hair", "nail", "pet", "beauty", "massage", "gym", "truck", "taxi", "car", "goods", "stock", "product", "products", "milk", "tea", "coffee", "bread", "cake", "meat", "fish", "fruit", "rice", "website", "web", "app", "phone", "email", "photo", "picture", "scan", "face", "passport", "visa", "card", "number", "date", "expired", "expire", "expires", "valid", "lapse", "lapsed", "anyone", "someone", "somebody", "anybody", "everyone", "everything", "something", "anything", "nothing", "whose", "whom", "mine", "yours", "ours", "theirs", "himself", "itself", "don", "doesn", "didn", "isn", "aren", "wasn", "weren", "won", "can't", "cannot", "couldn", "wouldn", "shouldn", "hasn", "haven", "i'm", "i've", "it's", "that's", "what's", "who's", "there's", "let's", "promoters", "agreement", "minutes", "resolution", "articles", "candidate", "wants", "promised", "issued", "insists", "figures", "agent's", "fault", "published", "overseas", "fails", "plain", "raw", "herbs", "prepared", "management", "catering", "service", "corner", "inside", "supervisor", "manager", "mentor", "owner's", "stake", "stakes", "contract", "contracts", "merge", "merged", "split", "convert", "converted", "switch", "joint", "limited", "unchanged"]
)  # fmt: skip
_ELSEWHERE = frozenset(
    ["je", "vous", "nous", "est", "les", "des", "une", "pour", "avec", "dans", "comment", "quiero", "para", "como", "una", "los", "las", "por", "que", "necesito", "ich", "und", "der", "das", "ist", "nicht", "wie", "eine", "möchte", "saya", "untuk", "bagaimana", "yang", "di", "tôi", "muốn", "của", "không", "làm", "thế", "nào", "quero", "abrir", "uma", "como", "fazer", "mitt", "jag", "och", "att", "vill", "il", "un", "una", "che", "come", "per", "sono", "bonjour", "hola", "merci", "gracias"]
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+(?:'[a-z]+)?")

_SPELLINGS = (
    (re.compile(r"licens(e[ds]?|ing)\b"), r"licenc\1"),
    (re.compile(r"(?<![a-z])([a-z]{3,})iz(e[ds]?|ing|ation)\b"), r"\1is\2"),
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
    wording=WORDING,
    marks=MARKS,
)
