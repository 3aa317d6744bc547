"""A thumbnail in motion: pictures of a sign side by side in one strip."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap

from pipeline.signs.sign import Sign

THUMBNAIL = QSize(88, 81)

LOOP_FPS = 10
"""Pictures a second of a thumbnail."""

REST = 0.5
"""Seconds that all thumbnails stand still together before they begin again."""


@dataclass(frozen=True, slots=True, eq=False)
class Loop:
    """What a sign looks like in motion: `frames` pictures side by side in one strip; none where it failed."""

    strip: QPixmap
    frames: int

    def draw(self, painter: QPainter, place: QPointF, seconds: float) -> None:
        """Draw the picture of a moment; before the beginning the first, after the end the last."""
        if self.frames:
            frame = min(max(int(seconds * LOOP_FPS), 0), self.frames - 1)
            width = self.strip.width() // self.frames
            target = QRectF(place, THUMBNAIL.toSizeF())
            painter.drawPixmap(target, self.strip, QRectF(frame * width, 0, width, self.strip.height()))


def loop_key(sign: Sign) -> str:
    """What tells two thumbnails apart: the motion, its in and out points, and whether it is mirrored."""
    return f"{sign.motion}-{sign.onset:.3f}-{sign.offset:.3f}-{'m' if sign.decision.mirrored else ''}"
