"""Painting the wrist speed lane."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPen, QPolygonF

from pipeline.timeline.naturalness import JERKIEST
from studio import theme
from studio.language import brief
from studio.timeline.layout import Row
from studio.timeline.scale import Scale
from studio.timeline.speeds import JERK, Speeds

TORN = 2 * JERKIEST
"""Metres per second cubed at the top of the lane."""

HANDS = (("left_hand", 1), ("right_hand", 0))
"""Colour and column of each curve, the right hand on top."""


def paint_curves(painter: QPainter, speeds: Speeds, scale: Scale, lane: Row) -> None:
    """Draw both curves into their lane, with a line at every half or whole metre per second."""
    top = speeds.top
    room = lane.height - 8.0
    painter.setPen(QPen(theme.color("edge"), 1))
    step = 0.5 if top <= 2.0 else 1.0 if top <= 5.0 else 5.0
    for level in np.arange(step, top + 1e-6, step):
        y = round(lane.bottom - 3 - room * level / top) + 0.5
        painter.drawLine(QLineF(scale.left, y, scale.right, y))
    for name, hand in HANDS:
        x, value = speeds.columns(scale, hand)
        if len(x) > 1:
            _paint_curve(painter, x, lane.bottom - 3 - room * value / top, lane, theme.color(name))
    if speeds.jerk is not None:
        x, value = speeds.columns(scale, JERK)
        high = room * np.minimum(value / TORN, 1.0)
        if len(x) > 1:
            painter.setPen(QPen(theme.color("jerk", 0.8), 1))
            places = zip(x.tolist(), (lane.bottom - 3 - high).tolist(), strict=True)
            painter.drawPolyline(QPolygonF([QPointF(*place) for place in places]))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _paint_curve(
    painter: QPainter, x: NDArray[np.float64], y: NDArray[np.float64], lane: Row, color: QColor
) -> None:
    """One curve and the shade below it.

    The pen is one pixel wide: a wider antialiased polyline takes Qt's slow path, 80 times slower.
    The shade is a line per column: one polygon with so many corners takes 15 to 35 times as long.
    """
    shade = QLinearGradient(0, lane.top, 0, lane.bottom)
    shade.setColorAt(0, QColor(color.red(), color.green(), color.blue(), 76))
    shade.setColorAt(1, QColor(color.red(), color.green(), color.blue(), 10))
    floor = lane.bottom - 2
    places = list(zip(x.tolist(), y.tolist(), strict=True))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(QBrush(shade), 1))
    painter.drawLines([QLineF(left, top, left, floor) for left, top in places])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color, 1))
    painter.drawPolyline(QPolygonF([QPointF(*place) for place in places]))


def paint_scale(painter: QPainter, speeds: Speeds, lane: Row, width: float) -> None:
    """Write the speed at the top of the lane at the right end of the lane's name."""
    painter.setFont(theme.font(9))
    painter.setPen(theme.color("faint"))
    box = QRectF(width - 60, lane.top + 1, 54, 12)
    painter.drawText(
        box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{brief(speeds.top)} m/s"
    )
