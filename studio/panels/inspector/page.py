"""What all pages of the inspector have in common: a heading, rows of numbers, a few words."""

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from pipeline.errors import BadInput
from pipeline.timeline.timeline import Timeline
from studio import theme
from studio.document import APART, new_gesture
from studio.panels.decimals import DecimalBox
from studio.panels.pieces import label


class Page(QWidget):
    """A heading and rows of numbers; `asked` carries the timeline that a changed number leads to."""

    asked = Signal(str, object, int)  # title, Timeline, gesture
    failed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.timeline = Timeline()
        self.index = -1
        self._gesture = APART
        self.heading = QLabel()
        self.heading.setFont(theme.font(13, bold=True))
        self.heading.setWordWrap(True)
        self.about = label(tone="dim")
        self.about.setWordWrap(True)
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(8)
        self.grid.setVerticalSpacing(6)
        self.grid.setColumnStretch(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(8)
        layout.addWidget(self.heading)
        layout.addLayout(self.grid)
        layout.addWidget(self.about)
        layout.addStretch(1)

    def number(self, name: str, span: tuple[float, float], unit: str, step: float = 0.01) -> DecimalBox:
        """A row with a number, which asks while it is changed."""
        spin = DecimalBox(name, f" {unit}" if unit else "")
        spin.setRange(*span)
        spin.setSingleStep(step)
        spin.setDecimals(2 if step < 1 else 0)
        spin.setFixedWidth(88)
        spin.editingFinished.connect(self._end)
        self.row(name, spin)
        return spin

    def row(self, name: str, part: QWidget) -> QLabel:
        """Add a row; returns its name."""
        line = self.grid.rowCount()
        named = label(name, "dim")
        self.grid.addWidget(named, line, 0)
        self.grid.addWidget(part, line, 1)
        return named

    def ask(self, title: str, make: Callable[[Timeline], Timeline], *, once: bool = False) -> None:
        """Ask for what `make` makes of the timeline; the changes until the keyboard leaves are one step."""
        if not once and self._gesture == APART:
            self._gesture = new_gesture()
        try:
            self.asked.emit(title, make(self.timeline), APART if once else self._gesture)
        except BadInput as problem:
            self.failed.emit(str(problem))

    def _end(self) -> None:
        self._gesture = APART

    def _show(self, spin: DecimalBox, value: float) -> None:
        with QSignalBlocker(spin):
            spin.setValue(value)
