"""The first moment: the keyboard is where the sentence goes."""

from studio.panels.dialogs import Answer
from tests.studio.driving import answer, settle, trigger, write


def test_what_is_typed_first_is_text(window, qtbot):
    assert window.focusWidget() is window.text.editor
    qtbot.keyClicks(window.focusWidget(), "Lola")
    settle(qtbot, window)
    assert window.document.project.text == "Lola"
    assert not window.playback.looping


def test_what_is_typed_into_a_new_project_is_text(window, qtbot):
    write(qtbot, window)
    window.glosses.take_focus()
    answer(Answer.NO)
    trigger(window, "new")
    assert window.focusWidget() is window.text.editor
