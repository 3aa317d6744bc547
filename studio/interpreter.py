"""Who translates in the studio: the rules or a model of the user's, always with the user's glossary."""

import threading
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from pipeline.errors import BadInput
from pipeline.text.languages import LANGUAGE_PAIRS
from studio.language import tr
from studio.learning import Learning
from studio.process import command_line
from studio.remote import Remote
from studio.settings import Settings, data_folder
from studio.told import refused

if TYPE_CHECKING:
    from pipeline.text.gloss import GlossSequence
    from pipeline.text.hypothesis import Translator
    from pipeline.text.models import Model
    from pipeline.timeline.project import Project

Pair = tuple[str, str]


class Interpreter(QObject):
    """Translates in any thread at once; what needs PyTorch answers later, from its own process."""

    refined = Signal(object, object)  # Project asked about, what makes the slower model's GlossSequence
    failed = Signal(str)

    def __init__(self, settings: Settings, learning: Learning, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings, self._learning = settings, learning
        self._opening = threading.Lock()
        self._opened: dict[Path, Translator | None] = {}
        self._remotes: dict[Path, Remote] = {}
        self._known: dict[Pair, frozenset[str]] = {}
        self._chosen = {pair: settings.translator(*pair) for pair in LANGUAGE_PAIRS}
        self._only_dictionary = settings.only_dictionary

    @property
    def folder(self) -> Path:
        """Where the user's models are; made when missing."""
        folder = data_folder() / "models"
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def models(self, language: str, sign_language: str) -> "tuple[Model, ...]":
        """The user's models for a pair of languages."""
        from pipeline.text.models import find_models

        pair = language, sign_language
        return tuple(
            model for model in find_models(self.folder) if (model.language, model.sign_language) == pair
        )

    @property
    def only_dictionary(self) -> bool:
        """Whether models may choose only glosses that the dictionary has."""
        return self._only_dictionary

    @only_dictionary.setter
    def only_dictionary(self, only: bool) -> None:
        self._only_dictionary = self._settings.only_dictionary = only

    def choose(self, language: str, sign_language: str, folder: Path | None) -> None:
        """Translate between two languages with a model from now on, with the rules for None."""
        chosen = str(folder) if folder else ""
        self._chosen[language, sign_language] = chosen
        self._settings.set_translator(language, sign_language, chosen)

    def model(self, language: str, sign_language: str) -> "Model | None":
        """The model that translates between two languages; None for the rules."""
        chosen = self._chosen.get((language, sign_language), "")
        if not chosen:
            return None
        from pipeline.text.models import model_in

        try:
            found = model_in(Path(chosen))
        except BadInput:
            return None
        return found if (found.language, found.sign_language) == (language, sign_language) else None

    def translate(
        self, text: str, language: str, sign_language: str, known: frozenset[str]
    ) -> "GlossSequence":
        """The glosses of a text by what answers at once."""
        from pipeline.text.modelled import translate_with
        from pipeline.text.translate import translate

        glossary = self._learning.glossary
        self._known[language, sign_language] = known
        translator = self._quick(language, sign_language)
        if translator is None:
            return translate(text, language, sign_language, known, glossary)
        only = self._only_dictionary
        return translate_with(translator, text, known, glossary, constrained=only)

    def refine(self, project: "Project") -> None:
        """Let the slower part of the model translate the project's text; `refined` may follow."""
        remote = self._remote(project.language, project.sign_language)
        if remote is None or not project.text.strip():
            return
        from pipeline.text.modelled import sentences_of, signable, words

        known = self._known.get((project.language, project.sign_language), frozenset())
        only = partial(signable, known=known) if self._only_dictionary else None
        asked = sentences_of(project.text, project.language, project.sign_language)
        remote.ask(project, [list(words(sentence)) for sentence in asked], only)

    @property
    def is_busy(self) -> bool:
        """Whether a slower translation is still to come."""
        return any(remote.is_busy for remote in self._remotes.values())

    def forget(self) -> None:
        """Want no slower translation any more."""
        for remote in self._remotes.values():
            remote.forget()

    def close(self) -> None:
        """End the processes."""
        for remote in self._remotes.values():
            remote.close()
        self._remotes.clear()

    def _quick(self, language: str, sign_language: str) -> "Translator | None":
        """The part of the model that answers within milliseconds, opened once; None for the rules."""
        from pipeline.text.models import open_quick

        model = self.model(language, sign_language)
        if model is None or model.system == "neural":
            return None
        with self._opening:
            if model.folder not in self._opened:
                self._opened[model.folder] = None
                try:
                    self._opened[model.folder] = open_quick(model.folder)
                except (BadInput, OSError) as problem:
                    self.failed.emit(
                        tr("The rules translate instead. {problem}").format(problem=refused(str(problem)))
                    )
        return self._opened[model.folder]

    def _remote(self, language: str, sign_language: str) -> Remote | None:
        model = self.model(language, sign_language)
        if model is None or not model.heavy:
            return None
        if model.folder not in self._remotes:
            self.close()
            remote = Remote(self.command(model.folder), self)
            remote.answered.connect(self._take)
            remote.failed.connect(lambda why: self.failed.emit(f"{model.name}: {why}"))
            self._remotes[model.folder] = remote
        return self._remotes[model.folder]

    def command(self, folder: Path) -> list[str]:
        """The command line of the process that a model answers from."""
        return command_line(["gloss", "--serve", "--json", "--model", str(folder)])

    def _take(self, project: "Project", answers: list[list[dict[str, object]]]) -> None:
        from pipeline.text.modelled import answered
        from pipeline.text.serving import from_fields

        try:
            told = [[from_fields(one) for one in sentence] for sentence in answers]
        except (ValueError, KeyError, TypeError) as problem:
            self.failed.emit(tr("The translator answered nonsense: {problem}").format(problem=problem))
            return
        pair = project.language, project.sign_language
        known, glossary = self._known.get(pair, frozenset()), self._learning.glossary
        self.refined.emit(project, lambda: answered(project.text, *pair, told, known, glossary))
