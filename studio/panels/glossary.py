"""The personal glossary: see, edit, import and export what was learnt from corrections."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QUndoCommand, QUndoStack
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from pipeline.errors import BadInput
from pipeline.text.glossary import Entry, Glossary, entry, load_glossary, save_glossary
from pipeline.text.languages import LANGUAGE_NAMES
from studio.language import mark, tr
from studio.panels import dialogs
from studio.panels.pieces import STRETCH, label, row
from studio.terms import term
from studio.told import refused

GLOSSARIES = mark("Glossaries (*.toml)")
SUFFIX = ".toml"
WORDS, GLOSSES, FORMS, LANGUAGES = range(4)
HEADS = (mark("Words"), mark("Signed as"), mark("All forms"), mark("Languages"))
_CHECKABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable


class _Step(QUndoCommand):
    """A change of the glossary shown, both ends kept whole."""

    def __init__(
        self, title: str, show: Callable[[Glossary], None], before: Glossary, after: Glossary
    ) -> None:
        super().__init__(title)
        self._show, self._before, self._after = show, before, after

    def redo(self) -> None:
        self._show(self._after)

    def undo(self) -> None:
        self._show(self._before)


class GlossaryDialog(QDialog):
    """A table of entries, edited in place; nothing counts before it is saved."""

    saved = Signal(object)  # Glossary

    def __init__(self, parent: QWidget, glossary: Glossary, pair: tuple[str, str], folder: str) -> None:
        super().__init__(parent)
        self.glossary, self._pair, self._folder = glossary, pair, folder
        self.setWindowTitle(tr("Personal Glossary"))
        self.resize(680, 440)
        self.history = QUndoStack(self)
        self.table = QTableWidget(0, len(HEADS))
        self.table.setHorizontalHeaderLabels([tr(head) for head in HEADS])
        self.table.setAccessibleName(tr("Glossary"))
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.verticalHeader().hide()
        heads = self.table.horizontalHeader()
        for column in (WORDS, GLOSSES):
            heads.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.table.cellChanged.connect(self._take_cell)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search"))
        self.search.setAccessibleName(tr("Search the glossary"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self._said = label(tone="dim")
        self._said.setWordWrap(True)
        self._build()
        QShortcut(QKeySequence.StandardKey.Undo, self, self.history.undo)
        QShortcut(QKeySequence.StandardKey.Redo, self, self.history.redo)
        QShortcut(QKeySequence.StandardKey.Delete, self.table, self.delete)
        self._show(glossary)
        self.search.setFocus()

    def add(self) -> None:
        """Begin an entry, whose words are to be typed."""
        words = self.search.text().strip() or tr("new words")
        self.search.clear()
        self._change(tr("Add"), self.glossary.with_entry(entry(words, [words.upper()], *self._pair)))
        last = self.table.item(self.table.rowCount() - 1, WORDS)
        self.table.setCurrentItem(last)
        self.table.editItem(last)

    def delete(self) -> None:
        """Delete the selected entries."""
        gone = {index.row() for index in self.table.selectionModel().selectedRows()}
        kept = tuple(one for number, one in enumerate(self.glossary.entries) if number not in gone)
        if gone:
            self._change(tr("Delete"), Glossary(kept))

    def read(self, path: Path) -> None:
        """Take the entries of a file, which win over those for the same words."""
        try:
            other = load_glossary(path)
        except BadInput as problem:
            self._said.setText(refused(str(problem)))
            return
        self._change(tr("Import"), self.glossary.merged(other.entries))
        self._said.setText(tr("{count} entries from {file}").format(count=len(other.entries), file=path.name))

    def write(self, path: Path) -> None:
        """Write all entries to a file."""
        try:
            save_glossary(path, self.glossary)
            self._said.setText(
                tr("{count} entries written to {file}").format(
                    count=len(self.glossary.entries), file=path.name
                )
            )
        except (BadInput, OSError) as problem:
            self._said.setText(refused(str(problem)))

    def accept(self) -> None:
        self.saved.emit(self.glossary)
        super().accept()

    def _build(self) -> None:
        add, delete, read, write, cancel, save = self.buttons = [
            QPushButton(title)
            for title in (tr("Add"), tr("Delete"), tr("Import…"), tr("Export…"), tr("Cancel"), tr("Save"))
        ]
        for button, call in (
            (add, self.add), (delete, self.delete), (read, self._ask_to_read),
            (write, self._ask_to_write), (cancel, self.reject), (save, self.accept),
        ):  # fmt: skip
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, call=call: call())
        about = label(tr("What you correct is remembered here and wins the next time."), tone="dim")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(10)
        layout.addWidget(about)
        layout.addWidget(self.search)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._said)
        layout.addWidget(row(add, delete, read, write, STRETCH, cancel, save, spacing=8))

    def _ask_to_read(self) -> None:
        if path := dialogs.ask_file_to_open(self, tr("Import Glossary"), self._folder, tr(GLOSSARIES)):
            self.read(path)

    def _ask_to_write(self) -> None:
        proposal = str(Path(self._folder) / "glossary.toml")
        if path := dialogs.ask_file_to_save(self, tr("Export Glossary"), proposal, tr(GLOSSARIES), SUFFIX):
            self.write(path)

    def _change(self, title: str, after: Glossary) -> None:
        if after != self.glossary:
            self.history.push(_Step(title, self._show, self.glossary, after))

    def _show(self, glossary: Glossary) -> None:
        self.glossary = glossary
        self.table.blockSignals(True)
        self.table.setRowCount(len(glossary.entries))
        for number, one in enumerate(glossary.entries):
            forms = QTableWidgetItem()
            forms.setFlags(_CHECKABLE)
            forms.setCheckState(Qt.CheckState.Unchecked if one.exact else Qt.CheckState.Checked)
            pair = QTableWidgetItem(" → ".join(_named(tag) for tag in (one.language, one.sign_language)))
            pair.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            items = (QTableWidgetItem(one.text), QTableWidgetItem(" ".join(one.glosses)), forms, pair)
            for column, item in enumerate(items):
                self.table.setItem(number, column, item)
        self.table.blockSignals(False)
        self._filter()

    def _filter(self) -> None:
        wanted = self.search.text().strip().casefold()
        for number, one in enumerate(self.glossary.entries):
            said = f"{one.text} {' '.join(one.glosses)}".casefold()
            self.table.setRowHidden(number, wanted not in said)

    def _take_cell(self, number: int, column: int) -> None:
        """Make another glossary of what was typed or ticked in a cell."""
        entries = list(self.glossary.entries)
        try:
            entries[number] = self._typed(entries[number], number, column)
        except BadInput as problem:
            self._said.setText(refused(str(problem)))
            self._show(self.glossary)
            return
        words = entries[number].words
        others = [one for index, one in enumerate(entries) if index == number or one.words != words]
        self._change(tr("Edit"), Glossary(tuple(others)))

    def _typed(self, old: Entry, number: int, column: int) -> Entry:
        item = self.table.item(number, column)
        text, glosses, exact = old.text, old.glosses, old.exact
        if column == WORDS:
            text = item.text()
        elif column == GLOSSES:
            glosses = tuple(item.text().split())
        elif column == FORMS:
            exact = item.checkState() != Qt.CheckState.Checked
        return entry(text, glosses, old.language, old.sign_language, exact)


def _named(tag: str) -> str:
    return term(LANGUAGE_NAMES.get(tag, tag))
