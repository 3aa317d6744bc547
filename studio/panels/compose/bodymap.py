"""A body to click on: where the hand is."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from pipeline.compose.description import Location
from pipeline.compose.places import ARM, HAND, PAIRED, Height, Place, Side
from pipeline.compose.shown import Hand
from studio import theme
from studio.language import tr
from studio.terms import words_of

SPOTS: dict[Place, tuple[float, float]] = {
    Place.HEAD_TOP: (0.0, 0.03), Place.FOREHEAD: (0.0, 0.08), Place.TEMPLE: (0.075, 0.10),
    Place.EYE: (0.035, 0.115), Place.NOSE: (0.0, 0.145), Place.EAR: (0.1, 0.14), Place.CHEEK: (0.055, 0.165),
    Place.MOUTH: (0.0, 0.18), Place.CHIN: (0.0, 0.215), Place.NECK: (0.0, 0.255),
    Place.SHOULDER: (0.17, 0.325), Place.CHEST: (0.0, 0.40), Place.HEART: (-0.06, 0.42),
    Place.RIBS: (0.14, 0.50), Place.BELLY: (0.0, 0.56), Place.WAIST: (0.0, 0.64), Place.HIP: (0.14, 0.70),
    Place.UPPER_ARM: (-0.25, 0.45), Place.ELBOW: (-0.27, 0.56), Place.FOREARM: (-0.29, 0.66),
    Place.WRIST: (-0.31, 0.75), Place.PALM: (-0.32, 0.82), Place.HAND_BACK: (-0.36, 0.82),
    Place.FINGERTIPS: (-0.34, 0.90),
}  # fmt: skip
"""To the signer's right, and down from the top; in shares of the map's height. Arms are the other one."""

SPACE: dict[Height, float] = {
    Height.ABOVE_HEAD: 0.0, Height.FOREHEAD: 0.08, Height.MOUTH: 0.18, Height.SHOULDERS: 0.31,
    Height.CHEST: 0.42, Height.BELLY: 0.56, Height.HIPS: 0.70,
}  # fmt: skip
"""Heights of the space in front, drawn in a column beside the body."""

COLUMN = 0.62

SHIFTS = {Side.FAR_LEFT: -0.12, Side.LEFT: -0.06, Side.RIGHT: 0.06, Side.FAR_RIGHT: 0.12}
"""How far to the signer's right the mark of a place is that exists only once."""


class BodyMap(QWidget):
    """The signer as the viewer sees them; `chosen` carries a place, a side and a height."""

    chosen = Signal(object, object, object)

    def __init__(self) -> None:
        super().__init__()
        self._location, self._hand = Location(), Hand.LEADING
        self.setAccessibleName(tr("Places on the body"))
        self.setMinimumSize(220, 230)
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        return QSize(280, 290)

    def show_location(self, location: Location | None, hand: Hand = Hand.LEADING) -> None:
        """Mark where a hand is; the leading one is the right, the other the left."""
        self._location, self._hand = location or Location(), hand
        self.update()

    def spots(self) -> list[tuple[QPointF, Place, Side | None, Height | None]]:
        """Everything that can be clicked, and where."""
        found: list[tuple[QPointF, Place, Side | None, Height | None]] = []
        for place, (right, down) in SPOTS.items():
            if place in PAIRED:
                own = 1 if self._hand is Hand.LEADING else -1
                across = Side.LEFT if self._hand is Hand.LEADING else Side.RIGHT
                found.append((self._at(own * right, down), place, None, None))
                found.append((self._at(-own * right, down), place, across, None))
            elif place in ARM or place in HAND:
                acting = 1 if self._hand is Hand.LEADING else -1
                found.append((self._at(acting * right, down), place, None, None))
            else:
                found.append((self._at(right, down), place, None, None))
        for height, down in SPACE.items():
            found.append((self._at(COLUMN, down + 0.03), Place.NEUTRAL, None, height))
        return found

    def _at(self, right: float, down: float) -> QPointF:
        size = min(self.width() / 1.32, self.height() / 0.97)
        return QPointF(self.width() / 2 - right * size, 6 + down * size)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = min(self.width() / 1.32, self.height() / 0.97)
        painter.setPen(QPen(theme.color("edge_high"), 1))
        painter.setBrush(theme.color("edge"))
        painter.drawPath(self._outline(size))
        painter.setFont(theme.font(9))
        for spot, place, side, height in self.spots():
            marked = self._is_marked(place, side, height)
            painter.setPen(QPen(theme.color("accent" if marked else "dim"), 1))
            painter.setBrush(theme.color("accent" if marked else "panel"))
            painter.drawEllipse(spot, 6 if marked else 3.5, 6 if marked else 3.5)
            if place is self._location.place and place not in PAIRED and self._location.side in SHIFTS:
                self._draw_beside(painter, place)
            if height is not None:
                painter.setPen(theme.color("dim"))
                box = QRectF(spot.x() + 9, spot.y() - 7, 80, 14)
                painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words_of(height))

    def _draw_beside(self, painter: QPainter, place: Place) -> None:
        """The mark of a place on one side of it, with a line to where it is named."""
        if place not in SPOTS or self._location.side is None:
            return
        right, down = SPOTS[place]
        spot = self._at(right + SHIFTS[self._location.side], down)
        painter.setPen(QPen(theme.color("accent"), 1))
        painter.setBrush(theme.color("accent"))
        painter.drawLine(self._at(right, down), spot)
        painter.drawEllipse(spot, 6, 6)

    def _outline(self, size: float) -> QPainterPath:
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addEllipse(self._at(0, 0.125), 0.09 * size, 0.115 * size)
        for side in (1, -1):
            arm = QPainterPath(self._at(side * 0.19, 0.31))
            for right, down in ((0.29, 0.56), (0.35, 0.92), (0.30, 0.92), (0.23, 0.58), (0.15, 0.42)):
                arm.lineTo(self._at(side * right, down))
            arm.closeSubpath()
            path.addPath(arm)
        trunk = QPainterPath(self._at(0.045, 0.22))
        for right, down in (
            (0.045, 0.27), (0.19, 0.31), (0.16, 0.60), (0.17, 0.76),
            (-0.17, 0.76), (-0.16, 0.60), (-0.19, 0.31), (-0.045, 0.27), (-0.045, 0.22),
        ):  # fmt: skip
            trunk.lineTo(self._at(right, down))
        trunk.closeSubpath()
        path.addPath(trunk)
        return path.simplified()

    def _is_marked(self, place: Place, side: Side | None, height: Height | None) -> bool:
        own = self._location
        if place is not own.place:
            return False
        if place is Place.NEUTRAL:
            return height is (own.height or Height.CHEST)
        if place not in PAIRED:
            return own.side not in SHIFTS
        acting = Side.RIGHT if self._hand is Hand.LEADING else Side.LEFT
        return _half(own.side or acting) == _half(side or acting)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        _, place, side, height = self._nearest(event.position())
        self.chosen.emit(place, side, height)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            _, place, side, height = self._nearest(QPointF(event.pos()))
            words = [words_of(place), *(words_of(part) for part in (side, height) if part)]
            QToolTip.showText(event.globalPos(), ", ".join(words), self)
            return True
        return super().event(event)

    def _nearest(self, spot: QPointF) -> tuple[QPointF, Place, Side | None, Height | None]:
        return min(self.spots(), key=lambda item: (item[0] - spot).manhattanLength())


def _half(side: Side) -> Side:
    """Left or right."""
    return Side.LEFT if side in (Side.LEFT, Side.FAR_LEFT) else Side.RIGHT
