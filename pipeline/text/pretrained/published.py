"""The folder of a published mBART text-to-gloss network: pruned source pieces, one row for each gloss.

It holds `config.json`, the SentencePiece model of mBART-cc25, `map_ids.pkl` (rows of mBART to rows that were
kept), `text_embeddings.bin` (those rows), `gloss2ids.pkl` and a checkpoint whose network reads the text's
rows and writes glosses. Layout: Zuo et al., "Spoken2Sign" (ECCV 2024), released code.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from pipeline import restricted_pickle
from pipeline.errors import BadInput
from pipeline.text.models import PUBLISHED, languages_of
from pipeline.text.pretrained.folder import read_config

SPECIALS = ("<s>", "<pad>", "</s>", "<unk>", "<mask>", "zh_CN", "de_DE", "zh_CSL", "de_DGS")
_MAPS, _ROWS = ("map_ids.pkl", "old2new_vocab.pkl"), "text_embeddings.bin"
_CHECKPOINTS = ("*best.ckpt", "*.ckpt", "pytorch_model.bin")
_PIECES = "sentencepiece.bpe.model"
_SHARED = "model.shared.weight"
_STARTS = {"gsg": "de_DGS", "csl": "zh_CSL"}
"""The entry that every answer begins with; the released code begins with that of the text's language."""


@dataclass(frozen=True)
class Published:
    """A network with what turns text into its rows and its rows into glosses."""

    network: Any  # transformers.MBartForConditionalGeneration over glosses
    rows: torch.Tensor  # (N, d), of the source's pieces
    pieces: Any  # sentencepiece.SentencePieceProcessor
    kept: Mapping[int, int]  # row in mBART -> row in `rows`
    ids: Mapping[str, int]  # gloss -> row
    languages: tuple[str, str]  # text and sign language

    @property
    def start(self) -> int:
        """The row that every answer begins with, as in training."""
        return self.ids[_STARTS[self.languages[1]]]


def gloss_ids(folder: Path) -> dict[str, int]:
    """The gloss list of a folder, its special entries too. Raises BadInput for a damaged one."""
    found = _unpickled(folder / PUBLISHED)
    if not isinstance(found, dict) or not all(
        isinstance(gloss, str) and isinstance(row, int) for gloss, row in found.items()
    ):
        raise BadInput(f"{folder / PUBLISHED} holds no glosses with their numbers: copy it again.")
    missing = [name for name in SPECIALS if name not in found]
    if missing:
        raise BadInput(f"{folder / PUBLISHED} lacks {missing[0]}: copy that of the trained network.")
    return found


def open_published(folder: Path) -> Published:
    """The network in a folder. Raises BadInput that says what is missing or does not fit."""
    ids = gloss_ids(folder)
    weights = _weights(folder)
    rows = weights[_SHARED].shape[0]
    if rows != len(ids):
        raise BadInput(
            f"{folder} does not fit together: its gloss list has {len(ids)} entries and its checkpoint "
            f"{rows} rows. Copy the {PUBLISHED} that the checkpoint was trained with."
        )
    table = _tensors(folder / _ROWS)
    if not isinstance(table, torch.Tensor) or table.ndim != 2 or table.shape[1] != weights[_SHARED].shape[1]:
        raise BadInput(f"{folder / _ROWS} holds no rows for the source's pieces: copy it again.")
    network, kept = _network(folder, weights, ids), _kept(folder, len(table))
    languages = languages_of([gloss for gloss in ids if gloss not in SPECIALS])
    return Published(network, table.float(), _pieces(folder), kept, ids, languages)


def _network(folder: Path, weights: dict[str, torch.Tensor], ids: Mapping[str, int]) -> Any:
    from transformers import MBartConfig, MBartForConditionalGeneration

    known = read_config(folder)
    try:
        config = MBartConfig(
            **{
                **known,
                "vocab_size": len(ids),
                "pad_token_id": ids["<pad>"],
                "bos_token_id": ids["<s>"],
                "eos_token_id": ids["</s>"],
                "forced_eos_token_id": None,
            }
        )
        network = MBartForConditionalGeneration(config)
        missing, _ = network.load_state_dict(weights, strict=False)
    except (RuntimeError, TypeError, ValueError) as problem:
        said = " ".join(str(problem).split())[:160]
        raise BadInput(f"The checkpoint in {folder} does not fit its config.json ({said}).") from None
    tied = ("embed_tokens.weight", "lm_head.weight", "final_logits_bias")
    if lost := [name for name in missing if not name.endswith(tied)]:
        raise BadInput(f"The checkpoint in {folder} lacks {lost[0]}: copy the trained one.")
    network.tie_weights()
    network.train(False)
    return network


def _weights(folder: Path) -> dict[str, torch.Tensor]:
    """The network's tensors in the checkpoint, by the names transformers gives them."""
    paths = [path for pattern in _CHECKPOINTS for path in sorted(folder.glob(pattern))]
    if not paths:
        raise BadInput(f"{folder} has no checkpoint: copy the trained one, phoenix_best.ckpt, into it.")
    held = _tensors(paths[0])
    state = held.get("model_state", held) if isinstance(held, dict) else {}
    prefix = next((name[: -len(_SHARED)] for name in state if name.endswith(_SHARED)), None)
    if prefix is None:
        raise BadInput(f"{paths[0]} holds no text-to-gloss network: copy the trained one.")
    return {name[len(prefix) :]: value for name, value in state.items() if name.startswith(prefix)}


def _tensors(path: Path) -> Any:
    try:
        return torch.load(path, map_location="cpu", weights_only=True)
    except FileNotFoundError:
        raise BadInput(f"There is no {path}: copy it from the published folder.") from None
    except Exception as problem:  # damage reaches every part of the reader
        said = " ".join(str(problem).split())[:120]
        raise BadInput(f"{path} cannot be read as tensors alone ({said}): copy it again.") from None


def _kept(folder: Path, rows: int) -> dict[int, int]:
    path = next((folder / name for name in _MAPS if (folder / name).is_file()), folder / _MAPS[0])
    found = _unpickled(path)
    if not isinstance(found, dict) or not all(
        isinstance(old, int) and isinstance(new, int) and 0 <= new < rows for old, new in found.items()
    ):
        raise BadInput(f"{path} does not fit {_ROWS}: copy both from the same folder.")
    return found


def _pieces(folder: Path) -> Any:
    import sentencepiece

    try:
        return sentencepiece.SentencePieceProcessor(model_file=str(folder / _PIECES))
    except (OSError, RuntimeError):
        raise BadInput(f"{folder} has no {_PIECES} that can be read: copy the one of mBART-cc25.") from None


def _unpickled(path: Path) -> Any:
    try:
        return restricted_pickle.load(path.read_bytes())
    except OSError:
        raise BadInput(f"There is no {path}: copy it from the published folder.") from None
    except restricted_pickle.RefusedPickle as problem:
        raise BadInput(f"{path} cannot be read: {problem}.") from None
