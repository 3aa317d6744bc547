"""Painting what moves over the still timeline: the playhead and the words at a dragged edge."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF

from studio import theme
from studio.timeline.layout import RULER
from studio.timeline.scale import Scale
from studio.timeline.strip import Wedge

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


def paint_bubble(painter: QPainter, text: str, wedge: Wedge, scale: Scale) -> None:
    """Write the length of a transition above it while it is dragged."""
    painter.setFont(theme.font(11, bold=True))
    width = QFontMetricsF(painter.font()).horizontalAdvance(text) + 18
    middle = scale.x((wedge.start + wedge.end) / 2)
    left = min(max(middle - width / 2, scale.left + 4), scale.right - width - 4)
    box = QRectF(left, RULER + 3, width, 22)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("transition"), 1))
    painter.setBrush(theme.color("line", 0.94))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setPen(theme.color("transition_high"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
