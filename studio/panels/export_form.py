"""What is asked about every export: the format, the size, the camera and what goes with the picture."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QWidget

from studio.exporting import BACKGROUNDS, CAMERAS, KINDS, RATES, SIZES, ExportOptions, Kind
from studio.language import tr
from studio.panels.pieces import label


class ExportForm(QFormLayout):
    """The rows of a dialog; `place` is what asks where to write, below the format."""

    changed = Signal()
    kind_changed = Signal()

    def __init__(self, proposal: ExportOptions, place: QWidget, place_name: str) -> None:
        super().__init__()
        self._proposal = proposal
        self.kind = _choice(tr("Format"), [tr(kind.title) for kind in KINDS.values()])
        self.picture = _choice(tr("Size"), [tr(title) for title, _, _ in SIZES])
        self.fps = _choice(tr("Frames per second"), [str(rate) for rate in RATES])
        self.camera = _choice(tr("Camera"), [tr(title) for title in CAMERAS.values()])
        self._backgrounds = dict(BACKGROUNDS)
        self._backgrounds.setdefault(proposal.background, Path(proposal.background).name)
        self.background = _choice(tr("Background"), [tr(title) for title in self._backgrounds.values()])
        self.captions = QCheckBox(tr("Captions in the picture"))
        self.attribution = QCheckBox(tr("Sources and licences of the signs in a text file beside it"))
        self.setSpacing(10)
        self.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        for name, part in (
            (tr("Format"), self.kind),
            (place_name, place),
            (tr("Size"), self.picture),
            (tr("Frames per second"), self.fps),
            (tr("Camera"), self.camera),
            (tr("Background"), self.background),
            ("", self.captions),
            ("", self.attribution),
        ):
            self.addRow(label(name, "dim"), part)
        self._show(proposal)
        self.kind.currentIndexChanged.connect(lambda _: self.kind_changed.emit())
        for choice in (self.kind, self.picture, self.fps, self.camera, self.background):
            choice.currentIndexChanged.connect(lambda _: self.changed.emit())
        for box in (self.captions, self.attribution):
            box.toggled.connect(lambda _: self.changed.emit())

    @property
    def chosen(self) -> Kind:
        """The format."""
        return KINDS[list(KINDS)[self.kind.currentIndex()]]

    def options(self, path: Path) -> ExportOptions:
        """What is chosen now, for a file with that name."""
        _, width, height = SIZES[self.picture.currentIndex()]
        kind, background = self.chosen, list(self._backgrounds)[self.background.currentIndex()]
        return replace(
            self._proposal,
            path=path,
            width=width,
            height=height,
            fps=RATES[self.fps.currentIndex()],
            camera=list(CAMERAS)[self.camera.currentIndex()],
            background=background if kind.transparent or background != "transparent" else "studio",
            kind=list(KINDS)[self.kind.currentIndex()],
            captions=self.captions.isChecked() and kind.drawn,
            attribution=self.attribution.isChecked(),
        )

    def show_used(self, *, moving: bool = False) -> None:
        """Show the rows that the format has a use for, or what is `moving` beside it."""
        kind = self.chosen
        for part, used in (
            (self.picture, kind.drawn),
            (self.fps, kind.moving or moving),
            (self.camera, kind.drawn),
            (self.background, kind.drawn),
            (self.captions, kind.drawn),
        ):
            self.setRowVisible(part, used)
        item = self.background.model().item(list(self._backgrounds).index("transparent"))
        item.setEnabled(kind.transparent)

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


def _choice(name: str, titles: list[str]) -> QComboBox:
    choice = QComboBox()
    choice.addItems(titles)
    choice.setAccessibleName(name)
    return choice
