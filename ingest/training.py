"""Trains the default embedder, from scratch, on the content's own question-passage pairs."""

from __future__ import annotations

import hashlib
import json
import random
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

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

Pair = tuple[str, str]
_UNKNOWN = "[UNK]"


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


def pairs(catalogue: Catalogue, complaints: Sequence[Complaint]) -> Iterator[Pair]:
    """Yield texts that should lie close together."""
    for fact in catalogue.facts():
        yield from _of_fact(fact)
    for procedure in catalogue.procedures.values():
        yield from _of_procedure(procedure)
    for index, complaint in enumerate(complaints):
        if complaint.procedures and (found := catalogue.procedures.get(complaint.procedures[0])):
            names = _names(found)
            questions = found.questions
            yield complaint.text, found.slots[Aspect.WHAT][0].texts[complaint.language]
            yield complaint.text, names[index % len(names)]
            yield complaint.text, questions[index % len(questions)].text
    for term in catalogue.terms.values():
        for code, said in term.said.items():
            for phrase in said:
                yield phrase, term.explain[code]
                yield phrase, term.official[code]


def _of_fact(fact: Fact) -> Iterator[Pair]:
    texts = list(fact.texts.values())
    yield from zip(texts, texts[1:] + texts[:1], strict=True)
    for code, asks in fact.asks.items():
        elsewhere = [other[0] for key, other in fact.asks.items() if key != code and other]
        for ask in asks:
            yield from ((ask, text) for text in texts)
            yield from ((ask, other) for other in elsewhere)


def _of_procedure(procedure: Procedure) -> Iterator[Pair]:
    names = _names(procedure)
    purposes = list(procedure.slots[Aspect.WHAT][0].texts.values())
    for index, name in enumerate(names):
        yield name, purposes[index % len(purposes)]
        yield name, names[(index * 7 + 3) % len(names)]
    alike: dict[Aspect | None, list[str]] = {}
    for asked in procedure.questions:
        alike.setdefault(asked.aspect, []).append(asked.text)
    for index, asked in enumerate(procedure.questions):
        same = alike[asked.aspect]
        yield asked.text, procedure.opening(asked.aspect).texts[asked.language]
        yield asked.text, names[index % len(names)]
        yield asked.text, same[(index * 5 + 1) % len(same)]


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
    found = sorted({pair for pair in pairs(catalogue, complaints) if pair[0] != pair[1]})
    random.Random(options.seed).shuffle(found)
    tokenizer = _tokenizer((text for pair in found for text in pair), options.vocabulary)
    table = StaticEmbedding(tokenizer, embedding_dim=options.width)
    model = SentenceTransformer(modules=[table], device="cpu")
    data = Dataset.from_dict(
        {
            "anchor": [prepare(first) for first, _ in found],
            "positive": [prepare(second) for _, second in found],
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
        "pairs": len(found),
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
