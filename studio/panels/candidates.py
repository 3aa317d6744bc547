"""The candidates panel: the signs that a gloss could be performed with, and a search through all of them."""

from collections.abc import Sequence
from dataclasses import dataclass
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
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from pipeline.signs.sign import Sign, SignId
from studio import theme
from studio.panels.pieces import label

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

ROW_HEIGHT = 80


@dataclass(frozen=True, slots=True)
class Offer:
    """What the panel shows: signs to choose from, and which one is used now."""

    title: str  # the gloss; empty for none
    labels: tuple[str, ...] = ()  # the signs it is made of: the letters of a fingerspelled word
    label: int = 0  # which of them is being chosen for
    signs: tuple[Sign, ...] = ()
    used: SignId | None = None
    note: str = ""  # said when there are no signs


class _Signs(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.signs: tuple[Sign, ...] = ()
        self.used: SignId | None = None

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
            return sign, sign.id == self.used
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            used = ", in use" if sign.id == self.used else ""
            return f"{_name(sign)}, {score_text(sign)}, {sign.source}{used}"
        return describe(sign) if role == Role.ToolTipRole else None


class _SignDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        sign, used = index.data(Role.UserRole)
        state: QStyle.StateFlag = option.state
        box = QRectF(option.rect).adjusted(0.5, 2.5, -0.5, -2.5)
        lively = bool(state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        path.addRoundedRect(box, 6, 6)
        painter.fillPath(path, theme.color("accent_soft" if used else "panel_high"))
        edge = "accent" if used else "edge_high" if lively else "edge"
        painter.setPen(QPen(theme.color(edge), 1.5 if used else 1))
        painter.drawPath(path)
        self._write(painter, box.adjusted(11, 7, -11, -8), sign, used)
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


class _List(QListView):
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


class CandidatesPanel(QWidget):
    """Offers signs; a click chooses one."""

    chosen = Signal(object)  # Sign, for the gloss and letter on offer
    picked = Signal(object)  # Sign, found by searching: it replaces the gloss
    label_chosen = Signal(int)
    searched = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._model = _Signs()
        self._offer = Offer("")
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search the dictionary")
        self.search.setAccessibleName("Search the dictionary")
        self.search.setClearButtonEnabled(True)
        self.search.addAction(theme.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self._search)
        self.letters = QTabBar()
        self.letters.setDrawBase(False)
        self.letters.setExpanding(False)
        self.letters.setUsesScrollButtons(True)
        self.letters.setAccessibleName("Signs of the gloss")
        self.letters.currentChanged.connect(self._choose_label)
        self._note = label(tone="dim")
        self._note.setWordWrap(True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.list = _List()
        self.list.setModel(self._model)
        self.list.setItemDelegate(_SignDelegate(self.list))
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setAccessibleName("Candidates")
        self.list.setUniformItemSizes(True)
        self.list.clicked.connect(self._choose)
        self.list.confirmed.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 6)
        layout.setSpacing(8)
        for part in (self.search, self.letters, self._note):
            layout.addWidget(part)
        layout.addWidget(self.list, 1)
        self.show_offer(Offer("", note="Select a gloss to see the signs it can be performed with."))

    def show_offer(self, offer: Offer) -> None:
        """Show the signs of a gloss, unless a search is shown."""
        self._offer = offer
        self._show_letters(offer)
        if not self.search.text().strip():
            self._show_signs(offer.signs, offer.used, offer.note)

    def show_found(self, words: str, signs: Sequence[Sign]) -> None:
        """Show the result of a search, if it is still the one asked for."""
        if words == self.search.text().strip():
            self._show_signs(signs, None, f"No sign's name contains “{words}”.")

    def _show_signs(self, signs: Sequence[Sign], used: SignId | None, note: str) -> None:
        if self._model.signs != tuple(signs) or self._model.used != used:
            self._model.show(signs, used)
        self._note.setText(note)
        self._note.setVisible(not signs)

    def _show_letters(self, offer: Offer) -> None:
        shown = offer.labels if len(offer.labels) > 1 else ()
        self.letters.blockSignals(True)
        while self.letters.count():
            self.letters.removeTab(0)
        for index, text in enumerate(shown):
            self.letters.addTab(text)
            self.letters.setTabToolTip(index, f"Candidates for {text}, sign {index + 1} of {len(shown)}")
        self.letters.setCurrentIndex(offer.label)
        self.letters.blockSignals(False)
        self.letters.setVisible(bool(shown))

    def _choose_label(self, index: int) -> None:
        if index != self._offer.label:
            self.label_chosen.emit(index)

    def _search(self) -> None:
        words = self.search.text().strip()
        if words:
            self.searched.emit(words)
        else:
            self._show_signs(self._offer.signs, self._offer.used, self._offer.note)

    def _choose(self, index: QModelIndex) -> None:
        sign = self._model.signs[index.row()]
        (self.picked if self.search.text().strip() else self.chosen).emit(sign)


def score_text(sign: Sign) -> str:
    """The sign's score out of 100, a dash without any."""
    return f"{round(sign.score * 100)}" if sign.scores else "–"


def describe(sign: Sign) -> str:
    """All that is known of a sign, a line each."""
    lines = [_name(sign), f"Source: {sign.source}", f"Licence: {sign.licence}", f"Signer: {sign.signer}"]
    lines.append(f"Duration: {sign.offset - sign.onset:.2f} s at {sign.fps:g} frames per second")
    lines += [f"Score “{name}”: {value:.2f}" for name, value in sign.scores.items()]
    lines.append(f"Curator: {sign.status.value}")
    return "\n".join(lines)


def _name(sign: Sign) -> str:
    return f"{sign.gloss} ({sign.variant})" if sign.variant else sign.gloss


def _elide(painter: QPainter, text: str, width: float) -> str:
    return QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, width)
