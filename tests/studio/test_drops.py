"""Files dropped on the window, the list of history and the layouts."""

import shutil

import pytest
from PySide6.QtCore import Qt

from pipeline.signs.starter import STARTER
from pipeline.timeline.project import save_project
from studio.panels.dialogs import Message
from tests.studio.driving import let_go, names, settle, trigger, write


@pytest.fixture
def drop(window):
    """`drop(path, ...)`: what a file manager sends when files are let go over the window."""

    return lambda *paths: let_go(window, *paths)


def test_a_dropped_text_is_signed_and_can_be_undone(window, qtbot, drop, tmp_path):
    file = tmp_path / "talk.txt"
    file.write_text("\ufeffGood morning\n", encoding="utf-8")
    drop(file)
    settle(qtbot, window)
    assert window.document.project.text == "Good morning"
    assert names(window) == ["GOOD", "MORNING"]
    trigger(window, "undo")
    assert window.document.project.text == ""


def test_a_dropped_project_is_opened(window, qtbot, drop, tmp_path):
    write(qtbot, window, "Good morning")
    file = tmp_path / "morning.signwright"
    save_project(file, window.document.project)
    window.document.mark_saved(tmp_path / "other.signwright")
    drop(file)
    assert window.document.path == file


def test_a_dropped_dictionary_is_used(window, drop, tmp_path):
    own = tmp_path / "own.sqlite"
    shutil.copy(STARTER, own)
    drop(own)
    assert window.document.project.dictionary == str(own)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [("talk.docx", b"PK", "cannot be opened"), ("latin.txt", "Grüße".encode("latin-1"), "cannot be read")],
)
def test_what_cannot_be_used_is_refused_in_a_sentence(window, drop, tmp_path, name, content, said):
    file = tmp_path / name
    file.write_bytes(content)
    drop(file)
    message = window.findChild(Message)
    assert said in message.windowTitle()
    message.reject()
    assert window.document.project.text == ""


def test_a_click_on_the_history_goes_back_to_that_step(window, qtbot):
    write(qtbot, window, "Good morning")
    window.selection.select(0)
    trigger(window, "delete_gloss")
    assert names(window) == ["MORNING"]
    window.docks.history.show()
    steps = window.history.model()
    assert steps.rowCount() == window.document.history.count() + 1
    row = window.history.visualRect(steps.index(steps.rowCount() - 2, 0))
    qtbot.mouseClick(window.history.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert names(window) == ["GOOD", "MORNING"]


def test_each_layout_shows_what_its_work_needs(window, qtbot):
    docks = window.docks
    trigger(window, "layout_curate")
    qtbot.waitUntil(lambda: docks.candidates.isVisible() and docks.candidates.width() > 400)
    assert not docks.timeline.isVisible() and not docks.compose.isVisible()
    trigger(window, "layout_compose")
    assert docks.compose.isVisible() and not docks.candidates.isVisible()
    trigger(window, "layout_present")
    assert docks.text.isVisible() and docks.glosses.isVisible()
    assert not docks.candidates.isVisible() and not docks.timeline.isVisible()
    trigger(window, "reset_layout")
    assert all(dock.isVisible() for dock in docks.all)
    assert not docks.compose.isVisible() and not docks.history.isVisible()
