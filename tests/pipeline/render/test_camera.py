import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from pipeline.body.kinematics import joint_positions
from pipeline.body.signers import SIGNERS, signer
from pipeline.errors import BadInput
from pipeline.motion import joints
from pipeline.motion.motion import Motion
from pipeline.render.camera import (
    CLOSEST,
    FARTHEST,
    FRONT,
    PRESETS,
    STEEPEST,
    Camera,
    orbit,
    pan,
    preset,
    projection,
    view,
    zoom,
)

cameras = st.builds(
    Camera,
    target=st.tuples(*[st.floats(-1, 1)] * 3),
    yaw=st.floats(-180, 180),
    pitch=st.floats(-80, 80),
    distance=st.floats(0.5, 6),
    fov=st.floats(10, 60),
)


def on_screen(camera: Camera, point: NDArray[np.floating], aspect: float = 16 / 9) -> NDArray[np.float64]:
    """Where a point is in the picture: x and y from -1 to 1, right and up."""
    clip = projection(camera, aspect) @ view(camera) @ np.append(point, 1.0)
    assert clip[3] > 0, "behind the viewer"
    return clip[:2] / clip[3]


def joint(name: str, motion: Motion, key: str = "woman") -> NDArray[np.float32]:
    found = joint_positions(signer(key).rest_joints, motion.pose, motion.translation)
    return found[0, joints.INDEX[name]]


@given(cameras)
def test_the_target_is_in_the_middle(camera: Camera):
    assert np.allclose(on_screen(camera, np.array(camera.target)), 0, atol=1e-3)


@given(cameras)
def test_up_is_up_and_the_eye_is_at_its_distance(camera: Camera):
    above = np.array(camera.target) + np.array([0, 0.05, 0])
    assert on_screen(camera, above)[1] > 0
    assert np.linalg.norm(camera.eye - camera.target) == pytest.approx(camera.distance, rel=1e-4)


def test_the_front_sees_the_signers_left_on_the_right():
    assert on_screen(FRONT, np.array([0.3, 0, 0]))[0] > 0


def test_a_quarter_turn_looks_at_the_signers_left_side():
    eye = orbit(Camera(target=(0, 0, 0), distance=2), 90, 0).eye
    assert np.allclose(eye, [2, 0, 0], atol=1e-6)


@given(cameras, st.floats(-400, 400), st.floats(-60, 60))
def test_an_orbit_can_be_walked_back_unless_it_was_too_steep(camera: Camera, yaw: float, pitch: float):
    away = orbit(camera, yaw, pitch)
    assert abs(away.pitch) <= STEEPEST
    back = orbit(away, -yaw, 0)
    assert np.cos(np.radians(back.yaw - camera.yaw)) == pytest.approx(1)


@given(cameras, st.floats(-0.5, 0.5), st.floats(-0.5, 0.5))
def test_a_pan_moves_the_picture_by_fractions_of_its_height(camera: Camera, right: float, up: float):
    moved = pan(camera, right, up)
    x, y = on_screen(moved, np.array(camera.target), aspect=2.0)
    assert (x * 2 / 2, y / 2) == pytest.approx((-right, -up), abs=2e-3)


def test_zoom_divides_the_distance_within_limits():
    assert zoom(FRONT, 2).distance == FRONT.distance / 2
    assert zoom(FRONT, 1e9).distance == CLOSEST
    assert zoom(FRONT, 1e-9).distance == FARTHEST


def test_narrow_pictures_keep_what_a_3_to_2_picture_shows_across():
    edge = np.array([0.4, 0.1, 0.0])
    wide, narrow = on_screen(FRONT, edge, 3 / 2), on_screen(FRONT, edge, 9 / 16)
    assert narrow[0] == pytest.approx(wide[0], rel=1e-5)
    assert on_screen(FRONT, edge, 16 / 9)[0] < wide[0]


@pytest.mark.parametrize("key", [shipped.key for shipped in SIGNERS])
@pytest.mark.parametrize("aspect", [4 / 3, 16 / 9, 9 / 16])
def test_the_front_frames_the_signing_space(key: str, aspect: float, raised: Motion, hanging: Motion):
    head = joint("head", hanging, key) + np.array([0, 0.20, 0.05])  # the top of the head
    hand = joint("right_middle3", raised, key)
    hip = joint("pelvis", hanging, key)
    for point in (head, hand, hand * [-1, 1, 1], hip):
        assert np.abs(on_screen(FRONT, point, aspect)).max() < 0.98
    assert on_screen(FRONT, head, aspect)[1] > 0.3 or aspect < 1


def test_the_hands_preset_is_close_on_the_right_hand_and_the_face(across: Motion):
    camera = preset("hands")
    hand, eyes = joint("right_middle1", across), joint("left_eye_smplhf", across)
    assert np.abs(on_screen(camera, hand)).max() < 0.9
    assert np.abs(on_screen(camera, eyes)).max() < 0.9

    def size(view_from: Camera) -> float:
        return float(np.linalg.norm(on_screen(view_from, hand) - on_screen(view_from, eyes)))

    assert size(camera) > 1.3 * size(FRONT)


def test_the_side_and_three_quarter_see_the_dominant_hands_side():
    assert preset("side").eye[0] < -2
    assert preset("three-quarter").eye[0] < -1 and preset("three-quarter").eye[2] > 1


def test_an_unknown_preset_is_answered_with_the_known_ones():
    with pytest.raises(BadInput, match="front, three-quarter, side, hands, whole"):
        preset("top")
    assert set(PRESETS) == {"front", "three-quarter", "side", "hands", "whole"}
