"""The description as text, which can be typed in as well."""

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from pipeline.compose.description import Description
from pipeline.compose.text_form import read_description
from pipeline.compose.text_writing import write_description
from pipeline.errors import BadInput
from studio import theme
from studio.language import tr
from studio.panels.pieces import label
from studio.told import refused

PAUSE = 350
"""Milliseconds without a key after which the text is read."""


class Written(QWidget):
    """Shows a description as text; `read` carries another one that was typed."""

    read = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.editor = QPlainTextEdit()
        self.editor.setAccessibleName(tr("Description as text"))
        self.editor.setFont(theme.font(11))
        self.editor.setFixedHeight(104)
        self.editor.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.problem = label(tone="bad")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self._typing = QTimer(self, singleShot=True, interval=PAUSE)
        self._typing.timeout.connect(self._read)
        self.editor.textChanged.connect(self._typing.start)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.editor)
        column.addWidget(self.problem)

    def show_description(self, description: Description) -> None:
        """Write a description out, unless the text says the same in other words."""
        self._typing.stop()
        self.tell("")
        if not self._says(description):
            with QSignalBlocker(self.editor):
                self.editor.setPlainText(write_description(description))

    def tell(self, sentence: str) -> None:
        """Say what is wrong, or that nothing is."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def _says(self, description: Description) -> bool:
        try:
            return read_description(self.editor.toPlainText()) == description
        except BadInput:
            return False

    def _read(self) -> None:
        try:
            description = read_description(self.editor.toPlainText())
        except BadInput as problem:
            self.tell(refused(str(problem)))
            return
        self.tell("")
        self.read.emit(description)
