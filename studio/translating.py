"""The menu of translators: the rules, the user's models by name, and what they may sign."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QActionGroup, QDesktopServices
from PySide6.QtWidgets import QMenu

from pipeline.text.languages import LANGUAGE_NAMES
from studio.language import tr
from studio.panels.glossary import GlossaryDialog
from studio.terms import term

if TYPE_CHECKING:
    from pipeline.text.glossary import Glossary
    from studio.window import MainWindow


class Translating(QObject):
    """Fills the menu when it opens, and lets the text be translated again after a choice."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.menu = QMenu(tr("Translator"), window)
        self.menu.aboutToShow.connect(self._fill)
        window.menus["Edit"].insertMenu(window.actions_by_name["translate_anew"], self.menu)
        window.learning.failed.connect(window.status.warn)
        window.learning.learnt.connect(window.status.say)
        window.interpreter.failed.connect(window.status.warn)
        self._fill()

    def choose(self, folder: Path | None) -> None:
        """Translate between the project's languages with a model, with the rules for None."""
        project = self._window.document.project
        self._window.interpreter.choose(project.language, project.sign_language, folder)
        self._window.editor.draft.translate_again()
        model = self._window.interpreter.model(project.language, project.sign_language)
        self._window.status.say(
            tr("{translator}: translates from now on").format(translator=model.name if model else tr("Rules"))
        )

    def show_glossary(self) -> None:
        """Open the personal glossary."""
        window = self._window
        project = window.document.project
        pair = project.language, project.sign_language
        dialog = GlossaryDialog(window, window.learning.glossary, pair, window.settings.folder)
        dialog.saved.connect(self._use_glossary)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _use_glossary(self, glossary: "Glossary") -> None:
        if glossary != self._window.learning.glossary:
            self._window.learning.put(glossary)
            self._window.editor.draft.translate_again()

    def _fill(self) -> None:
        window, project = self._window, self._window.document.project
        pair = project.language, project.sign_language
        used = window.interpreter.model(*pair)
        self.menu.clear()
        languages = "  →  ".join(term(LANGUAGE_NAMES.get(tag, tag)) for tag in pair)
        self.menu.addAction(languages).setEnabled(False)
        group = QActionGroup(self.menu)
        for name, folder in (
            (tr("Rules"), None),
            *((model.name, model.folder) for model in window.interpreter.models(*pair)),
        ):
            action = self.menu.addAction(name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(folder == (used.folder if used else None))
            group.addAction(action)
            action.triggered.connect(lambda _checked=False, chosen=folder: self.choose(chosen))
        self.menu.addSeparator()
        only = self.menu.addAction(tr("Only Signs of the Dictionary"))
        only.setCheckable(True)
        only.setChecked(window.interpreter.only_dictionary)
        only.setEnabled(used is not None)
        only.toggled.connect(self._keep_to_dictionary)
        self.menu.addAction(tr("Open the Models Folder"), self._open_folder)

    def _keep_to_dictionary(self, only: bool) -> None:
        self._window.interpreter.only_dictionary = only
        self._window.editor.draft.translate_again()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._window.interpreter.folder)))
