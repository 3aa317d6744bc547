"""Correcting the pose in the window: joints are clicked, rings and wrists dragged, variants kept."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt

from pipeline.body.kinematics import joint_transforms
from pipeline.compose.shapes import Shape as Handshape
from pipeline.correction.correction import Reach, Shape, Turn
from pipeline.correction.limits import angles, limits
from pipeline.motion import joints, rotations
from pipeline.render.camera import FRONT
from pipeline.timeline import correcting
from pipeline.timeline.bake import bake
from pipeline.timeline.project import from_json, to_json
from pipeline.timeline.timeline import spans
from studio.hand_pictures import HandPictures
from studio.timeline.layout import lanes
from studio.viewport.gizmo import SEGMENTS, ring
from studio.viewport.moment import moment
from tests.studio.driving import hold, picture, settle, trigger, write
from tests.studio.pointer import CONTROL, LEFT, click, drag, move, press, release

WRIST, ELBOW = joints.RIGHT_WRIST, joints.INDEX["right_elbow"]


@pytest.fixture
def signing(window, qtbot, screen, monkeypatch):
    """Two signs, the panel of corrections open, and the playhead in the middle of the second one.

    No handshape is drawn, which would keep the processor busy.
    """
    monkeypatch.setattr(HandPictures, "want", lambda *_: None)
    write(qtbot, window, "good morning")
    trigger(window, "correct")
    begin, end = spans(window.document.project.timeline)[-1]
    window.playback.seek((begin + end) / 2)
    handles = window.correcting.tool
    qtbot.waitUntil(lambda: handles.shown is not None and window.viewport.is_current, timeout=20_000)
    return window


def place(window, joint) -> tuple[float, float]:
    """Where a joint is seen in the viewport."""
    tool = window.correcting.tool
    x, y = tool.sight.pixels(tool.shown.places[joint])
    return float(x), float(y)


def on_ring(window, index, step) -> tuple[float, float]:
    """A point of a ring of the joint that is chosen."""
    tool = window.correcting.tool
    points = ring(tool.shown.places[tool.joint], tool.shown.axes[tool.joint][index], tool.sight)
    x, y = tool.sight.pixels(points)[step % SEGMENTS]
    return float(x), float(y)


def free_step(window, index) -> int:
    """A point of a ring at which it alone is taken hold of."""
    from studio.viewport.gizmo import joint_under, ring_under

    tool = window.correcting.tool
    shown, sight = tool.shown, tool.sight
    for step in range(SEGMENTS):
        pointer = QPointF(*on_ring(window, index, step))
        alone = joint_under(pointer, shown.places, tuple(range(55)), sight) is None
        if alone and ring_under(pointer, shown.places[tool.joint], shown.axes[tool.joint], sight) == index:
            return step
    raise AssertionError("the ring is nowhere free")


def choose(window, joint):
    click(window.viewport, *place(window, joint))
    assert window.correcting.tool.joint == joint


def turn_ring(window, index, steps) -> float:
    """Drag a ring of the chosen joint along itself; returns the angle in radians."""
    first = free_step(window, index)
    ways = [on_ring(window, index, first + step) for step in range(abs(steps) + 1)]
    press(window.viewport, *ways[0])
    for x, y in ways[1:]:
        move(window.viewport, x, y, LEFT)
    release(window.viewport, *ways[-1])
    return abs(steps) * 2 * np.pi / SEGMENTS


def baked(window, timeline=None):
    timeline = timeline or window.document.project.timeline
    return bake(timeline, window.editor.library.store, 30.0)


def corrections(window):
    return window.document.project.timeline.clips[-1].corrections


def test_a_joint_clicked_and_its_ring_dragged_turns_the_motion_and_the_picture(signing, qtbot):
    choose(signing, WRIST)
    assert signing.correcting.panel.reset.text() == "Reset right hand"
    before, seen = baked(signing), picture(signing.viewport)
    angle = turn_ring(signing, 0, 12)
    settle(qtbot, signing)
    [correction] = corrections(signing)
    assert isinstance(correction.act, Turn) and correction.act.joint == WRIST
    after = baked(signing)
    frame = round(signing.playback.time * 30)
    was, now = (rotations.exp(motion.pose[frame, WRIST].astype(np.float64)) for motion in (before, after))
    assert rotations.angle_between(was, now) == pytest.approx(angle, abs=0.02)
    own = rotations.log(rotations.multiply(rotations.conjugate(was), now))
    assert abs(own[0]) == pytest.approx(angle, abs=0.02)  # about the ring's own axis
    assert np.array_equal(before.pose[frame, ELBOW], after.pose[frame, ELBOW])
    qtbot.waitUntil(
        lambda: (np.abs(picture(signing.viewport) - seen).max(axis=2) > 40).sum() > 100, timeout=20_000
    )
    assert signing.correcting.panel.list.item(0).text() == "Right hand turned 60°"


def test_while_a_ring_is_dragged_the_picture_follows_and_the_document_waits(signing, qtbot):
    choose(signing, WRIST)
    timeline, seen = signing.document.project.timeline, picture(signing.viewport)
    first = free_step(signing, 0)
    press(signing.viewport, *on_ring(signing, 0, first))
    for step in range(1, 15):
        move(signing.viewport, *on_ring(signing, 0, first + step), LEFT)
    assert (np.abs(picture(signing.viewport) - seen).max(axis=2) > 40).sum() > 100
    assert signing.document.project.timeline == timeline
    release(signing.viewport, *on_ring(signing, 0, first + 14))


def test_a_drag_is_one_step_that_is_taken_back_and_done_again(signing, qtbot):
    timeline, steps = signing.document.project.timeline, signing.document.history.count()
    choose(signing, WRIST)
    turn_ring(signing, 1, 9)
    assert signing.document.history.count() == steps + 1
    made = signing.document.project.timeline
    trigger(signing, "undo")
    assert signing.document.project.timeline == timeline
    trigger(signing, "redo")
    assert signing.document.project.timeline == made
    assert from_json(to_json(signing.document.project)).timeline.clips[-1].corrections == corrections(signing)


def test_a_wrist_dragged_by_its_square_follows_the_pointer_and_its_hand_keeps_its_turn(signing, qtbot):
    body = signing.correcting._body
    start, before = place(signing, WRIST), baked(signing)
    drag(signing.viewport, start, (start[0] + 26, start[1] - 38), steps=6)
    settle(qtbot, signing)
    [correction] = corrections(signing)
    assert isinstance(correction.act, Reach) and correction.act.side == "right"
    end = (start[0] + 26, start[1] - 38)
    qtbot.waitUntil(lambda: place(signing, WRIST) == pytest.approx(end, abs=1.0), timeout=20_000)
    frame = round(signing.playback.time * 30)
    was, now = (
        joint_transforms(body.rest_joints, m.pose[[frame]], m.translation[[frame]])[0]
        for m in (before, baked(signing))
    )
    # Exact in the frames of the sign; this one lies between two of them, whose joints are mixed one by one.
    assert np.abs(was[WRIST, :, :3] - now[WRIST, :, :3]).max() < 2e-3
    assert np.linalg.norm(was[WRIST, :, 3] - now[WRIST, :, 3]) > 0.03


def test_the_second_drag_of_a_joint_goes_on_with_its_correction(signing, qtbot):
    choose(signing, WRIST)
    turn_ring(signing, 0, 6)
    settle(qtbot, signing)
    qtbot.wait(50)
    turn_ring(signing, 0, 6)
    settle(qtbot, signing)
    [correction] = corrections(signing)
    assert np.linalg.norm(rotations.log(np.array(correction.act.by))) == pytest.approx(np.pi / 3, abs=0.02)


def test_esc_gives_a_drag_up_and_then_the_joint(signing, qtbot):
    timeline = signing.document.project.timeline
    choose(signing, WRIST)
    first = free_step(signing, 0)
    press(signing.viewport, *on_ring(signing, 0, first))
    move(signing.viewport, *on_ring(signing, 0, first + 8), LEFT)
    assert signing.correcting.tool.shown.told.startswith("Right hand  X ")
    signing.viewport.setFocus()
    qtbot.keyClick(signing.viewport, Qt.Key.Key_Escape)
    release(signing.viewport, *on_ring(signing, 0, first + 8))
    assert signing.document.project.timeline == timeline
    assert signing.correcting.tool.joint == WRIST
    qtbot.keyClick(signing.viewport, Qt.Key.Key_Escape)
    assert signing.correcting.tool.joint == -1


def test_beside_the_handles_the_mouse_moves_the_camera(signing):
    camera = signing.viewport.camera
    drag(signing.viewport, (8, 8), (60, 30))
    assert signing.viewport.camera != camera
    assert not corrections(signing)


def test_a_press_on_a_handle_pauses_and_while_playing_there_are_none(signing, qtbot):
    spot = place(signing, WRIST)
    signing.playback.set_loop(True)
    signing.playback.play()
    qtbot.waitUntil(lambda: signing.correcting.tool.shown is None, timeout=20_000)
    click(signing.viewport, *spot)
    assert signing.playback.is_playing and not corrections(signing)
    signing.playback.pause()
    begin, end = spans(signing.document.project.timeline)[-1]
    signing.playback.seek((begin + end) / 2)
    qtbot.waitUntil(lambda: signing.correcting.tool.shown is not None, timeout=20_000)


def test_on_a_way_between_signs_there_are_no_handles(signing, qtbot):
    begin, _ = spans(signing.document.project.timeline)[-1]
    signing.playback.seek(begin - 0.05)
    qtbot.waitUntil(lambda: signing.correcting.tool.shown is None, timeout=20_000)


def test_a_moving_pointer_is_answered_within_a_frame(signing, qtbot):
    from time import thread_time

    choose(signing, WRIST)
    first = free_step(signing, 0)
    press(signing.viewport, *on_ring(signing, 0, first))
    move(signing.viewport, *on_ring(signing, 0, first + 1), LEFT)
    taken = []
    for step in range(2, 30):
        spot = on_ring(signing, 0, first + step % 9)
        started = thread_time()
        move(signing.viewport, *spot, LEFT)
        taken.append(thread_time() - started)
    release(signing.viewport, *spot)
    assert np.median(taken) < 0.016


def test_the_bar_on_the_timeline_is_dragged_trimmed_and_deleted(signing, qtbot):
    choose(signing, WRIST)
    turn_ring(signing, 0, 6)
    settle(qtbot, signing)
    was, view = corrections(signing)[0], signing.timeline
    [bar] = view.strip.bars
    lane = lanes(view.height())["pose"]
    y = lane.top + lane.height / 2
    left, right = view.scale.x(bar.start), view.scale.x(bar.end)
    drag(view, (right - 1, y), (right - 31, y))
    now = corrections(signing)[0]
    assert now.start == was.start and now.end < was.end - 0.05
    assert now.end == pytest.approx(
        was.end - 30 / view.scale.pixels * signing.document.project.timeline.clips[-1].speed, abs=0.06
    )
    bar = view.strip.bars[0]
    middle = view.scale.x((bar.start + bar.end) / 2)
    drag(view, (middle, y), (middle + 20, y))
    moved = corrections(signing)[0]
    assert moved.seconds == pytest.approx(now.seconds) and moved.start > now.start
    click(view, middle + 20, y)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert corrections(signing) == ()
    assert left < right


def test_numbers_of_the_panel_change_the_correction_and_switches_leave_it_out(signing, qtbot):
    choose(signing, WRIST)
    turn_ring(signing, 0, 6)
    panel = signing.correcting.panel
    panel.page.amounts[0].setValue(0.0)
    panel.page.amounts[1].setValue(25.0)
    panel.page.amounts[2].setValue(0.0)
    panel.page.ease_in.setValue(0.3)
    [correction] = corrections(signing)
    assert np.degrees(rotations.log(np.array(correction.act.by))) == pytest.approx([0, 25, 0], abs=0.01)
    assert correction.ease_in == pytest.approx(0.3)
    panel.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert not corrections(signing)[0].enabled
    timeline = signing.document.project.timeline
    plain = correcting.removed(timeline, len(timeline.clips) - 1, 0)
    assert np.array_equal(baked(signing).pose, baked(signing, plain).pose)
    panel.list.item(0).setCheckState(Qt.CheckState.Checked)
    panel.reset.click()
    assert corrections(signing) == ()


def test_a_handshape_is_applied_to_both_hands_of_the_selected_sign(signing, qtbot):
    panel = signing.correcting.panel
    panel.hand.setCurrentIndex(panel.hand.findData("both"))
    row = panel.shapes.values.index(Handshape.FIST) if hasattr(Handshape, "FIST") else 3
    shape = panel.shapes.values[row]
    panel.shapes.itemClicked.emit(panel.shapes.item(row))
    qtbot.waitUntil(lambda: len(corrections(signing)) == 2, timeout=20_000)
    acts = [correction.act for correction in corrections(signing)]
    assert {act.side for act in acts} == {"left", "right"} and all(isinstance(act, Shape) for act in acts)
    assert all(act.name == str(shape) for act in acts)
    frame = round(signing.playback.time * 30)
    right = next(act for act in acts if act.side == "right")
    fingers = rotations.exp(baked(signing).pose[frame, joints.RIGHT_HAND].astype(np.float64))
    assert rotations.angle_between(fingers, np.array(right.turns)).max() < 1e-3
    panel.shapes.itemClicked.emit(panel.shapes.item(row + 1))
    qtbot.waitUntil(
        lambda: corrections(signing)[0].act.name == str(panel.shapes.values[row + 1]), timeout=20_000
    )
    assert len(corrections(signing)) == 2


def test_the_handshapes_are_pictured_once_the_panel_is_open(window, qtbot, screen):
    shapes = window.correcting.panel.shapes
    blank = shapes.item(0).icon().pixmap(72).toImage()
    trigger(window, "correct")
    items = [shapes.item(row) for row in range(shapes.count())]
    qtbot.waitUntil(
        lambda: sum(item.icon().pixmap(72).toImage() != blank for item in items) >= 2, timeout=30_000
    )
    trigger(window, "correct")


def test_the_handshape_of_another_sign_is_taken(signing, monkeypatch):
    said, panel = [], signing.correcting.panel
    monkeypatch.setattr(signing.status, "warn", said.append)
    panel.hand.setCurrentIndex(panel.hand.findData("both"))
    for gloss in ("NO-SUCH-SIGN", "y"):
        panel.sign.setText(gloss)
        panel.sign.returnPressed.emit()
    assert said == ["NO-SUCH-SIGN is not in the dictionary: write another gloss."]
    right, left = (correction.act for correction in corrections(signing))
    assert (right.side, left.side) == ("right", "left") and right.name.startswith("Y")
    mirrored = np.array(right.turns) * (1, 1, -1, -1)
    assert rotations.angle_between(mirrored, np.array(left.turns)).max() < 1e-4


def test_a_corrected_sign_is_kept_as_a_variant_and_used(signing, qtbot, home):
    choose(signing, WRIST)
    turn_ring(signing, 0, 12)
    settle(qtbot, signing)
    clip = signing.document.project.timeline.clips[-1]
    was, shown = signing.editor.library.sign(clip.sign), baked(signing)
    names = [gloss.name for gloss in signing.document.project.glosses.glosses]
    signing.correcting.panel.variant.setText("palm out")
    signing.correcting.panel.keep.click()
    qtbot.waitUntil(lambda: signing.document.project.dictionary is not None, timeout=20_000)
    settle(qtbot, signing)
    used = signing.document.project.timeline.clips[-1]
    sign = signing.editor.library.sign(used.sign)
    assert (sign.gloss, sign.variant, used.corrections) == (was.gloss, "palm out", ())
    assert sign.source == f"{was.source}; corrected in the studio from {was.gloss}" + (
        f" ({was.variant})" if was.variant else ""
    )
    assert (sign.licence, sign.provenance) == (was.licence, was.provenance)
    assert [gloss.name for gloss in signing.document.project.glosses.glosses] == names
    frame = round(signing.playback.time * 30)
    one, other = (rotations.exp(m.pose[frame].astype(np.float64)) for m in (shown, baked(signing)))
    assert rotations.angle_between(one, other).max() < 2e-3
    trigger(signing, "undo")
    assert signing.document.project.timeline.clips[-1] == clip
    assert signing.document.project.dictionary is None


def test_a_variant_of_the_same_name_is_refused_with_a_sentence(signing, qtbot, monkeypatch):
    said = []
    monkeypatch.setattr(signing.status, "warn", said.append)
    choose(signing, WRIST)
    turn_ring(signing, 0, 6)
    for _ in range(2):
        signing.correcting.panel.variant.setText("same")
        signing.correcting.panel.keep.click()
        qtbot.waitUntil(lambda: signing.correcting.panel.keep.text() != "Saving…", timeout=20_000)
        if signing.document.project.dictionary:
            trigger(signing, "undo")
    assert said == ["MORNING (same) is in my-signs.sqlite already: give the new sign another variant."]
    assert corrections(signing)


def test_without_a_name_variants_are_numbered_in_the_same_dictionary(signing, qtbot):
    for number in (1, 2):
        signing.correcting.panel.joint_picked.emit(ELBOW)
        signing.correcting.panel.turn.click()
        signing.correcting.panel.page.amounts[0].setValue(10.0 * number)
        signing.correcting.panel.keep.click()
        qtbot.waitUntil(lambda: not corrections(signing), timeout=20_000)
        settle(qtbot, signing)
        used = signing.document.project.timeline.clips[-1]
        assert signing.editor.library.sign(used.sign).variant == f"corrected-{number}"
    sources = {sign.source for sign in signing.editor.library.find("MORNING", "ase")}
    assert any(source.endswith("corrected in the studio from MORNING (corrected-1)") for source in sources)


def test_the_key_opens_and_closes_the_tool(window, qtbot, screen):
    window.viewport.setFocus()
    qtbot.keyClick(window.viewport, Qt.Key.Key_P)
    assert window.correcting.is_open and window.actions_by_name["correct"].isChecked()
    qtbot.keyClick(window.viewport, Qt.Key.Key_P)
    assert not window.correcting.is_open and not window.actions_by_name["correct"].isChecked()


def test_without_a_mouse_a_joint_is_chosen_by_name_and_turned_by_numbers(signing, qtbot):
    panel = signing.correcting.panel
    signing.playback.seek(0.0)
    qtbot.waitUntil(lambda: signing.correcting.tool.shown is None, timeout=20_000)
    panel.joint.setCurrentIndex(panel.joint.findData(ELBOW))
    panel.joint.activated.emit(panel.joint.currentIndex())
    assert signing.correcting.tool.joint == ELBOW and not panel.move.isEnabled()
    panel.turn.click()
    panel.page.amounts[2].setValue(12.0)
    [correction] = corrections(signing)
    assert correction.act.joint == ELBOW
    assert np.degrees(rotations.log(np.array(correction.act.by))) == pytest.approx([0, 0, 12], abs=0.01)
    panel.joint.setCurrentIndex(panel.joint.findData(WRIST))
    panel.joint.activated.emit(panel.joint.currentIndex())
    panel.move.click()
    panel.page.amounts[1].setValue(4.0)
    assert corrections(signing)[1].act == Reach("right", (0.0, 0.04, 0.0))


def test_a_change_of_the_document_ends_a_drag(signing, qtbot):
    choose(signing, WRIST)
    turn_ring(signing, 0, 6)
    settle(qtbot, signing)
    first = free_step(signing, 0)
    press(signing.viewport, *on_ring(signing, 0, first))
    move(signing.viewport, *on_ring(signing, 0, first + 4), LEFT)
    trigger(signing, "undo")
    release(signing.viewport, *on_ring(signing, 0, first + 4))
    assert corrections(signing) == ()


def test_beside_another_view_the_handles_are_on_the_left_one(signing, qtbot):
    alone = place(signing, WRIST)
    signing.actions_by_name["beside"].setChecked(True)
    signing.viewport.set_beside(True)
    picture(signing.viewport)
    x, y = place(signing, WRIST)
    assert x < signing.viewport.width() / 2 and (x, y) != alone
    choose(signing, WRIST)


def test_the_handles_stay_on_the_picture_that_is_seen(signing, qtbot, monkeypatch):
    picture(signing.viewport, at_rest=True)
    before, gate = place(signing, WRIST), hold(signing.viewport, monkeypatch)
    signing.viewport.set_camera(replace(FRONT, yaw=40.0))
    qtbot.waitUntil(lambda: len(gate.seen) == 1)
    assert place(signing, WRIST) == before
    gate.set()
    picture(signing.viewport)
    assert abs(place(signing, WRIST)[0] - before[0]) > 5


def test_what_is_pressed_is_taken_as_it_is_at_the_playhead(signing, qtbot, monkeypatch):
    picture(signing.viewport, at_rest=True)
    gate = hold(signing.viewport, monkeypatch)
    signing.playback.seek(signing.playback.time + 0.1)
    qtbot.waitUntil(lambda: len(gate.seen) == 1)
    press(signing.viewport, 5, 5)
    release(signing.viewport, 5, 5)
    frame = moment(baked(signing), signing.playback.time)
    places = joint_transforms(signing.correcting._body.rest_joints, frame.pose, frame.translation)[0][:, :, 3]
    assert signing.correcting.tool.shown.places == pytest.approx(places, abs=2e-3)
    gate.set()


def test_the_window_keeps_its_size_whatever_the_panel_shows(signing, qtbot):
    size = signing.size()
    choose(signing, WRIST)
    turn_ring(signing, 0, 6)
    signing.docks.inspector.show()
    qtbot.wait(100)
    trigger(signing, "correct")
    trigger(signing, "correct")
    qtbot.wait(100)
    assert signing.size() == size


def test_ctrl_turns_by_steps(signing, qtbot):
    choose(signing, WRIST)
    first = free_step(signing, 0)
    press(signing.viewport, *on_ring(signing, 0, first), modifiers=CONTROL)
    move(signing.viewport, *on_ring(signing, 0, first + 3), LEFT, CONTROL)  # 15 degrees
    move(signing.viewport, *on_ring(signing, 0, first + 4), LEFT, CONTROL)  # 20 degrees
    release(signing.viewport, *on_ring(signing, 0, first + 4), modifiers=CONTROL)
    [correction] = corrections(signing)
    assert np.degrees(np.linalg.norm(rotations.log(np.array(correction.act.by)))) == pytest.approx(
        20.0, abs=1e-3
    )


def test_a_ring_dragged_past_the_limit_stops_there_and_says_so(signing, qtbot):
    choose(signing, WRIST)
    tool, told = signing.correcting.tool, []
    first = free_step(signing, 0)
    press(signing.viewport, *on_ring(signing, 0, first))
    for step in range(1, 25):
        move(signing.viewport, *on_ring(signing, 0, first + step), LEFT)
        told.append(tool.shown.told)
    release(signing.viewport, *on_ring(signing, 0, first + 24))
    settle(qtbot, signing)
    assert "as far as it goes" not in told[0] and told[-1].endswith("as far as it goes, Alt for further")
    [correction] = corrections(signing)
    turned = np.degrees(np.linalg.norm(rotations.log(np.array(correction.act.by))))
    assert 20 < turned < 100  # of 120 degrees that the ring was dragged
    assert past_limits(signing) < 1.0


def test_with_alt_a_ring_goes_beyond_the_limit_until_the_box_is_unchecked(signing, qtbot):
    choose(signing, WRIST)
    first = free_step(signing, 0)
    press(signing.viewport, *on_ring(signing, 0, first))
    for step in range(1, 25):
        move(signing.viewport, *on_ring(signing, 0, first + step), LEFT, Qt.KeyboardModifier.AltModifier)
    release(signing.viewport, *on_ring(signing, 0, first + 24))
    settle(qtbot, signing)
    [correction] = corrections(signing)
    page = signing.correcting.panel.page
    assert correction.beyond and page.beyond.isChecked() and past_limits(signing) > 20
    assert not page.about.isVisibleTo(page)
    page.beyond.click()
    assert not corrections(signing)[0].beyond and past_limits(signing) < 1.0
    assert page.about.isVisibleTo(page)
    trigger(signing, "undo")
    assert corrections(signing)[0].beyond and past_limits(signing) > 20


def past_limits(window) -> float:
    """Degrees by which the right wrist is beyond its limits at the playhead."""
    pose = baked(window).pose[round(window.playback.time * 30), WRIST].astype(np.float64)
    limit = limits()[WRIST]
    [value] = angles(limit, rotations.exp(pose)[None])
    return float(np.degrees(np.maximum(limit.low - value, value - limit.high).max()))
