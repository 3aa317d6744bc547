"""The jobs panel: every long job with its progress, what can be done about it, and its log."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QSplitter, QVBoxLayout, QWidget

from studio.language import tr
from studio.panels.job_list import JobList, JobRows
from studio.panels.pieces import STRETCH, row
from studio.tasks import Task, Tasks


class JobsPanel(QWidget):
    """Acts on the selected jobs; the log is that of the current one."""

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self._logged: Task | None = None
        self.rows = JobRows(tasks)
        self.list = JobList(self.rows)
        self.log = QPlainTextEdit(readOnly=True)
        self.log.setAccessibleName(tr("Log of the job"))
        self.log.setPlaceholderText(tr("Choose a job to read its log."))
        self.cancel = _button(tr("Cancel"), tr("Stop the chosen jobs"))
        self.retry = _button(tr("Try Again"), tr("Do the chosen jobs again that failed or were cancelled"))
        self.folder = _button(tr("Show"), tr("Open the folder of what was made"))
        self.show_log = _button(tr("Log"), tr("What the chosen job said"), checkable=True)
        self.copy = _button(tr("Copy Log"), tr("Put the whole log on the clipboard"))
        self.clear = _button(tr("Clear"), tr("Forget the jobs that are over"))
        self._arrange()
        self.cancel.clicked.connect(lambda: self._each(lambda task: task.cancel()))
        self.retry.clicked.connect(lambda: self._each(tasks.retry))
        self.folder.clicked.connect(self._open_folder)
        self.copy.clicked.connect(self._copy)
        self.clear.clicked.connect(tasks.clear)
        self.show_log.toggled.connect(self._toggle_log)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._refresh())
        self.rows.dataChanged.connect(lambda *_: self._refresh())
        self.rows.rowsInserted.connect(lambda *_: self._choose_newest())
        self.rows.rowsRemoved.connect(lambda *_: self._refresh())
        self._toggle_log(False)
        self._refresh()

    @property
    def chosen(self) -> list[Task]:
        """The tasks whose rows are selected."""
        found = (self.rows.task(index) for index in self.list.selectionModel().selectedIndexes())
        return [task for task in found if task is not None]

    def choose(self, task: Task) -> None:
        """Select a task and bring it into sight."""
        for place in range(self.rows.rowCount()):
            if self.rows.task(self.rows.index(place)) is task:
                self.list.setCurrentIndex(self.rows.index(place))

    def _arrange(self) -> None:
        self._parts = QSplitter(Qt.Orientation.Vertical)
        self._parts.addWidget(self.list)
        self._parts.addWidget(self.log)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 6)
        layout.setSpacing(4)
        layout.addWidget(self._parts, 1)
        layout.addWidget(row(self.cancel, self.retry, self.folder, STRETCH, spacing=4))
        layout.addWidget(row(self.show_log, self.copy, STRETCH, self.clear, spacing=4))

    def _choose_newest(self) -> None:
        if not self.chosen:
            self.list.setCurrentIndex(self.rows.index(0))
        self._refresh()

    def _each(self, act: Callable[[Task], object]) -> None:
        for task in self.chosen:
            act(task)
        self._refresh()

    def _refresh(self) -> None:
        chosen = self.chosen
        self.cancel.setEnabled(any(task.can_cancel for task in chosen))
        self.retry.setEnabled(any(task.can_retry for task in chosen))
        self.folder.setEnabled(any(task.made and task.made.exists() for task in chosen))
        self.copy.setEnabled(bool(chosen))
        self.clear.setEnabled(any(task.state.is_over for task in self._tasks.all))
        if self.log.isVisible():
            self._show_log(self.rows.task(self.list.currentIndex()))

    def _show_log(self, task: Task | None) -> None:
        """Show a log; of one that is shown already, what is new, so that it can be read meanwhile."""
        text = "\n".join(task.log) if task else ""
        shown = self.log.toPlainText()
        if task is self._logged and shown and text.startswith(shown):
            if more := text[len(shown) :].lstrip("\n"):
                self.log.appendPlainText(more)
        elif text != shown:
            self.log.setPlainText(text)
        self._logged = task

    def _toggle_log(self, shown: bool) -> None:
        self.log.setVisible(shown)
        self._refresh()

    def _copy(self) -> None:
        logs = ["\n".join([task.title, *task.log]) for task in self.chosen]
        QGuiApplication.clipboard().setText("\n\n".join(logs))

    def _open_folder(self) -> None:
        made = next(task.made for task in self.chosen if task.made and task.made.exists())
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(made if made.is_dir() else made.parent)))


def _button(title: str, tip: str, checkable: bool = False) -> QPushButton:
    made = QPushButton(title)
    made.setToolTip(tip)
    made.setCheckable(checkable)
    made.setAutoDefault(False)
    return made
