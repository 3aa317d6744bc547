"""One document, one kind of edit: undo, redo, merging, and what counts as edited."""

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.timeline.project import Project
from studio.document import Document, new_gesture


@pytest.fixture
def document(qapp):
    return Document(Project(text="a"))


def test_an_edit_is_undone_and_redone(document):
    before = document.project
    after = replace(before, text="b")
    document.edit("Type", after)
    assert document.project is after
    document.history.undo()
    assert document.project is before
    document.history.redo()
    assert document.project is after


def test_an_edit_that_changes_nothing_is_no_step(document):
    document.edit("Type", replace(document.project))
    assert document.history.count() == 0
    assert not document.is_edited


def test_edits_of_one_gesture_are_one_step(document):
    gesture = new_gesture()
    for text in ("ab", "abc", "abcd"):
        document.edit("Type", replace(document.project, text=text), gesture)
    assert document.history.count() == 1
    document.history.undo()
    assert document.project.text == "a"


def test_edits_of_two_gestures_are_two_steps(document):
    for text in ("ab", "abc"):
        document.edit("Type", replace(document.project, text=text), new_gesture())
    document.history.undo()
    assert document.project.text == "ab"


def test_a_gesture_that_ends_where_it_began_leaves_no_step(document):
    gesture = new_gesture()
    document.edit("Type", replace(document.project, text="ab"), gesture)
    document.edit("Type", replace(document.project, text="a"), gesture)
    assert document.history.count() == 0
    assert not document.is_edited


def test_a_save_in_the_middle_of_a_gesture_is_not_swallowed(document):
    gesture = new_gesture()
    document.edit("Type", replace(document.project, text="ab"), gesture)
    document.mark_saved(Path("p.signwright"))
    document.edit("Type", replace(document.project, text="abc"), gesture)
    document.history.undo()
    assert document.project.text == "ab"
    assert not document.is_edited


def test_going_back_to_what_was_saved_is_not_edited(document):
    document.mark_saved(Path("p.signwright"))
    document.edit("Type", replace(document.project, text="b"))
    assert document.is_edited
    document.history.undo()
    assert not document.is_edited


def test_a_recovered_project_is_edited_until_it_is_saved(document):
    document.open(Project(text="saved by autosave"), Path("talk.signwright"), altered=True)
    assert document.is_edited
    assert document.name == "talk"
    document.mark_saved(Path("talk.signwright"))
    assert not document.is_edited


def test_opening_forgets_the_history_and_tells_once(document, qtbot):
    document.edit("Type", replace(document.project, text="b"))
    told = []
    document.changed.connect(told.append)
    other = Project(text="other")
    with qtbot.waitSignal(document.opened):
        document.open(other, None)
    assert told == [other]
    assert not document.history.canUndo()
