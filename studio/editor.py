"""What the user's wishes mean for the document: typing, glosses, candidates, transitions, signer."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from pipeline.errors import BadInput
from studio.document import APART, Document, new_gesture
from studio.workshop import Performance, Workshop

if TYPE_CHECKING:
    from pipeline.timeline.project import Project

    from pipeline.signs.sign import Sign
    from studio.library import Library

DEBOUNCE = 60
"""Milliseconds of rest after which typed text is translated."""

PAUSE = 1000
"""Milliseconds of rest after which further typing is another step of history."""


class Editor(QObject):
    """Turns wishes into edits of the document, and every new timeline into a performance.

    Text that is being typed waits here until it is translated; `flush` translates it at once,
    and every other edit does that first, so that no edit is made on glosses of an older text.
    """

    performed = Signal(object)  # Performance
    failed = Signal(str)
    selection_asked = Signal(int)  # position of the gloss that an edit was about

    def __init__(self, document: Document, workshop: Workshop, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._workshop = document, workshop
        self._library: Library | None = None
        self._typed: Project | None = None  # with the new text, and the glosses of the old one
        self._performance: Performance | None = None
        self._gesture = new_gesture()
        self._rest = QTimer(self, singleShot=True, interval=DEBOUNCE)
        self._rest.timeout.connect(self._translate)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._end_burst)
        document.changed.connect(self._perform)
        document.opened.connect(self._forget_typing)
        workshop.translated.connect(self._take_translation)
        workshop.baked.connect(self._take_performance)
        workshop.failed.connect(self._report)

    @property
    def is_typing(self) -> bool:
        """Whether the text shown is newer than the document's."""
        return self._typed is not None

    @property
    def library(self) -> "Library":
        """The dictionary of the document, opened when first asked for; raises BadInput."""
        from studio.library import Library

        wanted = self._document.project.dictionary
        if self._library is None or self._library.dictionary != wanted:
            opened = Library(wanted)
            self.close()
            self._library = opened
        return self._library

    def close(self) -> None:
        """Let go of the dictionary."""
        if self._library is not None:
            self._library.close()
            self._library = None

    def type_text(self, text: str) -> None:
        """Sign `text` as soon as the typing rests for a moment."""
        self._typed = replace(self._document.project, text=text)
        self._workshop.cancel_translation()
        self._rest.start()
        self._pause.start()

    def set_languages(self, text: str, sign: str) -> None:
        """Translate from and to other languages."""
        self.flush()
        changed = replace(self._document.project, language=text, sign_language=sign)
        self._edit("Change languages", lambda _, library: _retranslated(changed, library))

    def rename(self, position: int, name: str) -> None:
        """Sign something else in the place of a gloss."""
        from studio import edits

        self._edit(f"Edit {name}", lambda p, library: edits.rename(p, position, name, library.store))
        self.selection_asked.emit(position)

    def insert(self, position: int, name: str) -> None:
        """Sign something more before the gloss at `position`."""
        from studio import edits

        self._edit(f"Insert {name}", lambda p, library: edits.insert(p, position, name, library.store))
        self.selection_asked.emit(position)

    def remove(self, position: int) -> None:
        """Do not sign a gloss."""
        from studio import edits

        if 0 <= position < self.count:
            name = self._document.project.glosses.glosses[position].name
            self._edit(f"Delete {name}", lambda p, library: edits.remove(p, position, library.store))
            self.selection_asked.emit(min(position, self.count - 1))

    def move(self, start: int, end: int) -> None:
        """Sign a gloss earlier or later."""
        from studio import edits

        if start != end and 0 <= start < self.count and 0 <= end < self.count:
            name = self._document.project.glosses.glosses[start].name
            self._edit(f"Move {name}", lambda p, library: edits.move(p, start, end, library.store))
            self.selection_asked.emit(end)

    def use(self, clip: int, sign: "Sign") -> None:
        """Perform a clip with another sign."""
        from studio import edits

        self._edit(f"Use another {sign.gloss}", lambda p, library: edits.use(p, clip, sign, library.store))

    def set_transition(self, index: int, seconds: float, gesture: int = APART) -> None:
        """Spend `seconds` on the way into a clip; the changes of one gesture are one step."""
        from studio import edits

        self._edit("Change transition", lambda p, _: edits.set_transition(p, index, seconds), gesture)

    def reset_transition(self, index: int) -> None:
        """Give a transition the length that was proposed for it."""
        clips = self._document.project.timeline.clips
        into = clips[index].into if index < len(clips) else self._document.project.timeline.outro
        self.set_transition(index, into.proposed)

    def set_signer(self, key: str) -> None:
        """Let another signer perform."""
        self._edit("Change signer", lambda p, _: replace(p, signer=key))

    def set_dictionary(self, path: str | None) -> None:
        """Take signs from another dictionary; raises BadInput when it cannot be opened."""
        from studio.library import Library

        opened = Library(path)
        self.flush()
        self.close()
        self._library = opened
        changed = replace(self._document.project, dictionary=path)
        self._end_burst()
        self._apply("Change dictionary", lambda: _retranslated(changed, opened), APART)

    def undo(self) -> None:
        """Take back the last step."""
        self.flush()
        self._end_burst()
        self._document.history.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        self.flush()
        self._document.history.redo()

    def flush(self) -> None:
        """Bring typed text into the document now."""
        if self._typed is not None:
            typed = self._typed
            self._forget_typing()
            self._apply("Typing", lambda: _retranslated(typed, self.library), self._gesture)

    def perform_again(self) -> None:
        """Make the performance anew: another body has other wrists."""
        self._performance = None
        self._perform(self._document.project)

    @property
    def count(self) -> int:
        """How many glosses there are."""
        return len(self._document.project.glosses.glosses)

    def _edit(
        self, title: str, change: "Callable[[Project, Library], Project]", gesture: int = APART
    ) -> None:
        self.flush()
        self._end_burst()
        self._apply(title, lambda: change(self._document.project, self.library), gesture)

    def _apply(self, title: str, change: "Callable[[], Project]", gesture: int) -> None:
        try:
            self._document.edit(title, change(), gesture)
        except BadInput as problem:
            self.failed.emit(str(problem))

    def _translate(self) -> None:
        if self._typed is not None:
            self._workshop.translate(self._typed)

    def _take_translation(self, project: "Project", performance: Performance) -> None:
        if self._typed is None or self._typed.text != project.text:
            return
        self._typed = None
        self._performance = performance
        self._document.edit("Typing", project, self._gesture)
        self.performed.emit(performance)

    def _perform(self, project: "Project") -> None:
        known = self._performance
        if known is None or known.timeline != project.timeline:
            self._workshop.bake(project)

    def _take_performance(self, performance: Performance) -> None:
        if performance.timeline == self._document.project.timeline:
            self._performance = performance
            self.performed.emit(performance)

    def _forget_typing(self) -> None:
        self._typed = None
        self._rest.stop()
        self._workshop.cancel_translation()

    def _end_burst(self) -> None:
        self._gesture = new_gesture()

    def _report(self, problem: Exception) -> None:
        if isinstance(problem, (BadInput, OSError)):
            self.failed.emit(str(problem))
        else:
            raise problem


def _retranslated(project: "Project", library: "Library") -> "Project":
    from studio.edits import retranslate

    return retranslate(project, library.store)
