"""The foot of the candidates: what a curator decides about the sign that is marked in the list."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QVBoxLayout, QWidget

from pipeline.signs.decision import Decision, Status, approve, reject, tagged
from pipeline.signs.sign import Sign
from studio import theme
from studio.language import mark, tr
from studio.panels.decimals import DecimalBox
from studio.panels.pieces import STRETCH, label, row

Change = Callable[[Decision], Decision]

VERDICTS: tuple[tuple[str, str, str, str], ...] = (
    ("approve", "check", mark("Approve"), "A"),
    ("reject", "close", mark("Reject"), "R"),
    ("flag", "flag", mark("Flag to be looked at again"), "F"),
    ("represent", "star", mark("Make this the gloss's sign"), "B"),
    ("mirror", "mirror", mark("Mirror, for a left-handed signer"), "M"),
)
"""Name, icon, what it does and its key in the list."""


class CurationBar(QWidget):
    """Buttons, in and out points, tags and a note; every change of them is one decision."""

    decided = Signal(str, object)  # what is done, such as "Approve"; the Change
    next_wanted = Signal()  # the next sign that nobody has decided about
    compare_wanted = Signal()
    written = Signal()  # Enter or Esc in a field: the keys are for the list again

    def __init__(self) -> None:
        super().__init__()
        self._sign: Sign | None = None
        self.buttons = {
            name: _button(icon, f"{tr(what)}  ({key})", checkable=True) for name, icon, what, key in VERDICTS
        }
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, verdict=name: self.decide(verdict))
        self.next = _button("next", tr("Next undecided sign  (N)"))
        self.next.clicked.connect(self.next_wanted)
        self.compare = _button("compare", tr("Compare large, side by side  (C)"))
        self.compare.clicked.connect(self.compare_wanted)
        self.start, self.end = _seconds(tr("In point in seconds")), _seconds(tr("Out point in seconds"))
        self.start.editingFinished.connect(self._trim)
        self.end.editingFinished.connect(self._trim)
        self.whole = _button("undo", tr("As captured: the whole sign again"))
        self.whole.clicked.connect(self._untrim)
        self.tags, self.note = _line(tr("Tags, separated by commas")), _line(tr("Note"))
        self.tags.editingFinished.connect(self._tag)
        self.note.editingFinished.connect(self._write)
        for line in (self.tags, self.note, self.start.lineEdit(), self.end.lineEdit()):
            line.returnPressed.connect(self.written)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 2)
        layout.setSpacing(6)
        self.more = _button("arrow-down", tr("In and out points, tags and a note"), checkable=True)
        self.more.toggled.connect(self._open)
        tools = (self.compare, self.next, self.more)
        layout.addWidget(row(*self.buttons.values(), STRETCH, *tools, spacing=2))
        self._details = (
            row(
                label(tr("In"), "dim"), self.start, 4, label(tr("Out"), "dim"), self.end, self.whole, STRETCH
            ),
            row(self.tags, self.note),
        )
        for part in self._details:
            layout.addWidget(part)
            part.hide()
        self.show_sign(None)

    def show_sign(self, sign: Sign | None) -> None:
        """Show what is decided about a sign; nothing can be decided for None."""
        self._sign = sign
        self.setEnabled(sign is not None)
        decision = sign.decision if sign is not None else Decision()
        status = sign.status if sign is not None else Status.UNDECIDED
        self.buttons["approve"].setChecked(status is Status.APPROVED)
        self.buttons["reject"].setChecked(status is Status.REJECTED)
        self.buttons["flag"].setChecked(decision.flagged)
        self.buttons["represent"].setChecked(decision.representative)
        self.buttons["mirror"].setChecked(decision.mirrored)
        self.whole.setEnabled(decision.start is not None or decision.end is not None)
        for line, words in ((self.tags, ", ".join(decision.tags)), (self.note, decision.note)):
            if line.text() != words:
                line.setText(words)
        for box, seconds in ((self.start, sign.onset if sign else 0), (self.end, sign.offset if sign else 0)):
            box.blockSignals(True)
            box.setRange(0.0, sign.seconds if sign else 0.0)
            box.setSingleStep(1 / sign.fps if sign else 0.04)
            box.setValue(seconds)
            box.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc in a field leaves it as it was."""
        if event.key() == Qt.Key.Key_Escape:
            self.show_sign(self._sign)
            self.written.emit()
        else:
            super().keyPressEvent(event)

    def write(self, line: QLineEdit) -> None:
        """Begin to write tags or the note."""
        self.more.setChecked(True)
        line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        line.selectAll()

    def _open(self, is_open: bool) -> None:
        for part in self._details:
            part.setVisible(is_open)

    def decide(self, verdict: str) -> None:
        """Approve, reject, flag, represent, mirror or undecide as a key says; twice takes it back."""
        if self._sign is not None:
            self.decided.emit(*change_for(verdict, self._sign))
            self.show_sign(self._sign)

    def _trim(self) -> None:
        sign = self._sign
        if sign is None:
            return
        start, end = self.start.value(), self.end.value()
        if (round(start, 2), round(end, 2)) != (round(sign.onset, 2), round(sign.offset, 2)):
            start, end = min(start, end), max(start, end)
            self.decided.emit(tr("Trim"), lambda decision: replace(decision, start=start, end=end))

    def _untrim(self) -> None:
        self.decided.emit(tr("Untrim"), lambda decision: replace(decision, start=None, end=None))

    def _tag(self) -> None:
        words = self.tags.text()
        if self._sign is not None and tagged(self._sign.decision, words) != self._sign.decision:
            self.decided.emit(tr("Tag"), lambda decision: tagged(decision, words))

    def _write(self) -> None:
        words = " ".join(self.note.text().split())
        if self._sign is not None and words != self._sign.decision.note:
            self.decided.emit(tr("Note on"), lambda decision: replace(decision, note=words))


def change_for(verdict: str, sign: Sign) -> tuple[str, Change]:
    """What a verdict does to what is decided about a sign, and what to call it."""
    is_approved, is_rejected = sign.status is Status.APPROVED, sign.status is Status.REJECTED
    undecided: tuple[str, Change] = (
        tr("Undecide"),
        lambda decision: replace(decision, status=Status.UNDECIDED),
    )
    changes: dict[str, tuple[str, Change]] = {
        "approve": undecided if is_approved else (tr("Approve"), approve),
        "reject": undecided if is_rejected else (tr("Reject"), reject),
        "undecide": undecided,
        "flag": (tr("Flag"), lambda decision: replace(decision, flagged=not decision.flagged)),
        "mirror": (tr("Mirror"), lambda decision: replace(decision, mirrored=not decision.mirrored)),
        "represent": (tr("Represent with"), _represent),
    }
    return changes[verdict]


def _represent(decision: Decision) -> Decision:
    """The gloss's sign, or no longer; a rejected one is undecided again."""
    status = None if decision.status is Status.REJECTED else decision.status
    return replace(decision, status=status, representative=not decision.representative)


def _button(icon: str, tip: str, checkable: bool = False) -> QToolButton:
    made = QToolButton()
    made.setIcon(theme.icon(icon))
    made.setToolTip(tip)
    made.setAccessibleName(tip.split("  (")[0])
    made.setCheckable(checkable)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made


def _seconds(name: str) -> DecimalBox:
    made = DecimalBox(name, " s")
    made.setToolTip(name)
    return made


def _line(name: str) -> QLineEdit:
    made = QLineEdit()
    made.setPlaceholderText(name)
    made.setAccessibleName(name)
    return made
