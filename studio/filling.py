"""Drawing every thumbnail of a dictionary: a job that gives way to whatever is looked at."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from studio.filming import MOST_FILES
from studio.language import tr
from studio.tasks import Task

if TYPE_CHECKING:
    from pipeline.signs.sign import Sign
    from studio.thumbnails import Thumbnails
    from studio.window import MainWindow

QUEUE = "thumbnails"


class Filling(QObject):
    """One try: the signs are drawn one after the other, as long as none in sight is missing."""

    progressed = Signal(int, int, str)
    said = Signal(str)
    done = Signal(dict)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, thumbnails: "Thumbnails", signs: "Sequence[Sign]") -> None:
        super().__init__(thumbnails)
        self._thumbnails, self._signs = thumbnails, list(signs)
        self._drawn = 0

    def start(self) -> None:
        """Begin."""
        self._thumbnails.filled.connect(self._count)
        self._thumbnails.fill(self._signs)
        self._tell()

    def cancel(self) -> None:
        """Draw no more of them; `cancelled` follows."""
        self._leave()
        self.cancelled.emit()

    kill = cancel

    def _count(self, sign: "Sign") -> None:
        self._drawn += 1
        self.progressed.emit(self._drawn, len(self._signs), sign.gloss)
        self._tell()

    def _tell(self) -> None:
        if self._drawn == len(self._signs):
            self._leave()
            self.done.emit({"message": tr("{count} thumbnails are ready.").format(count=self._drawn)})

    def _leave(self) -> None:
        self._thumbnails.filled.disconnect(self._count)
        self._thumbnails.fill([])


def fill(window: "MainWindow") -> None:
    """Make a job of all thumbnails that the project's dictionary has room for on disk."""
    project, store = window.document.project, window.editor.library.store
    signs = store.search("", project.sign_language, MOST_FILES)
    name = Path(project.dictionary).name if project.dictionary else tr("the starter dictionary")
    title = tr("Thumbnails of {name}").format(name=name)
    window.tasks.add(Task(title, lambda: Filling(window.thumbnails, signs)), QUEUE)
