"""The export dialog: what to make, and the command that does the same."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from studio.exporting import KINDS, ExportOptions, arguments, as_typed
from studio.language import mark, tr
from studio.panels.dialogs import ask_file_to_save
from studio.panels.export_form import ExportForm
from studio.panels.pieces import STRETCH, label, row

REPLACED = mark("{noun}: there is one of this name, and it will be replaced.")


class ExportDialog(QDialog):
    """Asks what to make, where and how it looks, and shows the command that does the same."""

    chosen = Signal(object)  # ExportOptions

    def __init__(
        self, parent: QWidget, proposal: ExportOptions, project: Path | None, model: str, saved: bool = True
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Export"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(560)
        self._proposal = proposal
        self._project, self._model = project or Path("project.signwright"), model
        self.path = QLineEdit(str(proposal.path))
        self.path.setAccessibleName(tr("File"))
        browse = QPushButton(tr("Choose…"))
        browse.setAutoDefault(False)  # Enter in the file's name exports
        browse.clicked.connect(self._browse)
        self.form = ExportForm(proposal, row(self.path, browse), tr("File"))
        self.command = command_label()
        self._problem = label(tone="bad")
        self._problem.setWordWrap(True)
        self._export = QPushButton(tr("Export"))
        self._export.clicked.connect(self._accept)
        self._arrange(bool(project and saved))
        self.form.kind_changed.connect(self._follow_kind)
        self.form.changed.connect(self._update)
        self.path.textChanged.connect(self._update)
        self._update()

    def _arrange(self, is_saved: bool) -> None:
        cancel = QPushButton(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        heading = label(tr("Export"))
        heading.setObjectName("Heading")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(14)
        layout.addWidget(heading)
        layout.addLayout(self.form)
        layout.addStretch(1)  # where rows were that the format has no use for
        layout.addWidget(
            label(
                tr("The same on the command line")
                if is_saved
                else tr("The same on the command line, once the project is saved"),
                "dim",
            )
        )
        layout.addWidget(self.command)
        layout.addWidget(self._problem)
        layout.addWidget(row(STRETCH, cancel, self._export, spacing=8))
        self._export.setDefault(True)  # which a button without a dialog does not become

    @property
    def options(self) -> ExportOptions:
        """What is chosen now."""
        path, suffix = Path(self.path.text().strip()), self.form.chosen.suffix
        nameless = path.name and not path.suffix and suffix != ".png"
        return self.form.options(path.with_suffix(suffix) if nameless else path)

    def _browse(self) -> None:
        kind = self.form.chosen
        kinds = f"{tr(kind.title)} (*{kind.suffix})"
        path = ask_file_to_save(self, tr("Export"), self.path.text(), kinds, kind.suffix)
        if path:
            self.path.setText(str(path))

    def _follow_kind(self) -> None:
        """Give the file the end of its kind, unless it has one that no kind has."""
        path, kind = Path(self.path.text().strip()), self.form.chosen
        if path.suffix.lower() in {known.suffix for known in KINDS.values()}:
            self.path.setText(str(path.with_suffix(kind.suffix)))
        self._update()

    def _update(self) -> None:
        self.form.show_used()
        kind = self.form.chosen
        problem = self._find_problem()
        replaced = (
            tr(REPLACED).format(noun=tr(kind.noun)) if not problem and self.options.path.is_file() else ""
        )
        self._problem.setText(problem or replaced)
        self._problem.setVisible(bool(problem or replaced))
        self._export.setEnabled(not problem)
        if not problem:
            self.command.setText(as_typed(arguments(self.options, self._project, self._model)))

    def _find_problem(self) -> str:
        kind, text = self.form.chosen, self.path.text().strip()
        if not text:
            return tr("Choose a name ({noun}).").format(noun=tr(kind.noun))
        path = self.options.path
        if not path.absolute().parent.is_dir():
            return tr("There is no folder {parent}: choose another place.").format(
                parent=path.absolute().parent
            )
        if self.options.kind == "png":
            if path.is_file():
                return tr("{path} is a file: choose another name for the folder of pictures.").format(
                    path=path
                )
            full = path.is_dir() and any(path.iterdir())
            return (
                tr("The folder {path} is not empty: choose a new one for the pictures.").format(path=path)
                if full
                else ""
            )
        if path.is_dir():
            return tr("{path} is a folder: add a name ({noun}).").format(path=path, noun=tr(kind.noun))
        right = path.suffix.lower() == kind.suffix
        return (
            ""
            if right
            else tr("This format is written to {suffix} files: end the name with that.").format(
                suffix=kind.suffix
            )
        )

    def _accept(self) -> None:
        options = self.options
        self.accept()
        self.chosen.emit(options)


def command_label() -> QLabel:
    """Where a dialog shows the command that does the same; it can be selected and copied."""
    made = QLabel()
    made.setObjectName("Command")
    made.setWordWrap(True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    made.setAccessibleName(tr("The same on the command line"))
    return made
