"""One gloss lights up everywhere: the one pointed at, else the one being performed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from studio.window import MainWindow


class Linking(QObject):
    """Hears where text, gloss strip and timeline are pointed at, and lights up all three."""

    lit = Signal(int)  # position of the gloss, -1 for none

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._pointed = self._performed = self._shown = -1
        for place in (window.text, window.glosses, window.timeline):
            place.pointed.connect(self.point)
        self.lit.connect(window.timeline.light)
        self.lit.connect(window.glosses.show_lit)
        self.lit.connect(window.text.show_lit)

    def point(self, position: int) -> None:
        """Light up the gloss under the pointer; -1 when it left."""
        self._pointed = position
        self._tell()

    def perform(self, position: int) -> None:
        """Light up the gloss that the frame shown belongs to, unless another one is pointed at."""
        self._performed = position
        self._tell()

    def _tell(self) -> None:
        shown = self._pointed if self._pointed >= 0 else self._performed
        if shown != self._shown:
            self._shown = shown
            self.lit.emit(shown)
