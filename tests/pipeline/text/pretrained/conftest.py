"""Tiny networks of several kinds with random weights and a vocabulary of a few pieces; nothing is fetched."""

from collections.abc import Callable
from pathlib import Path

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


@pytest.fixture(scope="session")
def pieces(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, float]]:
    folder = tmp_path_factory.mktemp("pieces")
    text = "\n".join(f"{pair.text} {' '.join(pair.glosses)}" for pair in pairs())
    (folder / "text.txt").write_text(text * 4)
    spm.SentencePieceTrainer.train(
        input=str(folder / "text.txt"), model_prefix=str(folder / "spm"), vocab_size=90,
        character_coverage=1.0, hard_vocab_limit=False, minloglevel=2,
    )  # fmt: skip
    model = spm.SentencePieceProcessor(model_file=str(folder / "spm.model"))
    return [(model.id_to_piece(i), model.get_score(i)) for i in range(3, model.get_piece_size())]


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory, pieces) -> Callable[[str], Path]:
    """A folder with a model of the kind asked for."""
    made: dict[str, Path] = {}

    def folder(kind: str) -> Path:
        if kind not in made:
            made[kind] = tmp_path_factory.mktemp(kind)
            _make(kind, pieces, made[kind])
        return made[kind]

    return folder


def _make(kind: str, pieces: list[tuple[str, float]], folder: Path) -> None:
    transformers.set_seed(0)
    if kind == "t5":
        vocabulary = [("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0), *pieces]
        tokenizer = transformers.T5Tokenizer(vocab=vocabulary, extra_ids=0)
        config = transformers.T5Config(
            vocab_size=len(tokenizer), d_model=48, d_kv=24, d_ff=96, num_layers=1, num_heads=2,
            decoder_start_token_id=tokenizer.pad_token_id, dropout_rate=0.0,
        )  # fmt: skip
        network = transformers.T5ForConditionalGeneration(config)
    else:
        vocabulary = [("<s>", 0.0), ("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0), *pieces]
        cls = transformers.MBart50Tokenizer if kind == "mbart50" else transformers.MBartTokenizer
        tokenizer = cls(vocab=vocabulary, src_lang="de_DE", tgt_lang="de_DE")
        config = transformers.MBartConfig(
            vocab_size=len(tokenizer), d_model=48, encoder_layers=1, decoder_layers=1, encoder_ffn_dim=96,
            decoder_ffn_dim=96, encoder_attention_heads=2, decoder_attention_heads=2, dropout=0.0,
            max_position_embeddings=160, pad_token_id=1, bos_token_id=0, eos_token_id=2,
        )  # fmt: skip
        network = transformers.MBartForConditionalGeneration(config)
    network.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
