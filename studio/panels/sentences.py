"""The dialog that exports many sentences: their list with the state of each, and how all of them look."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from pipeline.errors import BadInput
from pipeline.sentence_lists import Sentence, read_sentences
from pipeline.timeline.manner import PRESETS
from studio.exporting import KINDS, ExportOptions, as_typed
from studio.language import mark, tr
from studio.panels.dialogs import ask_file_to_open, ask_folder
from studio.panels.export import command_label
from studio.panels.export_form import ExportForm
from studio.panels.pieces import STRETCH, label, row
from studio.panels.sentence_rows import SentenceRows
from studio.tasks import Task
from studio.timeline.manners import TITLES
from studio.told import refused

FILES = mark("Sentences (*.txt *.csv)")
Command = Callable[[Path, Path, list[ExportOptions], str, bool], list[str]]
"""File, folder, look of each format, manner and whether files are written anew, to arguments of `main.py`."""
BESIDE = tuple(name for name, kind in KINDS.items() if not kind.drawn)
"""What can be written beside a film; of films and pictures there is one, which has a size and a camera."""


class SentencesDialog(QDialog):
    """Asks for a file of sentences, a folder and a look; it can be closed while the jobs go on."""

    wanted = Signal(object, str)  # sentences with the options of each, manner
    cancelled = Signal(object)  # tasks
    retried = Signal(object)  # tasks

    def __init__(self, parent: QWidget, proposal: ExportOptions, folder: Path, command: Command) -> None:
        super().__init__(parent)
        self.setObjectName("SentencesDialog")
        self.setWindowTitle(tr("Export Sentences"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(1060, 580)
        self._command, self._start = command, folder
        self._sentences: tuple[Sentence, ...] = ()
        self._unreadable = ""  # why the file cannot be used
        self.rows = SentenceRows()
        self.file, self.folder = QLineEdit(), QLineEdit(str(folder / tr("videos")))
        self.file.setAccessibleName(tr("File of sentences"))
        self.file.setPlaceholderText(tr("A text with a sentence a line, or a CSV table with a column “text”"))
        self.folder.setAccessibleName(tr("Folder"))
        self.list = self._table()
        self.form = ExportForm(
            proposal, row(self.folder, _button(tr("Choose…"), self._choose_folder)), tr("Folder")
        )
        self.manner = QComboBox()
        self.manner.setAccessibleName(tr("Fluency"))
        for name in PRESETS:
            self.manner.addItem(tr(TITLES[name]), name)
        self.form.insertRow(2, label(tr("Fluency"), "dim"), self.manner)
        self.beside = {name: QCheckBox(name.upper()) for name in BESIDE}
        self.form.insertRow(1, label(tr("And beside it"), "dim"), self._boxes())
        self.again = QCheckBox(tr("Write files that are there already anew"))
        self.form.addRow("", self.again)
        self.command = command_label()
        self._problem = label(tone="bad")
        self._problem.setWordWrap(True)
        self.cancel = _button(tr("Cancel Chosen"), lambda: self.cancelled.emit(self._chosen("can_cancel")))
        self.retry = _button(tr("Try Again"), lambda: self.retried.emit(self._chosen("can_retry")))
        self.export = _button(tr("Export"), self._accept)
        self._arrange()
        self._connect()
        self._update()

    def open_file(self, path: Path) -> None:
        """Show the sentences of a file; a sentence says why when there are none."""
        self.file.setText(str(path))

    def show_task(self, task: Task) -> None:
        """Tell the state of a file by its job."""
        self.rows.show_task(task)

    def tell(self, problem: str) -> None:
        """Say what stands in the way."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    def _table(self) -> QTableView:
        made = QTableView()
        made.setModel(self.rows)
        made.setAccessibleName(tr("Sentences"))
        made.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        made.setShowGrid(False)
        made.setWordWrap(False)
        made.setTabKeyNavigation(False)
        made.verticalHeader().hide()
        made.verticalHeader().setDefaultSectionSize(26)
        head = made.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in ((1, 120), (2, 190)):
            head.resizeSection(column, width)
        return made

    def _boxes(self) -> QWidget:
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        for place, (name, box) in enumerate(self.beside.items()):
            box.setToolTip(tr(KINDS[name].title))
            box.setAccessibleName(tr(KINDS[name].title))
            grid.addWidget(box, place // 4, place % 4)
        return made

    def _arrange(self) -> None:
        heading = label(tr("Export Sentences"))
        heading.setObjectName("Heading")
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(row(self.file, _button(tr("Choose…"), self._choose_file)))
        left.addWidget(self.list, 1)
        left.addWidget(row(self.cancel, self.retry, STRETCH))
        right = QVBoxLayout()
        right.addLayout(self.form)
        right.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(20)
        both.addLayout(left, 5)
        both.addLayout(right, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(heading)
        layout.addLayout(both, 1)
        layout.addWidget(label(tr("The same on the command line"), "dim"))
        layout.addWidget(self.command)
        layout.addWidget(self._problem)
        layout.addWidget(row(STRETCH, _button(tr("Close"), self.close), self.export, spacing=8))
        self.export.setDefault(True)

    def _connect(self) -> None:
        self.file.textChanged.connect(lambda _: self._read())
        self.form.changed.connect(self._update)
        self.folder.textChanged.connect(lambda _: self._update())
        self.manner.currentIndexChanged.connect(lambda _: self._update())
        for box in (self.again, *self.beside.values()):
            box.toggled.connect(lambda _: self._update())
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._show_buttons())
        self.rows.dataChanged.connect(lambda *_: self._show_buttons())

    def _looks(self, path: Path) -> list[ExportOptions]:
        """What is made of one sentence, the format of the form first."""
        main = self.form.options(path)
        beside = [name for name, box in self.beside.items() if box.isChecked() and name != main.kind]
        return [main, *(replace(main, kind=name, captions=False) for name in beside)]

    @property
    def _all(self) -> list[tuple[Sentence, ExportOptions]]:
        """Every file of every sentence."""
        folder = Path(self.folder.text().strip())
        return [
            (sentence, replace(look, path=folder / f"{sentence.name}{KINDS[look.kind].suffix}"))
            for sentence in self._sentences
            for look in self._looks(folder)
        ]

    def _choose_file(self) -> None:
        path = ask_file_to_open(self, tr("Export Sentences"), str(self._start), tr(FILES))
        if path:
            self.open_file(path)

    def _choose_folder(self) -> None:
        folder = ask_folder(self, tr("Export Sentences"), self.folder.text())
        if folder:
            self.folder.setText(str(folder))

    def _read(self) -> None:
        """Show the sentences of the file that is named, once there is one."""
        path = Path(self.file.text().strip())
        self._unreadable, self._sentences = "", ()
        try:
            self._sentences = read_sentences(path) if path.is_file() else ()
        except BadInput as problem:
            self._unreadable = refused(str(problem))
        self._update()

    def _update(self) -> None:
        self.form.show_used(moving=any(KINDS[look.kind].moving for look in self._looks(Path())))
        for name, box in self.beside.items():
            box.setEnabled(KINDS[name] is not self.form.chosen)
        files = tuple((sentence, options.path) for sentence, options in self._all)
        again = self.again.isChecked()
        kept = frozenset() if again else frozenset(path for _, path in files if path.exists())
        self.rows.show(files, kept)
        self.tell(self._find_problem())
        folder = Path(self.folder.text().strip())
        file = Path(self.file.text().strip() or "sentences.csv")
        self.command.setText(
            as_typed(self._command(file, folder, self._looks(folder), self._manner(), again))
        )
        self._show_buttons()

    def _manner(self) -> str:
        name = str(self.manner.currentData())
        return "" if name == next(iter(PRESETS)) else name

    def _find_problem(self) -> str:
        folder = Path(self.folder.text().strip())
        if self._unreadable:
            return self._unreadable
        if not folder.name:
            return tr("Choose a folder for the files.")
        if folder.is_file():
            return tr("{folder} is a file: choose a folder.").format(folder=folder)
        if not folder.absolute().parent.is_dir():
            missing = folder.absolute().parent
            return tr("There is no folder {parent}: choose another place.").format(parent=missing)
        return ""

    def _wanted(self) -> list[tuple[Sentence, ExportOptions]]:
        """The files to write: not those that are there, nor those that are under way."""
        under_way = {task.made for task in self.rows.tasks if not task.state.is_over}
        return [
            (sentence, options)
            for sentence, options in self._all
            if options.path not in under_way and (self.again.isChecked() or not options.path.exists())
        ]

    def _chosen(self, can: str) -> list[Task]:
        places = sorted({index.row() for index in self.list.selectionModel().selectedIndexes()})
        found = (self.rows.task(place) for place in places)
        return [task for task in found if task is not None and getattr(task, can)]

    def _show_buttons(self) -> None:
        self.cancel.setEnabled(bool(self._chosen("can_cancel")))
        self.retry.setEnabled(bool(self._chosen("can_retry")))
        self.export.setEnabled(bool(self._sentences) and not self._find_problem() and bool(self._wanted()))

    def _accept(self) -> None:
        self.wanted.emit(self._wanted(), self._manner())
        self._show_buttons()


def _button(title: str, act: Callable[[], object]) -> QPushButton:
    made = QPushButton(title)
    made.setAutoDefault(False)
    made.clicked.connect(lambda _checked=False: act())
    return made
