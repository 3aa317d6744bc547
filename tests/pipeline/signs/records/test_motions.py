"""Fits as motions: the same body in the same place before the same camera, there and back."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from pipeline.body.kinematics import joint_transforms
from pipeline.body.model import BodyModel
from pipeline.errors import BadInput
from pipeline.fitting.vposer import VPoser
from pipeline.motion import joints
from pipeline.motion.amass import PELVIS
from pipeline.motion.motion import Motion
from pipeline.motion.rotations import axis_angle_to_matrix
from pipeline.signs.records.motions import FACING, Hands, to_motion, to_record
from pipeline.signs.records.record import Record

MEAN = Hands(
    np.linspace(-0.3, 0.5, 90).reshape(30, 3).astype(np.float32),
    (np.eye(45, dtype=np.float32), np.eye(45, dtype=np.float32)[::-1].copy()),
)
_EXACT = ("jaw", "left_eye", "right_eye", "expression", "betas", "body")
_CLOSE = ("left_hand", "right_hand", "camera_rotation", "camera_translation")


def test_a_fit_comes_back_from_its_motion(record: Callable[..., Record]) -> None:
    made = record("a", 6)
    motion, view, notes = to_motion(made, 25.0, MEAN)
    again = to_record("a", motion, MEAN, view)
    assert notes == () and again.name == "a" and again.numbers.tolist() == list(range(6))
    for name in _EXACT:
        np.testing.assert_array_equal(getattr(again, name), getattr(made, name), name)
    turns = [axis_angle_to_matrix(one.orientation.astype(np.float64)) for one in (again, made)]
    np.testing.assert_allclose(*turns, atol=4e-6)  # the file's vectors may be longer than pi
    for name in _CLOSE:
        np.testing.assert_allclose(getattr(again, name), getattr(made, name), atol=4e-6, err_msg=name)


def test_joints_are_where_the_camera_saw_them(record: Callable[..., Record], body: BodyModel) -> None:
    made = record("a", 4)
    turn = axis_angle_to_matrix(np.array([0.1, -0.2, 0.3]))
    made = replace(made, camera_rotation=np.tile(turn, (4, 1, 1)).astype(np.float32))
    motion, view, _ = to_motion(made, 25.0, MEAN)
    rest = body.rest_joints - body.rest_joints[0] + PELVIS
    fitted = motion.pose.copy()
    fitted[:, 0] = made.orientation
    zero = np.zeros((4, 3), np.float32)
    model = joint_transforms(rest, fitted, zero)[..., 3].astype(np.float64)
    seen = model @ turn.T + made.camera_translation[:, None]
    mine = joint_transforms(rest, motion.pose, motion.translation)[..., 3] + view.first
    np.testing.assert_allclose(mine @ FACING, seen, atol=2e-5)


def test_a_signer_stands_upright_and_starts_in_place(record: Callable[..., Record]) -> None:
    motion, _, _ = to_motion(record("a", 3), 25.0, MEAN)
    up = axis_angle_to_matrix(motion.pose[:, 0])[..., 1]
    assert (up[:, 1] > 0.9).all() and not motion.translation[0].any()


def test_hands_become_relative_to_the_flat_hand(record: Callable[..., Record]) -> None:
    made = record("a", 2)
    flat, mean = (to_motion(made, 25.0, hands)[0] for hands in (Hands(np.zeros((30, 3), np.float32)), MEAN))
    np.testing.assert_allclose(
        mean.pose[:, joints.LEFT_HAND.start :] - flat.pose[:, joints.LEFT_HAND.start :],
        np.tile(MEAN.mean, (2, 1, 1)),
        atol=1e-6,
    )


def test_components_of_the_hands_are_those_of_the_model(record: Callable[..., Record]) -> None:
    made = record("a", 2)
    nothing = np.zeros((2, 0), np.float32)
    motion, _, _ = to_motion(replace(made, left_hand=nothing, right_hand=nothing), 25.0, MEAN)
    left = motion.pose[:, joints.LEFT_HAND].reshape(2, 45) - MEAN.mean[:15].reshape(45)
    np.testing.assert_allclose(left[:, :12], made.left_components, atol=1e-6)
    assert np.abs(left[:, 12:]).max() < 1e-6
    again = to_record("a", motion, MEAN)
    np.testing.assert_allclose(again.left_components, made.left_components, atol=1e-6)
    np.testing.assert_allclose(again.right_components, made.right_components, atol=1e-6)
    with pytest.raises(BadInput, match="--model"):
        to_motion(replace(made, left_hand=nothing), 25.0)


def test_latents_are_decoded_or_asked_for(record: Callable[..., Record]) -> None:
    made = replace(record("a", 3), body=np.zeros((3, 0), np.float32))
    with pytest.raises(BadInput, match="--vposer"):
        to_motion(made, 25.0, MEAN)
    chance = np.random.default_rng(0)
    weights = tuple(chance.normal(size=shape) for shape in ((8, 32), (8, 8), (126, 8)))
    vposer = VPoser(weights, tuple(np.zeros(len(weight)) for weight in weights))
    motion, _, _ = to_motion(made, 25.0, MEAN, vposer)
    np.testing.assert_array_equal(motion.pose[:, joints.BODY], vposer.decode(made.latent))


def test_dropped_frames_are_interpolated_and_told(record: Callable[..., Record]) -> None:
    made = replace(record("a", 3), numbers=np.array([5, 6, 9]))
    motion, view, notes = to_motion(made, 25.0, MEAN)
    assert motion.frames == 5 and view.number == 5 and len(view.rotation) == 5
    assert len(notes) == 1 and "2 frames" in notes[0]
    np.testing.assert_array_equal(motion.expression[[0, 1, 4]], made.expression)
    np.testing.assert_allclose(
        motion.expression[2], made.expression[1] * 2 / 3 + made.expression[2] / 3, atol=1e-5
    )


def test_frames_without_numbers_are_interpolated_and_told(record: Callable[..., Record]) -> None:
    made = record("a", 5)
    body = made.body.copy()
    body[0], body[2] = np.nan, np.inf
    motion, view, notes = to_motion(replace(made, body=body), 25.0, MEAN)
    assert motion.frames == 4 and view.number == 1 and len(notes) == 1
    with pytest.raises(BadInput, match="no frame whose parameters are numbers"):
        to_motion(replace(made, body=np.full_like(body, np.nan)), 25.0, MEAN)


def test_a_motion_without_a_camera_is_seen_from_the_front(wave: Motion) -> None:
    made = to_record("wave", wave)
    assert np.allclose(made.camera_rotation, np.eye(3))
    assert np.allclose(np.abs(made.orientation), [np.pi, 0, 0], atol=1e-5)
    assert (made.camera_translation[:, 2] > 5).all()
    np.testing.assert_array_equal(made.betas[3, :3], [0.5, -0.5, 0])
    again, _, _ = to_motion(made, wave.fps)
    np.testing.assert_allclose(again.pose, wave.pose, atol=1e-5)
    np.testing.assert_allclose(again.translation, wave.translation, atol=1e-5)
