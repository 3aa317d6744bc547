"""Changing keyboard shortcuts: by pressing them, refused where they are taken, kept, shown everywhere."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextBrowser

from studio.settings import Settings
from tests.studio.driving import trigger, write

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def dialog(window, qtbot):
    trigger(window, "change_keys")
    made = window.findChild(object, "KeysDialog")
    qtbot.waitExposed(made)
    return made


def choose(dialog, words):
    """Search for a command and take the first."""
    dialog.search.clear()
    QTest.keyClicks(dialog.search, words)
    return dialog.list.currentItem()


def press(dialog, key, modifiers=Qt.KeyboardModifier.NoModifier):
    dialog.editor.setFocus()
    QTest.keyClick(dialog.editor, key, modifiers)


def test_new_keys_act_at_once_and_are_shown_wherever_keys_are(window, dialog, qtbot):
    assert choose(dialog, "loop").text(0) == "Loop"
    press(dialog, Qt.Key.Key_J, CONTROL)
    assert dialog.list.currentItem().text(2) == "Ctrl+J"
    assert "Ctrl+J" in window.actions_by_name["loop"].toolTip()
    choose(dialog, "present")
    dialog.close()
    write(qtbot, window, "Hi")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert not window.playback.looping
    QTest.keyClick(window.text.editor, Qt.Key.Key_J, CONTROL)
    assert window.playback.looping
    window.timeline.setFocus()
    QTest.keyClick(window.timeline, Qt.Key.Key_L)
    assert window.playback.looping
    trigger(window, "shortcuts")
    assert "Ctrl+J" in window.findChild(QTextBrowser).toPlainText()
    assert Settings().keys == {"loop": ("Ctrl+J",)}


def test_keys_of_another_command_are_refused_by_its_name(window, dialog):
    choose(dialog, "loop")
    press(dialog, Qt.Key.Key_E, CONTROL)
    assert "Ctrl+E belongs to “Export”" in dialog.told.text()
    assert window.keys.of("loop") == ("L",) and window.keys.of("export") == ("Ctrl+E",)
    press(dialog, Qt.Key.Key_Escape)
    assert "choose other keys" in dialog.told.text() and window.keys.of("loop") == ("L",)


def test_another_key_is_added_all_are_taken_away_and_one_is_reset(window, dialog):
    choose(dialog, "loop")
    dialog.also.setChecked(True)
    press(dialog, Qt.Key.Key_J, CONTROL)
    assert window.keys.of("loop") == ("L", "Ctrl+J")
    dialog.remove.click()
    assert window.keys.of("loop") == () and window.actions_by_name["loop"].shortcuts() == []
    assert "has no keys" in dialog.told.text()
    dialog.reset.click()
    assert window.keys.of("loop") == ("L",) and not dialog.reset.isEnabled()


def test_usual_keys_that_another_command_has_now_are_not_taken_from_it(window, dialog):
    choose(dialog, "loop")
    dialog.remove.click()
    choose(dialog, "replay")
    press(dialog, Qt.Key.Key_L)
    assert window.keys.of("replay") == ("L",)
    choose(dialog, "loop")
    dialog.reset.click()
    assert "L belongs to “Replay”" in dialog.told.text() and window.keys.of("loop") == ()
    dialog.reset_all.click()
    assert window.keys.of("loop") == ("L",) and window.keys.of("replay") == ("R",)
    assert Settings().keys == {} and not dialog.reset_all.isEnabled()


def test_the_search_finds_commands_by_their_words_and_their_keys(dialog):
    assert choose(dialog, "ctrl+shift+g").text(0) == "Personal Glossary"
    assert choose(dialog, "file sentences").text(0) == "Export Sentences"
    choose(dialog, "no such command")
    assert dialog.list.currentItem() is None and not dialog.editor.isEnabled()


@pytest.mark.parametrize("damaged", ["[1]", "{", '{"loop": 5, "gone": ["A"]}', '{"loop": ["Ctrl+E"]}'])
def test_damaged_settings_leave_the_usual_keys(qtbot, damaged, window):
    from studio.keys import USUAL, Keys

    window.settings._store.setValue("keys", damaged)
    keys = Keys(window.actions_by_name, window.settings)
    assert all(keys.of(name) == USUAL[name] for name in USUAL)
