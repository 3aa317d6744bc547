"""A dial for directions: sixteen ways across, and a slider from in to out."""

import math

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSlider, QToolButton, QVBoxLayout, QWidget

from pipeline.compose.direction import Direction, reduced
from studio import theme
from studio.language import tr
from studio.panels.pieces import label
from studio.terms import capital, term

RING = (
    (0, 1), (-1, 2), (-1, 1), (-2, 1), (-1, 0), (-2, -1), (-1, -1), (-1, -2),
    (0, -1), (1, -2), (1, -1), (2, -1), (1, 0), (2, 1), (1, 1), (1, 2),
)  # fmt: skip
"""Left and up of the ways across, clockwise from the top as the signer sees them: right is right."""
MIDDLE = (0, 0)
DEEPEST = 3


def turned_to(across: tuple[int, int], depth: int) -> Direction:
    """The direction of a way across and a depth from -3 (in) over 0 (level) to 3 (out).

    The middle has no level direction; there out is meant.
    """
    left, up = across
    if across == MIDDLE:
        return Direction(out=-1 if depth < 0 else 1)
    sign, steep = (depth > 0) - (depth < 0), abs(depth)
    if max(abs(left), abs(up)) == 2:
        return reduced(left, up, sign * min(steep, 2))
    scale, out = {0: (1, 0), 1: (2, 1), 2: (1, 1), 3: (1, 2)}[steep]
    return reduced(scale * left, scale * up, sign * out)


def taken_apart(way: Direction) -> tuple[tuple[int, int], int]:
    """The way across and the depth of a direction."""
    widest = math.gcd(way.left, way.up)
    if widest == 0:
        return MIDDLE, DEEPEST if way.out > 0 else -DEEPEST
    across = way.left // widest, way.up // widest
    if max(map(abs, across)) == 2 or way.out == 0:
        return across, way.out
    sign, steep = (way.out > 0) - (way.out < 0), abs(way.out)
    return across, sign * (1 if widest > steep else 2 if widest == steep else 3)


class Ring(QWidget):
    """The ways across and the middle, which means straight out or in."""

    turned = Signal(int, int)  # left, up

    def __init__(self, title: str) -> None:
        super().__init__()
        self.way: tuple[int, int] | None = None
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(96, 96)

    def sizeHint(self) -> QSize:
        return QSize(112, 112)

    def point(self, way: tuple[int, int]) -> QPointF:
        """Where a way is drawn."""
        middle = QRectF(self.rect()).center()
        if way == MIDDLE:
            return middle
        reach = self._reach() / math.hypot(*way)
        return middle + QPointF(-way[0] * reach, -way[1] * reach)

    def _reach(self) -> float:
        return min(self.width(), self.height()) * 0.41

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.point(MIDDLE)
        accent = "accent" if self.isEnabled() else "edge_high"
        painter.setPen(QPen(theme.color("edge"), 1))
        painter.drawEllipse(middle, self._reach(), self._reach())
        if self.way not in (None, MIDDLE):
            painter.setPen(QPen(theme.color(accent), 2))
            painter.drawLine(middle, self.point(self.way))
        for way in (MIDDLE, *RING):
            chosen = way == self.way
            plain = "faint" if self.isEnabled() else "edge"
            painter.setPen(QPen(theme.color(accent if chosen else plain), 1.2))
            painter.setBrush(theme.color(accent if chosen else "panel_high"))
            size = 7.0 if chosen else 2.5 if 2 in map(abs, way) else 5.0
            painter.drawEllipse(self.point(way), size, size)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("accent_soft"), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = event.position()
        self.turned.emit(*min((MIDDLE, *RING), key=lambda way: (self.point(way) - spot).manhattanLength()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        if event.key() not in steps:
            super().keyPressEvent(event)
            return
        at = RING.index(self.way) if self.way in RING else 0
        self.turned.emit(*RING[(at + steps[Qt.Key(event.key())]) % len(RING)])


class Dial(QWidget):
    """Chooses any direction that can be written; `picked` carries a `Direction`, or None for none."""

    picked = Signal(object)

    def __init__(self, title: str, nothing: str = "") -> None:
        super().__init__()
        self._nothing = nothing = nothing or tr("as before")
        self.title = label(title, tone="dim")
        self._name = label(nothing, tone="faint")
        self.ring = Ring(title)
        self.depth = QSlider(Qt.Orientation.Vertical)
        self.depth.setRange(-DEEPEST, DEEPEST)
        self.depth.setPageStep(1)
        self.depth.setAccessibleName(tr("{title}: from in to out").format(title=title))
        self.depth.setToolTip(tr("From in, towards the signer, to out, away from the signer"))
        self.depth.setFixedWidth(20)
        self.clear = QToolButton(text="×")
        self.clear.setAccessibleName(f"{title}: {nothing}")
        self.clear.setToolTip(capital(nothing))
        self.ring.turned.connect(lambda left, up: self._choose((left, up), self.depth.value()))
        self.depth.valueChanged.connect(lambda depth: self._choose(self.ring.way or MIDDLE, depth))
        self.clear.clicked.connect(lambda: self.picked.emit(None))
        self._arrange()

    def _arrange(self) -> None:
        scale = QWidget()
        steps = QVBoxLayout(scale)
        steps.setContentsMargins(0, 0, 0, 0)
        steps.setSpacing(0)
        for part in (label(tr("out"), tone="faint"), self.depth, label(tr("in"), tone="faint")):
            steps.addWidget(part, int(part is self.depth), Qt.AlignmentFlag.AlignHCenter)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(3)
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(1, 1)
        grid.addWidget(self.title, 0, 0, 1, 2)
        grid.addWidget(self.ring, 1, 0)
        grid.addWidget(scale, 1, 1)
        grid.addWidget(self._name, 2, 0)
        grid.addWidget(self.clear, 2, 1)

    def show_value(self, way: Direction | None) -> None:
        """Show a direction, None where nothing is said."""
        self._name.setText("-".join(map(term, str(way).split("-"))) if way else self._nothing)
        self.clear.setEnabled(way is not None)
        across, depth = taken_apart(way) if way else (None, 0)
        self.ring.way = across
        with QSignalBlocker(self.depth):
            self.depth.setValue(depth)
        self.ring.update()

    def _choose(self, across: tuple[int, int], depth: int) -> None:
        self.picked.emit(turned_to(across, depth))
