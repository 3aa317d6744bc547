"""The candidates panel: offering, choosing, letters, searching."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPixmap

from pipeline.signs.sign import Sign, SignId, Status
from studio.panels.candidates import CandidatesPanel, Offer
from tests.studio import pointer


def sign(number, gloss="RAIN", score=0.8):
    return Sign(
        id=SignId(number),
        gloss=gloss,
        language="ase",
        variant=str(number),
        source="corpus",
        licence="MIT",
        signer="anna",
        fps=30.0,
        seconds=2.0,
        onset=0.5,
        offset=1.4,
        created="2026-01-01",
        status=Status.UNDECIDED,
        scores={"fit": score},
        motion="0" * 64,
    )


SIGNS = (sign(1, score=0.93), sign(2, score=0.6), sign(3, score=0.2))


@pytest.fixture
def panel(qtbot):
    made = CandidatesPanel()
    qtbot.addWidget(made)
    made.resize(330, 400)
    made.show_offer(Offer("RAIN", ("RAIN",), 0, SIGNS, SignId(1)))
    made.show()
    qtbot.waitExposed(made)
    return made


def click_row(panel, row):
    point = panel.list.visualRect(panel.list.model().index(row, 0)).center()
    pointer.click(panel.list.viewport(), point.x(), point.y())


def test_a_click_chooses_a_sign(panel, qtbot):
    with qtbot.waitSignal(panel.chosen) as chosen:
        click_row(panel, 1)
    assert chosen.args == [SIGNS[1]]


def test_enter_chooses_the_current_sign(panel, qtbot):
    panel.list.setCurrentIndex(panel.list.model().index(2, 0))
    with qtbot.waitSignal(panel.chosen) as chosen:
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert chosen.args == [SIGNS[2]]


def test_rows_tell_all_that_is_known(panel):
    index = panel.list.model().index(0, 0)
    assert "in use" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    tip = index.data(Qt.ItemDataRole.ToolTipRole)
    for word in ("corpus", "MIT", "anna", "0.90 s", "0.93"):
        assert word in tip


def test_letters_of_a_spelled_word_are_chosen_one_by_one(panel, qtbot):
    panel.show_offer(Offer("ANNA", tuple("ANNA"), 2, SIGNS, SignId(1)))
    assert [panel.letters.tabText(index) for index in range(panel.letters.count())] == list("ANNA")
    assert panel.letters.currentIndex() == 2
    with qtbot.waitSignal(panel.label_chosen) as chosen:
        panel.letters.setCurrentIndex(0)
    assert chosen.args == [0]


def test_of_an_endless_word_the_letters_around_the_chosen_one_are_offered(panel, qtbot):
    letters = tuple(f"L{number}" for number in range(10_000))
    for chosen, first in ((0, 0), (5_000, 4_970), (9_999, 9_940)):
        panel.show_offer(Offer("L", letters, chosen))
        shown = [panel.letters.tabText(index) for index in range(panel.letters.count())]
        assert shown == list(letters[first : first + 60])
        assert panel.letters.tabText(panel.letters.currentIndex()) == letters[chosen]
    with qtbot.waitSignal(panel.label_chosen) as asked:
        panel.letters.setCurrentIndex(1)
    assert asked.args == [9_941]


def test_a_long_word_does_not_widen_the_panel(panel):
    panel.show_offer(Offer("X", tuple("DONAUDAMPFSCHIFFFAHRTSGESELLSCHAFT"), 0, SIGNS, SignId(1)))
    assert panel.minimumSizeHint().width() < 330
    assert panel.letters.isVisible()


def test_searching_replaces_the_offer_until_a_sign_is_picked(panel, qtbot):
    with qtbot.waitSignal(panel.searched) as searched:
        panel.search.setText("sno")
    assert searched.args == ["sno"]
    panel.show_found("sno", [sign(7, "SNOW")])
    with qtbot.waitSignal(panel.picked) as picked:
        click_row(panel, 0)
    assert picked.args[0].gloss == "SNOW"
    assert panel.search.text() == ""
    assert panel.list.model().rowCount() == len(SIGNS)


def test_the_result_of_an_older_search_is_dropped(panel):
    panel.search.setText("snow")
    panel.show_found("sno", SIGNS)
    assert panel.list.model().rowCount() == len(SIGNS)
    panel.show_found("snow", [])
    assert panel.list.model().rowCount() == 0
    assert "“snow”" in panel._note.text()


def test_no_signs_are_explained(panel):
    panel.show_offer(Offer("Б", note="no sign"))
    assert panel._note.text() == "no sign"
    assert panel._note.isVisible()


def test_pictures_are_asked_for_and_shown(panel, qtbot):
    with qtbot.waitSignal(panel.pictures_wanted) as wanted:
        panel.show_offer(Offer("RAIN", ("RAIN",), 0, SIGNS[:2], SignId(1)))
    assert wanted.args == [list(SIGNS[:2])]
    picture = QPixmap(10, 10)
    picture.fill(QColor("#00ff00"))
    panel.show_picture(SIGNS[0].motion, picture)
    shown = panel.list.grab().toImage()
    assert any(shown.pixelColor(x, 12).green() > 240 for x in range(20))
