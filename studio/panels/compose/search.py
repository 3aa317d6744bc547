"""Finding signs by their form, and those that differ from the described one in one parameter."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from pipeline.compose.description import Description
from pipeline.compose.features import features
from pipeline.signs.sign import Sign
from studio.language import mark, tr
from studio.panels.pieces import STRETCH, label, row
from studio.terms import words_of

PARAMETERS = ("handshape", "location", "movement", "local", "hands")
"""The features that can be asked for, as the dictionary names them."""
NAMES = {
    "handshape": mark("Same handshape"),
    "location": mark("Same location"),
    "movement": mark("Same movement"),
    "local": mark("Same movement of fingers and wrist"),
    "hands": mark("Same relation of the hands"),
}


class FormPage(QWidget):
    """Asks for signs with the described handshape, location, movement or hands; a click starts from one."""

    searched = Signal(object)  # tuple of names of features
    pairs_wanted = Signal()
    chosen = Signal(object)  # Sign

    def __init__(self) -> None:
        super().__init__()
        self.parameters = {name: QCheckBox(tr(NAMES[name])) for name in PARAMETERS}
        self.parameters["handshape"].setChecked(True)
        self.find = QPushButton(tr("Find Signs"))
        self.pairs = QPushButton(tr("Minimal Pairs"))
        self.pairs.setToolTip(tr("Signs that differ from this one in exactly one of the parameters"))
        self.find.clicked.connect(lambda: self.searched.emit(self.asked()))
        self.pairs.clicked.connect(self.pairs_wanted)
        self.note = label(tone="dim")
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Signs found by form"))
        self._signs: tuple[Sign, ...] = ()
        self.list.itemActivated.connect(lambda item: self.chosen.emit(self._signs[self.list.row(item)]))
        self.list.itemDoubleClicked.connect(lambda item: self.chosen.emit(self._signs[self.list.row(item)]))
        column = QVBoxLayout(self)
        column.setSpacing(6)
        for box in self.parameters.values():
            column.addWidget(box)
        column.addWidget(row(self.find, self.pairs, STRETCH))
        column.addWidget(self.note)
        column.addWidget(self.list, 1)

    def show_description(self, description: Description) -> None:
        """Say beside each feature what is asked for."""
        values = features(description)
        for name, box in self.parameters.items():
            own = sorted(words_of(value) for kind, value in values if kind == name)
            what = tr(NAMES[name])
            box.setText(
                f"{what}: {', '.join(own)}" if own else tr("{what} (there is none)").format(what=what)
            )
            box.setEnabled(bool(own))

    def asked(self) -> tuple[str, ...]:
        """The names of the features that are to be the same."""
        return tuple(name for name, box in self.parameters.items() if box.isChecked() and box.isEnabled())

    def show_signs(self, signs: Sequence[Sign], why: Sequence[str] = ()) -> None:
        """List signs, each with a word on why it is there."""
        self._signs = tuple(signs)
        self.list.clear()
        for index, sign in enumerate(self._signs):
            name = f"{sign.gloss} ({sign.variant})" if sign.variant else sign.gloss
            self.list.addItem(QListWidgetItem(f"{name}   {why[index]}" if why else name))
        self.note.setText(
            tr("{count} signs").format(count=len(self._signs))
            if self._signs
            else tr("No sign has this form.")
        )
