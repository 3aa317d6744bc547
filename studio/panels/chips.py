"""What the gloss strip shows of each gloss, and how it is drawn."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from pipeline.text.confidence import in_words
from studio import theme
from studio.language import tr

PERFORMED = Qt.ItemDataRole.UserRole + 1
"""Role that says whether the gloss is being performed at the moment shown."""

LIT = Qt.ItemDataRole.UserRole + 2
"""Role that says whether the gloss is lit, as what belongs to it elsewhere is."""

Index = QModelIndex | QPersistentModelIndex

HEIGHT = 56
LEAST_WIDTH, GREATEST_WIDTH = 70, 240


PIPS_WIDTH = 20
"""Pixels at the end of a chip's first line for how sure the translation is of it."""


@dataclass(frozen=True, slots=True)
class Chip:
    """A gloss as the strip shows it; `problem` says why it is not signed as it should be."""

    name: str
    origin: str
    score: float  # 0 to 1, of the signs that are used
    problem: str = ""
    tip: str = ""
    confidence: float | None = None  # 0 to 1, of the translation; None where nobody judged

    @property
    def sure(self) -> str:
        """How sure the translation is, in a word."""
        return in_words(self.confidence)


def pips(confidence: float) -> int:
    """How many of four steps are filled: all when sure, one for a guess, none when there is no sign."""
    return 0 if confidence <= 0 else 1 + sum(confidence >= least for least in (0.4, 0.6, 0.8))


def draw_pips(painter: QPainter, box: QRectF, confidence: float) -> None:
    """Four rising steps; those reached are bright, so that their number tells and not a colour."""
    filled, width = pips(confidence), box.width() / 4
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for step in range(4):
        height = round(box.height() * (step + 1) / 4)
        left, top = round(box.left() + step * width), round(box.bottom() - height)
        full = step < filled
        painter.fillRect(QRect(left, top, 2, height), theme.color("text" if full else "edge_high"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


class ChipDelegate(QStyledItemDelegate):
    """Draws chips and edits their names in place."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        chip: Chip = index.data(Qt.ItemDataRole.UserRole)
        name = QFontMetricsF(theme.font(12, bold=True)).horizontalAdvance(chip.name)
        origin = QFontMetricsF(theme.font(10)).horizontalAdvance(chip.problem or chip.origin)
        mark = 18 if chip.problem else 0
        pips = PIPS_WIDTH if chip.confidence is not None else 0
        width = max(name + mark + pips, origin) + 26
        return QSize(round(min(max(width, LEAST_WIDTH), GREATEST_WIDTH)), HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        chip: Chip = index.data(Qt.ItemDataRole.UserRole)
        state: QStyle.StateFlag = option.state
        box = QRectF(option.rect).adjusted(2.5, 4.5, -2.5, -4.5)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        lit = bool(index.data(LIT))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        path.addRoundedRect(box, 6, 6)
        painter.fillPath(path, theme.color("accent_soft" if selected else "raised"))
        if lit:
            painter.fillPath(path, theme.color("accent_high", 0.22))
        edge = "accent" if selected else "bad" if chip.problem else "accent_high" if lit else "edge"
        painter.setPen(QPen(theme.color(edge), 1.5 if selected else 1))
        painter.drawPath(path)
        if index.data(PERFORMED):
            painter.setClipPath(path)
            painter.fillRect(QRectF(box.left(), box.top(), box.width(), 2.5), theme.color("playhead"))
            painter.setClipping(False)
        self._write(painter, box.adjusted(10, 0, -8, 0), chip)
        if chip.confidence is not None:
            draw_pips(painter, QRectF(box.right() - PIPS_WIDTH - 3, box.top() + 8, 14, 11), chip.confidence)
        self._draw_bar(painter, QRectF(box.left() + 10, box.bottom() - 7, box.width() - 20, 3), chip)
        painter.restore()

    def _write(self, painter: QPainter, box: QRectF, chip: Chip) -> None:
        bold, small = theme.font(12, bold=True), theme.font(10)
        line = QRectF(box.left(), box.top() + 5, box.width(), 17)
        if chip.problem:
            ratio = painter.device().devicePixelRatio()
            painter.drawPixmap(line.topLeft().toPoint(), theme.pixmap("warning", 14, "bad", ratio))
            line.setLeft(line.left() + 18)
        if chip.confidence is not None:
            line.setRight(line.right() - PIPS_WIDTH + 4)
        painter.setFont(bold)
        painter.setPen(theme.color("text"))
        middle = Qt.TextElideMode.ElideMiddle
        painter.drawText(
            line,
            Qt.AlignmentFlag.AlignVCenter,
            QFontMetricsF(bold).elidedText(chip.name, middle, line.width()),
        )
        painter.setFont(small)
        painter.setPen(theme.color("bad" if chip.problem else "dim"))
        below = QRectF(box.left(), box.top() + 21, box.width(), 14)
        words = QFontMetricsF(small).elidedText(
            chip.problem or chip.origin, Qt.TextElideMode.ElideRight, below.width()
        )
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, words)

    def _draw_bar(self, painter: QPainter, box: QRectF, chip: Chip) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("line"))
        painter.drawRoundedRect(box, 1.5, 1.5)
        if chip.score > 0:
            painter.setBrush(theme.color(theme.judgement(chip.score)))
            painter.drawRoundedRect(QRectF(box.topLeft(), box.size()).adjusted(
                0, 0, -box.width() * (1 - chip.score), 0
            ), 1.5, 1.5)  # fmt: skip

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setObjectName("GlossEditor")
        editor.setAccessibleName(tr("Gloss"))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            editor.setText(index.data(Qt.ItemDataRole.EditRole))
            editor.selectAll()

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        box: QRect = option.rect
        editor.setGeometry(box.adjusted(2, 4, max(0, 110 - box.width()), -20))

    def eventFilter(self, editor: QWidget, event: QEvent) -> bool:  # type: ignore[override]
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # while a name is typed, no key is a shortcut
            return True
        return super().eventFilter(editor, event)
