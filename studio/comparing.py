"""Comparing: opens the window with the signs of the list, and does what is decided in it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from pipeline.errors import BadInput
from pipeline.signs.sign import Sign
from studio.curating import Curating
from studio.editor import Editor
from studio.language import tr
from studio.library import Pages
from studio.panels.candidates import CandidatesPanel
from studio.panels.curation import change_for

if TYPE_CHECKING:
    from pipeline.body.model import BodyModel
    from pipeline.motion.motion import Motion
    from pipeline.signs.recording import Recording
    from studio.panels.compare import CompareWindow

AROUND = 40
"""Signs of a long list that can be compared, from the marked one on."""


class Comparing(QObject):
    """Keeps at most one window open."""

    used = Signal(object)  # Sign, to be used for the sentence
    opened = Signal(bool)

    def __init__(self, editor: Editor, panel: CandidatesPanel, curating: Curating) -> None:
        super().__init__(panel)
        self._editor, self._panel, self._curating = editor, panel, curating
        self._body: BodyModel | None = None
        self.window: CompareWindow | None = None
        panel.compare_wanted.connect(self.open)
        curating.changed.connect(self._refresh)

    def set_body(self, body: "BodyModel") -> None:
        """Compare on this signer from now on."""
        self._body = body

    def open(self) -> None:
        """Show the marked sign beside the next ones of the list; one alone is compared with nothing."""
        from studio.panels.compare import CompareWindow

        signs, row = self._panel.signs, max(self._panel.row, 0)
        if isinstance(signs, Pages):
            signs, row = signs[row : row + AROUND], 0
        if self._body is None or len(signs) < 2:
            self._curating.said.emit(tr("There is nothing to compare: the list has fewer than two signs"))
            return
        if self.window is not None:
            self.window.close()
        self.window = CompareWindow(self._panel.window(), self._body, self._motion, self._recordings)
        self.window.commanded.connect(self._command)
        self.window.undo_wanted.connect(self._editor.undo)
        self.window.redo_wanted.connect(self._editor.redo)
        self.window.closed.connect(self._forget)
        self.window.show()
        self.window.activateWindow()  # its keys are its own, also where no window manager gives it the focus
        self.opened.emit(True)
        self.window.compare(signs, row)

    def _motion(self, sign: Sign) -> "Motion":
        from pipeline.motion.edit import crop

        return crop(self._editor.library.store.motion(sign.id), sign.onset, sign.offset)

    def _recordings(self, sign: Sign) -> "tuple[Recording, ...]":
        return self._editor.library.store.recordings(sign.id)

    def _command(self, sign: Sign, name: str) -> None:
        if name == "use":
            self.used.emit(sign)
        else:
            self._curating.decide_about(sign, *change_for(name, sign))

    def _refresh(self) -> None:
        if self.window is None:
            return
        try:
            ids = [sign.id for sign in self.window.signs]
            self.window.refresh(self._editor.library.store.signs(ids))
        except BadInput as problem:
            self._editor.failed.emit(str(problem))

    def _forget(self) -> None:
        if self.window is not None:
            self.window.deleteLater()
            self.window = None
            self.opened.emit(False)
