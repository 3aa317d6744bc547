"""Questions and messages: answers by key and by click, and names that get their suffix."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from studio.panels.dialogs import PROJECTS, SUFFIX, Answer, Message, ask_file_to_save, tell


@pytest.fixture
def parent(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def test_escape_is_the_last_answer(parent, qtbot):
    message = Message(parent, "Save?", "It is lost otherwise.", {Answer.YES: "Save", Answer.CANCEL: "Cancel"})
    message.open()
    with qtbot.waitSignal(message.finished):
        qtbot.keyClick(message, Qt.Key.Key_Escape)
    assert message.answer == Answer.CANCEL


def test_enter_is_the_first_answer(parent, qtbot):
    message = Message(parent, "Save?", "It is lost otherwise.", {Answer.YES: "Save", Answer.CANCEL: "Cancel"})
    message.open()
    with qtbot.waitSignal(message.finished):
        qtbot.keyClick(message, Qt.Key.Key_Return)
    assert message.answer == Answer.YES


def test_the_keyboard_begins_on_the_proposed_answer(parent):
    message = Message(parent, "Save?", "It is lost otherwise.", {Answer.YES: "Save", Answer.CANCEL: "Cancel"})
    message.open()
    assert message.focusWidget() is message.buttons[Answer.YES]
    message.close()


def test_enter_is_the_answer_that_the_keyboard_is_on(parent, qtbot):
    message = Message(parent, "Save?", "It is lost otherwise.", {Answer.YES: "Save", Answer.NO: "Discard"})
    message.open()
    message.buttons[Answer.NO].setFocus()
    with qtbot.waitSignal(message.finished):
        qtbot.keyClick(message.focusWidget(), Qt.Key.Key_Return)
    assert message.answer == Answer.NO


def test_a_sentence_is_shown_as_it_is(parent):
    message = tell(parent, "No", "<b>a</b> & b")
    assert "<b>a</b> & b" in [label.text() for label in message.children() if hasattr(label, "text")]
    message.close()


def test_a_name_to_save_under_gets_its_suffix(parent, tmp_path):
    def choose():
        shown = (widget for widget in QApplication.topLevelWidgets() if widget.isVisible())
        dialog = next(widget for widget in shown if isinstance(widget, QFileDialog))
        dialog.findChild(QLineEdit).setText("talk")
        dialog.accept()

    QTimer.singleShot(200, choose)
    path = ask_file_to_save(parent, "Save", str(tmp_path / "a"), PROJECTS, SUFFIX)
    assert path == tmp_path / "talk.signwright"
