"""The menus of the gloss strip: other glosses for the same words, other ways to sign the sentence."""

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from pipeline.errors import BadInput
from pipeline.text.gloss import Mood, Reading
from studio.document import Document
from studio.editor import Editor
from studio.evidence import gloss_choices, sentence_choices
from studio.interpreter import Interpreter
from studio.language import tr
from studio.panels.choices import Choice, choice_menu
from studio.panels.glosses import GlossPanel
from studio.selection import Selection
from studio.terms import term


class Choosing(QObject):
    """Opens the menus and makes of a choice an edit."""

    def __init__(
        self,
        document: Document,
        editor: Editor,
        interpreter: Interpreter,
        selection: Selection,
        panel: GlossPanel,
    ) -> None:
        super().__init__(panel)
        self._document, self._editor, self._interpreter = document, editor, interpreter
        self._selection, self._panel = selection, panel
        self.menu: QMenu | None = None  # the one opened last
        panel.choices_wanted.connect(self.offer_glosses)
        panel.readings_wanted.connect(self.offer_readings)

    def offer_glosses(self, position: int = -1) -> None:
        """Open the menu of a gloss, of the selected one by default."""
        self._editor.draft.flush()
        position = position if position >= 0 else self._selection.position
        if not 0 <= position < self._editor.count:
            return
        self._selection.select(position)
        gloss = self._document.project.glosses.glosses[position]
        title = tr("Instead of {gloss}").format(gloss=gloss.name)
        menu = choice_menu(
            self._panel, title, gloss_choices(gloss), lambda name: self._editor.rename(position, str(name))
        )
        menu.addSeparator()
        menu.addAction(tr("Type Another Gloss…"), self._panel.edit)
        readings = self._sentence_choices(position)
        if len(readings) > 1:
            menu.addMenu(self._readings_menu(readings))
        self._open(menu, self._panel.place_below(position))

    def offer_readings(self) -> None:
        """Open the menu of the sentence of the selected gloss, of the first by default."""
        self._editor.draft.flush()
        readings = self._sentence_choices(max(self._selection.position, 0))
        if not readings:
            return
        button = self._panel.readings
        self._open(self._readings_menu(readings), button.mapToGlobal(button.rect().bottomLeft()))

    def _sentence_choices(self, position: int) -> list[Choice]:
        project = self._document.project
        readings = project.glosses.readings
        if not readings and project.glosses.glosses:
            try:
                known = self._editor.library.known(project.sign_language)
            except BadInput as problem:
                self._editor.failed.emit(str(problem))
                return []
            pair = project.language, project.sign_language
            readings = self._interpreter.translate(project.text, *pair, known).readings
        return sentence_choices(project.glosses, readings, position)

    def _readings_menu(self, readings: list[Choice]) -> QMenu:
        first = readings[0].value
        mood = first.mood if isinstance(first, Reading) else Mood.STATEMENT
        asked = f" ({term(mood)})" if mood is not Mood.STATEMENT else ""
        return choice_menu(self._panel, tr("Ways to Sign the Sentence") + asked, readings, self._use)

    def _use(self, reading: object) -> None:
        if isinstance(reading, Reading):
            self._editor.use_reading(reading)

    def _open(self, menu: QMenu, place: QPoint) -> None:
        self.menu = menu
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)
        first = next((action for action in menu.actions() if action.isCheckable()), None)
        if first is not None:
            menu.setActiveAction(first)
