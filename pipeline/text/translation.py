"""Who translates: the rules or a trained model, always with the user's glossary."""

from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import BadInput
from pipeline.text.gloss import GlossSequence
from pipeline.text.glossary import EMPTY, Glossary, load_glossary
from pipeline.text.hypothesis import Translator
from pipeline.text.modelled import translate_with
from pipeline.text.opening import open_model
from pipeline.text.translate import translate


@dataclass(frozen=True)
class Translation:
    """Translates as `translate` does; the model only between its own languages."""

    translator: Translator | None = None
    glossary: Glossary = EMPTY

    @property
    def pair(self) -> tuple[str, str] | None:
        """The languages of the model."""
        return (self.translator.language, self.translator.sign_language) if self.translator else None

    def __call__(self, text: str, language: str, sign_language: str, known: frozenset[str]) -> GlossSequence:
        """The glosses of a text. Raises BadInput for languages that are no pair."""
        if self.translator is None or (language, sign_language) != self.pair:
            return translate(text, language, sign_language, known, self.glossary)
        return translate_with(self.translator, text, known, self.glossary)


def open_translation(model: Path | None, glossary: Path | None) -> Translation:
    """The model in a folder, the rules for None, with a glossary. Raises BadInput for what cannot be read."""
    if model and model.suffix == ".npz":
        raise BadInput(f"{model.name} is no folder of a translator: give a body model with --body.")
    return Translation(open_model(model) if model else None, open_glossary(glossary))


def open_glossary(path: Path | None) -> Glossary:
    """The glossary in a file, empty for None. Raises BadInput when there is no such file."""
    if path is None:
        return EMPTY
    if not path.exists():
        raise BadInput(f"There is no glossary {path}: export one from the studio.")
    return load_glossary(path)
