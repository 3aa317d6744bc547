"""The list of signs to choose from: its rows, how they are drawn, and its keys."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from pipeline.signs.sign import Sign, SignId
from studio import theme

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

ROW_HEIGHT = 86
THUMBNAIL = QSize(88, 81)


class Signs(QAbstractListModel):
    """Rows of signs, the one in use, and what is known of how they look."""

    def __init__(self) -> None:
        super().__init__()
        self.signs: tuple[Sign, ...] = ()
        self.used: SignId | None = None
        self.pictures: dict[str, QPixmap] = {}

    def show_picture(self, motion: str, picture: QPixmap) -> None:
        self.pictures[motion] = picture
        for row, sign in enumerate(self.signs):
            if sign.motion == motion:
                self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    def show(self, signs: Sequence[Sign], used: SignId | None) -> None:
        self.beginResetModel()
        self.signs, self.used = tuple(signs), used
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.signs)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.signs):
            return None
        sign = self.signs[index.row()]
        if role == Role.UserRole:
            return sign, sign.id == self.used, self.pictures.get(sign.motion)
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            used = ", in use" if sign.id == self.used else ""
            return f"{_name(sign)}, {score_text(sign)}, {sign.provenance.value}, {sign.source}{used}"
        return describe(sign) if role == Role.ToolTipRole else None


class SignDelegate(QStyledItemDelegate):
    """Draws a sign as a card: picture, name, score, source."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        sign, used, picture = index.data(Role.UserRole)
        state: QStyle.StateFlag = option.state
        box = QRectF(option.rect).adjusted(0.5, 2.5, -0.5, -2.5)
        lively = bool(state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        path.addRoundedRect(box, 6, 6)
        painter.fillPath(path, theme.color("accent_soft" if used else "panel_high"))
        left = QRectF(box.topLeft(), THUMBNAIL.toSizeF())
        painter.save()
        painter.setClipPath(path)
        painter.fillRect(left, theme.color("background"))
        if picture is not None and not picture.isNull():
            painter.drawPixmap(left.topLeft(), picture)
        painter.restore()
        edge = "accent" if used else "edge_high" if lively else "edge"
        painter.setPen(QPen(theme.color(edge), 1.5 if used else 1))
        painter.drawPath(path)
        self._write(painter, box.adjusted(THUMBNAIL.width() + 11, 9, -11, -9), sign, used)
        painter.restore()

    def _write(self, painter: QPainter, box: QRectF, sign: Sign, used: bool) -> None:
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        tint = theme.judgement(sign.score)
        first = QRectF(box.left(), box.top(), box.width(), 16)
        painter.setFont(theme.font(12, bold=True))
        painter.setPen(theme.color("text"))
        painter.drawText(first, left, _elide(painter, _name(sign), first.width() - 60))
        painter.setPen(theme.color(tint))
        painter.drawText(first, right, score_text(sign))
        if used:
            ratio = painter.device().devicePixelRatio()
            picture = theme.pixmap("check", 14, "accent_high", ratio)
            painter.drawPixmap(int(first.right()) - 44, int(first.top()) + 1, picture)
        second = QRectF(box.left(), box.top() + 19, box.width(), 14)
        painter.setFont(theme.font(10))
        painter.setPen(theme.color("dim"))
        painter.drawText(second, right, f"{sign.offset - sign.onset:.2f} s")
        about = " · ".join(part for part in (sign.signer, sign.licence) if part)
        about = sign.provenance.value.capitalize() if sign.composed else about
        painter.drawText(second, left, _elide(painter, about, second.width() - 48))
        painter.setPen(theme.color("faint"))
        third = second.translated(0, 14)
        painter.drawText(third, left, _elide(painter, sign.source, third.width()))
        bar = QRectF(box.left(), box.bottom() - 3, box.width(), 3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("line"))
        painter.drawRoundedRect(bar, 1.5, 1.5)
        painter.setBrush(theme.color(tint))
        painter.drawRoundedRect(bar.adjusted(0, 0, -bar.width() * (1 - sign.score), 0), 1.5, 1.5)


class SignList(QListView):
    """Takes Enter and the arrow keys itself, so that they do not move the playhead."""

    confirmed = Signal(QModelIndex)

    def event(self, event: QEvent) -> bool:
        own = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Home, Qt.Key.Key_End)
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in own
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.confirmed.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


def score_text(sign: Sign) -> str:
    """The sign's score out of 100, a dash without any."""
    return f"{round(sign.score * 100)}" if sign.scores else "–"


def describe(sign: Sign) -> str:
    """All that is known of a sign, a line each."""
    lines = [_name(sign), sign.provenance.value.capitalize(), f"Source: {sign.source}"]
    lines += [f"Licence: {sign.licence}"] + ([f"Signer: {sign.signer}"] if sign.signer else [])
    lines.append(f"Duration: {sign.offset - sign.onset:.2f} s at {sign.fps:g} frames per second")
    lines += [f"Score “{name}”: {value:.2f}" for name, value in sign.scores.items()]
    lines.append(f"Curator: {sign.status.value}")
    return "\n".join(lines)


def _name(sign: Sign) -> str:
    return f"{sign.gloss} ({sign.variant})" if sign.variant else sign.gloss


def _elide(painter: QPainter, text: str, width: float) -> str:
    return QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, width)
