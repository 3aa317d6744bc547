"""Presenting and looking: what the menus promise is what the window shows."""

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QDockWidget

from pipeline.body.signers import signer
from pipeline.motion import joints
from pipeline.render.camera import Camera
from pipeline.render.look import PLAIN, SKINS, look
from studio.viewport.aids import on_screen, trail
from tests.studio.driving import picture, trigger, write


def test_presenting_leaves_the_avatar_alone_and_escape_brings_everything_back(window, qtbot):
    before = [dock.isVisible() for dock in window.docks.all]
    trigger(window, "present")
    qtbot.waitUntil(window.isFullScreen)
    assert not any(dock.isVisible() for dock in window.docks.all)
    assert not (window.top.isVisible() or window.transport.isVisible() or window.status.isVisible())
    assert window.caption.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert [dock.isVisible() for dock in window.docks.all] == before
    assert window.top.isVisible() and window.transport.isVisible() and not window.caption.isVisible()
    assert not window.isFullScreen() and not window.actions_by_name["present"].isChecked()


def test_no_dock_is_left_before_an_audience_and_slow_motion_ends_with_it(window, qtbot):
    docks = window.findChildren(QDockWidget)
    for dock in docks:
        dock.show()
    before = [dock.isVisible() for dock in docks]
    trigger(window, "present")
    assert not any(dock.isVisible() for dock in docks)
    trigger(window, "slow_motion")
    trigger(window, "present")
    assert [dock.isVisible() for dock in docks] == before
    assert window.playback.speed == 1.0


def test_a_sentence_typed_before_the_audience_is_signed_at_once(window, qtbot):
    write(qtbot, window)
    trigger(window, "present")
    qtbot.keyClick(window.viewport, Qt.Key.Key_Return)
    line = window.presenting.line
    assert line.isVisible() and not window.caption.isVisible()
    qtbot.keyClicks(line, "Good morning")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.playback.is_playing, timeout=5_000)
    assert window.document.project.text == "Good morning" and window.caption.text() == "Good morning"
    assert not line.isVisible() and window.caption.isVisible()
    qtbot.keyClick(window.viewport, Qt.Key.Key_Return)
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert window.presenting.is_on and not line.isVisible()
    trigger(window, "present")


def test_the_caption_is_the_sentence_being_signed(window, qtbot):
    write(qtbot, window, "My name is Anna. Good morning!")
    trigger(window, "present")
    window.playback.seek(0.1)
    assert window.caption.text() == "My name is Anna."
    window.playback.seek(window.playback.duration)
    assert window.caption.text() == "Good morning!"
    trigger(window, "captions")
    assert not window.caption.isVisible()


def test_replay_signs_from_the_beginning(window, qtbot):
    write(qtbot, window)
    window.playback.seek(1.0)
    trigger(window, "replay")
    assert window.playback.is_playing and window.playback.time < 0.5


def test_slow_motion_is_half_the_speed_and_goes_back(window):
    trigger(window, "slow_motion")
    assert window.playback.speed == 0.5
    trigger(window, "slow_motion")
    assert window.playback.speed == 1.0


def test_a_chosen_skin_is_seen_remembered_and_exported(signing, qtbot):
    light = picture(signing.viewport)
    signing.looks.actions["skin", "dark"].trigger()
    dark = picture(signing.viewport, at_rest=True)
    skin = (light[..., 0] > 150) & (light[..., 0] > light[..., 2] + 25)
    assert skin.sum() > 200
    assert dark[skin].mean() < 0.6 * light[skin].mean()
    assert signing.settings.look("skin") == "dark"
    assert signing.exports.proposal().skin == "dark"
    dialog = signing.exports.ask()
    assert "--skin dark" in dialog.command.text()
    dialog.reject()


def test_a_background_of_any_colour_is_seen_and_offered_for_exports(signing, qtbot):
    signing.looks.choose("background", "#00c040")
    corner = picture(signing.viewport, at_rest=True)[60:80, 10:30].reshape(-1, 3).mean(0)
    assert corner == pytest.approx((0, 192, 64), abs=3)
    dialog = signing.exports.ask()
    assert dialog.options.background == "#00c040"
    dialog.reject()


def test_a_look_that_nobody_knows_is_forgotten(window, settings_of):
    again = settings_of(window, {"lights": "disco", "skin": "#12", "top": "#123456"})
    assert (again.look("lights"), again.look("skin"), again.look("top")) == ("", "", "#123456")


@pytest.fixture
def settings_of():
    """`settings_of(window, chosen)`: what remains when a window starts with such settings."""

    def restart(window, chosen):
        for part, name in chosen.items():
            window.settings.set_look(part, name)
        window.looks._forget_unknown()
        return window.settings

    return restart


def test_front_and_side_stand_side_by_side(signing, qtbot):
    trigger(signing, "beside")
    both = picture(signing.viewport, at_rest=True)
    half = both.shape[1] // 2
    for pane in (both[:, :half], both[:, half:]):
        assert pane[:, pane.shape[1] // 3 : -pane.shape[1] // 3].std() > 8  # a signer in each
    front = both[:, :half]
    trigger(signing, "beside")
    assert picture(signing.viewport).shape == both.shape
    assert np.abs(front - both[:, half : 2 * half]).mean() > 1


def test_points_are_drawn_where_the_camera_sees_them():
    camera, pane = Camera((0.0, 0.1, 0.0)), QRectF(100, 0, 640, 360)
    top = camera.distance * np.tan(np.radians(camera.fov) / 2)  # metres seen above the target
    points = np.array([[0, 0.1, 0], [0, 0.1 + top, 0], [-top, 0.1, 0]], np.float32)
    assert on_screen(points, camera, pane) == pytest.approx(
        np.array([[420, 180], [420, 0], [240, 180]]), abs=0.01
    )


def test_a_trail_ends_where_the_hand_is_and_begins_where_it_was(raising):
    body = signer("woman")
    way = trail(body, raising, 1.0)
    hand = joints.INDEX["right_middle1"]
    assert way.shape == (25, joints.COUNT, 3)
    assert np.allclose(trail(body, raising, 0.0)[-1, hand], trail(body, raising, 1 / 30)[0, hand])
    assert way[-1, hand, 1] > way[0, hand, 1]


def test_the_usual_look_is_the_plain_one(window):
    assert window.viewport._wanted.look == PLAIN
    window.looks.choose("skin", "brown")
    assert window.viewport._wanted.look == look(skin="brown")
    assert window.viewport._wanted.look.skin == SKINS["brown"]
