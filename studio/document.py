"""The one thing in the studio that changes: a project, its file and its history."""

from itertools import count
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from pipeline.timeline.project import Project
from studio.language import tr

APART = -1
"""The gesture of an edit that merges with no other."""

_gestures = count(1)


def new_gesture() -> int:
    """A number for a drag or a burst of typing; edits that carry the same one become one step."""
    return next(_gestures)


class Edit(QUndoCommand):
    """A step of history. Projects are immutable, so both ends are kept whole."""

    def __init__(self, document: "Document", title: str, after: "Project", gesture: int) -> None:
        super().__init__(title)
        self._document = document
        self._before, self._after = document.project, after
        self._gesture = gesture

    def redo(self) -> None:
        self._document._show(self._after)

    def undo(self) -> None:
        self._document._show(self._before)

    def id(self) -> int:
        return self._gesture

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, Edit):
            return False
        self._after = other._after
        if self._after == self._before:
            self.setObsolete(True)
        return True


class Document(QObject):
    """A project with its file and undo history; every change of it goes through `edit`."""

    changed = Signal(object)  # the Project shown now
    state_changed = Signal()  # file or "edited" mark
    opened = Signal()  # another project took the place of this one

    def __init__(self, project: "Project", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = self._saved = project
        self._path: Path | None = None
        self._altered = False
        self.history = QUndoStack(self)

    @property
    def project(self) -> "Project":
        """The project as it is now."""
        return self._project

    @property
    def path(self) -> Path | None:
        """Its file, None until it is saved for the first time."""
        return self._path

    @property
    def name(self) -> str:
        """What to call it in the window."""
        return self._path.stem if self._path else tr("Untitled")

    @property
    def is_edited(self) -> bool:
        """Whether there is something that its file does not hold."""
        return self._altered or self._project != self._saved

    def edit(
        self, title: str, after: "Project", gesture: int = APART, also: QUndoCommand | None = None
    ) -> None:
        """Change the project as one undoable step; edits of the same `gesture` merge.

        What is done `also` belongs to the step, which then merges with no other.
        """
        if after == self._project:
            return
        if also is None:
            self.history.push(Edit(self, title, after, gesture))
            return
        self.history.beginMacro(title)
        self.history.push(also)
        self.history.push(Edit(self, title, after, APART))
        self.history.endMacro()

    def open(self, project: "Project", path: Path | None, *, altered: bool = False) -> None:
        """Begin anew with another project; an altered one counts as edited until it is saved."""
        self._project = self._saved = project
        self._path, self._altered = path, altered
        self.history.clear()
        self.opened.emit()
        self.changed.emit(project)
        self.state_changed.emit()

    def mark_saved(self, path: Path) -> None:
        """Note that the project as it is now is in the file `path`."""
        self._path, self._altered, self._saved = path, False, self._project
        self.history.setClean()  # so that later edits of the same gesture are a step of their own
        self.state_changed.emit()

    def _show(self, project: "Project") -> None:
        was, self._project = self.is_edited, project
        self.changed.emit(project)
        if self.is_edited != was:
            self.state_changed.emit()
