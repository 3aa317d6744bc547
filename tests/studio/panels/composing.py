"""Driving the compose panel: what a user clicks, picks and reads there."""

from PySide6.QtCore import QPoint, Qt

from pipeline.compose.text_form import read_description

LEFT = Qt.MouseButton.LeftButton


def click_item(qtbot, view, value):
    """Click the picture of a value."""
    item = view.item_of(value)
    view.scrollToItem(item)
    qtbot.mouseClick(view.viewport(), LEFT, pos=view.visualItemRect(item).center())


def click_spot(qtbot, body_map, place, side=None, height=None):
    """Click a place on the body."""
    spot = next(at for at, *named in body_map.spots() if named == [place, side, height])
    qtbot.mouseClick(body_map, LEFT, pos=QPoint(round(spot.x()), round(spot.y())))


def pick(qtbot, menu, value):
    """Choose from a menu with the keyboard."""
    menu.setFocus()
    wanted, step = menu.values.index(value), Qt.Key.Key_Down
    if wanted < menu.currentIndex():
        step = Qt.Key.Key_Up
    while menu.currentIndex() != wanted:
        before = menu.currentIndex()
        qtbot.keyClick(menu, step)
        assert menu.currentIndex() != before


def type_number(qtbot, field, text):
    """Type a number and leave the field."""
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def written(panel):
    """The description that the text says."""
    return read_description(panel.written.editor.toPlainText())


def start(panel, qtbot, text):
    """Type a whole description."""
    with qtbot.waitSignal(panel.changed, timeout=3000):
        panel.written.editor.setPlainText(text)
    assert panel.description == read_description(text)
