"""What may be drawn over the avatar to judge it: its joints, the ways of its hands, the safe frame."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from pipeline.body.kinematics import joint_positions
from pipeline.body.model import BodyModel
from pipeline.motion import joints
from pipeline.motion.motion import Motion
from pipeline.render import camera as cameras
from pipeline.render.camera import Camera
from studio import theme

Points = NDArray[np.float32]

TRAIL = 0.8
"""Seconds that the ways of the hands reach back."""
HANDS = {"right_hand": joints.INDEX["right_middle1"], "left_hand": joints.INDEX["left_middle1"]}
"""The joint whose way is drawn, by the colour it is drawn in."""
SAFE = (0.93, 0.90)
"""Shares of the picture for action and for titles (EBU R 95)."""
BONES = tuple(
    (joints.PARENTS[child], child)
    for child in range(1, joints.COUNT)
    if child not in (joints.LEFT_EYE, joints.RIGHT_EYE, joints.JAW)
)


@dataclass(frozen=True, slots=True)
class Aids:
    """Which of them are shown."""

    skeleton: bool = False
    trails: bool = False
    frame: bool = False


def on_screen(points: Points, camera: Camera, pane: QRectF) -> NDArray[np.float64]:
    """Where points (..., 3) in metres are seen in a pane, (..., 2) pixels."""
    seen = cameras.projection(camera, pane.width() / pane.height()) @ cameras.view(camera)
    clip = points @ seen[:, :3].T + seen[:, 3]
    share = clip[..., :2] / clip[..., 3:] * (0.5, -0.5) + 0.5
    found: NDArray[np.float64] = share * (pane.width(), pane.height()) + (pane.x(), pane.y())
    return found


def trail(body: BodyModel, motion: Motion, seconds: float) -> Points:
    """Where the joints were in the last `TRAIL` seconds, the oldest first, (T, 55, 3) metres."""
    last = min(max(round(seconds * motion.fps), 0), motion.frames - 1)
    part = slice(max(0, last - round(TRAIL * motion.fps)), last + 1)
    return joint_positions(body.rest_joints, motion.pose[part], motion.translation[part])


def paint_skeleton(painter: QPainter, camera: Camera, pane: QRectF, positions: Points) -> None:
    """Draw bones and joints at `positions` (55, 3)."""
    places = [QPointF(x, y) for x, y in on_screen(positions, camera, pane).tolist()]
    painter.setPen(QPen(theme.color("text", 0.75), 1.2))
    for parent, child in BONES:
        painter.drawLine(places[parent], places[child])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("accent_high"))
    for child in (0, *(child for _, child in BONES)):
        painter.drawEllipse(places[child], 2.0, 2.0)


def paint_trails(painter: QPainter, camera: Camera, pane: QRectF, positions: Points) -> None:
    """Draw the ways of both hands through `positions` (T, 55, 3), fainter the longer ago."""
    for name, joint in HANDS.items():
        places = [QPointF(x, y) for x, y in on_screen(positions[:, joint], camera, pane).tolist()]
        for age in range(1, len(places)):
            pen = QPen(theme.color(name, age / len(places)), 3.0)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawPolyline(QPolygonF(places[age - 1 : age + 1]))


def paint_frame(painter: QPainter, pane: QRectF) -> None:
    """Draw where action and titles are safe, and the middle."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("text", 0.45), 1.0))
    for share in SAFE:
        side, top = pane.width() * (1 - share) / 2, pane.height() * (1 - share) / 2
        painter.drawRect(pane.adjusted(side, top, -side, -top))
    middle = pane.center()
    painter.drawLine(middle - QPointF(8, 0), middle + QPointF(8, 0))
    painter.drawLine(middle - QPointF(0, 8), middle + QPointF(0, 8))
