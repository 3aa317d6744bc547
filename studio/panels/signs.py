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
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from pipeline.signs.sign import Sign, SignId, Status
from studio import theme
from studio.language import brief, decimal, tr
from studio.panels.loop import THUMBNAIL, Loop, loop_key
from studio.terms import capital, term

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

ROW_HEIGHT = 86


KEYS: dict[Qt.Key, str] = {
    Qt.Key.Key_A: "approve",
    Qt.Key.Key_R: "reject",
    Qt.Key.Key_F: "flag",
    Qt.Key.Key_U: "undecide",
    Qt.Key.Key_B: "represent",
    Qt.Key.Key_M: "mirror",
    Qt.Key.Key_N: "next",
    Qt.Key.Key_C: "compare",
    Qt.Key.Key_T: "tag",
    Qt.Key.Key_E: "note",
}
"""What single keys do in the list."""


class Signs(QAbstractListModel):
    """Rows of signs, the one in use, and what is known of how they look."""

    def __init__(self) -> None:
        super().__init__()
        self.signs: Sequence[Sign] = ()
        self.used: SignId | None = None
        self.pictures: dict[str, Loop] = {}  # by `loop_key`
        self.seconds = 0.0  # since the thumbnails began together

    def show(self, signs: Sequence[Sign], used: SignId | None) -> None:
        """Rows of these; a long sequence may fetch its signs when they are asked for."""
        self.beginResetModel()
        self.signs, self.used = signs, used
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.signs)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.signs):
            return None
        sign = self.signs[index.row()]
        if role == Role.UserRole:
            return sign, sign.id == self.used, self.pictures.get(loop_key(sign))
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            used = tr(", in use") if sign.id == self.used else ""
            said = ", ".join([term(sign.status), *marks(sign)])
            return (
                f"{name_of(sign)}, {score_text(sign)}, {said}, {term(sign.provenance)}, {sign.source}{used}"
            )
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
        if picture is not None:
            picture.draw(painter, left.topLeft(), index.model().seconds)
        painter.restore()
        marked = bool(state & QStyle.StateFlag.State_Selected)
        edge = "accent" if used else "dim" if marked else "edge_high" if lively else "edge"
        painter.setPen(QPen(theme.color(edge), 1.5 if used else 1))
        painter.drawPath(path)
        self._write(painter, box.adjusted(THUMBNAIL.width() + 11, 9, -11, -9), sign, used)
        painter.restore()

    def _mark(self, painter: QPainter, room: QRectF, sign: Sign) -> None:
        """What curators said, from right to left."""
        ratio = painter.device().devicePixelRatio()
        for place, (icon, tint) in enumerate(_icons(sign)):
            picture = theme.pixmap(icon, 14, tint, ratio)
            painter.drawPixmap(int(room.right()) - 16 * (place + 1), int(room.top()) + 1, picture)

    def _write(self, painter: QPainter, box: QRectF, sign: Sign, used: bool) -> None:
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        tint = theme.judgement(sign.score)
        first = QRectF(box.left(), box.top(), box.width(), 16)
        painter.setFont(theme.font(12, bold=True))
        painter.setPen(theme.color("text"))
        room = 34 + 16 * len(_icons(sign))
        painter.drawText(first, left, _elide(painter, name_of(sign), first.width() - room))
        painter.setPen(theme.color(tint))
        painter.drawText(first, right, score_text(sign))
        self._mark(painter, first.adjusted(0, 0, -30, 0), sign)
        second = QRectF(box.left(), box.top() + 19, box.width(), 14)
        painter.setFont(theme.font(10))
        painter.setPen(theme.color("dim"))
        painter.drawText(second, right, f"{decimal(sign.offset - sign.onset, 2)} s")
        about = " · ".join(part for part in (sign.signer, sign.licence) if part)
        about = capital(term(sign.provenance)) if sign.composed else about
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
    """Takes Enter, the arrow keys and the curator's keys itself, so that they do not move the playhead."""

    confirmed = Signal(QModelIndex)
    marked = Signal(QModelIndex)  # the row that the keys and the curation bar are about
    commanded = Signal(str)  # one of `KEYS`

    def event(self, event: QEvent) -> bool:
        own = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Home, Qt.Key.Key_End, *KEYS)
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in own
            and event.modifiers() == Qt.KeyboardModifier.NoModifier
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.confirmed.emit(self.currentIndex())
        elif plain and event.key() in KEYS:
            self.commanded.emit(KEYS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.marked.emit(current)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A right click marks a sign without using it."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.RightButton:
            self.setCurrentIndex(self.indexAt(event.position().toPoint()))


def score_text(sign: Sign) -> str:
    """The sign's score out of 100, a dash without any."""
    return f"{round(sign.score * 100)}" if sign.scores else "–"


def describe(sign: Sign) -> str:
    """All that is known of a sign, a line each."""
    lines = [
        name_of(sign),
        capital(term(sign.provenance)),
        tr("Source: {source}").format(source=sign.source),
    ]
    lines += [tr("Licence: {licence}").format(licence=sign.licence)] + (
        [tr("Signer: {signer}").format(signer=sign.signer)] if sign.signer else []
    )
    lines.append(
        tr("Duration: {seconds} s at {fps} frames per second").format(
            seconds=decimal(sign.offset - sign.onset, 2), fps=brief(sign.fps)
        )
    )
    lines += [
        tr("Score “{name}”: {value}").format(name=name, value=decimal(value, 2))
        for name, value in sign.scores.items()
    ]
    lines.append(tr("Curator: {said}").format(said=", ".join([term(sign.status), *marks(sign)])))
    lines += [tr("Tags: {tags}").format(tags=", ".join(sign.decision.tags))] if sign.decision.tags else []
    lines += [tr("Note: {note}").format(note=sign.decision.note)] if sign.decision.note else []
    return "\n".join(lines)


def marks(sign: Sign) -> list[str]:
    """What else curators said of a sign, in words."""
    decision = sign.decision
    told = {
        tr("representative"): decision.representative,
        tr("flagged"): decision.flagged,
        tr("mirrored"): decision.mirrored,
        tr("trimmed"): decision.start is not None or decision.end is not None,
    }
    return [name for name, is_so in told.items() if is_so]


def _icons(sign: Sign) -> list[tuple[str, str]]:
    """Icons and their colours for what curators said; each has a shape of its own."""
    status = {Status.APPROVED: [("check", "good")], Status.REJECTED: [("close", "bad")]}
    decision = sign.decision
    more = [
        (("star", "accent_high"), decision.representative),
        (("flag", "fair"), decision.flagged),
        (("mirror", "dim"), decision.mirrored),
    ]
    return status.get(sign.status, []) + [icon for icon, is_so in more if is_so]


def name_of(sign: Sign) -> str:
    """The gloss, and the variant where there is one."""
    return f"{sign.gloss} ({sign.variant})" if sign.variant else sign.gloss


def _elide(painter: QPainter, text: str, width: float) -> str:
    return QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, width)
