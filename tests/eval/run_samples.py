"""Made-up replies of a run, as the tests of its figures and its page need them."""

from __future__ import annotations

from datetime import date

from assistant.trace import Trace
from assistant.types import Answer, Citation, Outcome, ProcedureCard, ProcedureLink
from eval.report.page import Run
from eval.types import Case, Scored
from knowledge.passages import Passage, PassageKind
from knowledge.types import Aspect

DAY = date(2026, 11, 23)
HOSTILE = "<script>alert('x')</script> & \"公司\""
PASSAGES = {
    "p#ask.0": Passage(
        "p#ask.0", PassageKind.QUESTION, "zh", f"要多久 {HOSTILE}", procedures=("pause",)
    ),
    "c": Passage("c", PassageKind.COMPLAINT, "yue", "點解咁耐", procedures=("close",)),
}


def scored(
    identity: str,
    wanted: str = "pause",
    got: str | None = "pause",
    confidence: float = 0.9,
    seconds: float = 0.02,
    lang: str = "zh",
    question: str = "停业要多久",
    **scores: float,
) -> Scored:
    """A reply to one message; its scores are those named, and whether the procedure is right."""
    case = Case(
        id=identity,
        lang=lang,
        script={"zh": "hans", "yue": "hant", "en": "latn"}[lang],
        question=question,
        procedures=(wanted,),
        aspects=(Aspect.TIME,),
        facts=(("30日", "三十天"), ("3年",)),
        note=question,
    )
    (turn,) = case.messages()
    card = ProcedureCard(id=got, title=got, url=f"/procedures/{got}") if got else None
    answer = Answer(
        id="1",
        session=None,
        language=lang,
        script=case.script,
        outcome=Outcome.ANSWERED if got else Outcome.NO_EVIDENCE,
        aspects=(Aspect.FEE,),
        text=f"最长停30日。[S1]\n\n{question}",
        procedure=card,
        alternatives=(ProcedureLink(id=wanted, title=wanted, url="/"),),
        citations=(Citation(label="S1", title="试行条例", article="第二条", says="x"),),
        as_of=DAY,
        confidence=confidence,
    )
    trace = Trace({"search": 0.01}, [("p#ask.0", 0.5), ("c", 0.4), ("gone", 0.3)])
    right = {"right_at_1": float(got == wanted)}
    return Scored(case, 0, turn, answer, {**right, **scores}, ("3年",), seconds, trace)


def run_of(*results: Scored) -> Run:
    """A run of these replies, all of one set."""
    return Run(
        results,
        sets={one.case.id: "blind" for one in results},
        titles={"pause": "歇业备案", "close": "注销"},
        passages=PASSAGES,
        day=DAY,
    )
