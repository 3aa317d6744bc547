"""The gloss strip: the sentence in signing order, to select, edit, reorder, insert and delete."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QListView, QToolButton, QWidget

from studio import theme
from studio.language import tr
from studio.panels.chips import HEIGHT, Chip, ChipDelegate
from studio.panels.gloss_model import Chips

_OWN_KEYS = {
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
}


class _Strip(QListView):
    """One row of chips; a drag moves the pressed one to where the line is shown."""

    moved = Signal(int, int)  # from, to
    deleted = Signal(int)
    choices_wanted = Signal(int)
    left = Signal()  # the pointer is elsewhere

    def __init__(self) -> None:
        super().__init__()
        self._pressed: QPoint | None = None
        self._gap = -1  # a dragged chip would be put before the one with this index
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.DoubleClicked | QListView.EditTrigger.EditKeyPressed)
        self.setItemDelegate(ChipDelegate(self))
        self.setMouseTracking(True)
        self.setFixedHeight(HEIGHT + 11)
        self.setAccessibleName(tr("Glosses"))

    def sizeHint(self) -> QSize:
        return QSize(400, HEIGHT + 11)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in _OWN_KEYS
            and event.modifiers() == Qt.KeyboardModifier.NoModifier
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        if self.state() == QListView.State.EditingState:
            return  # the key was meant for the name that is being typed
        if current.isValid() and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.deleted.emit(current.row())
        elif current.isValid() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit(current)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if keyboard else self.indexAt(event.pos())
        if index.isValid():
            self.choices_wanted.emit(index.row())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.left.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turn = event.angleDelta().y() or event.angleDelta().x()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - turn)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        pressed = (
            event.button() == Qt.MouseButton.LeftButton and self.indexAt(event.position().toPoint()).isValid()
        )
        self._pressed = event.position().toPoint() if pressed else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        far = (place - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if far or self._gap >= 0:
            self._gap = self._gap_at(place)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        gap, self._gap, self._pressed = self._gap, -1, None
        self.unsetCursor()
        self.viewport().update()
        start = self.currentIndex().row()
        if gap >= 0 and start >= 0 and gap not in (start, start + 1):
            self.moved.emit(start, gap if gap < start else gap - 1)
        else:
            super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._gap >= 0:
            painter = QPainter(self.viewport())
            painter.setPen(QPen(theme.color("accent"), 2))
            x = self._gap_x()
            painter.drawLine(x, 3, x, HEIGHT - 3)

    def _box(self, row: int) -> QRect:
        return self.visualRect(self.model().index(row, 0))

    def _gap_at(self, place: QPoint) -> int:
        index = self.indexAt(QPoint(place.x(), HEIGHT // 2))
        if not index.isValid():
            count = self.model().rowCount()
            return 0 if count and place.x() < self._box(0).left() else count
        return index.row() + (place.x() > self.visualRect(index).center().x())

    def _gap_x(self) -> int:
        if self._gap < self.model().rowCount():
            return max(self._box(self._gap).left(), 1)
        return self._box(self._gap - 1).right()


class GlossPanel(QWidget):
    """Shows chips and asks for changes; what they mean is not its business."""

    selected = Signal(int)
    renamed = Signal(int, str)
    inserted = Signal(int, str)  # at which position, what
    moved = Signal(int, int)  # from, to
    deleted = Signal(int)
    choices_wanted = Signal(int)  # other glosses for the one at a position
    readings_wanted = Signal()  # other ways to sign the sentence
    pointed = Signal(int)  # position of the gloss under the pointer, -1 for none

    def __init__(self) -> None:
        super().__init__()
        self._quiet = False
        self._model = Chips()
        self._model.renamed.connect(self.renamed)
        self._model.inserted.connect(self.inserted)
        self._strip = _Strip()
        self._strip.setModel(self._model)
        self._strip.entered.connect(lambda index: self.pointed.emit(index.row()))
        self._strip.viewportEntered.connect(lambda: self.pointed.emit(-1))
        self._strip.left.connect(lambda: self.pointed.emit(-1))
        self._strip.moved.connect(self.moved)
        self._strip.deleted.connect(self.deleted)
        self._strip.choices_wanted.connect(self.choices_wanted)
        self._strip.selectionModel().currentChanged.connect(self._tell_selected)
        self._strip.itemDelegate().closeEditor.connect(self._end_draft, Qt.ConnectionType.QueuedConnection)
        self._insert = _beside("plus", tr("Insert gloss"), tr("Insert a gloss after the selected one (Ins)"))
        self._insert.clicked.connect(self.insert)
        name = tr("Other ways to sign the sentence")
        self.readings = _beside("swap", name, f"{name} (Alt+Shift+Return)")
        self.readings.clicked.connect(self.readings_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 2, 10, 2)
        layout.setSpacing(6)
        layout.addWidget(self._strip, 1)
        layout.addWidget(self.readings, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._insert, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setFixedHeight(HEIGHT + 16)

    @property
    def current(self) -> int:
        """Position of the selected gloss, -1 without one."""
        return self._strip.currentIndex().row()

    def show_chips(self, chips: Sequence[Chip], current: int) -> None:
        """Show the sentence; emits nothing."""
        if self._model.chips != tuple(chips):
            place = self._strip.horizontalScrollBar().value()
            self._quiet = True
            self._model.show(chips)
            self._quiet = False
            self._strip.doItemsLayout()
            self._strip.horizontalScrollBar().setValue(place)
        self.select(current)

    def select(self, position: int) -> None:
        """Select a gloss and bring it into view; emits nothing."""
        if position == self.current:
            return
        self._quiet = True
        index = self._model.index(position, 0)
        self._strip.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._quiet = False
        if index.isValid():
            self._strip.scrollTo(index)

    def show_performed(self, position: int) -> None:
        """Mark the gloss that is being performed at the moment shown, -1 for none."""
        before, self._model.performed = self._model.performed, position
        self._repaint(before, position)

    def show_lit(self, position: int) -> None:
        """Light up a gloss, -1 for none."""
        before, self._model.lit = self._model.lit, position
        self._repaint(before, position)

    def _repaint(self, before: int, now: int) -> None:
        """Paint two chips anew; told of changed data, Qt would lay out all of them."""
        if before != now:
            for row in (before, now):
                self._strip.update(self._model.index(row, 0))

    def place_below(self, position: int) -> QPoint:
        """Where a menu for a gloss opens, on the screen."""
        box = self._strip.visualRect(self._model.index(position, 0))
        return self._strip.viewport().mapToGlobal(box.bottomLeft())

    def edit(self) -> None:
        """Let the name of the selected gloss be typed."""
        index = self._strip.currentIndex()
        if index.isValid():
            self._strip.setFocus()
            self._strip.edit(index)

    def insert(self) -> None:
        """Let the name of a new gloss be typed, after the selected one or at the end."""
        row = self.current + 1 if self.current >= 0 else self._model.rowCount()
        self._quiet = True
        self._model.begin_draft(row)
        index = self._model.index(row, 0)
        self._strip.setFocus()
        self._strip.scrollTo(index)
        self._quiet = False
        self._strip.edit(index)

    def take_focus(self) -> None:
        """Let the arrow keys move among the glosses."""
        self._strip.setFocus()

    def _tell_selected(self, now: QModelIndex) -> None:
        if not self._quiet:
            self.selected.emit(now.row())

    def _end_draft(self) -> None:
        self._quiet = True
        self._model.end_draft()
        self._quiet = False


def _beside(icon: str, name: str, tip: str) -> QToolButton:
    """A button that stands beside the glosses."""
    button = QToolButton()
    button.setIcon(theme.icon(icon))
    button.setToolTip(tip)
    button.setAccessibleName(name)
    button.setObjectName("Insert")
    button.setFixedSize(36, HEIGHT - 9)
    return button
