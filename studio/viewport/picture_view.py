"""A widget that shows the newest of the pictures it has asked for."""

from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from studio.viewport.drawing import Drawing
from studio.viewport.wanted import Drawn, Wanted

EMPTY = "#121417"
"""What is seen before the first picture, and beside one that is too narrow."""


class PictureView(QWidget):
    """Asks for another picture when, and only when, something changed, and paints it once it is finished.

    Pictures are drawn in a thread of their own, so that the window never waits. Until the first one has come
    it is empty; while it is resized, it shows the old one as large as it can.
    """

    drawn = Signal()  # another picture is shown
    built = Signal(str)  # what draws, such as "llvmpipe (LLVM 15.0.6, 256 bits)"
    failed = Signal(str)  # a sentence, why there are no pictures

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = self._asked = Wanted()
        self._shown: Drawn | None = None
        self._drawing = Drawing()
        self._drawing.drawn.connect(self._show)
        self._drawing.built.connect(self.built)
        self._drawing.failed.connect(self.failed)
        self.destroyed.connect(self._drawing.end)
        self._asking = QTimer(self, singleShot=True, interval=0)
        self._asking.timeout.connect(self._ask)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def shown(self) -> Wanted:
        """What the picture that is seen shows; before the first one, what it will show."""
        return self._wanted if self._shown is None else self._shown.wanted

    @property
    def image(self) -> QImage:
        """The picture that is seen, without what is painted over it; an empty one before the first."""
        return QImage() if self._shown is None else self._shown.image

    @property
    def is_current(self) -> bool:
        """Whether the picture that is seen shows what was asked for last."""
        return self._shown is not None and self._shown.wanted is self._asked and not self._asking.isActive()

    @property
    def is_awaited(self) -> bool:
        """Whether another picture will take the place of the one that is seen."""
        return not self.image.isNull() and not self.is_current

    @property
    def is_hurried(self) -> bool:
        """Whether the next picture had better be quick than fine."""
        return False

    def end(self) -> None:
        """Draw no more, and wait for the thread that does."""
        self._drawing.close()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        room = QRectF(self.rect())
        place = _fitted(self.image.size(), room)
        if not place.contains(room):
            painter.fillRect(room, QColor(EMPTY))
        painter.drawImage(place, self.image)
        painter.end()
        if self._pixels() != self._asked.size:  # it was hidden, or has another size
            self._asking.start()

    def _want(self, **changes: object) -> None:
        """Ask for another picture; of several changes at once only the last makes one."""
        self._wanted = replace(self._wanted, **changes)  # type: ignore[arg-type]
        self._asking.start()

    def _ask(self) -> None:
        handle = self.window().windowHandle()
        if not self.isVisible() or handle is None or not handle.isExposed():
            self._asked = Wanted()  # so that it is asked for when it is painted
            return
        self._asked = replace(self._wanted, size=self._pixels(), hurried=self.is_hurried)
        if self._asked.is_whole:
            self._drawing.ask(self._asked)

    def _show(self, drawn: Drawn) -> None:
        """Show a finished picture."""
        self._shown = drawn
        self.drawn.emit()
        self.update()

    def _pixels(self) -> tuple[int, int]:
        ratio = self.devicePixelRatioF()
        return round(self.width() * ratio), round(self.height() * ratio)


def _fitted(size: QSize, room: QRectF) -> QRectF:
    """Where a picture of another size is shown: as high as the room, as a camera would see it."""
    width = room.height() * size.width() / max(size.height(), 1)
    if abs(width - room.width()) < 1:  # pixels of the screen are seldom whole points
        return room
    place = QRectF(room.topLeft(), QSizeF(width, room.height()))
    place.moveCenter(room.center())
    return place
