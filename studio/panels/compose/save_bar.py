"""The name under which a sign is kept."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from studio.language import tr
from studio.panels.pieces import fill


class SaveBar(QWidget):
    """Gloss, variant and the button that keeps a sign; `saved` carries both names."""

    saved = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._is_busy = False
        self.gloss = line(tr("Gloss"), tr("Gloss of the new sign"))
        self.variant = line(tr("Variant"), tr("Variant of the new sign"))
        self.save = button(tr("Save Sign"), tr("Keep the sign in your dictionary"))
        self.gloss.textChanged.connect(lambda _: self._allow())
        self.save.clicked.connect(
            lambda: self.saved.emit(self.gloss.text().strip(), self.variant.text().strip())
        )
        fill(self, self.gloss, self.variant, self.save)
        self._allow()

    def show_sign(self, gloss: str, variant: str) -> None:
        """Offer these names."""
        self.gloss.setText(gloss)
        self.variant.setText(variant)

    def set_busy(self, is_busy: bool) -> None:
        """Wait while a sign is on its way into the dictionary."""
        self._is_busy = is_busy
        self.save.setText(tr("Saving…") if is_busy else tr("Save Sign"))
        self._allow()

    def _allow(self) -> None:
        self.save.setEnabled(not self._is_busy and bool(self.gloss.text().strip()))


def button(text: str, name: str) -> QPushButton:
    """A button with a sentence about what it does."""
    made = QPushButton(text)
    made.setAccessibleName(name)
    made.setToolTip(name)
    return made


def line(placeholder: str, name: str) -> QLineEdit:
    """A line to write in."""
    made = QLineEdit(placeholderText=placeholder)
    made.setAccessibleName(name)
    return made
