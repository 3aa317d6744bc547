"""Signs and markers under a real mouse: what a drag asks for, and that a document behind it obeys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from pipeline.compose.face import Channel
from pipeline.timeline import timing
from pipeline.timeline.markers import Marker
from pipeline.timeline.timeline import spans
from studio.document import Document
from studio.timeline.layout import Hit, Part, hit, lanes
from studio.timeline.view import TimelineView
from tests.studio import pointer
from tests.studio.sentences import rain


@pytest.fixture
def document(qapp):
    return Document(rain())


@pytest.fixture
def view(qtbot, document):
    made = TimelineView()
    qtbot.addWidget(made)
    made.resize(1000, 320)
    made.show_project(document.project)
    document.changed.connect(made.show_project)

    def retime(title, timeline, gesture):
        document.edit(title, replace(document.project, timeline=timeline), gesture)

    made.retimed.connect(retime)
    made.clip_selected.connect(made.select)
    made.clips_selected.connect(made.select)
    made.show()
    qtbot.waitExposed(made)
    return made


def place(view, seconds, lane="signs"):
    row = lanes(view.height())[lane]
    return view.scale.x(seconds), row.top + row.height / 2


def drag(view, start, end, lane="signs", modifiers=pointer.NONE, dx=0.0):
    x, y = place(view, start, lane)
    pointer.drag(view, (x + dx, y), (x + dx + (end - start) * view.scale.pixels, y), modifiers=modifiers)


def marked(document, *markers):
    project = rain()
    document.open(replace(project, timeline=replace(project.timeline, markers=markers)), None)


BROWS = Marker(Channel.BROWS, "up", 1.0, 2.0, ease_in=0.3, ease_out=0.3)


def test_an_edge_is_the_signs_inside_it_and_the_transitions_outside(view):
    x, y = place(view, 1.5)
    inside, outside = (hit(view.strip, view.scale, 320, x + dx, y) for dx in (-4, 3))
    assert inside == Hit(Part.CLIP_END, 0) and outside == Hit(Part.WEDGE_START, 1)


def test_dragging_the_last_edge_of_a_sign_trims_it_and_what_follows_comes_along(view, document):
    drag(view, 1.5, 1.1, dx=-3)
    clip = document.project.timeline.clips[0]
    assert clip.end == pytest.approx(0.6, abs=0.02)
    assert clip.start == 0
    assert spans(document.project.timeline)[1][0] == pytest.approx(1.6, abs=0.02)
    assert document.history.count() == 1 and document.history.undoText() == "Trim Sign"


def test_with_shift_a_trimmed_sign_leaves_everything_later_in_place(view, document):
    drag(view, 1.5, 1.1, dx=-3, modifiers=pointer.SHIFT)
    assert spans(document.project.timeline)[1][0] == pytest.approx(2.0)
    assert document.project.timeline.clips[1].into.seconds == pytest.approx(0.9, abs=0.02)


def test_dragging_the_first_edge_trims_the_beginning_and_stays_under_the_pointer(view, document):
    x, y = place(view, 0.5)
    pointer.press(view, x + 3, y)
    pointer.move(view, x + 43, y, pointer.LEFT)
    assert document.project.timeline.clips[0].start == pytest.approx(40 / view.scale.pixels, abs=0.02)
    assert view.scale.x(0.5) == pytest.approx(x + 40, abs=0.51 * view.scale.pixels / 30)
    pointer.release(view, x + 43, y)


def test_a_sign_cannot_be_longer_than_its_motion(view, document):
    view.sign_seconds = lambda clip: 1.2
    drag(view, 1.5, 3.5, dx=-3)
    assert document.project.timeline.clips[0].end == pytest.approx(1.2)


def test_a_dragged_sign_moves_in_time_alone_or_with_all_that_follow(view, document):
    before = spans(document.project.timeline)
    drag(view, 2.15, 2.35, modifiers=pointer.SHIFT)
    alone = spans(document.project.timeline)
    assert alone[1][0] == pytest.approx(before[1][0] + 0.2, abs=0.02)
    assert alone[4][0] == pytest.approx(before[4][0])
    document.history.undo()
    drag(view, 2.15, 2.35)
    assert spans(document.project.timeline)[4][0] == pytest.approx(before[4][0] + 0.2, abs=0.02)


def test_a_click_on_a_sign_moves_nothing(view, document):
    pointer.click(view, *place(view, 1.0))
    assert document.history.count() == 0


def test_a_transition_dragged_with_shift_moves_only_the_sign_beside_it(view, document):
    x, y = place(view, 4.0)
    pointer.drag(view, (x, y), (x + 0.2 * view.scale.pixels, y), modifiers=pointer.SHIFT)
    made = document.project.timeline
    assert spans(made)[4][0] == pytest.approx(4.2, abs=0.02)
    assert made.seconds == pytest.approx(5.5)
    assert document.history.count() == 1


def test_escape_gives_a_dragged_sign_its_place_back(view, document):
    x, y = place(view, 1.0)
    pointer.press(view, x, y)
    pointer.move(view, x + 40, y, pointer.LEFT)
    assert document.project != rain()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    pointer.release(view, x + 40, y)
    assert document.project == rain() and document.history.count() == 0


def test_control_and_shift_clicks_select_several(view):
    pointer.click(view, *place(view, 1.0))
    pointer.click(view, *place(view, 4.5), modifiers=pointer.CONTROL)
    assert (view._picture.selected, view._picture.also) == (0, {2})
    pointer.click(view, *place(view, 4.5), modifiers=pointer.CONTROL)
    assert view._picture.also == frozenset()
    pointer.click(view, *place(view, 4.5), modifiers=pointer.SHIFT)
    assert view._picture.also == {1, 2}


def test_a_rubber_band_on_empty_ground_selects_what_it_covers(view, document):
    scrubbed = []
    view.scrubbed.connect(scrubbed.append)
    x, y = place(view, 0.2, "glosses")
    pointer.press(view, x, y)
    pointer.move(view, place(view, 1.2)[0], y + 30, pointer.LEFT)
    assert view._chosen == {0}
    before = view.grab().toImage()
    pointer.move(view, *place(view, 2.5), pointer.LEFT)
    assert view._chosen == {0, 1} and view.grab().toImage() != before
    pointer.move(view, *place(view, 0.3), pointer.LEFT)
    assert view._chosen == frozenset()
    pointer.move(view, *place(view, 2.5), pointer.LEFT)
    pointer.release(view, *place(view, 2.5))
    assert view._chosen == {0, 1} and scrubbed == [] and document.history.count() == 0
    drag(view, 3.8, 4.2, "glosses", pointer.CONTROL)
    assert view._chosen == {0, 1, 2}
    pointer.click(view, *place(view, 3.8, "glosses"))
    assert scrubbed == [pytest.approx(3.8, abs=0.02)] and view._chosen == frozenset()


def test_selected_signs_move_together_as_one_step(view, document):
    before = spans(document.project.timeline)
    pointer.click(view, *place(view, 1.0))
    pointer.click(view, *place(view, 4.5), modifiers=pointer.CONTROL)
    drag(view, 4.5, 4.65, modifiers=pointer.SHIFT)
    alone = spans(document.project.timeline)
    moved = [now[0] - was[0] for now, was in zip(alone, before, strict=True)]
    assert moved == pytest.approx([0.15, 0, 0, 0, 0.15], abs=0.02)
    assert view._chosen == {0, 2} and document.history.count() == 1
    assert document.history.undoText() == "Move 2 Signs in Time"
    document.history.undo()
    assert spans(document.project.timeline) == before
    drag(view, 1.0, 1.15)
    rippled = [now[0] - was[0] for now, was in zip(spans(document.project.timeline), before, strict=True)]
    assert rippled == pytest.approx([0.15] * 5, abs=0.02)


def test_signs_that_move_together_keep_their_distances_at_the_limit(view, document):
    project = rain()
    document.open(replace(project, timeline=timing.pace(project.timeline, 1, 0.2)), None)
    before = spans(document.project.timeline)
    pointer.click(view, *place(view, 1.0))
    pointer.click(view, *place(view, 4.5), modifiers=pointer.CONTROL)
    drag(view, 4.5, 6.5, modifiers=pointer.SHIFT)
    after = spans(document.project.timeline)
    assert after[4][0] - after[0][0] == pytest.approx(before[4][0] - before[0][0])
    assert after[0][0] == pytest.approx(before[0][0] + 0.15)


def test_a_click_on_one_of_several_selected_signs_selects_it_alone(view, document):
    pointer.click(view, *place(view, 1.0))
    pointer.click(view, *place(view, 4.5), modifiers=pointer.SHIFT)
    assert view._chosen == {0, 1, 2}
    pointer.click(view, *place(view, 4.5))
    assert view._chosen == {2} and document.history.count() == 0


@pytest.mark.parametrize("lane", ["brows", "eyes", "mouth", "head", "body"])
def test_dragging_in_a_lane_draws_a_marker(view, document, lane):
    drag(view, 1.8, 0.8, lane)
    (marker,) = document.project.timeline.markers
    assert (marker.lane.value, marker.start, marker.end) == (lane, pytest.approx(0.8), pytest.approx(1.8))
    assert document.history.count() == 1
    assert view.marker == 0
    document.history.undo()
    assert document.project.timeline.markers == () and view.marker == -1


def test_a_marker_is_moved_trimmed_and_eased(view, document):
    marked(document, BROWS)
    drag(view, 1.5, 2.5, "brows")
    (moved,) = document.project.timeline.markers
    assert (moved.start, moved.end) == (pytest.approx(2.0), pytest.approx(3.0))
    drag(view, 3.0, 3.5, "brows")
    assert document.project.timeline.markers[0].end == pytest.approx(3.5)
    row = lanes(view.height())["brows"]
    x = view.scale.x(2.3)
    pointer.drag(view, (x, row.top + 3), (x + 0.4 * view.scale.pixels, row.top + 3))
    assert document.project.timeline.markers[0].ease_in == pytest.approx(0.7, abs=0.03)
    assert document.history.count() == 3


def test_control_and_drag_copies_a_marker(view, document):
    marked(document, BROWS)
    drag(view, 1.5, 3.5, "brows", modifiers=pointer.CONTROL)
    first, second = document.project.timeline.markers
    assert first == BROWS
    assert (second.start, second.action) == (pytest.approx(3.0), "up")


def test_delete_removes_the_marker_that_is_held(view, document):
    marked(document, BROWS)
    pointer.click(view, *place(view, 1.5, "brows"))
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert document.project.timeline.markers == ()


def test_a_double_click_and_a_right_click_offer_other_actions(view, document, qtbot):
    marked(document, BROWS)
    with qtbot.waitSignal(view.actions_wanted) as caught:
        pointer.double_click(view, *place(view, 1.5, "brows"))
    assert caught.args[0] == 0


def test_pointing_at_a_word_a_gloss_or_a_sign_says_which(view):
    pointed = []
    view.pointed.connect(pointed.append)
    for lane, seconds in (("text", 1.0), ("glosses", 2.5), ("signs", 4.5), ("speed", 1.0)):
        pointer.move(view, *place(view, seconds, lane))
    assert pointed == [0, 1, 2, -1]


def test_what_is_lit_shows_without_painting_the_still_layer_anew(view):
    before = view.grab().toImage()
    still = view._still._picture
    view.light(1)
    assert view.grab().toImage() != before
    assert view._still._picture is still
    view.light(-1)
    assert view.grab().toImage() == before


def test_a_doubtful_transition_is_marked_and_its_tip_says_why(view):
    import numpy as np

    before = view.grab().toImage()
    view.set_speeds(np.zeros((165, 2)), 30.0, np.zeros(165), {1: "Hurried: slow down."})
    after = view.grab().toImage()
    x, row = round(view.scale.x(1.75)), lanes(320)["speed"]
    assert before.pixelColor(x, int(row.bottom) - 2) != after.pixelColor(x, int(row.bottom) - 2)
