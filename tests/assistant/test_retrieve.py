"""Which facts of the procedure are taken for the ones asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from step_samples import TODAY, fact, procedure, query

from assistant.steps.retrieve import retrieve
from assistant.types import Route
from knowledge.catalogue import Catalogue
from knowledge.passages import Fit, Hit
from knowledge.types import Aspect, Card, Fact, Grade, Policy

NEAR = Fit(0.6, 0.5, 0.5, 0.6, 0.7, 0.5, 0.7, 0.5)
FAR = Fit(0.3, 0.1, 0.1, 0.3, 0.3, 0.1, 0.3, 0.1)


@dataclass
class Read:
    """A reading that says of each fact what it was told."""

    told: Mapping[str, Fit]

    def hits(self, k: int) -> list[Hit]:
        return []

    def fits(self, targets: Sequence[str], language: str) -> list[Fit]:
        return [self.told.get(target, FAR) for target in targets]


def catalogue(*facts: Fact) -> Catalogue:
    slots: dict[Aspect, tuple[Fact, ...]] = {}
    for one in facts:
        for aspect in one.aspects if one.id.startswith("p#") else ():
            slots[aspect] = (*slots.get(aspect, ()), one)
    texts = dict.fromkeys(("zh", "yue", "en"), "x")
    points = tuple(one for one in facts if not one.id.startswith("p#"))
    card = Card(texts, texts, texts)
    policy = Policy("trades", texts, "x", Grade.B, None, None, None, ("p",), card, points)
    return Catalogue({"p": procedure(slots=slots)}, {"trades": policy}, {}, {}, {})


def relevances(told: Mapping[str, Fit], *facts: Fact, **asked: object) -> dict[str, float]:
    found = retrieve(query(**asked), Route("p"), Read(told), catalogue(*facts), TODAY)  # type: ignore[arg-type]
    return {one.item.id: one.relevance for one in found}


def test_what_lies_nearest_is_the_likeliest_and_a_probability() -> None:
    found = relevances({"p#time.0": NEAR}, fact("p#time.0"), fact("p#time.1"))
    assert 0 < found["p#time.1"] < found["p#time.0"] < 1
    assert next(iter(found)) == "p#time.0"


def test_what_the_reader_takes_to_be_asked_counts() -> None:
    facts = fact("p#time.0"), fact("p#fee.0", aspects=(Aspect.FEE,))
    told = {one.id: NEAR for one in facts}
    found = relevances(told, *facts, leaning={Aspect.FEE: 0.9, Aspect.TIME: 0.1})
    assert found["p#fee.0"] > found["p#time.0"]


def test_what_a_procedure_is_lies_near_everything_and_seldom_answers() -> None:
    facts = fact("p#time.0"), fact("p#purpose", aspects=(Aspect.WHAT,))
    found = relevances({one.id: NEAR for one in facts}, *facts)
    assert found["p#purpose"] < found["p#time.0"]


def test_a_point_on_one_trade_is_shown_only_where_it_is_meant() -> None:
    bar, cafe = fact("trades#bar", case=True), fact("trades#cafe", case=True)
    near = {"trades#bar": Fit(*[0.9] * 8), "trades#cafe": NEAR}
    found = relevances(near, bar, cafe, fact("p#time.0"))
    assert "trades#bar" in found
    far = {"trades#cafe": FAR, "p#time.0": NEAR}
    assert "trades#cafe" not in relevances(far, cafe, fact("p#time.0"))


def test_a_rule_that_has_ended_is_no_ground() -> None:
    past = fact("p#time.0", effective_to=TODAY.replace(year=2024))
    assert "p#time.0" not in relevances({"p#time.0": NEAR}, past, fact("p#time.1"))
