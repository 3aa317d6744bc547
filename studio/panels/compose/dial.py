"""A dial for directions: eight ways across, and out or in."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QToolButton, QVBoxLayout, QWidget

from pipeline.compose.direction import Direction, reduced
from studio import theme
from studio.panels.pieces import STRETCH, label, row

RING = ((0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1), (1, 0), (1, 1))
"""Left and up of the eight ways, clockwise from the top as the signer sees them: right is right."""
DEPTHS = {1: "Out", 0: "Flat", -1: "In"}


class Ring(QWidget):
    """The eight ways across and the middle, which means straight out or in."""

    turned = Signal(int, int)  # left, up

    def __init__(self, title: str) -> None:
        super().__init__()
        self.way: tuple[int, int] | None = None
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(96, 96)

    def sizeHint(self) -> QSize:
        return QSize(104, 104)

    def point(self, way: tuple[int, int]) -> QPointF:
        """Where a way is drawn."""
        if way == (0, 0):
            return QRectF(self.rect()).center()
        length = math.hypot(*way)
        reach = min(self.width(), self.height()) * 0.38
        middle = QRectF(self.rect()).center()
        return middle + QPointF(-way[0] / length * reach, -way[1] / length * reach)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.point((0, 0))
        painter.setPen(QPen(theme.color("edge"), 1))
        reach = min(self.width(), self.height()) * 0.38
        painter.drawEllipse(middle, reach, reach)
        for way in ((0, 0), *RING):
            chosen = way == self.way
            painter.setPen(QPen(theme.color("accent" if chosen else "edge_high"), 1.2))
            painter.setBrush(theme.color("accent" if chosen else "panel_high"))
            painter.drawEllipse(self.point(way), 7 if chosen else 5, 7 if chosen else 5)
        if self.way not in (None, (0, 0)):
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawLine(middle, self.point(self.way))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("accent_soft"), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = event.position()
        near = min(((0, 0), *RING), key=lambda way: (self.point(way) - spot).manhattanLength())
        self.turned.emit(*near)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        if event.key() not in steps:
            super().keyPressEvent(event)
            return
        at = RING.index(self.way) if self.way in RING else 0
        self.turned.emit(*RING[(at + steps[Qt.Key(event.key())]) % len(RING)])


class Dial(QWidget):
    """Chooses one of the 26 directions; `chosen` carries a `Direction`."""

    chosen = Signal(object)

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = label(title, tone="dim")
        self._name = label("as before", tone="faint")
        self.ring = Ring(title)
        self.ring.turned.connect(lambda left, up: self._choose(left, up, None))
        self._group = QButtonGroup(self)
        self.depths: dict[int, QToolButton] = {}
        for depth, name in DEPTHS.items():
            button = QToolButton(text=name)
            button.setCheckable(True)
            button.setAccessibleName(f"{title}: {name.lower()}")
            button.setMaximumWidth(48)
            button.clicked.connect(lambda _=False, depth=depth: self._choose(None, None, depth))
            self._group.addButton(button)
            self.depths[depth] = button
        self.depths[0].setChecked(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self._title)
        layout.addWidget(self.ring, 1, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(row(STRETCH, *self.depths.values(), STRETCH, spacing=2))
        layout.addWidget(self._name)

    def show_direction(self, way: Direction | None) -> None:
        """Show a direction, None where nothing is said; sums beyond the 26 show the nearest ones."""
        self._name.setText(str(way) if way else "as before")
        if way is None:
            self.ring.way = None
        else:
            self.ring.way = (_sign(way.left), _sign(way.up))
            self.depths[_sign(way.out)].setChecked(True)
        self.ring.update()

    def _choose(self, left: int | None, up: int | None, depth: int | None) -> None:
        now = self.ring.way or (0, 0)
        across = now if left is None or up is None else (left, up)
        out = next(depth for depth, button in self.depths.items() if button.isChecked())
        out = out if depth is None else depth
        if across == (0, 0) and out == 0:
            out = 1
        self.chosen.emit(reduced(across[0], across[1], out))


def _sign(value: int) -> int:
    return (value > 0) - (value < 0)
