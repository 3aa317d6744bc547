"""The rows of the jobs panel: what stands in them and how they are drawn."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from studio import theme
from studio.language import mark, tr
from studio.tasks import State, Task, Tasks
from studio.terms import term

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

ROW_HEIGHT = 46
SECOND = 1000
"""Milliseconds after which the time that is left is told anew."""

LOOKS: dict[State, tuple[str, str, str]] = {
    State.WAITING: ("clock", "dim", mark("Waiting")),
    State.RUNNING: ("play", "accent", mark("Running")),
    State.STOPPING: ("pause", "fair", mark("Stopping…")),
    State.DONE: ("check", "good", mark("Done")),
    State.FAILED: ("warning", "bad", mark("Failed")),
    State.CANCELLED: ("stopped", "faint", mark("Cancelled")),
}
"""Icon, colour and word of each state: no state is told by its colour alone."""


def duration(seconds: float) -> str:
    """A time as people say it."""
    minutes, rest = divmod(round(seconds), 60)
    if minutes >= 60:
        return tr("{hours} h {minutes:02d} min").format(hours=minutes // 60, minutes=minutes % 60)
    if minutes:
        return tr("{minutes} min {seconds:02d} s").format(minutes=minutes, seconds=rest)
    return tr("{seconds} s").format(seconds=max(rest, 1))


def about(task: Task) -> str:
    """The state of a task, how far it is and what stands in its way, in a line."""
    parts = [tr(LOOKS[task.state][2])]
    done, total, note = task.progress
    if task.state is State.RUNNING and total:
        counted = tr("{done} of {total}").format(done=done, total=total)
        parts.append(f"{term(note)} {counted}" if note else counted)
        if task.left is not None:
            parts.append(tr("about {time} left").format(time=duration(task.left)))
    elif task.state is State.FAILED:
        parts.append(task.problem)
    elif task.state is State.DONE:
        parts.append(duration(task.seconds))
    return "  ·  ".join(parts)


class JobRows(QAbstractListModel):
    """The tasks of a window, the newest first."""

    def __init__(self, tasks: Tasks) -> None:
        super().__init__(tasks)
        self._tasks = tasks
        tasks.added.connect(self._add)
        tasks.removed.connect(self._remove)
        tasks.changed.connect(self._change)
        self._count = len(tasks.all)
        self._clock = QTimer(self, interval=SECOND)
        self._clock.timeout.connect(self._tick)

    def task(self, index: Index) -> Task | None:
        """The task of a row."""
        row = index.row()
        return self._tasks.all[self._count - 1 - row] if 0 <= row < self._count else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._count

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        task = self.task(index)
        if task is None:
            return None
        if role == Role.UserRole:
            return task
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            return f"{task.title}: {about(task)}"
        return "\n".join([task.title, about(task)]) if role == Role.ToolTipRole else None

    def _add(self, place: int) -> None:
        row = self._count - place
        self.beginInsertRows(QModelIndex(), row, row)
        self._count += 1
        self.endInsertRows()

    def _remove(self, place: int) -> None:
        row = self._count - 1 - place
        self.beginRemoveRows(QModelIndex(), row, row)
        self._count -= 1
        self.endRemoveRows()

    def _change(self, place: int) -> None:
        index = self.index(self._count - 1 - place)
        self.dataChanged.emit(index, index)
        if self._tasks.open and not self._clock.isActive():
            self._clock.start()

    def _tick(self) -> None:
        running = [place for place, task in enumerate(self._tasks.all) if task.state is State.RUNNING]
        for place in running:
            self._change(place)
        if not running:
            self._clock.stop()


class JobDelegate(QStyledItemDelegate):
    """Draws a task: icon, title, a line about it, a bar."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        task: Task = index.data(Role.UserRole)
        icon, tint, _ = LOOKS[task.state]
        box = QRectF(option.rect).adjusted(4.5, 2.5, -4.5, -1.5)
        marked = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        path.addRoundedRect(box, 5, 5)
        painter.fillPath(path, theme.color("accent_soft" if marked else "panel_high"))
        painter.setPen(QPen(theme.color("accent" if marked else "edge"), 1))
        painter.drawPath(path)
        picture = theme.pixmap(icon, 16, tint, painter.device().devicePixelRatio())
        painter.drawPixmap(int(box.left()) + 8, int(box.top()) + 7, picture)
        inner = box.adjusted(32, 5, -8, -5)
        _write(painter, inner, 0, task.title, "text", bold=True)
        _write(painter, inner, 16, about(task), "bad" if task.state is State.FAILED else "dim")
        if task.state in (State.RUNNING, State.STOPPING):
            _bar(painter, QRectF(inner.left(), inner.bottom() - 1, inner.width(), 3), task)
        painter.restore()


def _write(painter: QPainter, box: QRectF, down: float, text: str, tint: str, bold: bool = False) -> None:
    painter.setFont(theme.font(12 if bold else 11, bold=bold))
    painter.setPen(theme.color(tint))
    line = QRectF(box.left(), box.top() + down, box.width(), 16)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(line.width()))
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


def _bar(painter: QPainter, box: QRectF, task: Task) -> None:
    done, total, _ = task.progress
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("line"))
    painter.drawRoundedRect(box, 1.5, 1.5)
    painter.setBrush(theme.color("accent"))
    painter.drawRoundedRect(
        QRectF(box.left(), box.top(), box.width() * done / max(total, 1), box.height()), 1.5, 1.5
    )


class JobList(QListView):
    """The rows; arrows choose, as in any list."""

    def __init__(self, rows: JobRows) -> None:
        super().__init__()
        self.setModel(rows)
        self.setItemDelegate(JobDelegate(self))
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setAccessibleName(tr("Jobs"))
