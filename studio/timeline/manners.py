"""How the whole sentence is signed: a preset, and its rate."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QWidget

from pipeline.timeline.manner import PRESETS, Manner
from studio.document import APART, new_gesture
from studio.language import mark, tr
from studio.panels.decimals import DecimalBox
from studio.panels.pieces import label

TITLES = {
    "citation": mark("As in the dictionary"),
    "conversational": mark("Conversational"),
    "learners": mark("Slow, for learners"),
}
OTHER = mark("Own manner")
TIP = mark(
    "How fluently the sentence is signed. Signers of ASL preferred quicker signs, longer ways, even rates "
    "and pauses like people's (Al-khazraji et al. 2021); how far each goes is a choice of ours."
)


class MannerTools(QWidget):
    """Shows the manner of a sentence and asks for another one."""

    chosen = Signal(object, int)  # Manner, gesture

    def __init__(self) -> None:
        super().__init__()
        self._manner = Manner()
        self._gesture = APART
        self.preset = QComboBox()
        self.preset.setAccessibleName(tr("Fluency"))
        self.preset.setToolTip(tr(TIP))
        for name in PRESETS:
            self.preset.addItem(tr(TITLES[name]), name)
        self.preset.addItem(tr(OTHER))
        self.preset.activated.connect(self._choose)
        self.rate = _spin(tr("Signing rate of the whole sentence"), 0.25, 3.0, "×")
        self.rate.valueChanged.connect(lambda value: self._tell(replace(self._manner, rate=value)))
        self.pauses = _spin(tr("Pauses, times what the punctuation asks for"), 0.0, 3.0, "×")
        self.pauses.valueChanged.connect(lambda value: self._tell(replace(self._manner, pauses=value)))
        for spin in (self.rate, self.pauses):
            spin.editingFinished.connect(self._end)
        self.faces = QToolButton()
        self.faces.setCheckable(True)
        self.faces.setText(tr("Faces"))
        self.faces.setAccessibleName(tr("Faces"))
        self.faces.setToolTip(
            tr("Brows and head show questions and conditions; what is drawn in a lane wins")
        )
        self.faces.clicked.connect(lambda on: self.chosen.emit(replace(self._manner, faces=on), APART))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 10, 0)
        layout.setSpacing(5)
        for part in (
            self.preset,
            label(tr("Rate"), "dim"),
            self.rate,
            label(tr("Pauses"), "dim"),
            self.pauses,
            self.faces,
        ):
            layout.addWidget(part)

    def show_manner(self, manner: Manner) -> None:
        """Show how the sentence is signed now."""
        self._manner = manner
        name = next((name for name, preset in PRESETS.items() if _is(preset, manner)), None)
        with QSignalBlocker(self.rate), QSignalBlocker(self.pauses):
            self.rate.setValue(manner.rate)
            self.pauses.setValue(manner.pauses)
        self.faces.setChecked(manner.faces)
        self.preset.setCurrentIndex(self.preset.findData(name) if name else self.preset.count() - 1)

    def _choose(self, index: int) -> None:
        name = self.preset.itemData(index)
        if name:
            self.chosen.emit(replace(PRESETS[name], faces=self._manner.faces), APART)
        else:
            self.show_manner(self._manner)

    def _tell(self, manner: Manner) -> None:
        self._gesture = new_gesture() if self._gesture == APART else self._gesture
        self.chosen.emit(manner, self._gesture)

    def _end(self) -> None:
        self._gesture = APART


def _is(preset: Manner, manner: Manner) -> bool:
    """Whether a manner is a preset, faces aside."""
    return replace(preset, faces=manner.faces) == manner


def _spin(name: str, low: float, high: float, unit: str) -> DecimalBox:
    made = DecimalBox(name, f" {unit}")
    made.setRange(low, high)
    made.setSingleStep(0.05)
    made.setFixedWidth(66)
    made.setToolTip(name)
    return made
