"""What a user sees when something goes wrong: a sentence, a next step, and details to be copied."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from studio.app import _report_to
from studio.panels.dialogs import Answer, Message, tell


def test_a_message_and_its_details_can_be_copied(window, qtbot):
    message = tell(window, "It cannot be opened", "Choose another file.", "line 3: no such sign")
    qtbot.mouseClick(message.copy, Qt.MouseButton.LeftButton)
    assert (
        QGuiApplication.clipboard().text()
        == "It cannot be opened\nChoose another file.\nline 3: no such sign"
    )
    assert message.isVisible()
    message.buttons[Answer.YES].click()


def test_without_details_the_system_is_named(window, qtbot):
    message = tell(window, "It cannot be opened", "Choose another file.")
    message.copy.click()
    assert "Signwright" in QGuiApplication.clipboard().text()
    message.close()


def test_an_error_nobody_expected_is_told_once_with_its_traceback(window, qtbot, capsys):
    report = _report_to(window)
    for _ in range(2):
        try:
            raise ZeroDivisionError("made up")
        except ZeroDivisionError:
            report(*sys.exc_info())
    (message,) = window.findChildren(Message)
    message.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert "ZeroDivisionError: made up" in copied and "test_problems.py" in copied
    assert "made up" in window.status.message
    message.close()
    capsys.readouterr()


def test_the_proposed_button_has_room_for_its_word(window, qtbot):
    message = Message(window, "Recover it?", "It was not closed.", {Answer.YES: "Wiederherstellen"})
    qtbot.addWidget(message)
    message.show()
    button = message.buttons[Answer.YES]
    room = button.width() - 30  # padding and border at both sides
    assert button.isDefault() and room >= button.fontMetrics().horizontalAdvance(button.text())
