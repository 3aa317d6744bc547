"""Named pickers in a grid, and a part of a page that opens when more is wanted."""

from collections.abc import Mapping
from typing import Any, Protocol

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QToolButton, QVBoxLayout, QWidget

from studio.language import tr
from studio.panels.pieces import label


class Picker(Protocol):
    """What shows one value and tells when another is chosen."""

    picked: Any  # Signal(object)

    def show_value(self, value: Any) -> None:
        """Show a value without telling anybody."""


class Fields(QWidget):
    """Pickers for fields of one value; `picked` carries the name of a field and what was chosen for it.

    A picker stands beside its label, two in a line; one whose label begins with a line break has the
    line for itself.
    """

    picked = Signal(str, object)

    def __init__(self, pickers: Mapping[str, tuple[str, Any]]) -> None:
        super().__init__()
        self.pickers: dict[str, Any] = {}
        self.labels: dict[str, QWidget] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        line, column = 0, 0
        for name, (title, picker) in pickers.items():
            wide = title.startswith("\n")
            if column and wide:
                line, column = line + 1, 0
            self.pickers[name], self.labels[name] = picker, label(title.strip(), tone="dim")
            picker.picked.connect(lambda value, name=name: self.picked.emit(name, value))
            grid.addWidget(self.labels[name], line, column)
            grid.addWidget(picker, line, column + 1, 1, 3 if wide else 1)
            line, column = (line, 2) if not (wide or column) else (line + 1, 0)

    def show_values(self, *shown: object) -> None:
        """Show the fields of one value, or of the first of several that has such a field."""
        for name, picker in self.pickers.items():
            picker.show_value(getattr(next(value for value in shown if hasattr(value, name)), name))

    def enable(self, **able: bool) -> None:
        """Allow some of the fields to be changed, and others not."""
        for name, is_able in able.items():
            self.pickers[name].setEnabled(is_able)
            self.labels[name].setEnabled(is_able)


class More(QWidget):
    """Parts of a page that are seldom needed: shown when its button is pressed."""

    opened = Signal()  # once it is laid out

    def __init__(self, *parts: QWidget, title: str = "") -> None:
        super().__init__()
        title = title or tr("More")
        self.button = QToolButton(text=title)
        self.button.setCheckable(True)
        self.button.setArrowType(Qt.ArrowType.RightArrow)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setAccessibleName(tr("{title}: details").format(title=title))
        self.button.toggled.connect(self._open)
        self.body = QWidget()
        inside = QVBoxLayout(self.body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        for part in parts:
            inside.addWidget(part)
        self.body.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.button)
        column.addWidget(self.body)

    def _open(self, is_open: bool) -> None:
        self.button.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
        self.body.setVisible(is_open)
        if is_open:
            QTimer.singleShot(0, self, self.opened.emit)
