"""The local movements of fingers and wrist: a list to add to, to take from and to put in order."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from pipeline.compose.description import MOST_REPEATS, Handshape, LocalMovement
from pipeline.compose.manner import Local
from pipeline.compose.shapes import Shape
from studio.language import mark, tr
from studio.panels.compose.values import Number, ShapeWords, Words
from studio.panels.pieces import fill

NAMES = {
    Local.OPEN: mark("open the hand"),
    Local.CLOSE: mark("close the hand"),
    Local.CHANGE: mark("change to"),
}


class LocalRow(QWidget):
    """One local movement: what, how often, and for a change the handshape it goes to."""

    changed = Signal(object)  # LocalMovement
    moved = Signal(int)  # -1 up
    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.local = LocalMovement(Local.WIGGLE)
        self.kind = Words(tr("What fingers or wrist do"), Local, names=NAMES)
        self.shape = ShapeWords(tr("The handshape that it changes to"))
        self.times = Number(tr("How often"), 0, MOST_REPEATS, unit="×", least_is=tr("freely"))
        self.up = small_button("↑", tr("Make this movement earlier in the list"))
        self.remove = small_button("×", tr("Remove this movement of fingers or wrist"))
        self.kind.picked.connect(self._change_kind)
        self.shape.picked.connect(self._change_shape)
        self.times.picked.connect(lambda times: self.changed.emit(replace(self.local, times=times)))
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.remove.clicked.connect(self.removed)
        self.times.setFixedWidth(64)
        fill(self, self.kind, self.shape, self.times, self.up, self.remove, spacing=4)

    def show_value(self, local: LocalMovement) -> None:
        """Show a local movement."""
        self.local = local
        self.kind.show_value(local.kind)
        self.times.show_value(local.times)
        self.shape.setVisible(local.shape is not None)
        self.shape.show_value(local.shape.name if local.shape else None)

    def _change_kind(self, kind: Local) -> None:
        shape = self.local.shape
        if kind is Local.CHANGE:
            shape = shape or Handshape(Shape.S)
        self.changed.emit(LocalMovement(kind, self.local.times, shape if kind is Local.CHANGE else None))

    def _change_shape(self, name: Shape) -> None:
        if self.local.shape is not None:
            self.changed.emit(replace(self.local, shape=replace(self.local.shape, name=name)))


class LocalList(QWidget):
    """All local movements of one movement; `picked` carries them as a tuple."""

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[LocalRow] = []
        self._locals: tuple[LocalMovement, ...] = ()
        self.add = QToolButton(text=tr("+ Fingers or wrist"))
        self.add.setToolTip(tr("Let fingers or wrist move meanwhile"))
        self.add.clicked.connect(lambda: self.picked.emit((*self._locals, LocalMovement(Local.WIGGLE))))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.add)

    def show_value(self, shown: tuple[LocalMovement, ...]) -> None:
        """Show local movements, in the rows that are there as far as they go."""
        self._locals = shown
        while len(self.rows) < len(shown):
            self._add_row()
        while len(self.rows) > len(shown):
            gone = self.rows.pop()
            gone.hide()
            gone.deleteLater()
        for index, (line, local) in enumerate(zip(self.rows, shown, strict=True)):
            line.show_value(local)
            line.up.setEnabled(index > 0)

    def _add_row(self) -> None:
        line, index = LocalRow(), len(self.rows)
        line.changed.connect(lambda local: self._put(lambda them: (*them[:index], local, *them[index + 1 :])))
        line.removed.connect(lambda: self._put(lambda them: them[:index] + them[index + 1 :]))
        line.moved.connect(
            lambda _: self._put(
                lambda them: (*them[: index - 1], them[index], them[index - 1], *them[index + 1 :])
            )
        )
        self.rows.append(line)
        self._column.insertWidget(index, line)

    def _put(self, change: Callable[[tuple[LocalMovement, ...]], tuple[LocalMovement, ...]]) -> None:
        self.picked.emit(change(self._locals))


def small_button(text: str, name: str) -> QToolButton:
    """A button of one sign."""
    made = QToolButton(text=text)
    made.setAccessibleName(name)
    made.setToolTip(name)
    return made
