"""Painting the signs lane: blocks, letters, stillness and the transitions between them."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QLinearGradient, QPainter, QPainterPath, QPen

from studio import theme
from studio.language import brief, tr
from studio.timeline.layout import Row, shown
from studio.timeline.scale import Scale, in_seconds
from studio.timeline.strip import Block, Cell, Gap, Wedge

TITLE = 18.0
"""Height of a block's name, in pixels."""
LEAST = 3
"""Letters of a shortened name below which it says nothing any more."""
_CENTRE = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def paint_block(painter: QPainter, block: Block, scale: Scale, lane: Row, selected: bool) -> None:
    """Draw a gloss: its name above, its letters or its length below, its stillness after."""
    left = scale.x(block.start)
    box = QRectF(left, lane.top + 1, max((block.end - block.start) * scale.pixels, 1.5), lane.height - 2)
    if block.pause > 0:
        _paint_pause(painter, box.right(), block.pause, scale.pixels, lane)
    base = theme.color("sign")
    if box.width() < 9:
        painter.fillRect(box, theme.color("accent_high") if selected else base)
        return
    path = QPainterPath()
    path.addRoundedRect(box, 4, 4)
    painter.fillPath(path, _shading(base, box, selected))
    if len(block.cells) > 1:
        for cell in block.cells:
            _paint_cell(painter, cell, scale, box)
    _paint_names(painter, block, box, scale.left)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("text"), 2) if selected else QPen(base.darker(260), 1))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)


def _shading(base: QColor, box: QRectF, selected: bool) -> QLinearGradient:
    """Bright behind the name, dark below it."""
    edge = min(TITLE / box.height(), 0.99)
    shading = QLinearGradient(0, box.top(), 0, box.bottom())
    shading.setColorAt(0, base.lighter(132 if selected else 112))
    shading.setColorAt(edge, base.lighter(115) if selected else base.darker(104))
    shading.setColorAt(min(edge + 0.001, 1.0), base.darker(175))
    shading.setColorAt(1, base.darker(225))
    return shading


def _paint_names(painter: QPainter, block: Block, box: QRectF, edge: float) -> None:
    """Write what a block is; the words of one that begins left of `edge` stay in sight."""
    painter.setFont(theme.font(11, bold=True))
    painter.setPen(QColor("#f2f6fa"))
    left = max(box.left(), edge)
    title = QRectF(left, box.top(), box.right() - left, TITLE)
    if title.width() < 30:
        if QFontMetricsF(painter.font()).horizontalAdvance(block.label) <= title.width() - 4:
            painter.drawText(title, _CENTRE, block.label)
        return
    words = title.adjusted(6, 0, -3, 0)
    _paint_elided(painter, block.label, words)
    if len(block.cells) == 1 and box.height() > TITLE + 18:
        painter.setFont(theme.font(10))
        painter.setPen(QColor(242, 246, 250, 170))
        length = in_seconds(block.end - block.start) + _badge(block.cells[0])
        if QFontMetricsF(painter.font()).horizontalAdvance(length) <= words.width():
            painter.drawText(QRectF(words.left(), box.bottom() - 17, words.width(), 14), _LEFT, length)


def _badge(cell: Cell) -> str:
    """What the user changed about a clip, in signs: its speed and how often it is performed."""
    speed = f"  {brief(cell.speed, 2)}×" if cell.retimed and abs(cell.speed - 1) > 5e-3 else ""
    return speed + (f"  ↻{cell.repeat}" if cell.repeat > 1 else "")


def _paint_elided(painter: QPainter, text: str, box: QRectF) -> None:
    """Write a name as large as it fits, shortened if it does not fit at all."""
    for pixels in (11, 9):
        painter.setFont(theme.font(pixels, bold=True))
        measure = QFontMetricsF(painter.font())
        shortened = measure.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        if shortened == text:
            break
    if shortened == text or len(shortened) > LEAST:
        painter.drawText(box, _LEFT, shortened)


def _paint_cell(painter: QPainter, cell: Cell, scale: Scale, box: QRectF) -> None:
    """Draw a letter inside its word."""
    left, width = scale.x(cell.start), (cell.end - cell.start) * scale.pixels
    area = QRectF(left, box.top() + TITLE + 3, width, box.height() - TITLE - 6)
    if width < 3:
        return
    fill = theme.color("sign_high", 0.34)
    if width < 8:
        painter.fillRect(area, fill)
        return
    path = QPainterPath()
    path.addRoundedRect(area.adjusted(0.5, 0, -0.5, 0), 3, 3)
    painter.fillPath(path, fill)
    painter.setFont(theme.font(12 if area.height() > 20 else 10, bold=True))
    painter.setPen(QColor("#f2f6fa"))
    if QFontMetricsF(painter.font()).horizontalAdvance(cell.label) <= width:
        painter.drawText(area, _CENTRE, cell.label)


def _paint_pause(painter: QPainter, left: float, seconds: float, pixels: float, lane: Row) -> None:
    """Draw stillness as a hatched stretch."""
    width = seconds * pixels
    area = QRectF(left, lane.top + 12, width, lane.height - 24)
    painter.fillRect(area, theme.color("raised", 0.9))
    painter.fillRect(area, QBrush(theme.color("edge_high"), Qt.BrushStyle.BDiagPattern))
    if width > 34:
        painter.setFont(theme.font(10))
        painter.setPen(theme.color("dim"))
        length = tr("pause {seconds}").format(seconds=in_seconds(seconds))
        room = QFontMetricsF(painter.font()).horizontalAdvance(length) + 8
        painter.drawText(area, _CENTRE, length if room <= width else tr("pause"))


def paint_wedge(painter: QPainter, wedge: Wedge, scale: Scale, lane: Row, state: tuple[bool, float]) -> None:
    """Draw a transition; `state` is whether it is held or hovered, and the frame rate to count in."""
    lively, fps = state
    width = wedge.seconds * scale.pixels
    if not shown(wedge, scale):
        return
    top, bottom = (lane.top + TITLE + 5, lane.bottom - 5) if wedge.within else (lane.top + 7, lane.bottom - 7)
    box = QRectF(scale.x(wedge.start) + 1, top, max(width - 2, 1.0), bottom - top)
    color = theme.color("transition_high" if lively else "transition")
    if width < 6:
        painter.fillRect(box.adjusted(0, 3, 0, -3), QColor(color.red(), color.green(), color.blue(), 110))
        return
    path = QPainterPath()
    path.addRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.fillPath(path, QColor(color.red(), color.green(), color.blue(), 95 if lively else 56))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color, 1))
    painter.drawPath(path)
    if width > 12:
        _paint_ease(painter, box, color, wedge.ease)
    _paint_length(painter, wedge, box, fps, color)
    if lively:
        _paint_grips(painter, box, color)


def _paint_ease(painter: QPainter, box: QRectF, color: QColor, ease: float) -> None:
    """The way from one sign to the next, as a curve that starts and ends gently."""
    middle = box.center().x() + 0.25 * ease * box.width()
    start, end = box.bottom() - 5, box.top() + 5
    curve = QPainterPath(QPointF(box.left() + 3, start))
    curve.cubicTo(middle, start, middle, end, box.right() - 3, end)
    painter.setPen(QPen(color, 1.6))
    painter.drawPath(curve)


def _paint_length(painter: QPainter, wedge: Wedge, box: QRectF, fps: float, color: QColor) -> None:
    """Write frames, or frames and milliseconds where both fit."""
    frames = f"{round(wedge.seconds * fps)}f"
    both = f"{frames}  {1000 * wedge.seconds:.0f} ms"
    painter.setFont(theme.font(10))
    measure = QFontMetricsF(painter.font())
    text = next((t for t in (both, frames) if measure.horizontalAdvance(t) + 8 <= box.width()), "")
    if text and box.height() > 14 and (box.width() >= 26 or not wedge.within):
        painter.setPen(color.lighter(125))
        corner = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
        painter.drawText(box.adjusted(0, 0, -4, -2), corner, text)


def _paint_grips(painter: QPainter, box: QRectF, color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    for x in (box.left(), box.right()):
        painter.drawRoundedRect(QRectF(x - 1.5, box.center().y() - 8, 3, 16), 1.5, 1.5)


def paint_proposal(painter: QPainter, wedge: Wedge, scale: Scale, lane: Row) -> None:
    """Mark where a transition that was changed by hand would end if it took the proposed time."""
    x = round(scale.x(wedge.start + wedge.proposed)) + 0.5
    painter.setPen(QPen(theme.color("transition_high"), 1, Qt.PenStyle.DotLine))
    painter.drawLine(QPointF(x, lane.top + 2), QPointF(x, lane.bottom - 2))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("transition_high"))
    painter.drawPolygon([QPointF(x - 4, lane.top), QPointF(x + 4, lane.top), QPointF(x, lane.top + 5)])


def paint_gap(painter: QPainter, gap: Gap, scale: Scale, lane: Row) -> None:
    """Mark where a gloss is left out because no sign was found for it."""
    x = scale.x(gap.at)
    painter.setPen(QPen(theme.color("line"), 1))
    painter.setBrush(theme.color("bad"))
    middle = lane.bottom - 9
    corners = ((0, -7), (7, 0), (0, 7), (-7, 0))
    painter.drawPolygon([QPointF(x + dx, middle + dy) for dx, dy in corners])
    painter.setPen(QPen(theme.color("text"), 1.5))
    painter.drawLine(QPointF(x, middle - 3), QPointF(x, middle + 1))
    painter.drawPoint(QPointF(x, middle + 3.5))


def paint_doubt(painter: QPainter, wedge: Wedge, scale: Scale, rows: tuple[Row, Row]) -> None:
    """Mark a transition that looks unnatural: a sign above it, a tint over its curves."""
    signs, curves = rows
    left, right = scale.x(wedge.start), scale.x(wedge.end)
    painter.fillRect(QRectF(left, curves.top, right - left, curves.height), theme.color("fair", 0.22))
    painter.fillRect(QRectF(left, curves.bottom - 3, right - left, 3), theme.color("fair"))
    middle, top = (left + right) / 2, signs.top + 1
    painter.setPen(QPen(theme.color("line"), 1))
    painter.setBrush(theme.color("fair"))
    painter.drawPolygon([QPointF(middle - 6, top + 10), QPointF(middle + 6, top + 10), QPointF(middle, top)])
    painter.setPen(QPen(theme.color("line"), 1.4))
    painter.drawLine(QPointF(middle, top + 4), QPointF(middle, top + 6.5))
    painter.drawPoint(QPointF(middle, top + 8.5))
