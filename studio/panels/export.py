"""The export dialogs: what to make, and how far it is."""

import time
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from studio.exporting import BACKGROUNDS, CAMERAS, RATES, SIZES, ExportOptions, arguments, as_typed
from studio.panels.dialogs import VIDEOS, ask_file_to_save
from studio.panels.pieces import STRETCH, label, row

REPLACED = "There is a video of this name: it will be replaced."


class ExportDialog(QDialog):
    """Asks for a file, size, frame rate, camera and background, and shows the command that does the same."""

    chosen = Signal(object)  # ExportOptions

    def __init__(
        self, parent: QWidget, proposal: ExportOptions, project: Path | None, model: str, saved: bool = True
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Export Video")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(560)
        self._project, self._model = project or Path("project.signwright"), model
        self.path = QLineEdit(str(proposal.path))
        self.path.setAccessibleName("File")
        self.picture = self._choice("Size", [title for title, _, _ in SIZES])
        self.fps = self._choice("Frames per second", [str(rate) for rate in RATES])
        self.camera = self._choice("Camera", list(CAMERAS.values()))
        self.background = self._choice("Background", list(BACKGROUNDS.values()))
        self._show(proposal)
        self.command = QLabel()
        self.command.setObjectName("Command")
        self.command.setWordWrap(True)
        self.command.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.command.setAccessibleName("The same on the command line")
        self._problem = label(tone="bad")
        self._problem.setWordWrap(True)
        self._export = QPushButton("Export")
        self._export.clicked.connect(self._accept)
        self._arrange("" if project and saved else ", once the project is saved")
        for choice in (self.picture, self.fps, self.camera, self.background):
            choice.currentIndexChanged.connect(self._update)
        self.path.textChanged.connect(self._update)
        self._update()

    def _arrange(self, once_saved: str) -> None:
        browse = QPushButton("Choose…")
        browse.setAutoDefault(False)  # Enter in the file's name exports
        browse.clicked.connect(self._browse)
        cancel = QPushButton("Cancel")
        cancel.clicked.connect(self.reject)
        form = QFormLayout()
        form.setSpacing(10)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.addRow(label("File", "dim"), row(self.path, browse))
        for name, choice in (
            ("Size", self.picture),
            ("Frames per second", self.fps),
            ("Camera", self.camera),
            ("Background", self.background),
        ):
            form.addRow(label(name, "dim"), choice)
        heading = label("Export Video")
        heading.setObjectName("Heading")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(14)
        layout.addWidget(heading)
        layout.addLayout(form)
        layout.addWidget(label(f"The same on the command line{once_saved}", "dim"))
        layout.addWidget(self.command)
        layout.addWidget(self._problem)
        layout.addWidget(row(STRETCH, cancel, self._export, spacing=8))
        self._export.setDefault(True)  # which a button without a dialog does not become

    @property
    def options(self) -> ExportOptions:
        """What is chosen now."""
        _, width, height = SIZES[self.picture.currentIndex()]
        path = Path(self.path.text().strip())
        return ExportOptions(
            path=path.with_suffix(".mp4") if path.name and not path.suffix else path,
            width=width,
            height=height,
            fps=RATES[self.fps.currentIndex()],
            camera=list(CAMERAS)[self.camera.currentIndex()],
            background=list(BACKGROUNDS)[self.background.currentIndex()],
        )

    def _choice(self, name: str, titles: list[str]) -> QComboBox:
        choice = QComboBox()
        choice.addItems(titles)
        choice.setAccessibleName(name)
        return choice

    def _show(self, options: ExportOptions) -> None:
        sizes = [(width, height) for _, width, height in SIZES]
        if (options.width, options.height) in sizes:
            self.picture.setCurrentIndex(sizes.index((options.width, options.height)))
        if options.fps in RATES:
            self.fps.setCurrentIndex(RATES.index(options.fps))
        self.camera.setCurrentIndex(list(CAMERAS).index(options.camera))
        self.background.setCurrentIndex(list(BACKGROUNDS).index(options.background))

    def _browse(self) -> None:
        path = ask_file_to_save(self, "Export Video", self.path.text(), VIDEOS, ".mp4")
        if path:
            self.path.setText(str(path))

    def _update(self) -> None:
        problem = self._find_problem()
        replaced = "" if problem or not self.options.path.exists() else REPLACED
        self._problem.setText(problem or replaced)
        self._problem.setVisible(bool(problem or replaced))
        self._export.setEnabled(not problem)
        if not problem:
            self.command.setText(as_typed(arguments(self.options, self._project, self._model)))

    def _find_problem(self) -> str:
        text = self.path.text().strip()
        if not text:
            return "Choose a file for the video."
        path = self.options.path
        if path.is_dir():
            return f"{path} is a folder: add a name for the video."
        if not path.absolute().parent.is_dir():
            return f"There is no folder {path.absolute().parent}: choose another place."
        return "" if path.suffix.lower() == ".mp4" else "Only .mp4 is written: end the name with it."

    def _accept(self) -> None:
        options = self.options
        self.accept()
        self.chosen.emit(options)


class ExportProgress(QDialog):
    """How far an export is; closing it asks to cancel. The studio can be used meanwhile."""

    cancel_asked = Signal()

    def __init__(self, parent: QWidget, path: Path) -> None:
        super().__init__(parent)
        self.setWindowTitle("Exporting")
        self.setMinimumWidth(420)
        self._started = time.monotonic()
        heading = label(f"Exporting {path.name}")
        heading.setObjectName("Heading")
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Progress")
        self.note = label("Starting…", "dim")
        self.button = QPushButton("Cancel")
        self.button.clicked.connect(self.reject)
        self.button.setAutoDefault(False)  # a stray Enter or Space must not stop a long export
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        for part in (heading, self.bar, self.note, row(STRETCH, self.button)):
            layout.addWidget(part)

    def show_progress(self, done: int, total: int, note: str) -> None:
        """Show how many of all frames are done, and about how long the rest takes."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        spent = time.monotonic() - self._started
        left = spent / done * (total - done) if done else 0.0
        about = f"  ·  about {_duration(left)} left" if done > 5 and spent > 2 else ""
        self.note.setText(f"{note or 'Frame'} {done} of {total}{about}")

    def reject(self) -> None:
        self.button.setEnabled(False)
        self.note.setText("Cancelling…")
        self.cancel_asked.emit()

    def finish(self) -> None:
        """Close, whatever the outcome."""
        super().accept()
        self.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.reject()


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest:02d} s" if minutes else f"{max(rest, 1)} s"
