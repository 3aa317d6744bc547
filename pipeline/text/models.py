"""Trained translators in folders: found by their cards, opened when they are asked for."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from pipeline.errors import BadInput
from pipeline.text.hypothesis import System, Translator
from pipeline.text.phrases import storage

CARD = "card.json"
"""The file that makes a folder a model: its languages, its kind, its data and licence."""


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
    """The model that a folder's card describes, None without a card that does."""
    try:
        card = json.loads((folder / CARD).read_text(encoding="utf-8"))
        texts = [card["language"], card["sign_language"], card["system"], card.get("name", folder.name)]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    if not all(isinstance(text, str) for text in texts) or texts[2] not in get_args(System):
        return None
    return Model(texts[3], folder, texts[0], texts[1], texts[2])
