"""The time ruler: which moments are marked at which zoom, and their lines and timecodes."""

import math

from PySide6.QtCore import QLineF, QPointF, QRectF
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
    painter.fillRect(QRectF(scale.left, 0, scale.right - scale.left, RULER), theme.color("panel_high"))
    major, minor = steps(scale.pixels, fps)
    begin = max(0, math.floor((scale.first - ROOM / scale.pixels) * fps / minor))
    frames = range(begin * minor, int(scale.last * fps) + minor, minor)
    columns = {frame: round(scale.x(frame / fps)) + 0.5 for frame in frames}
    high = [frame for frame in frames if frame % major == 0]
    low = [frame for frame in frames if frame % major]
    for marked, length, color in ((low, 4, "panel"), (high, 9, "background")):
        painter.setPen(theme.color(color).darker(112))
        painter.drawLines([QLineF(columns[frame], RULER, columns[frame], height) for frame in marked])
        painter.setPen(theme.color("edge_high"))
        painter.drawLines(
            [QLineF(columns[frame], RULER - length, columns[frame], RULER - 1) for frame in marked]
        )
    painter.setFont(theme.font(10))
    painter.setPen(theme.color("dim"))
    for frame in high:
        painter.drawText(QPointF(columns[frame] + 4, RULER - 11), timecode(frame / fps, fps))
