"""Files dropped on the window: texts, projects, ELAN files, motions and dictionaries."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from studio.language import decimal, mark, tr
from studio.motions import CAPTURES, MOTIONS
from studio.panels import dialogs
from studio.panels.dialogs import SUFFIX
from studio.panels.text import LONGEST

if TYPE_CHECKING:
    from studio.window import MainWindow

TEXTS, DICTIONARIES = (".txt", ".md"), (".sqlite", ".db")
KNOWN = mark(
    "Drop a project (.signwright), a text (.txt), a table of sentences (.csv), an ELAN file (.eaf), a motion "
    "(.npz), keypoints (.pose) or a dictionary (.sqlite)."
)


class Drops(QObject):
    """Takes what is dropped anywhere on the window; several files at once are refused in a sentence."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        window.setAcceptDrops(True)
        window.text.editor.setAcceptDrops(False)  # which would write a file's address into the sentence
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent) and event.mimeData().hasUrls():
            event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            event.acceptProposedAction()
            self._take(event.mimeData())
            return True
        return super().eventFilter(watched, event)

    def _take(self, dropped: QMimeData) -> None:
        paths = [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]
        if len(paths) != 1:
            self._refuse(tr("One file at a time"))
        elif paths[0].suffix == SUFFIX:
            self._window.files.open_path(paths[0])
        elif paths[0].suffix.lower() in DICTIONARIES:
            self._window.commands.use_dictionary(paths[0])
        elif paths[0].suffix.lower() == ".eaf":
            self._window.tiers.open_path(paths[0])
        elif paths[0].suffix.lower() == ".csv":
            self._window.sentences.ask(paths[0])
        elif paths[0].suffix.lower() in MOTIONS + CAPTURES:
            self._window.motions.open_path(paths[0])
        elif paths[0].suffix.lower() in TEXTS:
            self._read(paths[0])
        else:
            self._refuse(tr("“{file}” cannot be opened").format(file=paths[0].name))

    def _read(self, path: Path) -> None:
        """Sign the text of a file, as one undoable step."""
        try:
            text = path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError):
            dialogs.tell(
                self._window,
                tr("“{file}” cannot be read").format(file=path.name),
                tr("Save it as plain text in UTF-8, and drop it again."),
            )
            return
        if len(text) > LONGEST:
            self._window.status.warn(
                tr("Only the first {count} characters of {file} were taken.").format(
                    count=decimal(LONGEST), file=path.name
                )
            )
        self._window.text.editor.setPlainText(text[:LONGEST].strip())

    def _refuse(self, what: str) -> None:
        dialogs.tell(self._window, what, tr(KNOWN))
