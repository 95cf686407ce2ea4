"""Trains the default embedder, from scratch, on the content's own questions and passages."""

from __future__ import annotations

import hashlib
import json
import random
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from safetensors.numpy import load_file, save_file
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import WhitespaceSplit

from knowledge.catalogue import Catalogue
from knowledge.concepts import digest
from knowledge.embedders.static import prepare
from knowledge.features import features
from knowledge.types import Aspect, Complaint, Fact, Procedure

if TYPE_CHECKING:
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding

_UNKNOWN = "[UNK]"


class Example(NamedTuple):
    """Two texts that should lie close together, and one that is easily taken for the second."""

    anchor: str
    positive: str
    negative: str


@dataclass(frozen=True)
class TrainingOptions:
    """Hyper-parameters; the defaults make the shipped table."""

    width: int = 160
    epochs: int = 6
    batch: int = 512
    rate: float = 0.08
    seed: int = 20261123
    vocabulary: int = 12_000  # features kept, most frequent first
    threads: int = 2


def examples(catalogue: Catalogue, complaints: Sequence[Complaint]) -> Iterator[Example]:
    """Yield what to learn from: facts, procedures, messages and terms, each beside its like."""
    yield from _of_facts(catalogue)
    for procedure in catalogue.procedures.values():
        yield from _of_procedure(procedure, _rival(catalogue, procedure))
    for index, complaint in enumerate(complaints):
        if complaint.procedures and (found := catalogue.procedures.get(complaint.procedures[0])):
            rival, code = _rival(catalogue, found), complaint.language
            names, questions = _names(found), found.questions
            other = rival.titles[code]
            yield Example(
                complaint.text, found.opening(None).texts[code], rival.opening(None).texts[code]
            )
            yield Example(complaint.text, names[index % len(names)], other)
            yield Example(complaint.text, questions[index % len(questions)].text, other)
    terms = list(catalogue.terms.values())
    for index, term in enumerate(terms):
        other_term = terms[index - 1]
        for code, said in term.said.items():
            for phrase in said:
                yield Example(phrase, term.explain[code], other_term.explain[code])
                yield Example(phrase, term.official[code], other_term.official[code])


def _rival(catalogue: Catalogue, procedure: Procedure) -> Procedure:
    """Return another procedure of the same group: the one before it, the last for the first."""
    like = [one for one in catalogue.procedures.values() if one.group == procedure.group]
    return like[like.index(procedure) - 1]


def _of_facts(catalogue: Catalogue) -> Iterator[Example]:
    of: dict[str, list[Fact]] = {}
    for fact in catalogue.facts():
        of.setdefault(fact.procedures[0] if fact.procedures else "", []).append(fact)
    for facts in of.values():
        for place, fact in enumerate(facts):
            yield from _of_fact(fact, facts, place)


def _of_fact(fact: Fact, like: Sequence[Fact], place: int) -> Iterator[Example]:
    """Yield a fact's examples; each is beside another fact of the same procedure in turn."""
    turn = place
    codes = list(fact.texts)

    def beside(anchor: str, code: str, positive: str) -> Example:
        nonlocal turn
        turn += 1
        other = like[turn % len(like)]
        if other is fact:
            turn += 1
            other = like[turn % len(like)]
        return Example(anchor, positive, other.texts[code])

    for code, after in zip(codes, codes[1:] + codes[:1], strict=True):
        yield beside(fact.texts[code], after, fact.texts[after])
    for code, asks in fact.asks.items():
        elsewhere = [(key, other[0]) for key, other in fact.asks.items() if key != code and other]
        for ask in asks:
            yield from (beside(ask, key, text) for key, text in fact.texts.items())
            yield from (beside(ask, key, text) for key, text in elsewhere)


def _of_procedure(procedure: Procedure, rival: Procedure) -> Iterator[Example]:
    names, others = _names(procedure), _names(rival)
    purpose, other = procedure.opening(None).texts, rival.opening(None).texts
    codes = list(purpose)
    for index, name in enumerate(names):
        code = codes[index % len(codes)]
        yield Example(name, purpose[code], other[code])
        yield Example(name, names[(index * 7 + 3) % len(names)], others[index % len(others)])
    alike: dict[Aspect | None, list[str]] = {}
    for asked in procedure.questions:
        alike.setdefault(asked.slot, []).append(asked.text)
    for index, asked in enumerate(procedure.questions):
        same, code = alike[asked.slot], asked.language
        yield Example(
            asked.text,
            procedure.opening(asked.slot).texts[code],
            rival.opening(asked.slot).texts[code],
        )
        yield Example(asked.text, names[index % len(names)], others[index % len(others)])
        question = rival.questions[index % len(rival.questions)].text
        yield Example(asked.text, same[(index * 5 + 1) % len(same)], question)


def _names(procedure: Procedure) -> list[str]:
    return [*procedure.titles.values(), *(name for aka in procedure.aka.values() for name in aka)]


def train(
    catalogue: Catalogue,
    complaints: Sequence[Complaint],
    target: Path,
    options: TrainingOptions = TrainingOptions(),
) -> dict[str, object]:
    """Train a StaticEmbedding table and write it to `target`; returns its manifest.

    Deterministic for the same data, options and library versions. Shows a progress bar on
    standard error.
    """
    import torch
    from datasets import Dataset
    from sentence_transformers import (
        SentenceTransformer,
        SentenceTransformerTrainer,
        SentenceTransformerTrainingArguments,
    )
    from sentence_transformers.sentence_transformer.losses import MultipleNegativesRankingLoss
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding

    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    found = sorted({one for one in examples(catalogue, complaints) if one.anchor != one.positive})
    random.Random(options.seed).shuffle(found)
    shown = (text for one in found for text in (one.anchor, one.positive))
    tokenizer = _tokenizer(shown, options.vocabulary)
    table = StaticEmbedding(tokenizer, embedding_dim=options.width)
    model = SentenceTransformer(modules=[table], device="cpu")
    data = Dataset.from_dict(
        {
            "anchor": [prepare(one.anchor) for one in found],
            "positive": [prepare(one.positive) for one in found],
            "negative": [prepare(one.negative) for one in found],
        }
    )
    with tempfile.TemporaryDirectory() as folder:
        arguments = SentenceTransformerTrainingArguments(
            output_dir=folder,
            num_train_epochs=options.epochs,
            per_device_train_batch_size=options.batch,
            learning_rate=options.rate,
            warmup_steps=0.1,
            seed=options.seed,
            save_strategy="no",
            report_to="none",
            logging_strategy="no",
            use_cpu=True,
        )
        trainer = SentenceTransformerTrainer(
            model=model,
            args=arguments,
            train_dataset=data,
            loss=MultipleNegativesRankingLoss(model, scale=20.0),
        )
        trainer.train()
    manifest = {
        "kind": "StaticEmbedding",
        "width": options.width,
        "vocabulary": tokenizer.get_vocab_size(),
        "examples": len(found),
        "data": hashlib.sha256(json.dumps(found, ensure_ascii=False).encode()).hexdigest(),
        "lexicon": digest(),
        "seed": options.seed,
        "epochs": options.epochs,
    }
    _save(table, target, manifest)
    return manifest


def _tokenizer(texts: Iterator[str], size: int) -> Tokenizer:
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(features(text))
    kept = [feature for feature, count in counts.most_common(size) if count > 1]
    vocabulary = {_UNKNOWN: 0, **{feature: i for i, feature in enumerate(sorted(kept), 1)}}
    tokenizer = Tokenizer(WordLevel(vocabulary, unk_token=_UNKNOWN))
    tokenizer.pre_tokenizer = WhitespaceSplit()
    return tokenizer


def _save(table: StaticEmbedding, target: Path, manifest: dict[str, object]) -> None:
    target.mkdir(parents=True, exist_ok=True)
    # Written beside the old files first: a killed run leaves no table without its tokenizer.
    with tempfile.TemporaryDirectory(dir=target) as folder:
        table.save(folder)
        draft = Path(folder)
        weights = draft / "model.safetensors"
        (values,) = load_file(weights).values()
        # Half precision halves the package; the vectors are averages, so nothing is lost in rank.
        save_file({"embedding.weight": values.astype("float16")}, weights)
        text = json.dumps(manifest, indent=1) + "\n"
        (draft / "manifest.json").write_text(text, encoding="utf-8")
        for name in ("tokenizer.json", "model.safetensors", "manifest.json"):
            (draft / name).replace(target / name)
