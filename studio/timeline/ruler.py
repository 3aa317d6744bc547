"""The time ruler: which moments are marked at which zoom, and their lines and timecodes."""

import math

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from studio import theme
from studio.timeline.layout import RULER
from studio.timeline.scale import Scale, timecode

ROOM = 66.0
"""Least pixels between two timecodes."""
_SECONDS = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600)


def steps(pixels: float, fps: float) -> tuple[int, int]:
    """Frames between two timecodes and between two marks, at so many pixels per second."""
    rate = max(round(fps), 1)
    fine = [frames for frames in (1, 5, 10, 15) if frames < rate]
    choices = [*fine, *(rate * seconds for seconds in _SECONDS)]
    major = next((frames for frames in choices if frames / fps * pixels >= ROOM), choices[-1])
    parts = [part for part in (10, 6, 5, 3, 2) if major % part == 0 and major / part / fps * pixels >= 9]
    return major, major // parts[0] if parts else major


def paint_grid(painter: QPainter, scale: Scale, fps: float, height: float) -> None:
    """Draw timecodes and marks, and faint lines through the lanes below them."""
    major, minor = steps(scale.pixels, fps)
    painter.fillRect(QRectF(scale.left, 0, scale.right - scale.left, RULER), theme.color("panel_high"))
    painter.setFont(theme.font(10))
    painter.setPen(theme.color("dim"))
    mark, strong, weak = theme.color("edge_high"), theme.color("line", 0.75), theme.color("line", 0.35)
    begin = max(0, math.floor((scale.first - ROOM / scale.pixels) * fps / minor))
    for frame in range(begin * minor, int(scale.last * fps) + minor, minor):
        x = round(scale.x(frame / fps))
        high = frame % major == 0
        painter.fillRect(QRectF(x, RULER - (9 if high else 4), 1, 9 if high else 4), mark)
        painter.fillRect(QRectF(x, RULER, 1, height), strong if high else weak)
        if high:
            painter.drawText(QPointF(x + 4, RULER - 11), timecode(frame / fps, fps))
