"""Questions and messages: files to choose, one calm sentence when something does not work."""

import platform
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog, QPushButton, QVBoxLayout, QWidget

from studio.language import mark, tr
from studio.panels.pieces import STRETCH, label, row
from studio.told import refused

PROJECTS = mark("Signwright projects (*.signwright)")
DICTIONARIES = mark("Sign dictionaries (*.sqlite *.db)")
MODELS = mark("SMPL-X models (*.npz)")
SUFFIX = ".signwright"


class Answer(Enum):
    """What can be answered to a question."""

    YES = auto()
    NO = auto()
    CANCEL = auto()


class Message(QDialog):
    """A heading, a sentence and buttons; Escape gives the last button's answer."""

    def __init__(self, parent: QWidget, title: str, sentence: str, buttons: dict[Answer, str]) -> None:
        super().__init__(parent)
        self.answer = list(buttons)[-1]
        self.buttons: dict[Answer, QPushButton] = {}
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        heading, text = label(title), label(sentence, "dim")
        heading.setObjectName("Heading")
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for part in (heading, text):
            part.setWordWrap(True)
            part.setMinimumWidth(360)
        for answer, title_of_button in buttons.items():
            button = QPushButton(title_of_button)
            button.clicked.connect(lambda _checked=False, given=answer: self._give(given))
            self.buttons[answer] = button
        proposed = next(iter(self.buttons.values()))
        proposed.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(12)
        layout.addWidget(heading)
        layout.addWidget(text)
        layout.addSpacing(4)
        self._row = row(STRETCH, *reversed(self.buttons.values()), spacing=8)
        layout.addWidget(self._row)
        proposed.setFocus()

    def offer_copy(self, text: str) -> None:
        """Offer to put `text` on the clipboard; the message stays."""
        self.copy = QPushButton(tr("Copy Details"))
        self.copy.setToolTip(tr("Put this message and its details on the clipboard"))
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
        self._row.layout().insertWidget(0, self.copy)

    def _give(self, answer: Answer) -> None:
        self.answer = answer
        self.accept()


def tell(parent: QWidget, title: str, sentence: str, detail: str = "") -> Message:
    """Show a sentence, to be copied with `detail` for a report; the work goes on once it is read."""
    sentence = refused(sentence)
    message = Message(parent, title, sentence, {Answer.YES: "OK"})
    message.offer_copy("\n".join((title, sentence, detail or f"Signwright, {platform.platform()}")))
    message.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    message.open()
    return message


def ask(parent: QWidget, title: str, sentence: str, buttons: dict[Answer, str]) -> Answer:
    """Ask a question and wait for the answer; the first button is proposed."""
    message = Message(parent, title, sentence, buttons)
    message.exec()
    message.deleteLater()
    return message.answer


def ask_whether_to_save(parent: QWidget, name: str) -> Answer:
    """Save, Discard or Cancel, before the project `name` is left."""
    buttons = {Answer.YES: tr("Save"), Answer.NO: tr("Discard"), Answer.CANCEL: tr("Cancel")}
    sentence = tr("What you changed since the last save is lost otherwise.")
    return ask(parent, tr("Save changes to “{name}”?").format(name=name), sentence, buttons)


def ask_which(parent: QWidget, title: str, question: str, choices: list[str]) -> str | None:
    """One of some choices, None when nothing was chosen."""
    dialog = QInputDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setLabelText(question)
    dialog.setComboBoxItems(choices)
    chosen = dialog.textValue() if dialog.exec() else None
    dialog.deleteLater()
    return chosen


def ask_file_to_open(parent: QWidget, title: str, folder: str, kinds: str) -> Path | None:
    """A file that exists, None when nothing was chosen."""
    chosen, _ = QFileDialog.getOpenFileName(
        parent, title, folder, tr("{kinds};;All files (*)").format(kinds=kinds)
    )
    return Path(chosen) if chosen else None


def ask_folder(parent: QWidget, title: str, folder: str) -> Path | None:
    """A folder, None when nothing was chosen."""
    chosen = QFileDialog.getExistingDirectory(parent, title, folder)
    return Path(chosen) if chosen else None


def ask_file_to_save(parent: QWidget, title: str, proposal: str, kinds: str, suffix: str) -> Path | None:
    """A file to write, with `suffix` if it has none; None when nothing was chosen."""
    place = Path(proposal)
    dialog = QFileDialog(parent, title, str(place.parent), kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix.removeprefix("."))  # so that it asks before another file is replaced
    dialog.selectFile(place.name)
    chosen = Path(dialog.selectedFiles()[0]) if dialog.exec() else None
    dialog.deleteLater()
    return chosen
