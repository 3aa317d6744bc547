"""Painting what moves over the still timeline: the playhead and the words at a dragged edge."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF

from studio import theme
from studio.timeline.layout import RULER, Row
from studio.timeline.scale import Scale
from studio.timeline.strip import Block

PLAYHEAD = 8
"""Pixels to either side of the playhead that it may cover."""


def paint_playhead(painter: QPainter, x: int, height: int) -> None:
    """Draw the line through all lanes and its handle in the ruler."""
    color = theme.color("playhead")
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.fillRect(QRectF(x, RULER - 8, 1, height), color)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    middle = x + 0.5
    corners = ((-6, 10), (6, 10), (6, 17), (0, 24), (-6, 17))
    painter.drawPolygon(QPolygonF([QPointF(middle + dx, y) for dx, y in corners]))


def paint_lit(painter: QPainter, block: Block, scale: Scale, rows: dict[str, Row]) -> None:
    """Light up a gloss with its word and its clips: what is pointed at, or being performed."""
    left, width = scale.x(block.start), max((block.end - block.start) * scale.pixels, 2.0)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("accent_high"), 1.4))
    painter.setBrush(theme.color("accent_high", 0.22))
    painter.setClipRect(QRectF(scale.left, 0, scale.right - scale.left, rows["speed"].bottom))
    for name in ("glosses", "signs"):
        row = rows[name]
        painter.drawRoundedRect(QRectF(left + 0.5, row.top + 1.5, width - 1, row.height - 3), 3, 3)
    # A sentence need not stand word by word over its signs: a line says where, and claims no letters.
    painter.fillRect(QRectF(left, rows["text"].bottom - 4, width, 3), theme.color("accent_high"))
    painter.setClipping(False)


def paint_band(painter: QPainter, start: tuple[float, float], end: tuple[float, float], scale: Scale) -> None:
    """Draw the rubber band between two corners."""
    (x, right), (y, bottom) = sorted((start[0], end[0])), sorted((start[1], end[1]))
    left = max(x, scale.left)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(theme.color("accent_high"), 1, Qt.PenStyle.DashLine))
    painter.setBrush(theme.color("accent_high", 0.14))
    painter.drawRect(QRectF(left, y, right - left, bottom - y))


def paint_bubble(painter: QPainter, text: str, middle: float, scale: Scale) -> None:
    """Write about what is dragged above its moment, at pixel column `middle`."""
    painter.setFont(theme.font(11, bold=True))
    width = QFontMetricsF(painter.font()).horizontalAdvance(text) + 18
    left = min(max(middle - width / 2, scale.left + 4), scale.right - width - 4)
    box = QRectF(left, RULER + 3, width, 22)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("transition"), 1))
    painter.setBrush(theme.color("line", 0.94))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setPen(theme.color("transition_high"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
