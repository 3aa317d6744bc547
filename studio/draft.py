"""Text that is typed but not translated yet."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from pipeline.errors import BadInput
from studio.document import APART, Document, new_gesture
from studio.interpreter import Interpreter
from studio.language import tr
from studio.library import Shelf
from studio.workshop import Performance, Workshop

if TYPE_CHECKING:
    from pipeline.text.gloss import GlossSequence
    from pipeline.timeline.project import Project

DEBOUNCE = 60
"""Milliseconds of rest after which typed text is translated."""

PAUSE = 1000
"""Milliseconds of rest after which further typing is another step of history."""


class Draft(QObject):
    """Waits for the typing to rest, has the text translated in the background, then edits the document.

    `flush` does it at once; every other edit does that first, so that none is made on glosses of an
    older text.
    """

    changed = Signal(bool)  # whether there is a text that is not translated yet
    performed = Signal(object)  # Performance of the translated text, just before the document changes
    failed = Signal(str)

    def __init__(
        self,
        document: Document,
        shelf: Shelf,
        workshop: Workshop,
        interpreter: Interpreter,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._shelf, self._workshop = document, shelf, workshop
        self._interpreter = interpreter
        self._shown: tuple[str, int] = "", APART  # title and gesture of the last translation
        self._pending: Project | None = None  # with the new text, and the glosses of the old one
        self._title = ""
        self._gesture = 0
        self.end_burst()
        self._rest = QTimer(self, singleShot=True, interval=DEBOUNCE)
        self._rest.timeout.connect(self._translate)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.end_burst)
        document.opened.connect(self.forget)
        workshop.translated.connect(self._take)
        interpreter.refined.connect(self._refine)
        workshop.refined.connect(self._take_refined)

    @property
    def is_pending(self) -> bool:
        """Whether there is a text that is not translated yet."""
        return self._pending is not None

    def type_text(self, text: str) -> None:
        """Sign `text` as soon as the typing rests for a moment."""
        self._workshop.cancel_translation()
        self._interpreter.forget()
        self._set(replace(self._pending or self._document.project, text=text))
        self._rest.start()
        self._pause.start()

    def set_languages(self, text: str, sign: str) -> None:
        """Translate from and to other languages."""
        self.flush()
        self.end_burst()
        self._title = tr("Change Languages")
        self._set(replace(self._document.project, language=text, sign_language=sign))
        self._translate()
        self._pause.start()

    def flush(self) -> None:
        """Bring the typed text into the document now: without glosses where the dictionary fails."""
        from pipeline.timeline.edits import set_text

        pending = self._pending
        if pending is not None:
            self.forget()
            try:
                store = self._shelf.library(pending.dictionary).store
                after = set_text(pending, pending.text, store, self._interpreter.translate)
            except BadInput as problem:
                self.failed.emit(str(problem))
                after = _without_glosses(pending)
            self._document.edit(self._title, after, self._gesture)
            self._interpreter.refine(after)

    def forget(self) -> None:
        """Want the typed text no more."""
        self._rest.stop()
        self._workshop.cancel_translation()
        self._interpreter.forget()
        self._set(None)

    def translate_again(self) -> None:
        """Translate the text as it is by another translator or with another glossary."""
        self.flush()
        self.end_burst()
        if self._document.project.text:
            self._title = tr("Translate Again")
            self._set(self._document.project)
            self._translate()

    def end_burst(self) -> None:
        """Let what is typed from now on be another step of history."""
        self._gesture, self._title = new_gesture(), tr("Typing")

    def _set(self, pending: "Project | None") -> None:
        was, self._pending = self._pending, pending
        if (was is None) != (pending is None):
            self.changed.emit(pending is not None)

    def _translate(self) -> None:
        if self._pending is not None:
            self._workshop.translate(self._pending)

    def _take(self, project: "Project", performance: Performance) -> None:
        if self._pending is not None:
            self._set(None)
            self._shown = self._title, self._gesture
            self.performed.emit(performance)
            self._document.edit(self._title, project, self._gesture)
            if not project.edited:
                self._interpreter.refine(project)

    def _refine(self, asked: "Project", find: "Callable[[], GlossSequence]") -> None:
        """Take the translation of the slower model, if the text is still as it was."""
        if self._is_still(asked):
            self._workshop.adopt(asked, find)

    def _take_refined(self, asked: "Project", project: "Project", performance: Performance) -> None:
        if self._is_still(asked):
            self.performed.emit(performance)
            self._document.edit(self._shown[0] or tr("Translate"), project, self._shown[1])

    def _is_still(self, asked: "Project") -> bool:
        return self._pending is None and not asked.edited and self._document.project == asked


def _without_glosses(project: "Project") -> "Project":
    from pipeline.text.gloss import GlossSequence
    from pipeline.timeline.timeline import Timeline

    glosses = GlossSequence(project.text, project.language, project.sign_language, ())
    return replace(project, glosses=glosses, timeline=Timeline(), edited=False)
