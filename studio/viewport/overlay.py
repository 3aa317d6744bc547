"""Over the avatar: which camera, which moment, and where the axes point."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from pipeline.render.camera import PRESETS, Camera
from studio import theme
from studio.language import mark, tr
from studio.timeline.scale import timecode
from studio.viewport.aids import Aids, Points, paint_frame, paint_skeleton, paint_trails
from studio.viewport.wanted import Wanted

AXES = (
    ("X", (1.0, 0.0, 0.0), "#e2574c"),
    ("Y", (0.0, 1.0, 0.0), "#7ab648"),
    ("Z", (0.0, 0.0, 1.0), "#4c8dff"),
)
TITLES = {
    "front": mark("Front"),
    "three-quarter": mark("Three-quarter"),
    "side": mark("Side"),
    "hands": mark("Hands"),
    "whole": mark("Whole Body"),
}


def camera_name(camera: Camera) -> str:
    """The preset a camera stands at, or "Free", and its focal length as if on 35 mm film."""
    name = next((tr(TITLES.get(key, key)) for key, preset in PRESETS.items() if preset == camera), tr("Free"))
    return f"{name} · {12.0 / math.tan(math.radians(camera.fov) / 2):.0f} mm"


def axes(camera: Camera) -> list[tuple[str, tuple[float, float], float, str]]:
    """Name, place on a unit disc (x right, y up), nearness and colour of each axis, the furthest first."""
    yaw, pitch = math.radians(camera.yaw), math.radians(camera.pitch)
    found = []
    for name, (x, y, z), color in AXES:
        right = x * math.cos(yaw) - z * math.sin(yaw)
        toward = x * math.sin(yaw) + z * math.cos(yaw)
        up = y * math.cos(pitch) - toward * math.sin(pitch)
        found.append((name, (right, up), toward * math.cos(pitch) + y * math.sin(pitch), color))
    return sorted(found, key=lambda axis: axis[2])


class Overlay(QWidget):
    """Labels and axes that lie on the picture and let the mouse through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown = Wanted()
        self._note = ""
        self._bare = False
        self._aids = Aids()
        self._trail: Points | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)

    def show_picture(self, shown: Wanted) -> None:
        """Label another picture, which is painted anew anyway."""
        self._shown = shown

    def show_aids(self, aids: Aids, trail: Points | None) -> None:
        """Draw joints, ways of the hands and frame; `trail` (T, 55, 3) ends with what the avatar shows."""
        same = aids == self._aids and trail is None and self._trail is None
        self._aids, self._trail = aids, trail
        if not same:
            self.update()

    def show_bare(self, bare: bool) -> None:
        """Leave camera, moment and axes away, as before an audience."""
        self._bare = bare
        self.update()

    def show_note(self, note: str) -> None:
        """Write a few words below the camera's name, or none."""
        self._note = note
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_aids(painter)
        if not self._bare:
            self._paint_labels(painter)
        if self._note:
            _paint_label(painter, 10, 37, self._note)
        painter.end()

    def _paint_labels(self, painter: QPainter) -> None:
        shown = self._shown
        time = timecode(shown.seconds, shown.motion.fps if shown.motion is not None else 30.0)
        _paint_label(painter, 10, 10, camera_name(shown.camera))
        if shown.beside:
            _paint_label(painter, self.width() / 2 + 10, 10, tr("From the Side"))
        _paint_label(painter, self.width() - 10, 10, time, right=True)
        _paint_axes(painter, shown.camera, QPointF(self.width() - 42, self.height() - 42))

    def _paint_aids(self, painter: QPainter) -> None:
        shots = self._shown.shots
        width = self.width() / len(shots)
        for place, camera in enumerate(shots):
            pane = QRectF(place * width, 0, width, self.height())
            painter.setClipRect(pane)
            if self._trail is not None and self._aids.trails:
                paint_trails(painter, camera, pane, self._trail)
            if self._trail is not None and self._aids.skeleton:
                paint_skeleton(painter, camera, pane, self._trail[-1])
            if self._aids.frame:
                paint_frame(painter, pane)
        painter.setClipping(False)


def _paint_label(painter: QPainter, x: float, y: float, text: str, right: bool = False) -> None:
    """Draw words on a dark plate whose left (or right) edge is at x."""
    painter.setFont(theme.font(11))
    width = QFontMetricsF(painter.font()).horizontalAdvance(text) + 16
    plate = QRectF(x - width if right else x, y, width, 21)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("line", 0.66))
    painter.drawRoundedRect(plate, 4, 4)
    painter.setPen(theme.color("text"))
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)


def _paint_axes(painter: QPainter, camera: Camera, centre: QPointF) -> None:
    painter.setFont(theme.font(8, bold=True))
    for name, (right, up), _, color in axes(camera):
        tip = centre + QPointF(24 * right, -24 * up)
        painter.setPen(QPen(QColor(color), 2))
        painter.drawLine(centre, tip)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(color))
        painter.drawEllipse(tip, 6.5, 6.5)
        painter.setPen(theme.color("line"))
        painter.drawText(QRectF(tip.x() - 6, tip.y() - 6, 12, 12), Qt.AlignmentFlag.AlignCenter, name)
