"""Trained translators in folders: found by their cards, opened when they are asked for."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from pipeline import restricted_pickle
from pipeline.errors import BadInput
from pipeline.text.hypothesis import System, Translator
from pipeline.text.phrases import storage

CARD = "card.json"
"""The file that makes a folder a model: its languages, its kind, its data and licence."""

PUBLISHED = "gloss2ids.pkl"
"""The file that a published mBART text-to-gloss folder has instead; see `pretrained.published`."""


@dataclass(frozen=True, slots=True)
class Model:
    """What is known of a trained translator before it is opened."""

    name: str
    folder: Path
    language: str  # IETF tag
    sign_language: str  # ISO 639-3
    system: System

    @property
    def heavy(self) -> bool:
        """Whether the whole of it needs PyTorch, and so a process of its own."""
        return self.system != "phrases"


def find_models(folder: Path) -> tuple[Model, ...]:
    """The models in the subfolders of a folder, by name; what is no model is passed over."""
    try:
        inside = sorted(folder.iterdir(), key=lambda path: path.name.casefold())
    except OSError:
        return ()
    found = (_model(path) for path in inside)
    return tuple(model for model in found if model is not None)


def model_in(folder: Path) -> Model:
    """The model in a folder; raises BadInput when there is none."""
    if found := _model(folder):
        return found
    raise BadInput(f"{folder} is no trained translator: choose a folder with a {CARD} that training wrote.")


def open_quick(folder: Path) -> Translator:
    """The part of a translator that answers within milliseconds and needs no PyTorch.

    Raises BadInput when the folder holds none or it cannot be read. `opening.open_model` opens the whole.
    """
    model = model_in(folder)
    if model.system == "neural":
        raise BadInput(f"The model {model.name} has no quick part: it runs in a process of its own.")
    return storage.load(folder)


def _model(folder: Path) -> Model | None:
    """The model that a folder's card or gloss list describes, None without one that does."""
    if (folder / PUBLISHED).is_file() and not (folder / CARD).is_file():
        return _published(folder)
    try:
        card = json.loads((folder / CARD).read_text(encoding="utf-8"))
        texts = [card["language"], card["sign_language"], card["system"], card.get("name", folder.name)]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    if not all(isinstance(text, str) for text in texts) or texts[2] not in get_args(System):
        return None
    return Model(texts[3], folder, texts[0], texts[1], texts[2])


def _published(folder: Path) -> Model | None:
    try:
        glosses = list(map(str, restricted_pickle.load((folder / PUBLISHED).read_bytes())))
    except (OSError, restricted_pickle.RefusedPickle, TypeError):
        return None
    return Model(folder.name, folder, *languages_of(glosses), "neural")


def languages_of(glosses: Sequence[str]) -> tuple[str, str]:
    """The text and sign language of a published gloss list: Chinese, or else German."""
    chinese = sum(any("\u4e00" <= letter <= "\u9fff" for letter in gloss) for gloss in glosses)
    return ("zh", "csl") if 2 * chinese > len(glosses) else ("de", "gsg")
