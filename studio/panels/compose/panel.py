"""The compose panel: a sign's description, by pictures and as text, with its own undo."""

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QImage, QKeySequence, QUndoCommand, QUndoStack
from PySide6.QtWidgets import (
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from pipeline.compose import edits
from pipeline.compose.description import Description
from pipeline.compose.shapes import Shape
from pipeline.compose.text_form import read_description
from pipeline.compose.text_writing import write_description
from pipeline.errors import BadInput
from studio import theme
from studio.panels.compose.pages import AimPage, FacePage, HandsPage, MovePage, Page, PlacePage, ShapePage
from studio.panels.compose.search import FormPage
from studio.panels.pieces import STRETCH, label, row

BEGINNING = """start: {shape: flat_B, palm: out, fingers: up, height: shoulders}
move: {straight: right, size: small}
"""
"""What the panel starts with."""

PAUSE = 350
"""Milliseconds without a key after which the text is read."""


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
    saved = Signal(str, str, object)  # gloss, variant, Description
    sign_wanted = Signal(str)  # start from this gloss
    said = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.description = read_description(BEGINNING)
        self.moment = 1
        self.history = QUndoStack(self)
        self.shapes, self.form = ShapePage(), FormPage()
        self.pages: dict[str, Page] = {
            "Shape": self.shapes,
            "Place": PlacePage(),
            "Palm": AimPage(),
            "Movement": MovePage(),
            "Hands": HandsPage(),
            "Face": FacePage(),
        }
        self._build()
        self.show_description(self.description)

    def _build(self) -> None:
        self.moments = QTabBar()
        self.moments.setAccessibleName("Moments of the sign")
        self.moments.setDrawBase(False)
        self.moments.setExpanding(False)
        self.moments.currentChanged.connect(self._choose_moment)
        self.add, self.remove = _button("+", "Add a movement"), _button("−", "Remove this movement")
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.undo, self.redo = _button("Undo", "Undo in this panel"), _button("Redo", "Redo in this panel")
        self.undo.clicked.connect(self.history.undo)
        self.redo.clicked.connect(self.history.redo)
        self.history.canUndoChanged.connect(self.undo.setEnabled)
        self.history.canRedoChanged.connect(self.redo.setEnabled)
        self.undo.setEnabled(False)
        self.redo.setEnabled(False)
        self.model = QLineEdit(placeholderText="Start from a sign…")
        self.model.setAccessibleName("Start from the sign with this gloss")
        self.model.returnPressed.connect(lambda: self.sign_wanted.emit(self.model.text().strip()))
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        for title, page in self.pages.items():
            page.edited.connect(self.edit)
            page.failed.connect(self._tell)
            self.tabs.addTab(page, title)
        self.tabs.addTab(self.form, "Find")
        self.text = QPlainTextEdit()
        self.text.setAccessibleName("Description as text")
        self.text.setFont(theme.font(11))
        self.text.setMaximumHeight(120)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.textChanged.connect(lambda: self._typing.start())
        self._typing = QTimer(self, singleShot=True, interval=PAUSE)
        self._typing.timeout.connect(self._read_text)
        self.problem = label(tone="bad")
        self.problem.setWordWrap(True)
        self.gloss = QLineEdit(placeholderText="Gloss")
        self.gloss.setAccessibleName("Gloss of the new sign")
        self.variant = QLineEdit(placeholderText="Variant")
        self.variant.setAccessibleName("Variant of the new sign")
        self.save = QPushButton("Save Sign")
        self.save.clicked.connect(self._save)
        self.gloss.textChanged.connect(lambda text: self.save.setEnabled(bool(text.strip())))
        self.save.setEnabled(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(row(self.model, self.undo, self.redo))
        column.addWidget(row(self.moments, self.add, self.remove, STRETCH))
        column.addWidget(self.tabs, 1)
        column.addWidget(self.text)
        column.addWidget(self.problem)
        column.addWidget(row(self.gloss, self.variant, self.save))

    def edit(self, title: str, after: Description) -> None:
        """Make a change that can be undone."""
        if after != self.description:
            self.history.push(Change(self, title, after))

    def start_from(self, description: Description, gloss: str, variant: str = "") -> None:
        """Begin with the description of another sign, as one step."""
        self.moment = 0
        self.edit(f"Start from {gloss}", description)
        self.gloss.setText(gloss)
        self.variant.setText(variant)

    def show_description(self, description: Description) -> None:
        """Show a description everywhere and tell it."""
        self.description = description
        self.moment = min(self.moment, len(description.movements))
        self._show_moments()
        for page in self.pages.values():
            page.show_moment(description, self.moment)
        if not self._says_the_same():
            with QSignalBlocker(self.text):
                self.text.setPlainText(write_description(description))
        self._tell("")
        self.changed.emit(description)

    def show_picture(self, shape: Shape, image: QImage) -> None:
        """Show what a handshape looks like."""
        self.shapes.grid.show_picture(shape, image)

    def _says_the_same(self) -> bool:
        """Whether the text, as somebody wrote it, says what the panel shows."""
        try:
            return read_description(self.text.toPlainText()) == self.description
        except BadInput:
            return False

    def _show_moments(self) -> None:
        with QSignalBlocker(self.moments):
            while self.moments.count() > len(self.description.movements) + 1:
                self.moments.removeTab(self.moments.count() - 1)
            while self.moments.count() < len(self.description.movements) + 1:
                number = self.moments.count()
                self.moments.addTab(f"Movement {number}" if number else "Start")
            self.moments.setCurrentIndex(self.moment)
        self.remove.setEnabled(self.moment > 0)

    def _choose_moment(self, index: int) -> None:
        self.moment = max(index, 0)
        self.remove.setEnabled(self.moment > 0)
        for page in self.pages.values():
            page.show_moment(self.description, self.moment)

    def _add(self) -> None:
        try:
            after = edits.added_movement(self.description, self.moment)
        except ValueError as problem:
            self._tell(f"This cannot be signed: {problem}.")
            return
        self.moment += 1
        self.edit("Add Movement", after)

    def _remove(self) -> None:
        after = edits.removed_movement(self.description, self.moment)
        self.moment -= 1
        self.edit("Remove Movement", after)

    def _read_text(self) -> None:
        try:
            after = read_description(self.text.toPlainText())
        except BadInput as problem:
            self._tell(str(problem))
            return
        self._tell("")
        self.edit("Type", after)

    def _save(self) -> None:
        self.saved.emit(self.gloss.text().strip(), self.variant.text().strip(), self.description)

    def _tell(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def keyPressEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        if event.matches(QKeySequence.StandardKey.Undo):
            self.history.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.history.redo()
        else:
            super().keyPressEvent(event)


def _button(text: str, name: str) -> QPushButton:
    made = QPushButton(text)
    made.setAccessibleName(name)
    made.setToolTip(name)
    return made
