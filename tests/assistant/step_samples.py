"""Made-up facts, queries and hits, as the tests of the steps need them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assistant.types import Query
from knowledge.passages import Hit, Passage, PassageKind
from knowledge.types import Aspect, Basis, Fact, Grade, Procedure

TODAY = date(2026, 11, 23)
TEXTS = {"zh": "公示20日。", "yue": "公示20日。", "en": "The notice lasts 20 days."}


def fact(identity: str = "rule#a", **rest: object) -> Fact:
    given = {
        "texts": TEXTS,
        "basis": (Basis("市场主体登记管理条例", "第三十三条"),),
        "aspects": (Aspect.TIME,),
        "procedures": ("p",),
        "url": "/policies/rule#a",
    }
    return Fact(id=identity, **{**given, **rest})  # type: ignore[arg-type]


def procedure(identity: str = "p", **rest: object) -> Procedure:
    none = (), (), (), (), (), ()
    known = Procedure(identity, "exit", Grade.A, None, TEXTS, {}, TEXTS, {}, *none)
    return replace(known, **rest)  # type: ignore[arg-type]


def query(text: str = "要多久", code: str = "zh", script: str = "hans", **rest: object) -> Query:
    given: dict[str, object] = {
        "aspects": (Aspect.TIME,),
        "terms": (),
        "kinds": (),
        "said": text,
        "search": text,
    }
    given["outright"] = rest.get("aspects", given["aspects"])
    return Query(text, code, script, **{**given, **rest})  # type: ignore[arg-type]


def hit(identity: str, dense: float, **rest: object) -> Hit:
    given = {"kind": PassageKind.QUESTION, "language": "zh", "text": identity}
    passage = Passage(id=identity, **{**given, **rest})  # type: ignore[arg-type]
    return Hit(passage, dense, dense, dense)
