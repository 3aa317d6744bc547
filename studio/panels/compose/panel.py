"""The compose panel: a sign's description, by pictures and as text, with its own undo."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QUndoCommand, QUndoStack
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pipeline.compose import edits
from pipeline.compose.description import Description
from pipeline.compose.manner import OtherHand
from pipeline.compose.shown import Hand
from pipeline.compose.text_form import read_description
from studio.language import tr
from studio.panels.compose.moment_bar import MomentBar
from studio.panels.compose.pages import Pages
from studio.panels.compose.save_bar import SaveBar, button, line
from studio.panels.compose.search import FormPage
from studio.panels.compose.written import Written
from studio.panels.pieces import row
from studio.told import refused

BEGINNING = """start: {shape: flat_B, palm: out, fingers: up, height: shoulders}
move: {straight: right, size: small}
"""
"""What the panel starts with."""


class Change(QUndoCommand):
    """A step of the panel's own history."""

    def __init__(self, panel: "ComposePanel", title: str, after: Description) -> None:
        super().__init__(title)
        self._panel, self._before, self._after = panel, panel.description, after

    def redo(self) -> None:
        self._panel.show_description(self._after)

    def undo(self) -> None:
        self._panel.show_description(self._before)


class ComposePanel(QWidget):
    """Edits one description; `changed` carries it after every change, `saved` when it is to be kept."""

    changed = Signal(object)
    moment_chosen = Signal(int)
    saved = Signal(str, str, object)  # gloss, variant, Description
    sign_wanted = Signal(str)  # start from this gloss
    said = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.description = read_description(BEGINNING)
        self.moment, self.hand = 1, Hand.LEADING
        self.history = QUndoStack(self)
        self.form = FormPage()
        self.pages = Pages(self.form, tr("Find"))
        self.moments, self.written = MomentBar(), Written()
        self._build()
        self.show_description(self.description)

    def _build(self) -> None:
        self.undo, self.redo = (
            button(tr("Undo"), tr("Undo in this panel")),
            button(tr("Redo"), tr("Redo in this panel")),
        )
        self.model = line(tr("Start from a sign…"), tr("Start from the sign with this gloss"))
        self.keep = SaveBar()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(row(self.model, self.undo, self.redo))
        column.addWidget(self.moments)
        column.addWidget(self.pages, 1)
        column.addWidget(self.written)
        column.addWidget(self.keep)
        self._connect()

    def _connect(self) -> None:
        self.undo.clicked.connect(self.history.undo)
        self.redo.clicked.connect(self.history.redo)
        self.history.canUndoChanged.connect(self.undo.setEnabled)
        self.history.canRedoChanged.connect(self.redo.setEnabled)
        self.model.returnPressed.connect(lambda: self.sign_wanted.emit(self.model.text().strip()))
        self.moments.chosen.connect(self._choose_moment)
        self.moments.hand_chosen.connect(self.choose_hand)
        self.moments.added.connect(self._add)
        self.moments.removed.connect(self._remove)
        self.pages.edited.connect(self.edit)
        self.pages.failed.connect(self.written.tell)
        self.pages.other_wanted.connect(self._edit_other)
        self.written.read.connect(lambda description: self.edit(tr("Type"), description))
        self.keep.saved.connect(lambda gloss, variant: self.saved.emit(gloss, variant, self.description))
        self.undo.setEnabled(False)
        self.redo.setEnabled(False)

    # What is shown

    def edit(self, title: str, after: Description) -> None:
        """Make a change that can be undone."""
        if after != self.description:
            self.history.push(Change(self, title, after))
        else:
            self._show_page()

    def start_from(self, description: Description, gloss: str, variant: str = "") -> None:
        """Begin with the description of another sign, as one step."""
        self.moment, self.hand = 0, Hand.LEADING
        self.edit(tr("Start from {gloss}").format(gloss=gloss), description)
        self.keep.show_sign(gloss, variant)

    def show_description(self, description: Description) -> None:
        """Show a description in all pages and as text."""
        self.description = description
        self.moment = min(self.moment, len(description.movements))
        is_alone = description.hands is OtherHand.ABSENT
        self.hand = Hand.LEADING if is_alone else self.hand
        self.moments.show_moment(len(description.movements), self.moment)
        self.moments.show_hand(self.hand, is_alone)
        self.form.show_description(description)
        self._show_page()
        self.written.show_description(description)
        self.changed.emit(description)

    def show_moments(self, onset: float, offset: float, moments: Sequence[float]) -> None:
        """Offer the moments of the composed sign, in seconds, wherever one is chosen."""
        length = max(offset - onset, 1e-6)
        shares = [round((moment - onset) / length, 4) for moment in moments[1:]]
        marks = {
            tr("end of {number}").format(number=number): share
            for number, share in enumerate(shares, 1)
            if 0 < share < 0.995
        }
        self.pages.show_marks({tr("start"): 0.0, **marks, tr("end"): 1.0})

    def choose_hand(self, hand: Hand) -> None:
        """Edit this hand from now on."""
        self.hand = hand
        self.moments.show_hand(hand, self.description.hands is OtherHand.ABSENT)
        self._show_page()

    def _show_page(self) -> None:
        self.pages.show_moment(self.description, self.moment, self.hand)

    def _edit_other(self) -> None:
        self.choose_hand(Hand.OTHER)
        self.pages.turn_to("Shape")

    # Moments

    def _choose_moment(self, moment: int) -> None:
        self.moment = moment
        self.moments.show_moment(len(self.description.movements), moment)
        self._show_page()
        self.moment_chosen.emit(moment)

    def _add(self) -> None:
        try:
            after = edits.added_movement(self.description, self.moment)
        except ValueError as problem:
            self.written.tell(tr("This cannot be signed: {problem}.").format(problem=refused(str(problem))))
            return
        self.moment += 1
        self.edit(tr("Add Movement"), after)

    def _remove(self) -> None:
        after = edits.removed_movement(self.description, self.moment)
        self.moment -= 1
        self.edit(tr("Remove Movement"), after)

    def event(self, event: QEvent) -> bool:
        """Take undo and redo for this panel, before the window's own commands do."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _step(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _step(event)
        if step:
            getattr(self.history, step)()
        else:
            super().keyPressEvent(event)


def _step(event: QKeyEvent) -> str:
    """The step of history that a key asks for."""
    if event.matches(QKeySequence.StandardKey.Undo):
        return "undo"
    return "redo" if event.matches(QKeySequence.StandardKey.Redo) else ""
