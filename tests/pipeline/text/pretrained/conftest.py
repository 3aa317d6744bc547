"""Tiny networks of several kinds with random weights and a vocabulary of a few pieces; nothing is fetched."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from pipeline.datasets.parallel import Pair

transformers = pytest.importorskip("transformers")
spm = pytest.importorskip("sentencepiece")

TIMES = {"heute": "HEUTE", "morgen": "MORGEN", "montags": "MONTAG"}
WEATHER = {"regnet": "REGEN", "schneit": "SCHNEE", "stürmt": "STURM"}
PLACES = {"nord": "NORD", "süd": "SUED", "küste": "KUESTE"}


def pairs() -> tuple[Pair, ...]:
    """Every sentence there is, 27 of them."""
    return tuple(
        Pair(f"{time} {weather} es {place}", (TIMES[time], WEATHER[weather], PLACES[place]))
        for time in TIMES
        for weather in WEATHER
        for place in PLACES
    )


@dataclass(frozen=True)
class Pieces:
    """A tiny SentencePiece model: its file, and its pieces with their scores, without the special ones."""

    file: Path
    scored: list[tuple[str, float]]


@pytest.fixture(scope="session")
def pieces(tmp_path_factory: pytest.TempPathFactory) -> Pieces:
    folder = tmp_path_factory.mktemp("pieces")
    text = "\n".join(f"{pair.text} {' '.join(pair.glosses)}" for pair in pairs())
    (folder / "text.txt").write_text(text * 4)
    spm.SentencePieceTrainer.train(
        input=str(folder / "text.txt"), model_prefix=str(folder / "spm"), vocab_size=90,
        character_coverage=1.0, hard_vocab_limit=False, minloglevel=2,
    )  # fmt: skip
    model = spm.SentencePieceProcessor(model_file=str(folder / "spm.model"))
    scored = [(model.id_to_piece(i), model.get_score(i)) for i in range(3, model.get_piece_size())]
    return Pieces(folder / "spm.model", scored)


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory, pieces: Pieces) -> Callable[[str], Path]:
    """A folder with a model of the kind asked for."""
    made: dict[str, Path] = {}

    def folder(kind: str) -> Path:
        if kind not in made:
            made[kind] = tmp_path_factory.mktemp(kind)
            transformers.set_seed(0)
            for part in _MAKERS[kind](pieces):
                part.save_pretrained(made[kind])
        return made[kind]

    return folder


_BART = {
    "d_model": 48, "encoder_layers": 1, "decoder_layers": 1, "encoder_ffn_dim": 96, "decoder_ffn_dim": 96,
    "encoder_attention_heads": 2, "decoder_attention_heads": 2, "dropout": 0.0,
    "max_position_embeddings": 160,
}  # fmt: skip
_T5 = {"d_model": 48, "d_kv": 24, "d_ff": 96, "num_layers": 1, "num_heads": 2, "dropout_rate": 0.0}


def _t5(pieces: Pieces, multilingual: bool = False) -> tuple[Any, Any]:
    """T5, or mT5: another feed-forward layer, an output of its own, and more rows than pieces."""
    vocabulary = [("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0), *pieces.scored]
    tokenizer = transformers.T5Tokenizer(vocab=vocabulary, extra_ids=0)
    config_of, network_of = (
        (transformers.MT5Config, transformers.MT5ForConditionalGeneration)
        if multilingual
        else (transformers.T5Config, transformers.T5ForConditionalGeneration)
    )
    rows = len(tokenizer) + (12 if multilingual else 0)
    config = config_of(vocab_size=rows, decoder_start_token_id=tokenizer.pad_token_id, **_T5)
    return network_of(config), tokenizer


def _mbart(pieces: Pieces, tokenizer_of: Any) -> tuple[Any, Any]:
    vocabulary = [("<s>", 0.0), ("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0), *pieces.scored]
    tokenizer = tokenizer_of(vocab=vocabulary, src_lang="de_DE", tgt_lang="de_DE")
    config = transformers.MBartConfig(
        vocab_size=len(tokenizer), pad_token_id=1, bos_token_id=0, eos_token_id=2, **_BART
    )
    return transformers.MBartForConditionalGeneration(config), tokenizer


def _nllb(pieces: Pieces) -> tuple[Any, Any]:
    """NLLB's pieces are pairs that are merged, here none: every letter is one."""
    letters = sorted({letter for piece, _ in pieces.scored for letter in piece})
    vocabulary = {name: i for i, name in enumerate(["<s>", "<pad>", "</s>", "<unk>", *letters])}
    tokenizer = transformers.NllbTokenizer(
        vocab=vocabulary, merges=[], src_lang="deu_Latn", tgt_lang="deu_Latn"
    )
    config = transformers.M2M100Config(
        vocab_size=len(tokenizer), pad_token_id=1, bos_token_id=0, eos_token_id=2, decoder_start_token_id=2,
        **_BART,
    )  # fmt: skip
    return transformers.M2M100ForConditionalGeneration(config), tokenizer


def _marian(pieces: Pieces) -> tuple[Any, Any]:
    """Marian has a vocabulary beside its two SentencePiece models, with the padding at its end."""
    names = ["</s>", "<unk>", *(piece for piece, _ in pieces.scored), "<pad>"]
    vocabulary = pieces.file.with_name("vocab.json")
    vocabulary.write_text(json.dumps({name: i for i, name in enumerate(names)}))
    tokenizer = transformers.MarianTokenizer(str(pieces.file), str(pieces.file), str(vocabulary))
    padding = len(names) - 1
    config = transformers.MarianConfig(
        vocab_size=len(names), pad_token_id=padding, decoder_start_token_id=padding, eos_token_id=0,
        forced_eos_token_id=0, **_BART,
    )  # fmt: skip
    return transformers.MarianMTModel(config), tokenizer


_MAKERS: dict[str, Callable[[Pieces], tuple[Any, Any]]] = {
    "t5": _t5,
    "mt5": lambda pieces: _t5(pieces, multilingual=True),
    "mbart": lambda pieces: _mbart(pieces, transformers.MBartTokenizer),
    "mbart50": lambda pieces: _mbart(pieces, transformers.MBart50Tokenizer),
    "nllb": _nllb,
    "marian": _marian,
}
