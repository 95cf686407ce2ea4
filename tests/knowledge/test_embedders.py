"""Every embedder gives unit vectors; a new file in the folder is held to it too.

Nothing is downloaded: the table is trained here, the transformer is made of random numbers.
"""

from __future__ import annotations

import json
import pkgutil
from pathlib import Path

import numpy as np
import pytest

from knowledge import embedders
from knowledge.catalogue import load, load_complaints
from knowledge.errors import ModelUnavailable
from knowledge.features import features
from knowledge.ports import Features

CONTENT = Path(__file__).parent.parent / "data" / "content"
NAMES = sorted(module.name for module in pkgutil.iter_modules(embedders.__path__))
TEXTS = [
    "卖花灯要交钱吗",
    "賣花燈使唔使錢",
    "how much is a lantern stall",
    "龙舟赛报名多少钱",
    "花灯",
]
SLOW = {"static", "sentence_transformers"}


def train(folder):
    """Train a table on the tests' own content, as `ingest train` does on the shipped one."""
    from ingest.training import TrainingOptions
    from ingest.training import train as run

    options = TrainingOptions(width=32, epochs=2, batch=16, threads=1)
    return run(load(CONTENT), load_complaints(CONTENT), folder, options)


def make_transformer(folder):
    """Save a BERT of one layer and random weights whose tokens are single characters."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertConfig, BertModel, BertTokenizerFast

    characters = sorted({character for text in TEXTS for character in text if character != " "})
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *characters]
    plain = folder / "plain"
    BertTokenizerFast(vocab={word: at for at, word in enumerate(words)}).save_pretrained(plain)
    config = BertConfig(
        vocab_size=len(words),
        hidden_size=24,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=64,
    )
    BertModel(config).save_pretrained(plain)
    body = Transformer(str(plain))
    whole = folder / "whole"
    model = SentenceTransformer(modules=[body, Pooling(24, "mean")], device="cpu")
    model.save(str(whole))
    return whole


@pytest.fixture(scope="module")
def models(tmp_path_factory):
    """The model folder of each embedder, made when it is first asked for."""
    made = {}

    def model(name):
        if name not in made:
            folder = tmp_path_factory.mktemp(name)
            if name == "static":
                train(folder)
            elif name == "sentence_transformers":
                folder = make_transformer(folder)
            made[name] = folder
        return made[name]

    return model


@pytest.fixture(params=[pytest.param(n, marks=pytest.mark.slow) if n in SLOW else n for n in NAMES])
def embedder(request, models):
    return embedders.build(request.param, models(request.param))


def test_name_begins_with_that_of_the_file(embedder):
    assert embedder.name.split(":")[0] in NAMES
    assert embedder.name == embedder.name.strip()


def test_shape_type_and_unit_length(embedder):
    vectors = embedder.encode(TEXTS)
    assert vectors.shape[0] == len(TEXTS) and vectors.ndim == 2
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_empty_text_is_zeros(embedder):
    vectors = embedder.encode(["", TEXTS[0], " \n"])
    assert not vectors[0].any() and not vectors[2].any()
    assert vectors[1].any()


def test_no_texts_give_no_rows(embedder):
    assert embedder.encode([]).shape == (0, embedder.encode(TEXTS).shape[1])


def test_a_text_does_not_depend_on_its_neighbours(embedder):
    together = embedder.encode(TEXTS)
    alone = np.vstack([embedder.encode([text]) for text in TEXTS])
    assert np.allclose(together, alone, atol=1e-5)


def test_same_text_is_nearest_to_itself(embedder):
    vectors = embedder.encode(TEXTS)
    assert (vectors @ vectors.T).argmax(axis=1).tolist() == list(range(len(TEXTS)))


def test_single_features_have_unit_vectors(embedder):
    if not isinstance(embedder, Features):
        pytest.skip("not every embedder knows single features")
    known = {feature: at for at, feature in enumerate(sorted(set(features(TEXTS[0]))))}
    found = embedder.features(known)
    assert found.places.shape == (len(known),)
    lengths = np.linalg.norm(found.table[found.places[found.places >= 0]], axis=1)
    assert len(lengths) and np.allclose(lengths, 1, atol=1e-5)


def test_unknown_embedder_lists_the_known():
    with pytest.raises(ModelUnavailable, match=r"'psychic'.*hashing, sentence"):
        embedders.build("psychic")


def test_static_without_a_table_says_what_to_do(tmp_path):
    with pytest.raises(ModelUnavailable, match="python -m ingest train"):
        embedders.build("static", tmp_path)


@pytest.mark.slow
def test_transformer_that_is_not_there_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(ModelUnavailable, match="SUIDAO_KNOWLEDGE_EMBEDDER=static"):
        embedders.build("sentence_transformers", tmp_path / "gone")


@pytest.mark.slow
def test_static_agrees_with_sentence_transformers(models):
    """What is read with numpy is what the library that trained it would give."""
    import torch
    from safetensors.numpy import load_file
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding
    from tokenizers import Tokenizer

    folder = models("static")
    table = load_file(folder / "model.safetensors")["embedding.weight"].astype(np.float32)
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    module = StaticEmbedding(tokenizer, embedding_weights=torch.from_numpy(table))
    reference = SentenceTransformer(modules=[module], device="cpu")
    prepared = [" ".join(features(text)) for text in TEXTS]
    expected = reference.encode(prepared, normalize_embeddings=True, show_progress_bar=False)
    found = embedders.build("static", folder).encode(TEXTS)
    assert np.allclose(found, expected, atol=1e-5)


@pytest.mark.slow
def test_training_is_repeatable_and_says_what_it_was_made_of(models, tmp_path):
    folder = models("static")
    made = train(tmp_path)
    assert (tmp_path / "model.safetensors").read_bytes() == (
        folder / "model.safetensors"
    ).read_bytes()
    assert json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8")) == made
    assert made["kind"] == "StaticEmbedding" and made["width"] == 32
    assert {path.name for path in tmp_path.iterdir()} == {
        "manifest.json",
        "model.safetensors",
        "tokenizer.json",
    }
