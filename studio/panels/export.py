"""The export dialog: what to make, and the command that does the same."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from studio.exporting import BACKGROUNDS, CAMERAS, KINDS, RATES, SIZES, ExportOptions, arguments, as_typed
from studio.language import mark, tr
from studio.panels.dialogs import ask_file_to_save
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
        self.kind = self._choice(tr("Format"), [tr(kind.title) for kind in KINDS.values()])
        self.picture = self._choice(tr("Size"), [tr(title) for title, _, _ in SIZES])
        self.fps = self._choice(tr("Frames per second"), [str(rate) for rate in RATES])
        self.camera = self._choice(tr("Camera"), [tr(title) for title in CAMERAS.values()])
        self._backgrounds = dict(BACKGROUNDS)
        self._backgrounds.setdefault(proposal.background, Path(proposal.background).name)
        self.background = self._choice(tr("Background"), [tr(title) for title in self._backgrounds.values()])
        self.captions = QCheckBox(tr("Captions in the picture"))
        self.attribution = QCheckBox(tr("Sources and licences of the signs in a text file beside it"))
        self.command = QLabel()
        self.command.setObjectName("Command")
        self.command.setWordWrap(True)
        self.command.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.command.setAccessibleName(tr("The same on the command line"))
        self._problem = label(tone="bad")
        self._problem.setWordWrap(True)
        self._export = QPushButton(tr("Export"))
        self._export.clicked.connect(self._accept)
        self._show(proposal)
        self._arrange(bool(project and saved))
        self.kind.currentIndexChanged.connect(self._follow_kind)
        for choice in (self.picture, self.fps, self.camera, self.background):
            choice.currentIndexChanged.connect(self._update)
        for box in (self.captions, self.attribution):
            box.toggled.connect(self._update)
        self.path.textChanged.connect(self._update)
        self._update()

    def _arrange(self, is_saved: bool) -> None:
        browse = QPushButton(tr("Choose…"))
        browse.setAutoDefault(False)  # Enter in the file's name exports
        browse.clicked.connect(self._browse)
        cancel = QPushButton(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self._form = QFormLayout()
        self._form.setSpacing(10)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        for name, part in (
            (tr("Format"), self.kind),
            (tr("File"), row(self.path, browse)),
            (tr("Size"), self.picture),
            (tr("Frames per second"), self.fps),
            (tr("Camera"), self.camera),
            (tr("Background"), self.background),
            ("", self.captions),
            ("", self.attribution),
        ):
            self._form.addRow(label(name, "dim"), part)
        heading = label(tr("Export"))
        heading.setObjectName("Heading")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(14)
        layout.addWidget(heading)
        layout.addLayout(self._form)
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
        _, width, height = SIZES[self.picture.currentIndex()]
        name = list(KINDS)[self.kind.currentIndex()]
        kind, path = KINDS[name], Path(self.path.text().strip())
        background = list(self._backgrounds)[self.background.currentIndex()]
        return replace(
            self._proposal,
            path=path.with_suffix(kind.suffix) if path.name and not path.suffix and name != "png" else path,
            width=width,
            height=height,
            fps=RATES[self.fps.currentIndex()],
            camera=list(CAMERAS)[self.camera.currentIndex()],
            background=background if kind.transparent or background != "transparent" else "studio",
            kind=name,
            captions=self.captions.isChecked() and kind.drawn,
            attribution=self.attribution.isChecked(),
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
        self.kind.setCurrentIndex(list(KINDS).index(options.kind))
        self.camera.setCurrentIndex(list(CAMERAS).index(options.camera))
        self.background.setCurrentIndex(list(self._backgrounds).index(options.background))
        self.captions.setChecked(options.captions)
        self.attribution.setChecked(options.attribution)

    def _browse(self) -> None:
        kind = KINDS[self.options.kind]
        kinds = f"{tr(kind.title)} (*{kind.suffix})"
        path = ask_file_to_save(self, tr("Export"), self.path.text(), kinds, kind.suffix)
        if path:
            self.path.setText(str(path))

    def _follow_kind(self) -> None:
        """Give the file the end of its kind, unless it has one that no kind has."""
        path, kind = Path(self.path.text().strip()), KINDS[list(KINDS)[self.kind.currentIndex()]]
        if path.suffix.lower() in {known.suffix for known in KINDS.values()}:
            self.path.setText(str(path.with_suffix(kind.suffix)))
        self._update()

    def _update(self) -> None:
        kind = KINDS[self.options.kind]
        for part, used in (
            (self.picture, kind.drawn),
            (self.fps, kind.moving),
            (self.camera, kind.drawn),
            (self.background, kind.drawn),
            (self.captions, kind.drawn),
        ):
            self._form.setRowVisible(part, used)
        item = self.background.model().item(list(self._backgrounds).index("transparent"))
        item.setEnabled(kind.transparent)
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
        kind, text = KINDS[self.options.kind], self.path.text().strip()
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
