"""Retrieval over any corpus: what comes out, what training brings, what a fold may see."""

from __future__ import annotations

import json
import lzma
import random
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from eval import retrieval
from eval.retrieval.batches import Pair, taken
from eval.retrieval.candidates import Part
from eval.retrieval.collection import Collection, collect
from eval.retrieval.experience import Experience
from eval.retrieval.folds import WAYS, Figures, benchmark, held_out, trial
from eval.retrieval.retriever import Retriever
from knowledge.errors import InputUnreadable

WORKS, ARTICLES = 6, 12


def texts() -> dict[str, tuple[str, str]]:
    """Made-up laws; the words of a law share a beginning, those of an article a further one."""
    draw = random.Random(1)
    made = {}
    for work in range(WORKS):
        for number in range(1, ARTICLES + 1):
            own = [f"term{work}x{number}x{place}" for place in range(5)]
            law = draw.choices([f"law{work}word{place}" for place in range(12)], k=6)
            rest = draw.choices([f"common{place}" for place in range(30)], k=8)
            made[f"a{work}-{number}"] = (f"Act {work} Article {number}", " ".join(own + law + rest))
    return made


def lay(work: int, number: int, draw: random.Random) -> str:
    """A question in words that no article uses, beside words that all do."""
    said = [f"lay{work}x{number}", f"everyday{work}", *draw.choices(["common1", "common2"], k=2)]
    return " ".join(said)


def pairs(each: int = 3) -> list[dict[str, Any]]:
    """Lay questions on every odd article; on some even ones, a question in the article's words."""
    draw = random.Random(2)
    found = [
        {"text": lay(work, number, draw), "positives": [f"a{work}-{number}"]}
        for _ in range(each)
        for work in range(WORKS)
        for number in range(1, ARTICLES + 1, 2)
    ]
    for work in range(WORKS):
        for number in range(4, ARTICLES + 1, 2):
            said = f"term{work}x{number}x1 term{work}x{number}x3 law{work}word1 common1"
            found.append({"text": said, "positives": [f"a{work}-{number}"]})
    draw.shuffle(found)  # else a fold keeps out all questions on one article
    return found


def write(file: Path, lines: Iterable[Mapping[str, Any]]) -> Path:
    raw = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode()
    file.write_bytes(lzma.compress(raw) if file.suffix == ".xz" else raw)
    return file


def corpus(folder: Path, suffix: str = "") -> Path:
    lines = [{"id": one, "title": title, "text": text} for one, (title, text) in texts().items()]
    return write(folder / f"corpus.jsonl{suffix}", lines)


def read(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def learnt(questions: list[dict[str, Any]]) -> tuple[Collection, list[Pair]]:
    made = texts()
    place = {one: row for row, one in enumerate(made)}
    found = [(one["text"], tuple(place[each] for each in one["positives"])) for one in questions]
    return collect(made, (text for text, _ in found)), found


def test_hits_are_k_best_first_and_ids_come_back_as_they_came(tmp_path: Path) -> None:
    train = write(tmp_path / "t.jsonl.xz", pairs())
    queries = write(
        tmp_path / "q.jsonl.xz",
        [{"id": 7, "text": "term1x2x3 term1x2x0 law1word2"}, {"id": "b", "text": ""}],
    )
    out = tmp_path / "o.jsonl"
    assert retrieval.batch(queries, corpus(tmp_path, ".xz"), train, 10, out) == 2
    first, empty = read(out)
    assert (first["id"], empty["id"]) == (7, "b")
    assert first["hits"][0][0] == "a1-2"
    for line in (first, empty):
        assert len({identity for identity, _ in line["hits"]}) == len(line["hits"]) == 10
        scores = [score for _, score in line["hits"]]
        assert scores == sorted(scores, reverse=True)


def test_the_same_batch_gives_the_same_hits(tmp_path: Path) -> None:
    train, where = write(tmp_path / "t.jsonl", pairs()), corpus(tmp_path)
    queries = write(tmp_path / "q.jsonl", [{"id": 1, "text": lay(2, 3, random.Random(5))}])
    outs = [tmp_path / "1.jsonl", tmp_path / "2.jsonl"]
    for out in outs:
        retrieval.batch(queries, where, train, 100, out)
    assert read(outs[0]) == read(outs[1])
    assert len(read(outs[0])[0]["hits"]) == WORKS * ARTICLES  # k beyond the corpus gives all of it


def test_without_training_it_searches_by_words(tmp_path: Path) -> None:
    queries = write(tmp_path / "q.jsonl", [{"id": 1, "text": "term3x4x1"}, {"id": 2, "text": "?"}])
    out = tmp_path / "o.jsonl"
    retrieval.batch(queries, corpus(tmp_path), None, 5, out)
    found, nothing = read(out)
    assert [identity for identity, _ in found["hits"]] == ["a3-4"]
    assert nothing["hits"] == []


def test_training_pairs_lead_lay_words_to_their_article_and_law(tmp_path: Path) -> None:
    train, where = write(tmp_path / "t.jsonl", pairs()), corpus(tmp_path)
    draw = random.Random(3)
    queries = write(
        tmp_path / "q.jsonl",
        [
            {"id": f"a{work}-{number}", "text": lay(work, number, draw)}
            for work in range(WORKS)
            for number in range(1, ARTICLES + 1)
        ],
    )
    found = {}
    for name, given in (("with", train), ("without", None)):
        retrieval.batch(queries, where, given, 3, tmp_path / name)
        found[name] = {line["id"]: line["hits"] for line in read(tmp_path / name)}

    def right(name: str) -> float:
        asked = [f"a{work}-{number}" for work in range(WORKS) for number in range(1, ARTICLES, 2)]
        return sum(found[name][one][0][0] == one for one in asked) / len(asked)

    assert right("with") > 0.9
    assert right("without") < 0.2
    # Of articles that nobody asked about, the law at least is found: its lay word is known.
    laws = [found["with"][f"a{work}-2"][0][0].split("-")[0] for work in range(WORKS)]
    assert sum(law == f"a{work}" for work, law in enumerate(laws)) >= WORKS - 1


@pytest.mark.parametrize("way", WAYS)
def test_every_question_is_kept_out_once(way: str) -> None:
    folds = list(held_out(23, way))
    assert len(folds) == 5
    assert sorted(place for fold in folds for place in fold) == list(range(23))
    assert folds[0][:2] == ([0, 1] if way == "contiguous" else [0, 5])


def test_a_fold_does_not_see_its_own_questions() -> None:
    """Each question has a word of its own, so that only who has seen it finds its article."""
    draw = random.Random(4)
    names = list(texts())
    questions = [
        {"text": f"unheard{place} common1", "positives": [draw.choice(names)]}
        for place in range(80)
    ]
    collection, found = learnt(questions)
    asked = taken(collection, found)
    *_, kept_out = trial(collection, [text for text, _ in found], asked, "interleaved")
    seen = Retriever.learn(collection, asked)
    cheating = Figures()
    for one in asked:
        cheating.add([row for row, _ in seen.search(one.question, 10, Part.EXPANSION)], one.rows)
    assert cheating.row()[0] == 1
    for part in Part:
        assert kept_out.figures[part].questions == len(questions)
        assert kept_out.figures[part].row()[0] < 0.25  # five of 72 by chance: 0.07


def test_what_every_question_says_leads_nowhere() -> None:
    questions = [
        {"text": f"whatever lay{place}", "positives": [f"a0-{place % ARTICLES + 1}"]}
        for place in range(30)
    ]
    collection, found = learnt(questions)
    rare = Experience.of(collection, taken(collection, found), aligned=False).rare
    number = collection.vocabulary
    assert rare[number["whatever"]] < 0.1 * rare[number["lay3"]]
    assert rare[number["term1x1x1"]] == pytest.approx(collection.rare[number["term1x1x1"]])


def test_a_report_names_each_part(tmp_path: Path) -> None:
    lines = list(benchmark(corpus(tmp_path), write(tmp_path / "t.jsonl", pairs()[:60])))
    for way in WAYS:
        assert any(way in line for line in lines)
    assert sum(line.startswith("| + reranker") for line in lines) == len(WAYS)


class TestBadInput:
    def run(self, folder: Path, k: int = 5, **lines: object) -> None:
        files = {
            name: write(folder / f"{name}.jsonl", lines.get(name, made))  # type: ignore[arg-type]
            for name, made in {
                "corpus": [{"id": "a", "text": "x"}],
                "train": [{"text": "x", "positives": ["a"]}],
                "queries": [{"id": 1, "text": "x"}],
            }.items()
        }
        retrieval.batch(files["queries"], files["corpus"], files["train"], k, folder / "out.jsonl")

    @pytest.mark.parametrize(
        ("given", "said"),
        [
            ({"k": 0}, "--k is 0"),
            ({"corpus": []}, "holds no texts"),
            ({"corpus": [{"text": "x"}]}, r"corpus\.jsonl:1: expected an object with 'id'"),
            ({"corpus": [{"id": ["a"], "text": "x"}]}, "an id is a string or a number"),
            ({"train": [{"positives": ["a"]}]}, r"train\.jsonl:1: expected an object with 'text'"),
            ({"train": [{"text": "x", "positives": "a"}]}, "a list of corpus ids"),
            ({"train": [{"text": "x", "positives": ["b"]}]}, "no training question names a text"),
        ],
    )
    def test_one_sentence_says_what_is_wrong(
        self, tmp_path: Path, given: dict[str, Any], said: str
    ) -> None:
        with pytest.raises(InputUnreadable, match=said) as fault:
            self.run(tmp_path, **given)
        assert "\n" not in str(fault.value)

    def test_folds_need_questions_enough(self, tmp_path: Path) -> None:
        train = write(tmp_path / "t.jsonl", pairs()[:36])
        with pytest.raises(InputUnreadable, match="36 usable questions; folds need 50 or more"):
            list(benchmark(corpus(tmp_path), train))
