"""Corrections in the window: remembered, winning the next time, taken back with the edit."""

import pytest

from pipeline.text.gloss import Source
from pipeline.text.glossary import EMPTY, entry, load_glossary
from studio.learning import Learning
from studio.panels.glossary import GlossaryDialog
from tests.studio.driving import names, settle, trigger, write


def test_a_renamed_gloss_wins_the_next_time_and_is_on_the_disk(window, qtbot, home):
    write(qtbot, window, "My old names")
    window.glosses.renamed.emit(2, "Title")
    assert names(window)[2] == "TITLE"
    assert load_glossary(home / "glossary.toml").entries == (entry("name", ["Title"], "en", "ase"),)


def test_the_correction_holds_for_other_texts_and_says_why(window, qtbot):
    write(qtbot, window, "names")
    window.glosses.renamed.emit(0, "title")
    window.text.editor.clear()
    settle(qtbot, window)
    write(qtbot, window, "a name")
    assert names(window) == ["TITLE"]
    assert window.document.project.glosses.glosses[0].evidence.source is Source.GLOSSARY
    assert "Your glossary" in window.glosses._model.chips[0].tip


def test_undo_takes_back_the_edit_and_what_was_learnt_in_one_step(window, qtbot):
    write(qtbot, window, "names")
    steps = window.document.history.count()
    window.glosses.renamed.emit(0, "title")
    assert window.document.history.count() == steps + 1
    trigger(window, "undo")
    assert names(window) == ["NAME"]
    assert window.learning.glossary == EMPTY
    trigger(window, "redo")
    assert names(window) == ["TITLE"]
    assert len(window.learning.glossary.entries) == 1


def test_an_inserted_gloss_teaches_nothing(window, qtbot):
    write(qtbot, window, "names")
    window.glosses.inserted.emit(1, "GOOD")
    window.glosses.renamed.emit(1, "BAD")
    assert window.learning.glossary == EMPTY


def test_a_glossary_that_cannot_be_read_is_told_and_kept(home, qtbot):
    path = home / "glossary.toml"
    path.write_text("not a glossary")
    learning = Learning()
    with qtbot.waitSignal(learning.failed) as told:
        assert learning.glossary == EMPTY
    assert "glossary.toml" in told.args[0]
    learning.put(EMPTY.with_entry(entry("a", ["B"], "en", "ase")))
    assert (home / "glossary.unreadable.toml").read_text() == "not a glossary"
    assert len(load_glossary(path).entries) == 1


@pytest.fixture
def opened(window, qtbot):
    """The window with a text, and the glossary's dialog."""
    write(qtbot, window, "names")
    window.learning.put(EMPTY.with_entry(entry("house", ["HOME"], "en", "ase")))
    trigger(window, "glossary")
    return window.findChild(GlossaryDialog)


def test_the_glossary_is_seen_edited_and_used_at_once(window, opened, qtbot):
    assert opened.table.item(0, 0).text() == "house"
    opened.add()
    opened.table.item(1, 0).setText("name")
    opened.table.item(1, 1).setText("SHORT TITLE")
    opened.accept()
    settle(qtbot, window)
    assert names(window) == ["SHORT", "TITLE"]
    assert [one.text for one in window.learning.glossary.entries] == ["house", "name"]


def test_edits_in_the_dialog_are_undone_there_and_cancel_changes_nothing(window, opened):
    opened.table.selectRow(0)
    opened.delete()
    assert opened.table.rowCount() == 0
    opened.history.undo()
    assert opened.table.item(0, 1).text() == "HOME"
    opened.table.item(0, 0).setText("  ")
    assert opened.table.item(0, 0).text() == "house"
    opened.table.item(0, 1).setText("CABIN")
    opened.reject()
    assert window.learning.glossary.entries[0].glosses == ("HOME",)


def test_a_glossary_is_exported_and_imported(opened, tmp_path):
    path = tmp_path / "shared.toml"
    opened.write(path)
    assert load_glossary(path) == opened.glossary
    opened.table.item(0, 1).setText("CABIN")
    opened.read(path)
    assert opened.table.item(0, 1).text() == "HOME"
    path.write_text("nonsense")
    opened.read(path)
    assert opened.table.rowCount() == 1
    assert "shared.toml" in opened._said.text()


def test_the_search_shows_the_entries_that_hold_the_words(opened):
    opened.search.setText("cat")
    assert opened.table.isRowHidden(0)
    opened.search.setText("hom")
    assert not opened.table.isRowHidden(0)
