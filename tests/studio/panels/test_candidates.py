"""The candidates panel: offering, choosing, letters, searching."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtTest import QTest

from pipeline.signs.decision import Decision
from pipeline.signs.sign import Sign, SignId, Status
from studio.library import Pages
from studio.panels.candidates import CandidatesPanel, Offer
from studio.panels.loop import LOOP_FPS, THUMBNAIL, Loop, loop_key
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
    picked, chosen = [], []
    panel.picked.connect(picked.append)
    panel.chosen.connect(chosen.append)
    click_row(panel, 0)
    assert picked == chosen == [] and panel.marked.gloss == "SNOW"
    place = panel.list.visualRect(panel.list.model().index(0, 0)).center()
    QTest.mouseDClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [found.gloss for found in picked] == ["SNOW"] and chosen == []
    assert panel.search.text() == ""
    assert panel.list.model().rowCount() == len(SIGNS)


def test_the_down_key_leads_from_the_search_into_what_was_found(panel, qtbot):
    panel.search.setFocus()
    qtbot.keyClicks(panel.search, "sno")
    panel.show_found("sno", [sign(7, "SNOW"), sign(8, "SNOWMAN")])
    qtbot.keyClick(panel.search, Qt.Key.Key_Down)
    assert panel.focusWidget() is panel.list and panel.marked.gloss == "SNOW"
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    assert panel.marked.gloss == "SNOWMAN"


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
    picture = QPixmap(THUMBNAIL)
    picture.fill(QColor("#00ff00"))
    panel.show_picture(loop_key(SIGNS[0]), Loop(picture, 1))
    shown = panel.list.grab().toImage()
    assert any(shown.pixelColor(x, 12).green() > 240 for x in range(20))


def test_thumbnails_move_together_and_wait_for_the_longest(panel, qtbot):
    """A strip of a red and a green picture beside a still one: both change in the same beat."""
    strip = QPixmap(2 * THUMBNAIL.width(), THUMBNAIL.height())
    strip.fill(QColor("#ff0000"))
    painter = QPainter(strip)
    painter.fillRect(THUMBNAIL.width(), 0, THUMBNAIL.width(), THUMBNAIL.height(), QColor("#00ff00"))
    painter.end()
    for sign in SIGNS[:2]:
        panel.show_picture(loop_key(sign), Loop(strip, 2))
    seen = set()

    def both():
        shown = panel.list.grab().toImage()
        rows = [shown.pixelColor(12, 86 * row + 40) for row in range(2)]
        assert rows[0] == rows[1]
        seen.add(rows[0].name())
        return len(seen) == 2

    qtbot.waitUntil(both, timeout=20 * 1000 // LOOP_FPS)
    assert seen == {"#ff0000", "#00ff00"}


@pytest.mark.parametrize(
    ("key", "title", "after"),
    [
        ("a", "Approve", Decision(Status.APPROVED)),
        ("r", "Reject", Decision(Status.REJECTED)),
        ("f", "Flag", Decision(flagged=True)),
        ("b", "Represent with", Decision(representative=True)),
        ("m", "Mirror", Decision(mirrored=True)),
    ],
)
def test_a_single_key_decides_about_the_marked_sign(panel, qtbot, key, title, after):
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    assert panel.marked == SIGNS[1]
    with qtbot.waitSignal(panel.decided) as decided:
        qtbot.keyClicks(panel.list, key)
    assert decided.args[0] == title
    assert decided.args[1](Decision()) == after


def test_a_right_click_marks_a_sign_without_using_it(panel, qtbot):
    chosen = []
    panel.chosen.connect(chosen.append)
    point = panel.list.visualRect(panel.list.model().index(2, 0)).center()
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.RightButton, pos=point)
    assert panel.marked == SIGNS[2] and chosen == []


def test_tags_note_and_trim_are_decisions(panel, qtbot):
    for line, words, change in (
        (panel.curation.tags, "weather, two hands", Decision(tags=("weather", "two hands"))),
        (panel.curation.note, "  too   fast ", Decision(note="too fast")),
    ):
        line.setFocus()
        qtbot.keyClicks(line, words)
        with qtbot.waitSignal(panel.decided) as decided:
            qtbot.keyClick(line, Qt.Key.Key_Return)
        assert decided.args[1](Decision()) == change
    box = panel.curation.end
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, "1.25")
    with qtbot.waitSignal(panel.decided) as decided:
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert decided.args[1](Decision()) == Decision(start=0.5, end=1.25)


def test_a_hundred_thousand_rows_are_fetched_only_where_they_are_seen(panel, qtbot):
    class Fetched:
        def __init__(self):
            self.asked = []

        @property
        def store(self):
            return self

        def signs(self, ids):
            self.asked.append(ids[0])
            return [sign(number) for number in ids]

    library = Fetched()
    panel.search.setText("x")
    panel.show_found("x", Pages(np.arange(100_000), library))
    assert panel.list.model().rowCount() == 100_000
    panel.list.scrollToBottom()
    panel.list.grab()
    assert panel.signs[99_999].id == 99_999
    assert len(library.asked) <= 4
