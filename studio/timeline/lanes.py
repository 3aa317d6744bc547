"""Painting the lane of glosses and the lanes of brows, eyes, mouth, head and body."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from pipeline.compose.face import Channel
from pipeline.timeline.markers import Lane, Marker
from studio import theme
from studio.terms import term, words_of
from studio.timeline.layout import Row
from studio.timeline.scale import Scale
from studio.timeline.strip import Block

COLOURS = {
    Lane.BROWS: "face",
    Lane.EYES: "face",
    Lane.MOUTH: "mouth",
    Lane.HEAD: "head",
    Lane.BODY: "head",
}
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def name_of(marker: Marker) -> str:
    """What is written on a marker."""
    if marker.channel is Channel.MOUTHING:
        return f"“{marker.action}”"
    named = marker.channel in (Channel.GAZE, Channel.SHOULDERS, Channel.CHEEKS)
    return f"{term(marker.channel)} {words_of(marker.action)}" if named else words_of(marker.action)


def paint_gloss(painter: QPainter, block: Block, scale: Scale, lane: Row, selected: bool) -> None:
    """Draw a gloss over the clips that perform it."""
    left, width = scale.x(block.start), max((block.end - block.start) * scale.pixels, 1.5)
    box = QRectF(left, lane.top + 1, width, lane.height - 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("accent_deep" if selected else "raised"))
    painter.drawRoundedRect(box, 3, 3)
    painter.setPen(theme.color("text" if selected else "dim"))
    painter.setFont(theme.font(10))
    _write(painter, block.label, box, scale.left)


def paint_marker(painter: QPainter, marker: Marker, scale: Scale, lane: Row, held: bool) -> None:
    """Draw a marker: as high as it has grown, with grips for its eases while it is held."""
    left, right = scale.x(marker.start), scale.x(marker.end)
    if right < scale.left or left > scale.right:
        return
    box = QRectF(left, lane.top + 1, max(right - left, 2.0), lane.height - 2)
    colour = theme.color(COLOURS[marker.lane])
    path = QPainterPath()
    path.addRoundedRect(box, 3, 3)
    painter.fillPath(path, theme.color(COLOURS[marker.lane], 0.34 if not held else 0.5))
    share = min(1.0, marker.seconds / max(marker.ease_in + marker.ease_out, 1e-9))
    rise, fall = marker.ease_in * share * scale.pixels, marker.ease_out * share * scale.pixels
    corners = ((box.left(), box.bottom()), (box.left() + rise, box.top()), (box.right() - fall, box.top()))
    shape = QPolygonF([QPointF(*corner) for corner in (*corners, (box.right(), box.bottom()))])
    painter.save()
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(COLOURS[marker.lane], 0.3 + 0.6 * marker.strength))
    painter.drawPolygon(shape)
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("text"), 1.4) if held else QPen(colour.lighter(120), 1))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.setFont(theme.font(10))
    painter.setPen(theme.color("text"))
    _write(painter, name_of(marker), box, scale.left)
    if held and box.width() > 40:
        painter.setBrush(theme.color("text"))
        painter.setPen(QPen(theme.color("line"), 1))
        for x in (box.left() + rise, box.right() - fall):
            painter.drawRect(QRectF(x - 2.5, box.top() - 0.5, 5, 5))


def paint_face(painter: QPainter, marker: Marker, scale: Scale, lane: Row) -> None:
    """Draw what the sentence asks for by itself: an outline, which a marker drawn over it replaces."""
    left, right = scale.x(marker.start), scale.x(marker.end)
    if right < scale.left or left > scale.right:
        return
    box = QRectF(left, lane.top + 1, max(right - left, 2.0), lane.height - 2)
    painter.setBrush(theme.color(COLOURS[marker.lane], 0.12))
    painter.setPen(QPen(theme.color(COLOURS[marker.lane]), 1, Qt.PenStyle.DashLine))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.setFont(theme.font(10))
    painter.setPen(theme.color("dim"))
    _write(painter, name_of(marker), box, scale.left)


def _write(painter: QPainter, text: str, box: QRectF, edge: float) -> None:
    """Write a name where it is in sight, shortened if it must be."""
    left = max(box.left(), edge) + 5
    room = box.right() - left - 3
    if room < 12:
        return
    shown = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, room)
    if len(shown) > 1:
        painter.drawText(QRectF(left, box.top(), room, box.height()), _LEFT, shown)
