"""The compose panel: pictures and text change the same description, with an undo of its own."""

import pytest
from PySide6.QtCore import Qt

from pipeline.compose.manner import OtherHand
from pipeline.compose.shapes import Shape
from pipeline.compose.shown import Hand
from studio.panels.compose.panel import ComposePanel
from tests.studio.panels.composing import click_item, start, written


@pytest.fixture
def panel(qtbot):
    made = ComposePanel()
    qtbot.addWidget(made)
    made.resize(400, 800)
    made.show()
    made.moments.tabs.setCurrentIndex(0)
    return made


def test_a_click_on_a_hand_changes_shape_and_text(panel, qtbot):
    with qtbot.waitSignal(panel.changed):
        click_item(qtbot, panel.pages.page("Shape").grid, Shape.V)
    assert panel.description.start.shape.name is Shape.V
    assert written(panel) == panel.description


def test_text_changes_the_pictures(panel, qtbot):
    start(panel, qtbot, "start: {shape: Y, palm: in, at: chin}\nface: {brows: up}")
    assert panel.pages.page("Shape").grid.currentItem().text() == "Y"
    panel.pages.turn_to("Face")
    assert panel.pages.page("Face").rows["brows"][0].action.currentText() == "up"


def test_a_mistake_in_the_text_is_told_and_changes_nothing(panel, qtbot):
    before = panel.description
    panel.written.editor.setPlainText("start: {shape: Q9}")
    qtbot.waitUntil(lambda: "'Q9' is no handshape" in panel.written.problem.text(), timeout=2000)
    assert panel.description == before
    assert panel.written.editor.toPlainText() == "start: {shape: Q9}"


def test_words_that_mean_the_same_stay_as_they_were_typed(panel, qtbot):
    text = "start: {shape: Y,   palm: in}   # as on the phone\nmove: {straight: up, size: medium}"
    start(panel, qtbot, text)
    assert panel.written.editor.toPlainText() == text


def test_every_step_can_be_undone_and_redone(panel, qtbot):
    first = panel.description
    click_item(qtbot, panel.pages.page("Shape").grid, Shape.S)
    second = panel.description
    panel.undo.click()
    assert panel.description == first and written(panel) == first
    panel.redo.click()
    assert panel.description == second


def test_keys_undo_and_redo_while_a_picker_has_the_focus(panel, qtbot):
    first = panel.description
    click_item(qtbot, panel.pages.page("Shape").grid, Shape.S)
    second = panel.description
    qtbot.keyClick(panel.pages.page("Shape").grid, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert panel.description == first
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(panel.pages.page("Shape").grid, Qt.Key.Key_Z, both)
    assert panel.description == second


def test_movements_come_and_go_after_the_moment_that_is_edited(panel):
    panel.moments.tabs.setCurrentIndex(1)
    panel.moments.add.click()
    assert len(panel.description.movements) == 2 and panel.moment == 2
    panel.moments.remove.click()
    assert len(panel.description.movements) == 1 and panel.moment == 1
    panel.moments.remove.click()
    assert not panel.description.movements and not panel.moments.remove.isEnabled()


def test_only_a_sign_of_two_hands_offers_the_other_hand(panel, qtbot):
    assert not panel.moments.switch.isVisible()
    start(panel, qtbot, "hands: base\nstart: {shape: V}\nother: {shape: B}")
    assert panel.moments.switch.isVisible()
    panel.moments.hands[Hand.OTHER].click()
    assert panel.pages.page("Shape").grid.currentItem().text() == "B"
    click_item(qtbot, panel.pages.page("Shape").grid, Shape.S)
    assert (panel.description.start.shape.name, panel.description.other.shape.name) == (Shape.V, Shape.S)
    panel.pages.turn_to("Hands")
    panel.pages.page("Hands").hands.picked.emit(OtherHand.ABSENT)
    assert panel.hand is Hand.LEADING and not panel.moments.switch.isVisible()


def test_nothing_is_saved_without_a_gloss_or_while_a_sign_is_on_its_way(panel):
    keep = panel.keep
    assert not keep.save.isEnabled()
    keep.gloss.setText("NEW")
    assert keep.save.isEnabled()
    keep.set_busy(True)
    assert not keep.save.isEnabled()
    keep.set_busy(False)
    assert keep.save.isEnabled()
