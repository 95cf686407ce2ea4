"""Which procedure is meant, and which case of it."""

from __future__ import annotations

from dataclasses import replace

from step_samples import hit, procedure, query

from assistant.ports import Weighed
from assistant.steps.narrow import narrow
from assistant.steps.route import MixedRouter
from assistant.steps.subject import Subjects
from assistant.types import Outcome, Query, Route, Turn
from knowledge.classifier import Classifier
from knowledge.types import Variant


class TestNarrow:
    branch = Variant("branch", {}, ("branch",), {})
    closing = replace(procedure(), variants=(branch,))

    def test_the_case_that_is_named_is_meant(self) -> None:
        assert narrow(query(kinds=("branch",)), self.closing) == "branch"
        assert narrow(query(kinds=("cooperative", "branch")), self.closing) == "branch"
        assert narrow(query(kinds=("company", "branch")), self.closing) is None

    def test_a_follow_up_stays_with_the_case_before(self) -> None:
        before = Turn("zh", "hans", self.closing.id, variant="branch")
        assert narrow(query(previous=before, follows=True), self.closing) == "branch"
        assert narrow(query(previous=before), self.closing) is None
        assert (
            narrow(query(previous=before, follows=True, kinds=("company",)), self.closing) is None
        )
        elsewhere = replace(before, procedure="other")
        assert narrow(query(previous=elsewhere, follows=True), self.closing) is None


class Scripted(Classifier):
    """A reader that says what it is told."""

    def __init__(self, told: dict[str, float]) -> None:
        self.__dict__["told"] = told

    def shares(self, text: str) -> dict[str, float]:
        return dict(self.__dict__["told"])


class TestRoute:
    def test_the_nearest_votes_win(self) -> None:
        router = MixedRouter({"p", "q"}, None)
        hits = [hit("1", 0.9, procedures=("p",)), hit("2", 0.4, procedures=("q",))]
        route = router.route(query(), hits)
        assert route.procedure == "p"
        assert route.alternatives == ("q",)
        assert 0.5 < route.confidence <= 1

    def test_nothing_near_is_no_evidence(self) -> None:
        router = MixedRouter({"p"}, None)
        assert router.route(query(), [hit("1", 0.1, procedures=("p",))]).outcome is (
            Outcome.NO_EVIDENCE
        )

    def test_two_alike_are_asked_about(self) -> None:
        router = MixedRouter({"p", "q", "r", "s"}, None)
        hits = [hit(name, 0.8, procedures=(name,)) for name in "pqrs"]
        route = router.route(query("改名"), hits)
        assert route.outcome is Outcome.CLARIFY
        assert len(route.alternatives) == 2

    def test_a_case_of_the_subject_before_keeps_it(self) -> None:
        reader = Scripted({"closing": 0.05, "branching": 0.9})
        router = MixedRouter({"closing", "branching"}, reader, {"closing": {"branch"}})
        hits = [hit("1", 0.9, procedures=("branching",)), hit("2", 0.5, procedures=("closing",))]
        told = query(
            "and for a branch?",
            "en",
            previous=Turn("en", "latn", "closing"),
            case=True,
            kinds=("branch",),
        )
        assert router.route(told, hits).procedure == "closing"
        assert router.route(replace(told, kinds=()), hits).procedure == "branching"

    def test_what_a_later_message_is_about_is_told_by_the_subjects(self) -> None:
        class Told:
            def rank(self, query: Query, before: Turn, weighed: Weighed) -> dict[str, float]:
                assert weighed.read == shares
                return {"closing": 0.7, "opening": 0.3}

        shares = {"closing": 0.1, "opening": 0.9}
        hits = [hit(name, share, procedures=(name,)) for name, share in shares.items()]
        router = MixedRouter(shares, Scripted(shares), subjects=Told())
        asked = query("and the fee?", "en", "latn", previous=Turn("en", "latn", "closing"))
        route = router.route(asked, hits)
        assert (route.procedure, route.alternatives, route.confidence) == (
            "closing",
            ("opening",),
            0.7,
        )
        assert router.route(replace(asked, previous=None), hits).procedure == "opening"

    def test_what_is_said_after_asking_back_picks_an_option(self) -> None:
        route = self.after_options("企业名称", {"company-name-change": 0.5, "food": 0.2})
        assert route.procedure == "company-name-change"

    def test_a_new_matter_after_asking_back_is_a_new_matter(self) -> None:
        route = self.after_options("食品经营许可证怎么办理要什么材料", {"food": 0.8})
        assert route.procedure == "food"

    def test_who_leaves_or_says_nothing_known_picks_no_option(self) -> None:
        shares = {"company-name-change": 0.5, "food": 0.2}
        assert (
            self.after_options("企业名称", shares, leaves=True).procedure == "company-name-change"
        )
        told = self.after_options("食品", {"food": 0.9}, leaves=True)
        assert told.procedure == "food"
        assert self.after_options("啊", {}).outcome is Outcome.NO_EVIDENCE

    @staticmethod
    def after_options(text: str, shares: dict[str, float], **rest: object) -> Route:
        known = ("company-name-change", "individual-operator-change", "food")
        before = Turn("zh", "hans", None, options=known[:2])
        asked = query(text, previous=before, follows=len(text) < 6, **rest)
        hits = [hit(name, shares.get(name, 0.1), procedures=(name,)) for name in known]
        return MixedRouter(known, Scripted(shares)).route(asked, hits)


class TestSubjects:
    opening, closing = procedure("opening"), procedure("closing")
    subjects = Subjects({"opening": opening, "closing": closing}, None)
    before = Turn("en", "latn", "closing")

    def test_a_fragment_stays_and_a_matter_named_plainly_is_another(self) -> None:
        nothing = Weighed({"opening": 0.5, "closing": 0.5}, {}, {"opening": 0.5, "closing": 0.5})
        asked = query("how long?", "en", "latn", previous=self.before, brief=True, follows=True)
        kept = self.subjects.rank(asked, self.before, nothing)
        assert next(iter(kept)) == "closing"
        assert abs(sum(kept.values()) - 1) < 1e-9
        sure = {"opening": 0.99, "closing": 0.001}
        named = query("How do I register a new company?", "en", "latn", previous=self.before)
        assert next(iter(self.subjects.rank(named, self.before, Weighed(sure, sure, sure)))) == (
            "opening"
        )

    def test_who_leaves_a_matter_does_not_mean_it(self) -> None:
        asked = query("forget it, the other one", "en", "latn", leaves=True)
        weighed = Weighed({}, {}, {"opening": 0.4})
        assert list(self.subjects.rank(asked, self.before, weighed)) == ["opening"]
        assert self.subjects.rank(asked, self.before, Weighed({}, {}, {})) == {}
