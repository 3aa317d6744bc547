"""The files that sentences become, as rows of a table: what is signed, its name, and the state of its job."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from pipeline.sentence_lists import Sentence
from studio import theme
from studio.language import mark, tr
from studio.panels.job_list import LOOKS, about
from studio.tasks import State, Task

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
Files = tuple[tuple[Sentence, Path], ...]

COLUMNS = (mark("Sentence"), mark("File"), mark("State"))


class SentenceRows(QAbstractTableModel):
    """One row a file; those of one sentence stand together, and only the first of them says it."""

    def __init__(self) -> None:
        super().__init__()
        self.files: Files = ()
        self._tasks: dict[Path, Task] = {}
        self._kept: frozenset[Path] = frozenset()

    def show(self, files: Files, kept: frozenset[Path]) -> None:
        """Rows of these files, of which some are there and stay as they are; their jobs are known by them."""
        if files != self.files:
            self.beginResetModel()
            self.files, self._kept = files, kept
            self.endResetModel()
        else:
            self._kept = kept
            self._change(0, len(files) - 1)

    def show_task(self, task: Task) -> None:
        """Tell the state of a file by the job that makes it from now on."""
        assert task.made is not None
        self._tasks[task.made] = task
        task.changed.connect(lambda: self._tell(task))
        self._tell(task)

    def task(self, place: int) -> Task | None:
        """The job of a file."""
        return self._tasks.get(self.files[place][1])

    @property
    def tasks(self) -> list[Task]:
        """All jobs."""
        return list(self._tasks.values())

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.files)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        shown = role == Role.DisplayRole and orientation == Qt.Orientation.Horizontal
        return tr(COLUMNS[section]) if shown else None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        place, column = index.row(), index.column()
        sentence, path = self.files[place]
        if role == Role.DecorationRole and column == 2:
            icon, tint, _ = LOOKS[self._state(path)]
            return theme.icon(icon, tint)
        if role not in (Role.DisplayRole, Role.ToolTipRole):
            return None
        if column == 0:
            again = role == Role.DisplayRole and place and self.files[place - 1][0] is sentence
            return "" if again else sentence.text
        return path.name if column == 1 else self._about(path)

    def _state(self, path: Path) -> State:
        task = self._tasks.get(path)
        return task.state if task else State.DONE if path in self._kept else State.WAITING

    def _about(self, path: Path) -> str:
        task = self._tasks.get(path)
        if task is not None:
            return about(task)
        return tr("There already: it stays") if path in self._kept else tr("Not begun")

    def _tell(self, task: Task) -> None:
        for place, (_, path) in enumerate(self.files):
            if path == task.made:
                self._change(place, place)

    def _change(self, first: int, last: int) -> None:
        if 0 <= first <= last < len(self.files):
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(COLUMNS) - 1))
