"""Finding signs by their form, and those that differ from the described one in one parameter."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from pipeline.signs.sign import Sign
from studio.panels.pieces import STRETCH, label, row

PARAMETERS = ("handshape", "location", "movement", "hands")
"""The features that can be asked for, as the dictionary names them."""


class FormPage(QWidget):
    """Asks for signs with the described handshape, location, movement or hands; a click starts from one."""

    searched = Signal(object)  # tuple of names of features
    pairs_wanted = Signal()
    chosen = Signal(object)  # Sign

    def __init__(self) -> None:
        super().__init__()
        self.parameters = {name: QCheckBox(f"Same {name}") for name in PARAMETERS}
        self.parameters["handshape"].setChecked(True)
        self.find = QPushButton("Find Signs")
        self.pairs = QPushButton("Minimal Pairs")
        self.pairs.setToolTip("Signs that differ from this one in exactly one of the parameters")
        self.find.clicked.connect(lambda: self.searched.emit(self.asked()))
        self.pairs.clicked.connect(self.pairs_wanted)
        self.note = label(tone="dim")
        self.list = QListWidget()
        self.list.setAccessibleName("Signs found by form")
        self._signs: tuple[Sign, ...] = ()
        self.list.itemActivated.connect(lambda item: self.chosen.emit(self._signs[self.list.row(item)]))
        self.list.itemDoubleClicked.connect(lambda item: self.chosen.emit(self._signs[self.list.row(item)]))
        column = QVBoxLayout(self)
        column.addWidget(row(*list(self.parameters.values())[:2], STRETCH))
        column.addWidget(row(*list(self.parameters.values())[2:], STRETCH))
        column.addWidget(row(self.find, self.pairs, STRETCH))
        column.addWidget(self.note)
        column.addWidget(self.list, 1)

    def asked(self) -> tuple[str, ...]:
        """The names of the features that are to be the same."""
        return tuple(name for name, box in self.parameters.items() if box.isChecked())

    def show_signs(self, signs: Sequence[Sign], why: Sequence[str] = ()) -> None:
        """List signs, each with a word on why it is there."""
        self._signs = tuple(signs)
        self.list.clear()
        for index, sign in enumerate(self._signs):
            name = f"{sign.gloss} ({sign.variant})" if sign.variant else sign.gloss
            self.list.addItem(QListWidgetItem(f"{name}   {why[index]}" if why else name))
        self.note.setText(f"{len(self._signs)} signs" if self._signs else "No sign has this form.")
