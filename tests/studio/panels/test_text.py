"""The text panel: typing, marks in the text, and the words that are not signed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from pipeline.text.gloss import Dropped, Gloss, GlossSequence, Origin
from studio.panels.text import LONGEST, TextPanel

PAIRS = (("en", "ase"), ("de", "gsg"))


@pytest.fixture
def panel(qtbot):
    made = TextPanel(PAIRS)
    qtbot.addWidget(made)
    made.resize(330, 230)
    made.show()
    qtbot.waitExposed(made)
    return made


def marked(panel):
    return [selection.cursor.selectedText() for selection in panel.editor.extraSelections()]


def test_typing_is_told_key_by_key(panel, qtbot):
    told = []
    panel.typed.connect(told.append)
    qtbot.keyClicks(panel.editor, "Hi")
    assert told == ["H", "Hi"]


def test_showing_a_text_tells_nothing_and_keeps_the_cursor(panel, qtbot):
    panel.show_text("rain today")
    cursor = panel.editor.textCursor()
    cursor.setPosition(4)
    panel.editor.setTextCursor(cursor)
    told = []
    panel.typed.connect(told.append)
    panel.show_text("rain tomorrow")
    assert panel.editor.toPlainText() == "rain tomorrow"
    assert told == []


@pytest.mark.parametrize("text", ["", "a\nb", "🙂🙂 hi 🙂", "ünïcode 手語", "x" * 10_000])
@pytest.mark.parametrize("before", ["", "🙂 hi", "b"])
def test_any_text_can_be_shown_after_any_other(panel, before, text):
    panel.show_text(before)
    panel.show_text(text)
    assert panel.editor.toPlainText() == text


def test_the_words_of_the_selected_gloss_are_marked(panel):
    text = "🙂 My name is Anna"
    start = text.index("Anna")
    sequence = GlossSequence(
        text, "en", "ase", (Gloss("ANNA", Origin.SPELLED, tuple("ANNA"), (start, start + 4)),)
    )
    panel.show_text(text)
    panel.show_glosses(sequence, (start, start + 4))
    assert marked(panel) == ["Anna"]


def test_dropped_and_missing_words_are_marked_and_named(panel):
    text = "the cat is Б"
    sequence = GlossSequence(
        text,
        "en",
        "ase",
        (Gloss("CAT", Origin.DICTIONARY, ("CAT",), (4, 7)), Gloss("Б", Origin.MISSING, (), (11, 12))),
        (Dropped((0, 3), "article"), Dropped((8, 10), "copula")),
    )
    panel.show_text(text)
    panel.show_glosses(sequence, None)
    assert marked(panel) == ["the", "is", "Б"]
    told = panel.findChildren(type(panel._left_out))
    assert any("the (article); is (copula)" in label.text() for label in told)


def test_glosses_of_an_older_text_mark_nothing(panel):
    panel.show_text("newer")
    panel.show_glosses(GlossSequence("older text", "en", "ase", (), (Dropped((6, 10), "x"),)), (0, 5))
    assert marked(panel) == []


def test_a_book_is_cut_and_said_so(panel, qtbot):
    QGuiApplication.clipboard().setText("word " * LONGEST)
    with qtbot.waitSignal(panel.cut) as cut:
        panel.editor.paste()
    assert len(panel.editor.toPlainText()) == LONGEST
    assert f"{LONGEST:,}" in cut.args[0]


def test_undo_is_left_to_the_document(panel, qtbot):
    qtbot.keyClicks(panel.editor, "abc")
    qtbot.keyClick(panel.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert panel.editor.toPlainText() == "abc"


def test_choosing_languages_names_the_pair(panel, qtbot):
    with qtbot.waitSignal(panel.languages_chosen) as chosen:
        panel._languages.activated.emit(1)
    assert chosen.args == ["de", "gsg"]
    panel.show_languages("de", "gsg")
    assert "DGS" in panel._languages.currentText()
