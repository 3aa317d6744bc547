"""Lists of pictures to choose a handshape or a path from."""

from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import QEvent, QPointF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPainterPath, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem

from pipeline.compose.manner import Path
from pipeline.compose.shapes import Shape
from studio import theme
from studio.language import tr
from studio.terms import words_of

PICTURE = QSize(72, 72)
THUMBNAIL = QSize(40, 28)


class Pictures(QListWidget):
    """Named pictures; `picked` carries the value of the one chosen by the user."""

    picked = Signal(object)

    def __init__(self, title: str, values: Iterable[StrEnum], picture: QSize, cell: QSize) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setObjectName("Pictures")
        self.setIconSize(picture)
        self.setGridSize(cell)
        self.values = tuple(values)  # Qt would keep them as plain strings
        for value in self.values:
            item = QListWidgetItem(self.name_of(value))
            item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.addItem(item)
        self.itemClicked.connect(lambda item: self.picked.emit(self.values[self.row(item)]))
        self.itemActivated.connect(lambda item: self.picked.emit(self.values[self.row(item)]))

    def name_of(self, value: StrEnum) -> str:
        """What is written under a picture."""
        return str(value)

    def item_of(self, value: StrEnum) -> QListWidgetItem | None:
        """The item of a value."""
        return self.item(self.values.index(value)) if value in self.values else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.currentItem() is not None:
            self.scrollToItem(self.currentItem())

    def show_value(self, value: StrEnum | None) -> None:
        """Mark a value as the one in use."""
        item = self.item_of(value) if value is not None else None
        with QSignalBlocker(self):
            self.setCurrentItem(item)
        if item is not None:
            self.scrollToItem(item)


def as_it_is(picture: QPixmap) -> QIcon:
    """An icon that keeps its colours when it is chosen."""
    icon = QIcon(picture)
    icon.addPixmap(picture, QIcon.Mode.Selected)
    return icon


class ShapeGrid(Pictures):
    """All handshapes, with pictures of the signer's own hand as they arrive."""

    def __init__(self) -> None:
        super().__init__(tr("Handshapes"), Shape, PICTURE, PICTURE + QSize(7, 20))
        self.setMinimumHeight(190)
        blank = QPixmap(PICTURE)
        blank.fill(theme.color("panel_high"))
        for index in range(self.count()):
            self.item(index).setIcon(as_it_is(blank))

    def show_picture(self, shape: Shape, picture: QIcon) -> None:
        """Show what a handshape looks like."""
        item = self.item_of(shape)
        if item is not None:
            item.setIcon(picture)


class PathGrid(Pictures):
    """All paths, each drawn as a line; as many rows as they need."""

    def __init__(self) -> None:
        super().__init__(tr("Paths"), Path, THUMBNAIL, THUMBNAIL + QSize(8, 20))
        self._draw()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def name_of(self, value: StrEnum) -> str:
        return words_of(value)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        cell = self.gridSize()
        rows = -(-self.count() // max(1, (self.viewport().width() - 1) // cell.width()))
        self.setFixedHeight(rows * cell.height() + 8)
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._draw()  # in the colours of another theme
        super().changeEvent(event)

    def _draw(self) -> None:
        for index, path in enumerate(Path):
            if index < self.count():
                self.item(index).setIcon(as_it_is(_drawn(path)))


def _drawn(path: Path) -> QPixmap:
    """A path in a few strokes, from left to right."""
    picture = QPixmap(THUMBNAIL)
    picture.fill(theme.color("panel_high"))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("accent"), 2))
    line = QPainterPath(QPointF(5, 14))
    match path:
        case Path.NONE:
            line.addEllipse(QPointF(20, 14), 3, 3)
        case Path.STRAIGHT:
            line.lineTo(35, 14)
        case Path.ARC:
            line.moveTo(5, 22)
            line.quadTo(20, -4, 35, 22)
        case Path.CIRCLE:
            line.addEllipse(QPointF(20, 14), 10, 10)
        case Path.SEVEN:
            line.moveTo(7, 5)
            line.lineTo(31, 5)
            line.lineTo(18, 24)
        case Path.ZIGZAG:
            for step in range(1, 5):
                line.lineTo(5 + 7.5 * step, 7 if step % 2 else 21)
        case Path.WIGGLE:
            for step in range(4):
                start = 5 + 7.5 * step
                line.quadTo(start + 3.75, 3 if step % 2 else 25, start + 7.5, 14)
    painter.drawPath(line)
    painter.end()
    return picture
