"""The compose panel: pictures and text change the same description, and the window shows it."""

import pytest
from PySide6.QtCore import QPoint, Qt

from pipeline.compose.direction import direction
from pipeline.compose.manner import OtherHand, Path
from pipeline.compose.places import Place, Side
from pipeline.compose.shapes import Shape, Thumb
from pipeline.compose.text_form import read_description
from studio.panels.compose.panel import ComposePanel

Left = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(qtbot):
    made = ComposePanel()
    qtbot.addWidget(made)
    made.resize(380, 800)
    made.show()
    made.moments.setCurrentIndex(0)
    return made


def click_item(qtbot, view, value):
    item = view.item_of(value)
    view.scrollToItem(item)
    qtbot.mouseClick(view.viewport(), Left, pos=view.visualItemRect(item).center())


def pick(menu, value):
    index = menu.values.index(value)
    menu.setCurrentIndex(index)
    menu.activated.emit(index)


def written(panel):
    return read_description(panel.text.toPlainText())


def test_a_click_on_a_hand_changes_shape_and_text(panel, qtbot):
    with qtbot.waitSignal(panel.changed):
        click_item(qtbot, panel.shapes.grid, Shape.V)
    assert panel.description.start.shape.name is Shape.V
    assert written(panel) == panel.description
    pick(panel.shapes.thumb, Thumb.OUT)
    assert "V thumb-out" in panel.text.toPlainText()


def test_a_click_on_the_body_puts_the_hand_there(panel, qtbot):
    panel.tabs.setCurrentWidget(panel.pages["Place"])
    map_ = panel.pages["Place"].map
    spot = next(at for at, place, side, _ in map_.spots() if (place, side) == (Place.CHEEK, Side.LEFT))
    qtbot.mouseClick(map_, Left, pos=QPoint(round(spot.x()), round(spot.y())))
    location = panel.description.start.location
    assert (location.place, location.side) == (Place.CHEEK, Side.LEFT)
    assert written(panel) == panel.description


def test_the_dial_turns_the_palm(panel, qtbot):
    panel.tabs.setCurrentWidget(panel.pages["Palm"])
    palm = panel.pages["Palm"].palm
    palm.depths[0].click()
    qtbot.mouseClick(palm.ring, Left, pos=palm.ring.point((1, 0)).toPoint())
    assert panel.description.start.palm == direction("left")
    palm.depths[1].click()
    assert panel.description.start.palm == direction("out-left")


def test_paths_belong_to_movements(panel, qtbot):
    panel.moments.setCurrentIndex(1)
    panel.tabs.setCurrentWidget(panel.pages["Movement"])
    click_item(qtbot, panel.pages["Movement"].paths, Path.CIRCLE)
    assert panel.description.movements[0].path is Path.CIRCLE
    panel.add.click()
    assert len(panel.description.movements) == 2
    panel.remove.click()
    assert len(panel.description.movements) == 1


def test_another_hand_comes_and_goes(panel):
    hands = panel.pages["Hands"]
    pick(hands.hands, OtherHand.BASE)
    assert panel.description.other.shape == panel.description.start.shape
    pick(hands.hands, OtherHand.ABSENT)
    assert panel.description.other.shape is None


def test_text_changes_the_pictures(panel, qtbot):
    with qtbot.waitSignal(panel.changed, timeout=2000):
        panel.text.setPlainText("start: {shape: Y, palm: in, at: chin}\nface: {brows: up}")
    assert panel.shapes.grid.currentItem().text() == "Y"
    assert panel.pages["Face"].channels["brows"].currentText() == "up"


def test_a_mistake_in_the_text_is_told_and_changes_nothing(panel, qtbot):
    before = panel.description
    panel.text.setPlainText("start: {shape: Q9}")
    qtbot.waitUntil(lambda: "'Q9' is no handshape" in panel.problem.text(), timeout=2000)
    assert panel.description == before
    assert panel.text.toPlainText() == "start: {shape: Q9}"


def test_every_step_can_be_undone_and_redone(panel, qtbot):
    first = panel.description
    click_item(qtbot, panel.shapes.grid, Shape.S)
    second = panel.description
    panel.undo.click()
    assert panel.description == first and written(panel) == first
    panel.redo.click()
    assert panel.description == second


def test_the_window_shows_the_described_sign_and_then_the_project_again(window, qtbot, screen):
    with qtbot.waitSignal(window.composing.composed, timeout=20_000) as shown:
        window.actions_by_name["compose"].trigger()
    seconds = shown.args[0].motion.seconds
    assert window.playback.duration == pytest.approx(seconds)
    with qtbot.waitSignal(window.composing.composed, timeout=20_000) as changed:
        window.compose.pages["Movement"].times.picked.emit("3")
    assert changed.args[0].motion.seconds > seconds
    window.actions_by_name["compose"].trigger()
    assert not window.composing.is_open


def test_a_saved_sign_is_found_in_the_users_dictionary(window, qtbot, screen, home):
    with qtbot.waitSignal(window.composing.composed, timeout=20_000):
        window.actions_by_name["compose"].trigger()
    window.compose.gloss.setText("ZEBRA-TEST")
    window.compose.save.click()
    [sign] = window.editor.library.find("zebra-test", window.document.project.sign_language)
    assert sign.composed and read_description(sign.description) == window.compose.description
    assert window.document.project.dictionary == str(home / "my-signs.sqlite")
    window.compose.form.find.click()
    found = window.compose.form.list
    assert "ZEBRA-TEST" in [found.item(index).text() for index in range(found.count())]
    window.compose.form.pairs.click()
    assert "ZEBRA-TEST" not in [found.item(index).text() for index in range(found.count())]


def test_another_sign_is_the_beginning_of_a_new_one(window, qtbot, screen):
    with qtbot.waitSignal(window.composing.composed, timeout=20_000):
        window.actions_by_name["compose"].trigger()
    window.compose.model.setText("mother")
    qtbot.keyClick(window.compose.model, Qt.Key.Key_Return)
    assert window.compose.gloss.text() == "MOTHER"
    assert window.compose.description.start.location.place is Place.CHIN
    window.compose.undo.click()
    assert window.compose.description.start.location.place is Place.NEUTRAL
