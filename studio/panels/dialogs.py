"""Questions and messages: files to choose, one calm sentence when something does not work."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

PROJECTS = "Signwright projects (*.signwright)"
DICTIONARIES = "Sign dictionaries (*.sqlite *.db)"
MODELS = "SMPL-X models (*.npz)"
VIDEOS = "Videos (*.mp4)"
SUFFIX = ".signwright"

Answer = QMessageBox.StandardButton


def tell(parent: QWidget, title: str, sentence: str) -> QMessageBox:
    """Show a sentence beside which work can go on once it is read."""
    box = QMessageBox(QMessageBox.Icon.NoIcon, title, f"<b>{title}</b>", Answer.Ok, parent)
    box.setTextFormat(Qt.TextFormat.AutoText)
    box.setInformativeText(sentence)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowModality(Qt.WindowModality.WindowModal)
    box.open()
    return box


def ask(parent: QWidget, title: str, sentence: str, buttons: dict[Answer, str], default: Answer) -> Answer:
    """Ask a question and return the chosen button; Escape chooses Cancel or No."""
    box = QMessageBox(QMessageBox.Icon.NoIcon, title, f"<b>{title}</b>", Answer.NoButton, parent)
    box.setInformativeText(sentence)
    for button, text in buttons.items():
        box.addButton(button).setText(text)
    box.setDefaultButton(default)
    return Answer(box.exec())


def ask_whether_to_save(parent: QWidget, name: str) -> Answer:
    """Save, Discard or Cancel, before the project `name` is left."""
    buttons = {Answer.Save: "Save", Answer.Discard: "Discard", Answer.Cancel: "Cancel"}
    return ask(
        parent,
        f"Save changes to “{name}”?",
        "What you changed since the last save is lost otherwise.",
        buttons,
        Answer.Save,
    )


def ask_file_to_open(parent: QWidget, title: str, folder: str, kinds: str) -> Path | None:
    """A file that exists, None when nothing was chosen."""
    chosen, _ = QFileDialog.getOpenFileName(parent, title, folder, f"{kinds};;All files (*)")
    return Path(chosen) if chosen else None


def ask_file_to_save(parent: QWidget, title: str, proposal: str, kinds: str, suffix: str) -> Path | None:
    """A file to write, with `suffix` if it has none; None when nothing was chosen."""
    chosen, _ = QFileDialog.getSaveFileName(parent, title, proposal, kinds)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_suffix(suffix)
