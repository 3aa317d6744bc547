"""The still layer: a picture painted once and copied as often as needed."""

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap

from studio import theme
from studio.timeline.paint import Picture, paint


class StillLayer:
    """A pixmap of the last picture; painting the same one again costs nothing."""

    def __init__(self) -> None:
        self._pixmap = QPixmap()
        self._picture: Picture | None = None
        self._theme = ""

    def show(self, picture: Picture, size: QSize, ratio: float) -> None:
        """Make the pixmap show `picture`, `size` logical pixels large with `ratio` device pixels each."""
        wanted = QSize(round(size.width() * ratio), round(size.height() * ratio))
        if self._pixmap.size() != wanted or self._pixmap.devicePixelRatio() != ratio:
            self._pixmap = QPixmap(wanted)
            self._pixmap.setDevicePixelRatio(ratio)
        elif self._picture == picture and self._theme == theme.name():
            return
        painter = QPainter(self._pixmap)
        paint(painter, picture)
        painter.end()
        self._picture, self._theme = picture, theme.name()

    def copy(self, painter: QPainter, area: QRect) -> None:
        """Copy the part of the layer that lies in `area`."""
        ratio = self._pixmap.devicePixelRatio()
        corner = area.topLeft().toPointF() * ratio
        source = QRectF(corner, area.size().toSizeF() * ratio)
        painter.drawPixmap(QRectF(area), self._pixmap, source)
