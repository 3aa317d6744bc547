"""Handles painted over the avatar: its joints, the rings of the chosen one, what a drag has done."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from studio import theme
from studio.viewport.gizmo import RADIUS, SQUARE, Array, Sight, in_front, ring
from studio.viewport.joints import HANDS, JOINTS, WRISTS
from studio.viewport.overlay import AXES

LIGHT, DARK = "#f4f6f8", "#0c0e10"
"""Of the handles, in every theme: they lie on the picture, which no theme changes."""


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """Where the joints are, and which of them is chosen, pointed at or held."""

    places: Array  # (55, 3) metres
    axes: Array  # (55, 3, 3), the axes of each joint in rows
    chosen: int = -1
    hovered: int = -1
    ring: int = -1  # 0 to 2, pointed at or held
    pulled: int = -1  # the wrist whose square is pointed at or held
    told: str = ""  # what the drag has done so far


class Handles(QWidget):
    """Lies on the picture and lets the mouse through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.shown: Shown | None = None
        self.sight: Sight | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.hide()

    def show_handles(self, shown: Shown | None, sight: Sight) -> None:
        """Paint these, or none."""
        self.shown, self.sight = shown, sight
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.shown is None or self.sight is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self.sight.pane)
        _paint_joints(painter, self.shown, self.sight)
        if self.shown.chosen >= 0:
            _paint_rings(painter, self.shown, self.sight)
        _paint_squares(painter, self.shown, self.sight)
        if self.shown.told:
            _paint_words(painter, self.shown, self.sight)
        painter.end()


def _shade(colour: str, alpha: float = 1.0) -> QColor:
    made = QColor(colour)
    made.setAlphaF(alpha)
    return made


def _paint_joints(painter: QPainter, shown: Shown, sight: Sight) -> None:
    places = sight.pixels(shown.places)
    painter.setPen(QPen(_shade(DARK, 0.7), 1.0))
    for joint in JOINTS:
        if joint in WRISTS:
            continue
        lively = joint in (shown.chosen, shown.hovered)
        size = (2.4 if joint in HANDS else 3.6) + (1.6 if lively else 0.0)
        painter.setBrush(
            theme.color("playhead") if joint == shown.chosen else _shade(LIGHT, 1.0 if lively else 0.6)
        )
        painter.drawEllipse(QPointF(*places[joint]), size, size)


def _paint_squares(painter: QPainter, shown: Shown, sight: Sight) -> None:
    """Draw a square at each wrist, by which it is dragged."""
    for joint, side in WRISTS.items():
        place = QPointF(*sight.pixels(shown.places[joint]))
        lively = shown.pulled == joint or shown.hovered == joint
        painter.setPen(QPen(_shade(LIGHT if lively else DARK), 1.4))
        painter.setBrush(theme.color(f"{side}_hand", 1.0 if lively or shown.chosen == joint else 0.8))
        half = SQUARE if lively or shown.chosen == joint else SQUARE - 2
        painter.drawRect(QRectF(place.x() - half, place.y() - half, 2 * half, 2 * half))


def _paint_rings(painter: QPainter, shown: Shown, sight: Sight) -> None:
    centre = shown.places[shown.chosen]
    painter.setPen(QPen(_shade(LIGHT, 0.35), 1.0))
    painter.setBrush(_shade(LIGHT, 0.06))
    painter.drawEllipse(QPointF(*sight.pixels(centre)), RADIUS, RADIUS)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for index, axis in enumerate(shown.axes[shown.chosen]):
        points = ring(centre, axis, sight)
        front = in_front(points, centre, sight)
        pixels = sight.pixels(points)
        colour = QColor(AXES[index][2])
        if shown.ring == index:
            colour = colour.lighter(135)
        for behind in (True, False):
            colour.setAlphaF(0.35 if behind else 1.0)
            painter.setPen(QPen(colour, 1.2 if behind else 3.6 if shown.ring == index else 2.4))
            for part in _runs(front != behind):
                painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in pixels[part].tolist()]))


def _runs(wanted: "np.ndarray[tuple[int], np.dtype[np.bool_]]") -> list[slice]:
    """The stretches of a closed line whose points are wanted, with a point more at their ends."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], wanted, [False]]).astype(int)))
    pairs = edges.reshape(-1, 2).tolist()
    return [slice(max(first - 1, 0), last + 1) for first, last in pairs]


def _paint_words(painter: QPainter, shown: Shown, sight: Sight) -> None:
    joint = shown.pulled if shown.pulled >= 0 else shown.chosen
    if joint < 0:
        return
    painter.setFont(theme.font(12, bold=True))
    width = QFontMetricsF(painter.font()).horizontalAdvance(shown.told) + 16
    x, y = sight.pixels(shown.places[joint])
    left = min(max(x - width / 2, sight.pane.left() + 4), sight.pane.right() - width - 4)
    top = y - RADIUS - 32
    box = QRectF(left, top if top > sight.pane.top() + 4 else y + RADIUS + 10, width, 23)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("line", 0.85))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(theme.color("text"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown.told)
