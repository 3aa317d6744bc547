"""Painting the text lane: sentences, and their words above the signs when there is room."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath

from studio import theme
from studio.timeline.layout import Row
from studio.timeline.scale import Scale
from studio.timeline.strip import Phrase

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def paint_phrase(painter: QPainter, phrase: Phrase, scale: Scale, lane: Row, selected: int) -> None:
    """Draw a sentence; its words stand over their signs as soon as all of them fit there."""
    left, width = scale.x(phrase.start), max((phrase.end - phrase.start) * scale.pixels, 1.5)
    box = QRectF(left, lane.top + 1, width, lane.height - 2)
    if width < 6:
        painter.fillRect(box, theme.color("raised_high"))
        return
    path = QPainterPath()
    path.addRoundedRect(box, 3, 3)
    painter.fillPath(path, theme.color("raised_high"))
    painter.setFont(theme.font(11))
    measure = QFontMetricsF(painter.font())
    chosen = next((word for word in phrase.words if word.position == selected), None)
    in_words = all(measure.horizontalAdvance(w.text) + 10 <= _width(w, scale) for w in phrase.words)
    if chosen is not None:
        height = box.height() if in_words else 3.0
        place = QRectF(scale.x(chosen.start), box.bottom() - height, _width(chosen, scale), height)
        painter.fillRect(place, theme.color("accent_deep", 0.75) if in_words else theme.color("accent"))
    if in_words:
        for word in phrase.words:
            _paint_word(painter, word, scale, box)
        return
    visible = QRectF(max(left, scale.left) + 6, box.top(), 0, box.height())
    visible.setRight(min(box.right(), scale.right) - 4)
    if visible.width() > 12:
        painter.setPen(theme.color("text"))
        text = measure.elidedText(phrase.text, Qt.TextElideMode.ElideRight, visible.width())
        painter.drawText(visible, _LEFT, text)


def _width(word: Phrase, scale: Scale) -> float:
    return (word.end - word.start) * scale.pixels


def _paint_word(painter: QPainter, word: Phrase, scale: Scale, box: QRectF) -> None:
    left, right = scale.x(word.start), scale.x(word.end)
    painter.fillRect(QRectF(left, box.top() + 4, 1, box.height() - 8), theme.color("edge_high"))
    painter.setPen(theme.color("text"))
    begin = max(left, scale.left) + 6
    width = QFontMetricsF(painter.font()).horizontalAdvance(word.text) + 1
    begin = min(begin, right - 2 - width)
    painter.drawText(QRectF(begin, box.top(), width, box.height()), _LEFT, word.text)
