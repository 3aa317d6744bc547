"""What is found by searching, used in the place of a gloss."""

from tests.studio.driving import names, settle, trigger, write


def search(qtbot, window, words):
    """Type into the search and double-click the best sign found."""
    window.candidates.search.setText(words)
    qtbot.waitUntil(lambda: window.candidates.list.model().rowCount() > 0)
    found = window.candidates.list
    found.doubleClicked.emit(found.model().index(0, 0))
    settle(qtbot, window)


def test_a_sign_found_by_searching_is_one_step_of_history(window, qtbot):
    write(qtbot, window)
    before = window.document.project
    window.selection.select(2)
    search(qtbot, window, "q")
    assert names(window) == ["POSS-1", "NAME", "Q"]
    assert window.document.project.timeline.clips[-1].chosen
    trigger(window, "undo")
    assert window.document.project == before


def test_without_a_selected_gloss_a_sign_found_comes_last(window, qtbot):
    write(qtbot, window)
    before = window.document.project
    search(qtbot, window, "q")
    assert names(window) == ["POSS-1", "NAME", "ANNA", "Q"]
    assert window.document.project.timeline.clips[-1].chosen
    trigger(window, "undo")
    assert window.document.project == before
