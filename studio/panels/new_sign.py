"""The dialog in which a motion from elsewhere gets its names."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from studio.language import decimal, tr
from studio.panels.pieces import STRETCH, label, row
from studio.panels.trim_view import TrimView
from studio.told import refused

if TYPE_CHECKING:
    from pipeline.body.model import BodyModel
    from studio.own_signs import Found

Names = tuple[str, str, str]
"""Gloss, variant and licence."""


class NewSignDialog(QDialog):
    """Asks for gloss, variant, licence and the part that is the sign; says what was assumed of the file."""

    def __init__(self, parent: QWidget, file: Path, found: "Found", body: "BodyModel | None") -> None:
        super().__init__(parent)
        motion = found.motion
        self.setObjectName("NewSignDialog")
        self.setWindowTitle(tr("Add as a Sign"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(840, 460)
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
        about = tr("{seconds} s, {frames} frames. It is kept in your dictionary and signed at the end.")
        self.about = label(about.format(seconds=decimal(motion.seconds, 1), frames=motion.frames), "dim")
        self.notes = label("\n".join(found.notes), "dim")
        self.trim = TrimView(motion, found.speed, found.proposed, body)
        self.finished.connect(lambda _: self.trim.stop())
        self.problem = label(tone="bad")
        for part in (self.about, self.notes, self.problem):
            part.setWordWrap(True)
        self.notes.setVisible(bool(found.notes))
        self.problem.hide()
        cancel, self.add = QPushButton(tr("Cancel")), QPushButton(tr("Add"))
        cancel.clicked.connect(self.reject)
        self.add.clicked.connect(self.accept)
        self.gloss.textChanged.connect(lambda _: self.add.setEnabled(bool(self.names[0])))
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(heading)
        left.addLayout(form)
        for part in (self.about, self.notes, self.problem):
            left.addWidget(part)
        left.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(20)
        both.addLayout(left, 2)
        both.addWidget(self.trim, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(both, 1)
        layout.addWidget(row(STRETCH, cancel, self.add, spacing=8))
        self.add.setDefault(True)
        self.gloss.selectAll()

    def show_again(self, names: Names, span: tuple[float, float], problem: str) -> None:
        """Show what was given before, and why it cannot be used."""
        self.trim.set_span(*span)
        for part, name in zip((self.gloss, self.variant, self.licence), names, strict=True):
            part.setText(name)
        self.problem.setText(refused(problem))
        self.problem.setVisible(bool(problem))

    @property
    def names(self) -> Names:
        """What is given; variant and licence are often empty."""
        gloss, variant, licence = (
            " ".join(p.text().split()) for p in (self.gloss, self.variant, self.licence)
        )
        return gloss, variant, licence
