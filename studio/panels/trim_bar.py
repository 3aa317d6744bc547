"""A bar over a whole motion: how fast the hands are, what of it is the sign, and where it is played."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from studio import theme
from studio.language import tr

GRAB = 7.0
"""Pixels beside an edge at which it is taken hold of."""
MARGIN = 8.0
LEAST = 0.04
"""Seconds that are left at least."""


class TrimBar(QWidget):
    """Both edges are dragged; the arrow keys move the one that was used last, a frame at a time."""

    trimmed = Signal(float, float)  # seconds
    sought = Signal(float)

    def __init__(self, speed: NDArray[np.float32], fps: float) -> None:
        """`speed` of the faster hand in every frame."""
        super().__init__()
        self._speed, self._fps = speed, fps
        self.seconds = (len(speed) - 1) / fps
        self.start, self.end = 0.0, self.seconds
        self._time = 0.0
        self._held = ""  # "start" or "end" in a drag
        self._last = "start"
        self.setMinimumHeight(52)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Part that is the sign"))

    def show_span(self, start: float, end: float) -> None:
        """Show what of the motion is the sign."""
        self.start, self.end = start, end
        self.update()

    def show_time(self, seconds: float) -> None:
        """Show the moment that is played."""
        self._time = seconds
        self.update()

    def x(self, seconds: float) -> float:
        """Where a moment is drawn."""
        return MARGIN + seconds / max(self.seconds, 1e-9) * (self.width() - 2 * MARGIN)

    def sizeHint(self) -> QSize:
        return QSize(300, 52)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._held = self._edge(event.position().x())
        if self._held:
            self._last = self._held
        else:
            self.sought.emit(self._second(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if not event.buttons():
            near = self._edge(x)
            self.setCursor(Qt.CursorShape.SizeHorCursor if near else Qt.CursorShape.ArrowCursor)
        elif self._held:
            self._move(self._held, self._second(x))
        else:
            self.sought.emit(self._second(x))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps:
            self._move(self._last, getattr(self, self._last) + steps[Qt.Key(event.key())] / self._fps)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._last = "start" if event.key() == Qt.Key.Key_Up else "end"
            self.update()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect()).adjusted(MARGIN, 4, -MARGIN, -4)
        painter.fillRect(ground, theme.color("line"))
        left, right = self.x(self.start), self.x(self.end)
        painter.fillRect(
            QRectF(left, ground.top(), right - left, ground.height()), theme.color("accent", 0.28)
        )
        painter.setPen(QPen(theme.color("dim"), 1))
        painter.drawPolyline(self._curve(ground))
        painter.setPen(QPen(theme.color("playhead"), 1.4))
        now = self.x(self._time)
        painter.drawLine(QPointF(now, ground.top()), QPointF(now, ground.bottom()))
        for name, x in (("start", left), ("end", right)):
            self._paint_edge(painter, x, theme.color("accent"), self.hasFocus() and name == self._last)
        painter.end()

    def _curve(self, ground: QRectF) -> QPolygonF:
        """The fastest moment of each of some hundred stretches."""
        starts = np.unique(np.linspace(0, len(self._speed) - 1, 400).astype(np.int64))
        fastest = np.maximum.reduceat(self._speed, starts)
        high = fastest / max(float(fastest.max()), 0.5) * (ground.height() - 6)
        places = zip((starts / self._fps).tolist(), high.tolist(), strict=True)
        return QPolygonF([QPointF(self.x(t), ground.bottom() - 2 - h) for t, h in places])

    def _paint_edge(self, painter: QPainter, x: float, colour: QColor, is_chosen: bool) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        width = 6.0 if is_chosen else 4.0
        painter.drawRoundedRect(QRectF(x - width / 2, 1, width, self.height() - 2), 2, 2)

    def _edge(self, x: float) -> str:
        away = {name: abs(self.x(getattr(self, name)) - x) for name in ("start", "end")}
        nearest = min(away, key=lambda name: away[name])
        return nearest if away[nearest] <= GRAB else ""

    def _second(self, x: float) -> float:
        share = (x - MARGIN) / max(self.width() - 2 * MARGIN, 1.0)
        return min(max(share, 0.0), 1.0) * self.seconds

    def _move(self, edge: str, seconds: float) -> None:
        if edge == "start":
            self.start = min(max(seconds, 0.0), self.end - LEAST)
        else:
            self.end = max(min(seconds, self.seconds), self.start + LEAST)
        self.update()
        self.trimmed.emit(self.start, self.end)
