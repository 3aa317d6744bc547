"""The dialog that changes keyboard shortcuts: all commands, a search, and keys to press."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from studio.keys import Choice, Keys, native, titled
from studio.language import tr
from studio.panels.pieces import STRETCH, label, row
from studio.shortcuts import COMMANDS

NAME = Qt.ItemDataRole.UserRole


class KeysDialog(QDialog):
    """What is changed holds at once; keys that belong to another command are refused in a sentence."""

    def __init__(self, parent: QWidget, keys: Keys) -> None:
        super().__init__(parent)
        self.setObjectName("KeysDialog")
        self.setWindowTitle(tr("Change Keyboard Shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(620, 620)
        self._keys = keys
        self.search = QLineEdit(placeholderText=tr("Search commands or keys"))
        self.search.setAccessibleName(tr("Search commands or keys"))
        self.search.setClearButtonEnabled(True)
        self.list = self._table()
        self.editor = QKeySequenceEdit()
        self.editor.setMaximumSequenceLength(1)
        self.editor.setAccessibleName(tr("New keys"))
        self.also = QCheckBox(tr("Keep the other keys too"))
        self.remove, self.reset, self.reset_all = (
            QPushButton(title, autoDefault=False) for title in (tr("No Keys"), tr("Reset"), tr("Reset All"))
        )
        self.told = label(tone="dim")
        self.told.setWordWrap(True)
        self._arrange()
        self.search.textChanged.connect(self._filter)
        self.list.currentItemChanged.connect(lambda *_: self._choose())
        self.editor.keySequenceChanged.connect(self._press)
        self.remove.clicked.connect(lambda: self._tell(keys.choose(self._name, ())))
        self.reset.clicked.connect(lambda: self._tell(keys.reset(self._name)))
        self.reset_all.clicked.connect(lambda: self._tell(keys.reset_all() or ""))
        keys.changed.connect(self._show_keys)
        self._show_keys()
        self.list.setCurrentItem(self.list.topLevelItem(0))

    def _table(self) -> QTreeWidget:
        made = QTreeWidget(rootIsDecorated=False, uniformRowHeights=True)
        made.setAccessibleName(tr("Commands"))
        made.setHeaderLabels([tr("Command"), tr("Menu"), tr("Keys")])
        made.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        made.header().setStretchLastSection(False)
        for column, width in ((1, 110), (2, 190)):
            made.header().resizeSection(column, width)
        for command in COMMANDS:
            item = QTreeWidgetItem([titled(command.name), tr(command.menu), ""])
            item.setData(0, NAME, command.name)
            made.addTopLevelItem(item)
        return made

    def _arrange(self) -> None:
        heading = label(tr("Change Keyboard Shortcuts"))
        heading.setObjectName("Heading")
        close = QPushButton(tr("Close"), autoDefault=False)
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        for part in (heading, self.search):
            layout.addWidget(part)
        layout.addWidget(self.list, 1)
        layout.addWidget(row(self.editor, self.also, STRETCH, self.remove, self.reset, spacing=8))
        layout.addWidget(self.told)
        layout.addWidget(row(self.reset_all, STRETCH, close))

    @property
    def _name(self) -> str:
        item = self.list.currentItem()
        return str(item.data(0, NAME)) if item else ""

    def _filter(self, text: str) -> None:
        """Show the commands that have the words or the keys."""
        wanted = text.casefold().split()
        for item in self._items():
            said = " ".join(item.text(column) for column in range(3)).casefold()
            item.setHidden(not all(word in said for word in wanted))
        item = self.list.currentItem()
        if item is None or item.isHidden():
            self.list.setCurrentItem(next((item for item in self._items() if not item.isHidden()), None))

    def _items(self) -> list[QTreeWidgetItem]:
        return [self.list.topLevelItem(place) for place in range(self.list.topLevelItemCount())]

    def _choose(self) -> None:
        for part in (self.editor, self.also, self.remove):
            part.setEnabled(bool(self._name))
        self.reset.setEnabled(bool(self._name) and not self._keys.is_usual(self._name))
        self.editor.clear()
        self._tell("")

    def _press(self, pressed: QKeySequence) -> None:
        if pressed.isEmpty() or not self._name:
            return
        given = pressed.toString(QKeySequence.SequenceFormat.PortableText)
        kept = self._keys.of(self._name) if self.also.isChecked() else ()
        self._tell(self._keys.choose(self._name, (*kept, given)))
        self.editor.clear()

    def _tell(self, refusal: str) -> None:
        """Say why something was not done, else what the command has now."""
        keys = self._keys.of(self._name) if self._name else ()
        shown = _listed(keys) or tr("no keys")
        said = (
            tr("“{command}” has {keys}.").format(command=titled(self._name), keys=shown) if self._name else ""
        )
        self.told.setText(refusal or said)
        self.told.setProperty("tone", "bad" if refusal else "dim")
        self.told.style().unpolish(self.told)
        self.told.style().polish(self.told)

    def _show_keys(self) -> None:
        for item in self._items():
            name = str(item.data(0, NAME))
            item.setText(2, _listed(self._keys.of(name)))
            font = item.font(2)
            font.setBold(not self._keys.is_usual(name))
            item.setFont(2, font)
        self.reset.setEnabled(bool(self._name) and not self._keys.is_usual(self._name))
        self.reset_all.setEnabled(any(not self._keys.is_usual(command.name) for command in COMMANDS))


def _listed(keys: Choice) -> str:
    return f" {tr('or')} ".join(map(native, keys))
