"""The table of commands: complete, without clashes, and all of it in the menus."""

from collections import Counter

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit

from studio import menus
from studio.keys import Keys, native
from studio.panels.help import about_dialog, shortcuts_dialog
from studio.settings import Settings
from studio.shortcuts import COMMANDS


def test_no_two_commands_share_a_name_or_a_key():
    names = Counter(command.name for command in COMMANDS)
    keys = Counter(QKeySequence(key).toString() for command in COMMANDS for key in command.keys)
    assert [name for name, count in names.items() if count > 1] == []
    assert [key for key, count in keys.items() if count > 1 or not key] == []


def test_every_command_is_in_a_menu_and_says_its_key(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = menus.make_actions(window)
    keys = Keys(actions, Settings(), window)
    filled = menus.fill_menus(window, actions)
    for command in COMMANDS:
        action = actions[command.name]
        assert action in filled[command.menu].actions()
        assert [key.toString() for key in action.shortcuts()] == [
            QKeySequence(key).toString() for key in keys.of(command.name)
        ]
        assert (native(command.keys[0]) if command.keys else "") in action.toolTip()


def test_a_command_calls_its_handler(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    actions, called = menus.make_actions(window), []
    handlers = {c.name: lambda name=c.name: called.append(name) for c in COMMANDS}
    menus.connect(actions, handlers)
    for command in COMMANDS:
        actions[command.name].trigger()
    assert called == [command.name for command in COMMANDS]


def test_the_help_page_lists_every_key(qtbot):
    parent = QMainWindow()
    qtbot.addWidget(parent)
    dialog = shortcuts_dialog(parent)
    text = dialog.findChild(object, "qt_scrollarea_viewport").parent().toPlainText()
    for command in COMMANDS:
        if command.keys:
            assert command.title.rstrip("…") in text
            assert QKeySequence(command.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) in text


def test_the_about_page_names_the_licences(qtbot):
    parent = QMainWindow()
    qtbot.addWidget(parent)
    text = about_dialog(parent).findChild(object, "qt_scrollarea_viewport").parent().toPlainText()
    for licence in ("Apache-2.0", "CC0", "MIT", "LGPL"):
        assert licence in text


def test_no_command_has_a_key_that_the_text_takes_for_itself(qtbot):
    """Qt's text editor swallows some keys, such as Ctrl+K, before a menu can see them."""
    editor = QPlainTextEdit("some text")
    qtbot.addWidget(editor)
    taken = []
    for command in COMMANDS:
        for text in command.keys:
            key = QKeySequence(text)[0]
            if not key.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier:
                continue  # plain keys are text there, and act elsewhere
            event = QKeyEvent(QEvent.Type.ShortcutOverride, key.key(), key.keyboardModifiers())
            event.ignore()
            QApplication.sendEvent(editor, event)
            if event.isAccepted():
                taken.append(command.name)
    kept = {
        "undo",
        "redo",
        "previous_gloss",
        "next_gloss",
        "cut_signs",
        "copy_signs",
        "paste_signs",
        "select_all",
    }  # the history is shared; words are passed, copied and selected in the text
    assert set(taken) <= kept
