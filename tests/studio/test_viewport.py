"""The avatar in a real window: what is drawn, when, and what the mouse does to the camera."""

import os
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QOpenGLContext
from PySide6.QtWidgets import QLabel, QMainWindow

from pipeline.body.kinematics import joint_positions
from pipeline.body.signers import signer
from pipeline.motion import joints, rotations
from pipeline.motion.motion import Motion
from pipeline.render.camera import FRONT, PRESETS
from studio.viewport import surface
from studio.viewport.aids import Aids
from studio.viewport.easel import NO_OPENGL
from studio.viewport.flight import between
from studio.viewport.haste import LEVELS, SLOW, next_level
from studio.viewport.moment import moment
from studio.viewport.overlay import axes, camera_name
from studio.viewport.picture_view import EMPTY
from studio.viewport.widget import Viewport
from tests.studio import pointer
from tests.studio.driving import colours, hold, picture

ELBOW = joints.INDEX["right_elbow"]


@pytest.fixture
def viewport(screen, qtbot, raising):
    made = Viewport()
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.set_body(signer("woman"))
    made.set_motion(raising)
    with qtbot.waitSignal(made.built, timeout=20_000):
        made.show()
    assert picture(made, at_rest=True).std() > 5
    return made


@pytest.fixture
def stage(viewport):
    """The scene of its thread."""
    return viewport._drawing.easel.stage


@pytest.fixture
def drawn(viewport, stage, monkeypatch, qtbot):
    """The canvas of every picture drawn since, in order."""
    canvases = []
    original = stage._scene.draw

    def draw(camera, canvas, ghosts):
        canvases.append(canvas)
        original(camera, canvas, ghosts)

    monkeypatch.setattr(stage._scene, "draw", draw)
    return canvases


def test_a_moment_on_a_frame_is_that_frame(raising):
    shown = moment(raising, 31 / 30)
    assert np.array_equal(shown.pose[0], raising.pose[31])
    assert shown.frames == 1


def test_a_moment_between_two_frames_turns_half_the_way(raising):
    shown = moment(raising, 10.5 / 30)
    assert shown.pose[0, ELBOW, 1] == pytest.approx(10.5 * 2.4 / 60, abs=1e-5)


def test_rotations_between_frames_go_the_short_way_round():
    pose = np.zeros((2, joints.COUNT, 3), np.float32)
    pose[:, ELBOW, 0] = 3.0, -3.0
    shown = moment(Motion(10.0, pose), 0.05)
    turned = rotations.axis_angle_to_matrix(shown.pose[0, ELBOW])
    assert turned == pytest.approx(np.diag([1, -1, -1]), abs=1e-5)


def test_place_and_face_are_mixed_and_the_shape_stays(wave):
    shown = moment(wave, 0.55)
    assert shown.translation[0, 0] == pytest.approx(0.055)
    assert shown.face[0, joints.FACE_UNITS.index("mouthSmileLeft")] == pytest.approx(0.275)
    assert shown.expression[0] == pytest.approx([0.55, -0.55])
    assert shown.shape == pytest.approx(wave.shape)


@pytest.mark.parametrize(("seconds", "frame"), [(-1.0, 0), (0.0, 0), (2.0, 60), (99.0, 60)])
def test_outside_the_motion_its_ends_are_shown(raising, seconds, frame):
    assert np.array_equal(moment(raising, seconds).pose[0], raising.pose[frame])


def test_a_flight_ends_exactly_at_its_goal_and_takes_the_short_way():
    start, end = replace(FRONT, yaw=170.0), replace(PRESETS["hands"], yaw=-170.0)
    assert between(start, end, 1.0) == end
    assert between(start, end, 0.0) == start
    assert between(start, end, 0.5).yaw % 360 == pytest.approx(180.0)


def test_from_the_front_x_points_right_y_up_and_z_at_the_viewer():
    found = {name: (place, near) for name, place, near, _ in axes(replace(FRONT, yaw=0.0, pitch=0.0))}
    assert found["X"][0] == pytest.approx((1, 0))
    assert found["Y"][0] == pytest.approx((0, 1))
    assert found["Z"][1] == pytest.approx(1)
    assert axes(FRONT)[-1][0] == "Z"


def test_a_camera_is_named_after_its_preset():
    assert camera_name(FRONT).startswith("Front · ")
    assert camera_name(replace(FRONT, yaw=3.0)).startswith("Free · ")


def test_the_avatar_stands_before_a_calm_background(viewport):
    shown = picture(viewport)
    corner, chest = shown[150, 5], shown[220, 200]
    assert corner.max() < 60
    assert chest[2] > chest[0]
    face = shown[95, 200]
    assert face[0] > face[2] + 20


def test_the_window_is_there_at_once_and_the_avatar_comes_after_it(screen, qtbot, raising):
    made = Viewport()
    qtbot.addWidget(made)
    made.resize(300, 200)
    made.set_body(signer("woman"))
    made.set_motion(raising)
    made.show()
    qtbot.waitExposed(made)
    assert made.image.isNull()
    assert made.grab().toImage().pixelColor(150, 100).name() == EMPTY
    qtbot.waitUntil(lambda: not made.image.isNull(), timeout=20_000)


def test_time_moves_the_arm(viewport, qtbot):
    before = picture(viewport)
    viewport.show_time(1.9)
    after = picture(viewport)
    assert np.abs(after - before).max(axis=2)[60:].max() > 60
    viewport.show_time(0.0)
    qtbot.waitUntil(lambda: np.array_equal(picture(viewport), before))


def test_nothing_is_drawn_while_nothing_changes(viewport, drawn, qtbot):
    viewport.show_time(0.0)
    viewport.set_camera(viewport.camera)
    qtbot.wait(120)
    assert drawn == []
    viewport.show_time(0.5)
    qtbot.waitUntil(lambda: len(drawn) == 1)


def test_several_moments_before_a_picture_make_one_picture(viewport, drawn, qtbot):
    for frame in range(10):
        viewport.show_time(frame / 30 + 0.01)
    picture(viewport, at_rest=True)
    assert 1 <= len(drawn) <= 2  # in a hurry, and finely


def test_edges_are_rough_only_while_time_runs_without_a_graphics_card(viewport, stage, drawn, qtbot):
    stage.is_software = True
    viewport.set_playing(True)
    viewport.show_time(0.3)
    qtbot.waitUntil(lambda: len(drawn) > 0)
    viewport.set_playing(False)
    qtbot.waitUntil(lambda: drawn[-1].samples == 4)
    assert drawn[0].samples == 0
    stage.is_software = False
    viewport.set_playing(True)
    picture(viewport)
    assert drawn[-1].samples == 4


def test_scrubbing_without_a_graphics_card_is_rough_until_it_rests(viewport, stage, drawn, qtbot):
    stage.is_software = True
    viewport.show_time(0.3)
    qtbot.waitUntil(lambda: len(drawn) > 0)
    assert drawn[0].samples == 0
    qtbot.waitUntil(lambda: drawn[-1].samples == 4)


def test_a_slow_machine_draws_fewer_pixels_of_the_same_picture(viewport, stage, drawn, qtbot, monkeypatch):
    import studio.viewport.stage

    fine = picture(viewport)
    stage.is_software = True
    monkeypatch.setattr(studio.viewport.stage, "next_level", lambda level, seconds: 0.5)
    viewport.set_playing(True)
    qtbot.waitUntil(lambda: len(drawn) == 1)
    viewport.show_anew()
    qtbot.waitUntil(lambda: len(drawn) == 2)
    coarse = picture(viewport)
    assert (drawn[-1].width, drawn[-1].height) == (200, 150)
    assert 0 < np.abs(coarse - fine).mean() < 3


def test_the_level_of_detail_settles():
    for cost in (0.002, 0.02, 0.05, 0.2):  # seconds at full size
        level, seen = 1.0, []
        for _ in range(10):
            level = next_level(level, cost * level**2)
            seen.append(level)
        assert len(set(seen[3:])) == 1
        assert cost * level**2 <= SLOW or level == LEVELS[-1]


def test_a_left_drag_orbits_with_the_pointer(viewport):
    heard = []
    viewport.camera_changed.connect(heard.append)
    pointer.drag(viewport, (200, 150), (150, 170))
    assert viewport.camera.yaw == pytest.approx(FRONT.yaw + 20)
    assert viewport.camera.pitch == pytest.approx(FRONT.pitch + 8)
    assert viewport.camera.target == FRONT.target
    assert heard[-1] == viewport.camera


def test_edges_are_smooth_again_after_a_drag_that_rested_before_its_end(viewport, qtbot):
    pointer.press(viewport, 200, 150)
    pointer.move(viewport, 180, 150, pointer.LEFT)
    qtbot.wait(300)
    assert viewport.is_moving
    pointer.release(viewport, 180, 150)
    qtbot.waitUntil(lambda: not viewport.is_moving, timeout=2000)


@pytest.mark.parametrize(
    ("button", "modifiers"), [(pointer.MIDDLE, pointer.NONE), (pointer.LEFT, pointer.SHIFT)]
)
def test_panning_keeps_what_is_grabbed_under_the_pointer(viewport, button, modifiers):
    pointer.drag(viewport, (200, 150), (200, 180), button, modifiers)
    height = 2 * FRONT.distance * np.tan(np.radians(FRONT.fov / 2))
    moved = np.subtract(viewport.camera.target, FRONT.target)
    assert np.linalg.norm(moved) == pytest.approx(height * 30 / 300, rel=1e-3)
    assert moved[1] > 0
    assert viewport.camera.yaw == FRONT.yaw


def test_the_wheel_comes_closer_and_goes_away(viewport):
    pointer.wheel(viewport, 200, 150, 120)
    near = viewport.camera.distance
    pointer.wheel(viewport, 200, 150, -240)
    assert near < FRONT.distance < viewport.camera.distance


def test_a_preset_is_reached_by_a_short_flight(viewport, qtbot):
    seen = []
    viewport.camera_changed.connect(seen.append)
    viewport.preset("side")
    qtbot.waitUntil(lambda: viewport.camera == PRESETS["side"])
    assert len(seen) > 2
    assert "Side" in viewport.accessibleDescription()


def test_a_drag_takes_over_from_a_flight(viewport, qtbot):
    viewport.preset("side")
    qtbot.waitUntil(lambda: viewport.camera != FRONT)
    pointer.drag(viewport, (200, 150), (210, 150))
    left = viewport.camera
    qtbot.wait(300)
    assert viewport.camera == left


def test_frozen_it_keeps_its_picture(viewport, qtbot):
    viewport.set_frozen(True)
    qtbot.wait(50)
    before = picture(viewport)[80:]
    viewport.show_time(1.9)
    assert np.array_equal(picture(viewport)[80:], before)
    viewport.set_frozen(False)
    assert not np.array_equal(picture(viewport)[80:], before)


def test_another_signer_takes_the_place(viewport, qtbot):
    before = picture(viewport)
    with qtbot.waitSignal(viewport.built, timeout=20_000):
        viewport.set_body(signer("man"))
    qtbot.waitUntil(lambda: picture(viewport).std() > 5)
    assert np.abs(picture(viewport) - before).max() > 60


def test_in_another_window_it_goes_on(viewport, qtbot):
    before = picture(viewport)
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(420, 320)
    window.setCentralWidget(viewport)
    window.show()
    viewport.setFixedSize(400, 300)
    qtbot.waitUntil(lambda: picture(viewport).shape == before.shape)
    assert np.abs(picture(viewport) - before).mean() < 1
    window.takeCentralWidget()


def test_a_lost_context_is_built_anew(viewport, qtbot, monkeypatch):
    before = picture(viewport)
    easel = viewport._drawing.easel
    lost = easel._context
    monkeypatch.setattr(lost, "makeCurrent", lambda surface: False)
    with qtbot.waitSignal(viewport.built, timeout=20_000):
        viewport.show_anew()
    assert np.array_equal(picture(viewport), before)
    assert easel._context is not lost


def test_contexts_are_made_in_the_thread_of_the_window_alone(screen, qtbot, raising, monkeypatch):
    threads = []

    class Watched(QOpenGLContext):
        def __init__(self):
            threads.append(threading.get_ident())
            super().__init__()

    monkeypatch.setattr(surface, "QOpenGLContext", Watched)
    made = Viewport()
    qtbot.addWidget(made)
    made.set_body(signer("woman"))
    made.set_motion(raising)
    with qtbot.waitSignal(made.built, timeout=20_000):
        made.show()
    first = made._drawing.easel._context
    assert isinstance(first, Watched)
    monkeypatch.setattr(first, "makeCurrent", lambda surface: False)
    with qtbot.waitSignal(made.built, timeout=20_000):
        made.show_anew()
    assert isinstance(made._drawing.easel._context, Watched)
    assert set(threads) == {threading.get_ident()}


@pytest.fixture
def held(viewport, monkeypatch):
    """A gate that no picture passes yet."""
    gate = hold(viewport, monkeypatch)
    yield gate
    gate.set()


def test_the_window_goes_on_while_a_picture_is_drawn_and_shows_the_last_one(viewport, held, qtbot):
    before = viewport.image
    viewport.show_time(0.5)
    qtbot.waitUntil(lambda: len(held.seen) == 1)
    goals = [replace(FRONT, yaw=yaw) for yaw in (10.0, 20.0, 30.0)]
    for goal in goals:
        viewport.set_camera(goal)
        qtbot.wait(20)
    assert viewport.camera == goals[-1]
    assert (viewport.image, viewport.shown.camera, viewport.shown.seconds) == (before, FRONT, 0.0)
    held.set()
    qtbot.waitUntil(lambda: viewport.is_current and not viewport.is_moving)
    assert held.seen[0] == FRONT and set(held.seen[1:]) == {goals[-1]}
    assert viewport.shown.camera == goals[-1]


def test_what_is_painted_over_the_avatar_belongs_to_the_picture_that_is_seen(viewport, held, qtbot):
    viewport.set_aids(Aids(skeleton=True))
    viewport.set_camera(replace(FRONT, yaw=90.0))
    viewport.show_time(1.5)
    qtbot.waitUntil(lambda: len(held.seen) == 1)
    over = viewport._overlay
    assert (over._shown.camera, over._shown.seconds, over._trail) == (FRONT, 0.0, None)
    held.set()
    picture(viewport)
    assert (over._shown.camera.yaw, over._shown.seconds) == (90.0, 1.5)
    places = joint_positions(signer("woman").rest_joints, viewport._shown.frame.pose, np.zeros((1, 3)))
    assert over._trail[-1] == pytest.approx(places[0], abs=1e-4)


def test_with_another_size_the_old_picture_is_shown_until_the_new_one_comes(viewport, held, qtbot):
    before = picture(viewport)
    viewport.resize(500, 300)
    qtbot.waitUntil(lambda: len(held.seen) == 1)
    shown = colours(viewport.grab().toImage())
    assert np.array_equal(shown[150:250, 50:450], before[150:250])  # no larger, in the middle
    assert (shown[150:250, :50] == (18, 20, 23)).all()
    held.set()
    assert picture(viewport).shape == (300, 500, 3)


def test_the_thread_ends_with_its_viewport(screen, qtbot, raising):
    made = Viewport()
    made.set_body(signer("woman"))
    made.set_motion(raising)
    made.show()
    drawing = made._drawing
    qtbot.waitUntil(lambda: not made.image.isNull(), timeout=20_000)
    assert drawing.isRunning()
    shiboken6.delete(made)
    qtbot.waitUntil(drawing.isFinished)
    assert drawing.easel.stage is None


def test_closed_it_waits_for_its_thread_and_draws_no_more(viewport, drawn, qtbot):
    viewport.end()
    assert viewport._drawing.isFinished()
    viewport.show_time(0.7)
    qtbot.wait(100)
    assert drawn == []


def test_a_picture_has_the_pixels_of_a_dense_screen(viewport, monkeypatch):
    monkeypatch.setattr(viewport, "devicePixelRatioF", lambda: 2.0)
    viewport.show_time(0.1)
    assert picture(viewport).shape == (600, 800, 3)


def test_a_driver_that_fails_leaves_a_sentence(screen, qtbot, monkeypatch, raising, caplog):
    import studio.viewport.stage

    def refuse(body):
        raise RuntimeError("body.vert does not compile")

    monkeypatch.setattr(studio.viewport.stage, "Stage", refuse)
    made = Viewport()
    qtbot.addWidget(made)
    made.set_body(signer("woman"))
    made.set_motion(raising)
    with qtbot.waitSignal(made.failed, timeout=20_000) as caught:
        made.show()
    assert caught.args == [NO_OPENGL]
    assert made.findChild(QLabel).isVisible()
    assert "does not compile" in caplog.text
    told = []
    made.failed.connect(told.append)
    made.show_time(0.5)
    qtbot.wait(100)
    assert made._drawing.easel.stage is None and told == []  # once is enough
    monkeypatch.undo()
    made.set_body(signer("man"))
    assert picture(made).std() > 5
    assert not made.findChild(QLabel).isVisible()


def test_where_there_is_no_opengl_it_says_so_and_lives_on():
    script = """
import time
import numpy as np
from pipeline.body.signers import signer
from pipeline.motion.motion import Motion
from PySide6.QtWidgets import QApplication, QLabel
from studio.viewport.widget import Viewport
application = QApplication([])
viewport = Viewport()
viewport.resize(400, 300)
viewport.failed.connect(print)
viewport.set_body(signer("woman"))
viewport.set_motion(Motion(30.0, np.zeros((2, 55, 3), np.float32)))
viewport.show()
for _ in range(2000):
    application.processEvents()
    time.sleep(0.005)
    if viewport.findChild(QLabel).isVisible():
        break
viewport.show_time(1.0)
assert viewport.findChild(QLabel).isVisible()
viewport.close()
"""
    root = Path(__file__).parents[2]
    result = subprocess.run(
        [sys.executable, "-c", script],
        cwd=root,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ""},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert result.returncode == 0, result.stderr
    assert NO_OPENGL in result.stdout


def test_keys_are_left_to_the_window(viewport):
    assert viewport.focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert viewport.accessibleName() == "Avatar"
