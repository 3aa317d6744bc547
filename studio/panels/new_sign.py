"""The dialog in which a motion from elsewhere gets its names."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from studio.language import tr
from studio.panels.pieces import STRETCH, label, row

Names = tuple[str, str, str]
"""Gloss, variant and licence."""


class NewSignDialog(QDialog):
    """Asks for gloss, variant and licence; says what was assumed when the file was read."""

    def __init__(
        self, parent: QWidget, file: Path, length: tuple[int, float], notes: tuple[str, ...]
    ) -> None:
        """`length` are frames, and frames a second."""
        super().__init__(parent)
        frames, fps = length
        self.setObjectName("NewSignDialog")
        self.setWindowTitle(tr("Add as a Sign"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(460)
        self.gloss, self.variant, self.licence = QLineEdit(file.stem.upper()), QLineEdit(), QLineEdit()
        form = QFormLayout()
        form.setSpacing(10)
        for name, part in (
            (tr("Gloss"), self.gloss),
            (tr("Variant"), self.variant),
            (tr("Licence"), self.licence),
        ):
            part.setAccessibleName(name)
            form.addRow(label(name, "dim"), part)
        self.licence.setPlaceholderText(tr("As it shall stand in attributions"))
        heading = label(tr("Add “{file}” as a Sign").format(file=file.name))
        heading.setObjectName("Heading")
        about = tr("{seconds:.1f} s, {frames} frames. It is kept in your dictionary and signed at the end.")
        self.about = label(about.format(seconds=(frames - 1) / fps, frames=frames), "dim")
        self.notes = label("\n".join(notes), "dim")
        self.problem = label(tone="bad")
        for part in (self.about, self.notes, self.problem):
            part.setWordWrap(True)
        self.notes.setVisible(bool(notes))
        self.problem.hide()
        cancel, self.add = QPushButton(tr("Cancel")), QPushButton(tr("Add"))
        cancel.clicked.connect(self.reject)
        self.add.clicked.connect(self.accept)
        self.gloss.textChanged.connect(lambda _: self.add.setEnabled(bool(self.names[0])))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(heading)
        layout.addLayout(form)
        for part in (self.about, self.notes, self.problem, row(STRETCH, cancel, self.add, spacing=8)):
            layout.addWidget(part)
        self.add.setDefault(True)
        self.gloss.selectAll()

    def show_again(self, names: Names | None, problem: str) -> None:
        """Show the names that were given before, and why they cannot be used."""
        for part, name in zip((self.gloss, self.variant, self.licence), names or (), strict=False):
            part.setText(name)
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    @property
    def names(self) -> Names:
        """What is given; variant and licence are often empty."""
        gloss, variant, licence = (
            " ".join(p.text().split()) for p in (self.gloss, self.variant, self.licence)
        )
        return gloss, variant, licence
