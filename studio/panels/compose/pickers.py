"""Lists of pictures to choose a handshape or a path from, and small menus of words."""

from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import QPointF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QComboBox, QListView, QListWidget, QListWidgetItem

from pipeline.compose.manner import Path
from pipeline.compose.shapes import Shape
from studio import theme

PICTURE = QSize(72, 72)
THUMBNAIL = QSize(44, 32)


class Pictures(QListWidget):
    """Named pictures; `picked` carries the value of the one chosen by the user."""

    picked = Signal(object)

    def __init__(self, title: str, values: Iterable[StrEnum], picture: QSize) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setIconSize(picture)
        self.setGridSize(picture + QSize(14, 22))
        self.values = tuple(values)  # Qt would keep them as plain strings
        for value in self.values:
            item = QListWidgetItem(str(value))
            item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.addItem(item)
        self.itemClicked.connect(lambda item: self.picked.emit(self.values[self.row(item)]))
        self.itemActivated.connect(lambda item: self.picked.emit(self.values[self.row(item)]))

    def item_of(self, value: StrEnum) -> QListWidgetItem | None:
        """The item of a value."""
        return self.item(self.values.index(value)) if value in self.values else None

    def show_value(self, value: StrEnum | None) -> None:
        """Mark a value as the one in use."""
        item = self.item_of(value) if value is not None else None
        with QSignalBlocker(self):
            self.setCurrentItem(item)
        if item is not None:
            self.scrollToItem(item)


class ShapeGrid(Pictures):
    """All handshapes, with pictures of the signer's own hand as they arrive."""

    def __init__(self) -> None:
        super().__init__("Handshapes", Shape, PICTURE)
        blank = QPixmap(PICTURE)
        blank.fill(theme.color("panel_high"))
        for index in range(self.count()):
            self.item(index).setIcon(QIcon(blank))

    def show_picture(self, shape: Shape, image: QImage) -> None:
        """Show what a handshape looks like."""
        item = self.item_of(shape)
        if item is not None:
            item.setIcon(QIcon(QPixmap.fromImage(image)))


class PathGrid(Pictures):
    """All paths, each drawn as a line."""

    def __init__(self) -> None:
        super().__init__("Paths", Path, THUMBNAIL)
        for path in Path:
            item = self.item_of(path)
            if item is not None:
                item.setIcon(QIcon(_drawn(path)))
        self.setMaximumHeight(116)


def _drawn(path: Path) -> QPixmap:
    """A path in a few strokes, from left to right."""
    picture = QPixmap(THUMBNAIL)
    picture.fill(theme.color("panel_high"))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("accent"), 2))
    line = QPainterPath(QPointF(6, 16))
    match path:
        case Path.NONE:
            painter.drawEllipse(QPointF(22, 16), 3, 3)
        case Path.STRAIGHT:
            line.lineTo(38, 16)
        case Path.ARC:
            line.moveTo(6, 24)
            line.quadTo(22, -2, 38, 24)
        case Path.CIRCLE:
            line.addEllipse(QPointF(22, 16), 11, 11)
        case Path.SEVEN:
            line.moveTo(8, 6)
            line.lineTo(34, 6)
            line.lineTo(20, 27)
        case Path.ZIGZAG:
            for step in range(1, 5):
                line.lineTo(6 + 8 * step, 8 if step % 2 else 24)
        case Path.WIGGLE:
            for step in range(4):
                start = 6 + 8 * step
                line.quadTo(start + 4, 4 if step % 2 else 28, start + 8, 16)
    painter.drawPath(line)
    painter.end()
    return picture


class Words(QComboBox):
    """One of several words, the first of which may mean that nothing is said."""

    picked = Signal(object)  # the value, None for the first word

    def __init__(self, title: str, values: Iterable[StrEnum | str], nothing: str | None = None) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.values: tuple[StrEnum | str | None, ...] = (*([None] if nothing else []), *values)
        self.addItems([nothing or "" if value is None else str(value) for value in self.values])
        self.activated.connect(lambda index: self.picked.emit(self.values[index]))

    def show_value(self, value: StrEnum | str | None) -> None:
        """Show a value without telling anybody."""
        index = self.values.index(value) if value in self.values else 0
        with QSignalBlocker(self):
            self.setCurrentIndex(index)
