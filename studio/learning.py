"""The user's own glossary: kept in a file, grown by corrections, and undone with them."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand

from pipeline.errors import BadInput
from studio.language import tr
from studio.settings import data_folder

if TYPE_CHECKING:
    from pipeline.text.glossary import Glossary
    from pipeline.timeline.project import Project

FILE = "glossary.toml"


class Learning(QObject):
    """Holds the glossary, writes every change of it to its file, and makes entries of corrections."""

    changed = Signal()
    failed = Signal(str)
    learnt = Signal(str)  # a sentence about a correction that is remembered

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = data_folder() / FILE
        self._glossary: Glossary | None = None
        self._writable = True

    @property
    def glossary(self) -> "Glossary":
        """The glossary, read when first asked for; a damaged file stays as it is and is told of."""
        from pipeline.text.glossary import EMPTY, load_glossary

        if self._glossary is None:
            self._glossary = EMPTY
            try:
                self._glossary = load_glossary(self.path)
            except BadInput as problem:
                self._writable = False
                self.failed.emit(str(problem))
        return self._glossary

    def put(self, glossary: "Glossary") -> None:
        """Use another glossary and keep it."""
        from pipeline.text.glossary import save_glossary

        if glossary == self.glossary:
            return
        self._glossary = glossary
        try:
            if not self._writable:
                self._set_aside()
            save_glossary(Path(self.path), glossary)
        except (BadInput, OSError) as problem:
            self.failed.emit(str(problem))
        self.changed.emit()

    def correction(self, project: "Project", position: int, name: str) -> QUndoCommand | None:
        """The step that remembers a gloss typed in the place of one of the project; None for no word."""
        from pipeline.text.glossary import correction

        if not 0 <= position < len(project.glosses.glosses) or not name.strip():
            return None
        gloss = project.glosses.glosses[position]
        if gloss.span is None or gloss.name == name:
            return None
        words = project.glosses.text[slice(*gloss.span)]
        pair = project.language, project.sign_language
        entry = correction(words, gloss.evidence.word, " ".join(name.split()), *pair)
        self.learnt.emit(
            tr("“{text}” is signed {gloss} from now on").format(text=entry.text, gloss=entry.glosses[0])
        )
        return Lesson(self, self.glossary, self.glossary.with_entry(entry))

    def _set_aside(self) -> None:
        """Keep a file that cannot be read under another name."""
        Path(self.path).replace(Path(self.path).with_suffix(".unreadable.toml"))
        self._writable = True


class Lesson(QUndoCommand):
    """A step of history that changes the glossary."""

    def __init__(self, learning: Learning, before: "Glossary", after: "Glossary") -> None:
        super().__init__()
        self._learning, self._before, self._after = learning, before, after

    def redo(self) -> None:
        self._learning.put(self._after)

    def undo(self) -> None:
        self._learning.put(self._before)
