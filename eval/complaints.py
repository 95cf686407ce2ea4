"""Puts a corpus, or a hotline's own export, to the assistant: what is answered badly?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from assistant.answering import Assistant
from assistant.steps.retrieve import relevance
from assistant.types import Answer, Outcome, Question
from eval.types import Case
from ingest import problems
from ingest.hotline import Record
from ingest.problems import ProblemReader
from ingest.tallies import Entry, Unanswered
from knowledge.problem_types import ProblemVoice
from knowledge.scripts import LATN, script_of
from knowledge.types import Complaint

_THIN = 0.10  # no fact of the procedure is likelier than this the one asked for
_WORST = 60  # that are listed
_FACTS = 3  # proposed for a case


def entries(records: Sequence[Record], reader: ProblemReader) -> list[Entry]:
    """Return the rows of an export, each with its problem type where something went wrong."""
    texts = [one.text for one in records]
    kinds = zip(reader.troubled(texts), reader.tell(texts), strict=True)
    return [
        Entry(
            one.text,
            one.language,
            kind if troubled else None,
            (one.procedure,) if one.procedure else (),
            one.channel,
            one.district,
            one.week,
        )
        for one, (troubled, kind) in zip(records, kinds, strict=True)
    ]


def asked(
    assistant: Assistant,
    found: Iterable[Entry],
    labelled: bool,
    seen: Callable[[int], None] = lambda _: None,
) -> tuple[list[Entry], tuple[Unanswered, ...]]:
    """Ask each record; return the records with their procedure, and the worst answered of them.

    `labelled`: the procedures of the records are right; otherwise the reply tells the procedure.
    """
    told: list[Entry] = []
    badly: list[Unanswered] = []
    for place, one in enumerate(found, 1):
        answer = assistant.answer(Question(one.text))
        got = answer.procedure.id if answer.procedure else None
        wanted = one.procedures if labelled else ()
        fit = _best_fit(assistant, one.text, next(iter(wanted), got))
        if why := _fault(answer, wanted, fit):
            badly.append(Unanswered(one.text, one.language, why, answer.outcome, got, fit))
        told.append(one if one.procedures or not got else replace(one, procedures=(got,)))
        seen(place)
    badly.sort(key=lambda one: (one.why == "thin", one.fit))
    return told, tuple(badly[:_WORST])


def _best_fit(assistant: Assistant, text: str, procedure: str | None) -> float:
    """Return how likely the likeliest fact of a procedure is the one asked for."""
    query = assistant.understand(Question(text))
    if query is None or procedure is None:
        return 0.0
    standing = assistant.catalogue.standing(assistant.today())
    facts = [fact for fact in standing if procedure in fact.procedures]
    fits = relevance(facts, query, assistant.search.read(query.search, query.said))
    return round(max(fits.values(), default=0.0), 4)


def _fault(answer: Answer, wanted: Sequence[str], fit: float) -> str | None:
    if answer.outcome is Outcome.NO_EVIDENCE:
        return "outcome"
    if answer.outcome is not Outcome.ANSWERED:
        return "outcome" if wanted and answer.outcome is not Outcome.CLARIFY else None
    if wanted and answer.procedure and answer.procedure.id not in wanted:
        return "procedure"
    return "thin" if fit < _THIN else None


def proposed(
    assistant: Assistant, identity: str, text: str, language: str, record: Complaint | None
) -> Case:
    """Return a case as a person may confirm it: its text has no personal data.

    Procedure and aspects are those of the record where it has them, else those of the reply; the
    facts are the first sentences that the reply stands on.
    """
    answer = assistant.answer(Question(text))
    found = answer.procedure.id if answer.procedure else None
    return Case(
        id=identity,
        lang=language,
        script=script_of(text) or LATN,
        question=text,
        outcomes=(Outcome.ANSWERED if record else answer.outcome,),
        procedures=record.procedures if record else (found,) if found else (),
        aspects=record.aspects if record else answer.aspects,
        facts=tuple(_facts(answer)),
        note="proposed from a record; to be confirmed by a person: procedure, aspects, facts",
    )


def _facts(answer: Answer) -> Iterator[tuple[str, ...]]:
    for citation in answer.citations[:_FACTS]:
        yield (citation.says,)


def told_right(
    corpus: Sequence[Complaint], voices: Sequence[ProblemVoice]
) -> tuple[int, float, float, float]:
    """Return how many typed records were kept out, and F1 (0 to 1): the macro-average over the
    types, over their classes, and that of telling whether anything went wrong."""
    from sklearn.metrics import f1_score

    learnt, kept = problems.held_out(corpus)
    plain = [one for one in corpus if not one.problem_type]
    quiet = plain[2::5]
    reader = problems.learn([*learnt, *(one for one in plain if one not in quiet)], voices)
    told = reader.tell([one.text for one in kept])
    wanted = [str(one.problem_type) for one in kept]
    alarm = f1_score(
        [True] * len(kept) + [False] * len(quiet),
        reader.troubled([one.text for one in (*kept, *quiet)]),
    )
    fine = f1_score(wanted, told, average="macro")
    coarse = f1_score([one[0] for one in wanted], [one[0] for one in told], average="macro")
    return len(kept), float(fine), float(coarse), float(alarm)
