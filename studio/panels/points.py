"""Keypoints drawn as a figure: body, hands and face of what a detector saw."""

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from studio import theme

if TYPE_CHECKING:
    from pipeline.keypoints.keypoints import Keypoints

LIMBS = (
    ("left_shoulder", "right_shoulder"), ("left_shoulder", "left_elbow"), ("left_elbow", "left_wrist"),
    ("right_shoulder", "right_elbow"), ("right_elbow", "right_wrist"), ("left_shoulder", "left_hip"),
    ("right_shoulder", "right_hip"), ("left_hip", "right_hip"),
)  # fmt: skip
FINGERS = tuple((0, *range(first, first + 4)) for first in (1, 5, 9, 13, 17))
"""The points of a hand that each finger goes through, from the wrist."""


def frame_at(clip: "Keypoints", seconds: float) -> int:
    """The frame that is seen at a moment of the clip's own time."""
    return max(int(np.searchsorted(clip.times, seconds + 1e-4, side="right")) - 1, 0)


def paint_points(painter: QPainter, clip: "Keypoints", frame: int, area: QRectF) -> None:
    """Draw one frame in the middle of an area, as large as its picture fits."""
    from pipeline.keypoints.names import hand

    scale = min(area.width() / max(clip.width, 1), area.height() / max(clip.height, 1))
    left = area.center().x() - clip.width * scale / 2
    top = area.center().y() - clip.height * scale / 2
    places = {
        name: QPointF(left + x * scale, top + y * scale)
        for name, (x, y), seen in zip(
            clip.names, clip.points[frame].tolist(), clip.confidence[frame].tolist(), strict=True
        )
        if seen > 0
    }
    painter.setPen(QPen(theme.color("edge"), 1))
    painter.drawRect(QRectF(left, top, clip.width * scale, clip.height * scale))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("faint"))
    for name, place in places.items():
        if name.startswith(("face_", "mesh_")):
            painter.drawEllipse(place, 1.0, 1.0)
    for start, end in LIMBS:
        _line(painter, places, (start, end), "text", 2.0)
    for side in ("left", "right"):
        names = hand(side)
        for finger in FINGERS:
            for step in pairwise(finger):
                _line(painter, places, (names[step[0]], names[step[1]]), f"{side}_hand", 1.6)


def _line(
    painter: QPainter, places: dict[str, QPointF], ends: tuple[str, str], color: str, width: float
) -> None:
    start, end = (places.get(name) for name in ends)
    if start is not None and end is not None:
        painter.setPen(QPen(theme.color(color), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(start, end)
