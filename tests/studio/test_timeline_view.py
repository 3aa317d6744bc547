"""The timeline widget under a real mouse."""

from dataclasses import replace
from time import process_time

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSlider, QToolButton, QToolTip

from pipeline.timeline.timing import pace
from studio.timeline.layout import HEAD, lanes
from studio.timeline.tools import TimelineTools
from studio.timeline.view import TimelineView
from tests.studio import pointer
from tests.studio.sentences import many, rain

WIDTH, HEIGHT = 1000, 260


@pytest.fixture
def view(qtbot):
    made = TimelineView()
    qtbot.addWidget(made)
    made.resize(WIDTH, HEIGHT)
    made.show_project(rain())
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def edited(view):
    """The view with a document behind it that does what it asks for; yields the list of wishes."""
    wishes = []

    def change(index, seconds, gesture):
        wishes.append((index, seconds, gesture))
        project = rain()
        view.show_project(replace(project, timeline=pace(project.timeline, index, seconds)))

    view.transition_dragged.connect(change)
    return wishes


def place(view, seconds, lane="signs"):
    row = lanes(view.height())[lane]
    return view.scale.x(seconds), row.top + row.height / 2


def picture(view) -> np.ndarray:
    image = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    flat = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return flat[:, : 4 * image.width()].reshape(image.height(), image.width(), 4)[..., 2::-1].astype(int)


def test_at_first_everything_is_in_sight(view):
    assert view.scale.first < 0
    assert view.scale.last > view.strip.seconds


def test_clicking_a_sign_selects_its_gloss(view, qtbot):
    with qtbot.waitSignal(view.clip_selected) as caught:
        pointer.click(view, *place(view, 2.9))
    assert caught.args == [1]


def test_clicking_a_word_selects_its_gloss(view, qtbot):
    with qtbot.waitSignal(view.clip_selected) as caught:
        pointer.click(view, *place(view, 4.5, "text"))
    assert caught.args == [2]


def test_dragging_in_the_ruler_scrubs_through_every_frame_under_the_pointer(view):
    moments = []
    view.scrubbed.connect(moments.append)
    pointer.drag(view, (view.scale.x(1.7), 12), (view.scale.x(3.2), 12))
    assert moments[0] == pytest.approx(1.7)
    assert moments[-1] == pytest.approx(3.2)
    assert np.allclose(np.array(moments) * 30, np.round(np.array(moments) * 30))


def test_scrubbing_past_the_end_stops_at_the_last_moment(view):
    moments = []
    view.scrubbed.connect(moments.append)
    pointer.drag(view, (view.scale.x(5.0), 12), (view.width() + 300, 12))
    assert moments[-1] == pytest.approx(5.5)


def test_dragging_the_last_edge_of_a_transition_makes_it_longer_by_whole_frames(view, edited):
    x, y = place(view, 2.0)
    pointer.drag(view, (x, y), (x + 0.3 * view.scale.pixels, y))
    assert [index for index, _, _ in edited] == [1] * len(edited)
    assert edited[-1][1] == pytest.approx(0.8, abs=0.02)
    assert edited[-1][1] * 30 == pytest.approx(round(edited[-1][1] * 30))
    assert view.strip.wedges[1].seconds == pytest.approx(edited[-1][1])


def test_one_drag_is_one_gesture_and_the_next_is_another(view, edited):
    x, y = place(view, 2.0)
    pointer.drag(view, (x, y), (x + 60, y))
    first = {gesture for _, _, gesture in edited}
    edited.clear()
    x, y = place(view, view.strip.wedges[1].end)
    pointer.drag(view, (x, y), (x + 60, y))
    assert len(first) == 1
    assert first.isdisjoint({gesture for _, _, gesture in edited})


def test_the_edge_that_is_held_stays_under_the_pointer(view, edited):
    x, y = place(view, 1.5)
    pointer.press(view, x, y)
    for step in range(1, 8):
        pointer.move(view, x - 8 * step, y, pointer.LEFT)
        wedge = view.strip.wedges[1]
        assert view.scale.x(wedge.start) == pytest.approx(x - 8 * step, abs=0.51 * view.scale.pixels / 30)
    pointer.release(view, x - 56, y)
    assert view.strip.wedges[1].seconds > 0.6


def test_a_click_on_a_transition_changes_nothing(view, edited):
    pointer.click(view, *place(view, 1.75))
    assert edited == []
    assert view.transition == 1


def test_a_hand_that_trembles_changes_nothing(view, edited):
    view.show_project(replace(rain(), timeline=pace(rain().timeline, 1, 0.41)))
    x, y = place(view, view.strip.wedges[1].end)
    pointer.drag(view, (x, y), (x + 1, y))
    assert edited == []


def test_a_double_click_on_a_transition_asks_for_the_proposal(view, edited, qtbot):
    with qtbot.waitSignal(view.transition_reset) as caught:
        pointer.double_click(view, *place(view, 1.75))
    assert caught.args == [1]
    assert edited == []


def test_escape_gives_a_dragged_transition_its_length_back(view, edited):
    x, y = place(view, 2.0)
    pointer.press(view, x, y)
    pointer.move(view, x + 70, y, pointer.LEFT)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    pointer.move(view, x + 90, y, pointer.LEFT)
    pointer.release(view, x + 90, y)
    assert edited[-1][1] == pytest.approx(0.5)
    assert len({gesture for _, _, gesture in edited}) == 1


def test_a_project_that_shrinks_during_a_drag_ends_the_drag(view):
    x, y = place(view, 5.25)
    pointer.press(view, x, y)
    small = rain()
    view.show_project(replace(small, timeline=replace(small.timeline, clips=small.timeline.clips[:1])))
    pointer.move(view, x + 40, y, pointer.LEFT)
    pointer.release(view, x + 40, y)
    assert len(view.strip.wedges) == 2


def test_the_cursor_tells_what_a_drag_would_do(view):
    shapes = {}
    for name, seconds in (("edge", 2.0), ("wedge", 1.75), ("sign", 1.0), ("nothing", 5.6)):
        pointer.move(view, *place(view, seconds))
        shapes[name] = view.cursor().shape()
    assert shapes == {
        "edge": Qt.CursorShape.SplitHCursor,
        "wedge": Qt.CursorShape.SizeHorCursor,
        "sign": Qt.CursorShape.PointingHandCursor,
        "nothing": Qt.CursorShape.ArrowCursor,
    }


def test_the_wheel_scrolls_and_with_control_zooms_about_the_pointer(view):
    view.zoom(4.0, 600.0)
    first, pixels, moment = view.scale.first, view.scale.pixels, view.scale.seconds(500)
    pointer.wheel(view, 500, 90, 120, pointer.CONTROL)
    assert view.scale.pixels > pixels
    assert view.scale.seconds(500) == pytest.approx(moment)
    first, pixels = view.scale.first, view.scale.pixels
    pointer.wheel(view, 500, 90, -120)
    assert view.scale.first > first
    assert view.scale.pixels == pixels


def test_f_fits_everything_again(view):
    view.zoom(8.0)
    QTest.keyClick(view, Qt.Key.Key_F)
    assert view.scale.first < 0
    assert view.scale.last > view.strip.seconds


def test_zoom_stays_while_the_text_changes_once_it_was_chosen(view):
    view.zoom(3.0, 400.0)
    before = view.scale
    view.show_project(many(20))
    assert view.scale == before


def test_a_middle_drag_moves_the_strip_with_the_pointer(view):
    view.zoom(4.0, 400.0)
    moment = view.scale.seconds(600)
    pointer.drag(view, (600, 90), (520, 90), pointer.MIDDLE)
    assert view.scale.seconds(520) == pytest.approx(moment)


def test_the_last_frame_of_a_short_sentence_turns_no_page(view):
    """A performance lasts up to a frame longer than the strip, which is many pixels of a short one."""
    view.show_project(many(3))
    view.set_playing(True)
    view.show_time(view.strip.seconds)
    before = view.scale
    view.show_time(view.strip.seconds + 1 / 30)
    assert view.scale == before and view.scale.first < 0


def test_playing_turns_the_page_and_standing_still_does_not(view):
    view.zoom(6.0, view.scale.x(0.0))
    before = view.scale.first
    view.show_time(5.0)
    assert view.scale.first == before
    view.set_playing(True)
    view.show_time(5.1)
    assert view.scale.left < view.scale.x(5.1) < view.scale.right


def test_selecting_a_gloss_brings_it_into_sight(view):
    view.zoom(8.0, view.scale.x(0.0))
    view.select(2)
    block = view.strip.block(2)
    assert view.scale.left <= view.scale.x(block.start) < view.scale.right


def test_a_tip_appears_over_a_transition(view, qtbot):
    x, y = place(view, 1.75)
    local = QPoint(round(x), round(y))
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, local, view.mapToGlobal(local)))
    assert "0.50 s, 15 frames" in QToolTip.text()
    QToolTip.hideText()


def test_a_screen_reader_hears_what_it_is(view):
    assert view.accessibleName() == "Timeline"
    assert view.accessibleDescription() == "5 signs in 5.5 seconds"


def test_the_playhead_is_red_and_leaves_no_trail(view):
    view.show_time(1.0)
    x = round(view.scale.x(1.0))
    shown = picture(view)
    assert tuple(shown[HEIGHT - 4, x]) == (255, 93, 93)
    view.show_time(2.0)
    QApplication.processEvents()
    moved = picture(view)
    view.show_time(1.0)
    assert tuple(moved[HEIGHT - 4, x]) != (255, 93, 93)
    assert np.array_equal(picture(view), shown)


def test_a_tick_repaints_where_the_playhead_was_and_is_and_little_else(qtbot):
    areas = []

    class Noting(TimelineView):
        def paintEvent(self, event):
            areas.append(event.region())
            super().paintEvent(event)

    view = Noting()
    qtbot.addWidget(view)
    view.resize(WIDTH, HEIGHT)
    view.show_project(rain())
    view.show_time(1.0)
    view.show()
    qtbot.waitExposed(view)
    QApplication.processEvents()
    areas.clear()
    view.show_time(2.0)
    QApplication.processEvents()
    (area,) = areas
    assert all(area.contains(QPoint(round(view.scale.x(moment)), 100)) for moment in (1.0, 2.0))
    assert not area.contains(QPoint(round(view.scale.x(1.5)), 100))


@pytest.mark.parametrize(
    "change",
    [
        lambda view: view.set_speeds(np.ones((165, 2))),
        lambda view: view.select(0),
        lambda view: view.zoom(1.5),
        lambda view: view.show_project(many(3)),
        lambda view: pointer.click(view, *place(view, 1.75)),
        lambda view: pointer.move(view, *place(view, 1.75)),
        lambda view: view.resize(WIDTH, HEIGHT + 40),
    ],
    ids=["speeds", "selection", "zoom", "project", "held", "hover", "size"],
)
def test_every_change_reaches_the_still_layer(view, change):
    before = picture(view)
    change(view)
    after = picture(view)
    assert before.shape != after.shape or not np.array_equal(before, after)


def test_a_changed_transition_shows_where_its_proposal_ends(view):
    project = rain()
    view.show_project(replace(project, timeline=pace(project.timeline, 4, 1.2)))
    column = round(view.scale.x(view.strip.wedges[4].start + 0.5))
    row = lanes(HEIGHT)["signs"]
    tick = picture(view)[int(row.top) + 1, column]
    assert tuple(tick) == (227, 173, 91)


def test_a_tick_of_the_playhead_is_far_cheaper_than_painting_everything(view):
    view.show_project(many(500))
    view.set_speeds(np.random.default_rng(0).random((14_000, 2)))

    def seconds_of(action, repeats):
        started = process_time()
        for step in range(repeats):
            action(step)
            view.repaint()
        return (process_time() - started) / repeats

    ticking = seconds_of(lambda step: view.show_time(1 + step / 60), 60)
    panning = seconds_of(lambda step: view.zoom(1.01 if step % 2 else 1 / 1.01), 6)
    assert ticking < panning / 3


def test_the_names_of_the_lanes_do_not_scroll(view):
    before = picture(view)[:, : HEAD - 1]
    view.zoom(5.0)
    assert np.array_equal(picture(view)[:, : HEAD - 1], before)


def test_the_slider_and_the_wheel_agree_on_the_zoom(view, qtbot):
    tools = TimelineTools(view)
    qtbot.addWidget(tools)
    slider = tools.findChild(QSlider)
    view.fit()
    shown = slider.value()
    pixels = view.scale.pixels
    slider.setValue(shown + 20)
    assert view.scale.pixels > 2 * pixels
    pointer.wheel(view, 500, 90, -120, pointer.CONTROL)
    assert shown < slider.value() < shown + 20


def test_without_snapping_a_drag_is_as_fine_as_the_pointer(view, edited, qtbot):
    tools = TimelineTools(view)
    qtbot.addWidget(tools)
    tools.findChild(QToolButton).click()
    x, y = place(view, 2.0)
    pointer.drag(view, (x, y), (x + 31, y))
    assert edited[-1][1] == pytest.approx(0.5 + 31 / view.scale.pixels, abs=1e-3)
