"""A Hugging Face encoder-decoder in a local folder: opened with its traps closed, never fetched."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.errors import BadInput

WEIGHTS = ("*.safetensors", "pytorch_model*.bin")
TOKENIZERS = ("tokenizer.json", "sentencepiece.bpe.model", "spiece.model", "source.spm", "vocab.json")


@dataclass(frozen=True)
class Pretrained:
    """A network and the tokenizer that goes with it."""

    folder: Path
    network: Any  # transformers.PreTrainedModel
    tokenizer: Any  # transformers.PreTrainedTokenizerBase


def open_folder(folder: Path, source_code: str = "", target_code: str = "") -> Pretrained:
    """The model in a folder, on the processor. Raises BadInput that says what is missing or does not fit.

    Nothing is downloaded and no code of the folder is run.
    """
    config = read_config(folder)
    if not config.get("is_encoder_decoder"):
        kind = config.get("model_type", "unknown")
        raise BadInput(
            f"{folder} holds a model of kind {kind}, which has no encoder and decoder: choose mBART, NLLB, "
            "mT5 or Marian."
        )
    if not any(next(folder.glob(pattern), None) for pattern in WEIGHTS):
        raise BadInput(f"{folder} has no weights: copy model.safetensors or pytorch_model.bin into it.")
    if not any((folder / name).is_file() for name in TOKENIZERS):
        raise BadInput(f"{folder} has no tokenizer: copy {' or '.join(TOKENIZERS[:3])} into it.")
    network, tokenizer = _loaded(folder)
    _check_tokenizer(folder, network, tokenizer)
    _set_codes(folder, tokenizer, source_code, target_code or source_code)
    return Pretrained(folder, network, tokenizer)


def read_config(folder: Path) -> dict[str, Any]:
    """The config.json of a folder. Raises BadInput when there is none or it is damaged."""
    if not folder.is_dir():
        raise BadInput(f"There is no folder {folder}: give one with a Hugging Face encoder-decoder.")
    try:
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    except OSError:
        raise BadInput(f"{folder} has no config.json: it is no Hugging Face model.") from None
    except ValueError:
        raise BadInput(f"{folder / 'config.json'} is damaged: copy it again.") from None
    if not isinstance(config, dict):
        raise BadInput(f"{folder / 'config.json'} is damaged: copy it again.")
    return config


def _loaded(folder: Path) -> tuple[Any, Any]:
    from transformers import AutoModelForSeq2SeqLM, AutoTokenizer

    try:
        network = AutoModelForSeq2SeqLM.from_pretrained(folder, local_files_only=True)
        tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True)
    except Exception as problem:  # the library raises whatever its parts raise
        said = " ".join(str(problem).split())[:160]
        raise BadInput(
            f"{folder} cannot be opened as an encoder-decoder ({said}): copy it again."
        ) from problem
    return network, tokenizer


def _check_tokenizer(folder: Path, network: Any, tokenizer: Any) -> None:
    """A tokenizer that lost its vocabulary says nothing: everything becomes unknown."""
    rows = network.get_input_embeddings().weight.shape[0]
    if len(tokenizer) > rows:
        raise BadInput(
            f"{folder} does not fit together: its tokenizer knows {len(tokenizer)} pieces, its network "
            f"{rows} rows. Copy both from the same model."
        )
    pieces = tokenizer("Am Montag regnet es.", add_special_tokens=False)["input_ids"]
    if not pieces or all(piece == tokenizer.unk_token_id for piece in pieces):
        raise BadInput(
            f"The tokenizer of {folder} knows no letters (it has {len(tokenizer)} pieces): copy its "
            "vocabulary file."
        )


def _set_codes(folder: Path, tokenizer: Any, source: str, target: str) -> None:
    for name, code in (("src_lang", source), ("tgt_lang", target)):
        if not code:
            continue
        if not hasattr(tokenizer, name):
            raise BadInput(f"{folder} has no language codes: leave --source-code and --target-code out.")
        if tokenizer.convert_tokens_to_ids(code) in (None, tokenizer.unk_token_id):
            raise BadInput(f"{folder} has no language code {code!r}: look them up in its tokenizer.json.")
        setattr(tokenizer, name, code)
