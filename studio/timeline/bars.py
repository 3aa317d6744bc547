"""The corrections of clips as bars on the timeline: where they stand and how they look."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF

from pipeline.correction.correction import Correction
from pipeline.timeline import correcting
from pipeline.timeline.timeline import Timeline, spans
from studio import theme
from studio.panels.correct.words import correction_name
from studio.timeline.scale import Scale

GRIP = 5.0
"""Pixels within which an edge or an ease is taken hold of."""
WIDE = 40.0
"""Pixels from which on a bar has grips for its eases."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Bar:
    """A correction of a clip, in seconds of the timeline; `row` of `rows` where several stand together."""

    clip: int
    index: int
    correction: Correction
    start: float
    end: float
    ease_in: float
    ease_out: float
    row: int
    rows: int

    @property
    def key(self) -> tuple[int, int]:
        """Which correction it is."""
        return self.clip, self.index

    def box(self, scale: Scale, top: float, height: float) -> QRectF:
        """Where it is drawn in a lane."""
        slot = (height - 2) / self.rows
        left = scale.x(self.start)
        return QRectF(left, top + 1 + self.row * slot, max(scale.x(self.end) - left, 2.0), max(slot - 1, 2.0))


def bars(timeline: Timeline) -> tuple[Bar, ...]:
    """The corrections of all clips; those of a clip stand below each other."""
    result = []
    for clip, (used, (begin, _)) in enumerate(zip(timeline.clips, spans(timeline), strict=True)):
        for index, each in enumerate(used.corrections):
            start, end = (correcting.moment_of(used, begin, second) for second in (each.start, each.end))
            ease_in, ease_out = (seconds / used.speed for seconds in each.eases)
            rows = len(used.corrections)
            result.append(Bar(clip, index, each, start, end, ease_in, ease_out, index, rows))
    return tuple(result)


def part_of(bar: Bar, scale: Scale, x: float) -> str:
    """What of a bar a press at a pixel column takes hold of: "move", "start", "end", "in" or "out"."""
    left, right = scale.x(bar.start), scale.x(bar.end)
    if right - left > WIDE:
        for what, grip in (
            ("in", left + bar.ease_in * scale.pixels),
            ("out", right - bar.ease_out * scale.pixels),
        ):
            if abs(x - grip) <= GRIP - 1 and left + GRIP - 1 < x < right - GRIP + 1:
                return what
    inside = min(GRIP, (right - left) / 3)
    if x <= left + inside:
        return "start"
    return "end" if x >= right - inside else "move"


def paint_bar(painter: QPainter, bar: Bar, scale: Scale, lane: tuple[float, float], held: bool) -> None:
    """Draw a bar in a lane (top, height): as high as the correction has grown."""
    box = bar.box(scale, *lane)
    if box.right() < scale.left or box.left() > scale.right:
        return
    strength = (0.85 if held else 0.6) if bar.correction.enabled else 0.18
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("good", 0.25 if bar.correction.enabled else 0.1))
    painter.drawRoundedRect(box, 2, 2)
    rise, fall = bar.ease_in * scale.pixels, bar.ease_out * scale.pixels
    corners = (
        box.bottomLeft(),
        QPointF(box.left() + rise, box.top()),
        QPointF(box.right() - fall, box.top()),
    )
    painter.setBrush(theme.color("good", strength))
    painter.drawPolygon(QPolygonF([*corners, box.bottomRight()]))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("text"), 1.4) if held else QPen(theme.color("good"), 1))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
    if box.height() > 11:
        _write(painter, bar, box, scale.left)
    if held and box.width() > WIDE:
        painter.setBrush(theme.color("text"))
        painter.setPen(QPen(theme.color("line"), 1))
        for x in (box.left() + rise, box.right() - fall):
            painter.drawRect(QRectF(x - 2.5, box.top() - 0.5, 5, 5))


def _write(painter: QPainter, bar: Bar, box: QRectF, edge: float) -> None:
    left = max(box.left(), edge) + 5
    room = box.right() - left - 3
    painter.setFont(theme.font(10))
    shown = QFontMetricsF(painter.font()).elidedText(
        correction_name(bar.correction), Qt.TextElideMode.ElideRight, max(room, 0.0)
    )
    if len(shown) > 1:
        painter.setPen(theme.color("text"))
        painter.drawText(QRectF(left, box.top(), room, box.height()), _LEFT, shown)
