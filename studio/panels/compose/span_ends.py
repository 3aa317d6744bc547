"""A moment of the sign, chosen by name or typed in percent of the sign."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox

from studio.language import brief, tr

NEAR = 0.005
"""Shares of the sign that count as the same moment."""


class SpanEnd(QComboBox):
    """The start or the end of a span; `picked` carries a share of the sign, 0 to 1."""

    picked = Signal(float)

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.setToolTip(tr("{title}, a moment of the sign; type 35 for 35 % of it").format(title=title))
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setCompleter(None)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._marks: dict[str, float] = {}
        self._share = 0.0
        self.activated.connect(lambda index: self._choose(self._marks[self.itemText(index)]))
        self.lineEdit().editingFinished.connect(self._read)

    def show_marks(self, marks: dict[str, float]) -> None:
        """Offer these moments by name."""
        if marks != self._marks:
            self._marks = dict(marks)
            with QSignalBlocker(self):
                self.clear()
                self.addItems(list(marks))
            self.show_value(self._share)

    def show_value(self, share: float) -> None:
        """Show a share of the sign, by name where it has one."""
        self._share = share
        known = (name for name, mark in self._marks.items() if abs(mark - share) < NEAR)
        with QSignalBlocker(self):
            self.setCurrentText(next(known, f"{brief(100 * share)} %"))

    def _choose(self, share: float) -> None:
        if abs(share - self._share) > NEAR / 100:
            self.picked.emit(share)

    def _read(self) -> None:
        text = self.currentText().strip()
        if text in self._marks:
            self._choose(self._marks[text])
            return
        try:
            share = float(text.removesuffix("%").replace(",", ".")) / 100
        except ValueError:
            share = self._share
        if 0 <= share <= 1 and abs(share - self._share) >= NEAR / 10:
            self._choose(round(share, 4))
        else:
            self.show_value(self._share)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
