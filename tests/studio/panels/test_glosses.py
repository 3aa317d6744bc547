"""The gloss strip: selecting, editing in place, dragging, inserting, deleting."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListView

from studio.panels.chips import Chip, ChipDelegate
from studio.panels.glosses import GlossPanel
from tests.studio import pointer

CHIPS = (
    Chip("TOMORROW", "dictionary", 0.9),
    Chip("RAIN", "3 variants", 0.6),
    Chip("BRISTOL", "spelled · 7", 0.8),
    Chip("БОРИС", "missing", 0.0, "no sign"),
)


@pytest.fixture
def panel(qtbot):
    made = GlossPanel()
    qtbot.addWidget(made)
    made.resize(700, 80)
    made.show_chips(CHIPS, -1)
    made.show()
    qtbot.waitExposed(made)
    return made


def strip(panel):
    return panel.findChild(QListView)


def center(panel, position):
    view = strip(panel)
    point = view.visualRect(view.model().index(position, 0)).center()
    return point.x(), point.y()


def editor(panel):
    return strip(panel).viewport().findChild(QLineEdit)


def test_a_click_selects(panel, qtbot):
    with qtbot.waitSignal(panel.selected) as selected:
        pointer.click(strip(panel).viewport(), *center(panel, 1))
    assert selected.args == [1]
    assert panel.current == 1


def test_arrow_keys_select_the_neighbour(panel, qtbot):
    panel.select(1)
    told = []
    panel.selected.connect(told.append)
    qtbot.keyClick(strip(panel), Qt.Key.Key_Right)
    qtbot.keyClick(strip(panel), Qt.Key.Key_Left)
    assert told == [2, 1]


def test_selecting_from_outside_tells_nothing(panel):
    told = []
    panel.selected.connect(told.append)
    panel.select(2)
    panel.show_chips(CHIPS[:3], 0)
    assert told == []
    assert panel.current == 0


def test_a_double_click_edits_in_place(panel, qtbot, qtlog):
    pointer.double_click(strip(panel).viewport(), *center(panel, 1))
    field = editor(panel)
    assert field.text() == "RAIN"
    qtbot.keyClicks(field, "SNOW")
    with qtbot.waitSignal(panel.renamed) as renamed:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert renamed.args == [1, "SNOW"]
    assert [record.message for record in qtlog.records if "edit" in record.message] == []


def test_escape_and_an_empty_name_change_nothing(panel, qtbot):
    told = []
    panel.renamed.connect(lambda *what: told.append(what))
    panel.select(1)
    panel.edit()
    qtbot.keyClicks(editor(panel), "X")
    qtbot.keyClick(editor(panel), Qt.Key.Key_Escape)
    panel.edit()
    editor(panel).clear()
    qtbot.keyClick(editor(panel), Qt.Key.Key_Return)
    assert told == []


def test_inserting_types_a_name_after_the_selected_one(panel, qtbot):
    panel.select(1)
    panel.insert()
    qtbot.keyClicks(editor(panel), "SOON")
    with qtbot.waitSignal(panel.inserted) as inserted:
        qtbot.keyClick(editor(panel), Qt.Key.Key_Return)
    assert inserted.args == [2, "SOON"]


def test_an_insert_given_up_leaves_nothing(panel, qtbot):
    told = []
    panel.inserted.connect(lambda *what: told.append(what))
    panel.select(0)
    panel.insert()
    qtbot.keyClick(editor(panel), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: strip(panel).model().rowCount() == len(CHIPS))
    assert told == []


@pytest.mark.parametrize(("start", "end", "moved"), [(0, 2, (0, 2)), (2, 0, (2, 0)), (3, 1, (3, 1))])
def test_a_drag_moves_a_gloss(panel, qtbot, start, end, moved):
    x, y = center(panel, start)
    goal, _ = center(panel, end)
    aim = goal + (25 if end > start else -25)
    with qtbot.waitSignal(panel.moved) as told:
        pointer.drag(strip(panel).viewport(), (x, y), (aim, y))
    assert tuple(told.args) == moved


def test_a_drag_back_to_its_place_moves_nothing(panel):
    told = []
    panel.moved.connect(lambda *what: told.append(what))
    x, y = center(panel, 1)
    pointer.drag(strip(panel).viewport(), (x, y), (x + 15, y))
    assert told == []


def test_delete_asks_to_delete_the_selected_one(panel, qtbot):
    panel.select(2)
    with qtbot.waitSignal(panel.deleted) as deleted:
        qtbot.keyClick(strip(panel), Qt.Key.Key_Delete)
    assert deleted.args == [2]


def test_a_missing_gloss_looks_different(panel):
    picture = panel.grab().toImage()
    view = strip(panel)
    box = view.visualRect(view.model().index(3, 0))
    top = view.viewport().mapTo(panel, box.topLeft())
    reds = sum(
        picture.pixelColor(top.x() + dx, top.y() + dy).red() > 180
        and picture.pixelColor(top.x() + dx, top.y() + dy).green() < 130
        for dx in range(box.width())
        for dy in range(box.height())
    )
    assert reds > 50


def test_thousands_of_glosses_are_shown_at_once(panel):
    panel.show_chips([Chip(f"GLOSS-{n}", "dictionary", 0.5) for n in range(3000)], 2999)
    QTest.qWait(10)
    view = strip(panel)
    assert view.viewport().rect().intersects(view.visualRect(view.model().index(2999, 0)))


@pytest.fixture
def asked(monkeypatch):
    """The rows whose size was asked for since, in order."""
    rows, original = [], ChipDelegate.sizeHint

    def size(delegate, option, index):
        rows.append(index.row())
        return original(delegate, option, index)

    monkeypatch.setattr(ChipDelegate, "sizeHint", size)
    return rows


def test_what_is_performed_is_marked_without_laying_out_the_others(asked, panel):
    panel.show_chips([Chip(f"GLOSS-{n}", "dictionary", 0.5) for n in range(300)], -1)
    QTest.qWait(50)
    before = panel.grab().toImage()
    assert 299 in asked
    asked.clear()
    for position in (1, 2):
        panel.show_performed(position)
        panel.show_lit(position)
        QTest.qWait(50)
    assert set(asked) <= {0, 1, 2}
    assert panel.grab().toImage() != before
    panel.show_performed(-1)
    panel.show_lit(-1)
    QTest.qWait(50)
    assert panel.grab().toImage() == before
