"""The gloss strip's menus: confidence, alternatives, whole sentences, by mouse and by keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QImage, QPainter
from PySide6.QtWidgets import QApplication, QListView

from pipeline.signs.starter import STARTER
from pipeline.signs.store import Draft, SignStore
from studio import theme
from studio.panels.chips import draw_pips, pips
from studio.window import MainWindow
from tests.studio.driving import names, settle, trigger, write


@pytest.fixture
def signs(tmp_path, window):
    """A dictionary with letters and a few words, open in the window."""
    path = tmp_path / "words.sqlite"
    with SignStore(STARTER) as starter, SignStore(path, create=True) as store:
        for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ":
            store.add(Draft(letter, "ase"), starter.motion(starter.find(letter, "ase")[0].id))
        for word in ["MOTHER", "MAMA", "WHAT", "NAME", "POSS-2", "LIKE", "IX-1", "COFFEE"]:
            store.add(Draft(word, "ase"), starter.motion(starter.find(word[0], "ase")[0].id))
    window.editor.set_dictionary(str(path))
    return window


def rows(menu):
    return [action.text().partition("\t")[0] for action in menu.actions() if action.isCheckable()]


def choose(menu, name):
    next(action for action in menu.actions() if action.text().startswith(name)).trigger()


def test_a_gloss_shows_how_sure_it_is_without_colour(signs, qtbot):
    write(qtbot, signs, "my mom qwertz")
    chips = signs.glosses._model.chips
    assert [(chip.name, chip.sure) for chip in chips] == [
        ("MY", "a guess"), ("MOTHER", "likely"), ("QWERTZ", "a guess"),
    ]  # fmt: skip
    assert "likely" in signs.glosses._model.data(
        signs.glosses._model.index(1, 0), Qt.ItemDataRole.AccessibleTextRole
    )
    assert "Confidence: likely" in chips[1].tip
    assert "Or: MAMA, M-O-M" in chips[1].tip


def test_each_grade_draws_another_number_of_steps():
    bright = theme.color("text").rgb()

    def drawn(confidence):
        image = QImage(20, 12, QImage.Format.Format_RGB32)
        image.fill(0)
        painter = QPainter(image)
        draw_pips(painter, image.rect().toRectF(), confidence)
        painter.end()
        lit = {x for x in range(20) for y in range(12) if image.pixel(x, y) == bright}
        return len(lit) // 2

    assert [drawn(grade) for grade in (0.0, 0.3, 0.5, 0.7, 0.9)] == [0, 1, 2, 3, 4]
    assert [pips(grade) for grade in (0.0, 0.3, 0.5, 0.7, 0.9)] == [0, 1, 2, 3, 4]


def test_an_alternative_is_chosen_with_the_keyboard_and_learnt(signs, qtbot):
    write(qtbot, signs, "my mom")
    signs.glosses.selected.emit(1)
    trigger(signs, "gloss_choices")
    menu = signs.choosing.menu
    assert rows(menu)[:3] == ["MOTHER", "MAMA", "M-O-M"]
    qtbot.waitUntil(menu.isVisible)
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert names(signs) == ["MY", "MAMA"]
    assert signs.learning.glossary.entries[0].glosses == ("MAMA",)
    trigger(signs, "gloss_choices")
    assert rows(signs.choosing.menu)[:2] == ["MAMA", "MOTHER"]
    signs.choosing.menu.close()


def test_a_chosen_gloss_stays_when_the_sentence_is_signed_in_another_way(signs, qtbot):
    write(qtbot, signs, "What is my mom?")
    signs.glosses.renamed.emit(1, "MAMA")
    assert names(signs) == ["MY", "MAMA", "WHAT"]
    trigger(signs, "sentence_choices")
    choose(signs.choosing.menu, "WHAT MY MAMA WHAT")
    signs.choosing.menu.close()
    assert names(signs) == ["WHAT", "MY", "MAMA", "WHAT"]
    assert signs.glosses._model.chips[2].sure == "sure"


def test_the_menu_key_opens_the_menu_of_the_selected_gloss(signs, qtbot):
    write(qtbot, signs, "my mom")
    signs.glosses.selected.emit(1)
    asked = []
    signs.glosses.choices_wanted.connect(asked.append)
    signs.glosses.choices_wanted.disconnect(signs.choosing.offer_glosses)
    view = signs.glosses.findChild(QListView)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    QApplication.sendEvent(view.viewport(), event)
    assert asked == [1]


def test_a_sentence_is_signed_in_another_way_and_other_sentences_stay(signs, qtbot):
    write(qtbot, signs, "Mom. What is your name?")
    before = names(signs)
    assert before == ["MOTHER", "POSS-2", "NAME", "WHAT"]
    signs.glosses.selected.emit(2)
    trigger(signs, "sentence_choices")
    menu = signs.choosing.menu
    assert rows(menu)[0] == "POSS-2 NAME WHAT"
    choose(menu, "WHAT POSS-2 NAME WHAT")
    menu.close()
    assert names(signs) == ["MOTHER", "WHAT", "POSS-2", "NAME", "WHAT"]
    assert signs.document.project.glosses.glosses[0].pause > 0
    trigger(signs, "undo")
    assert names(signs) == before


def test_a_project_from_a_file_offers_the_same_ways(signs: MainWindow, qtbot, tmp_path):
    write(qtbot, signs, "I like coffee")
    signs.document.mark_saved(tmp_path / "x.signwright")
    assert signs.files.save()
    assert signs.files.load(tmp_path / "x.signwright")
    settle(qtbot, signs)
    assert signs.document.project.glosses.readings == ()
    trigger(signs, "sentence_choices")
    assert rows(signs.choosing.menu) == ["IX-1 LIKE COFFEE", "COFFEE IX-1 LIKE"]
    signs.choosing.menu.close()


def test_a_language_without_signs_says_where_to_get_them(window, qtbot):
    window.editor.draft.set_languages("zh", "csl")
    window.text.editor.setFocus()
    write(qtbot, window, "我去学校")
    assert "choose a dictionary of CSL" in window.docks.glosses._about.text()
