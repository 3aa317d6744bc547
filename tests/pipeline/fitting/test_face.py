"""The face: what the avatar's own landmarks do is told as the units that did it."""

from dataclasses import replace

import numpy as np
import pytest

from pipeline.body import shapes
from pipeline.body.model import BodyModel
from pipeline.body.signers import SIGNERS, signer
from pipeline.body.skinning import WIDEST_JAW
from pipeline.fitting.expressing import with_face
from pipeline.fitting.face import EXPRESSIONS, INNER, fit_face, landmarks
from pipeline.keypoints.keypoints import Keypoints, keypoints
from pipeline.motion import joints, rotations
from pipeline.motion.motion import Motion

FRAMES = 60


def _course(peak: int) -> np.ndarray:
    """A unit (T,) that goes up to 0.8 around a frame and back."""
    return 0.8 * np.exp(-0.5 * ((np.arange(FRAMES) - peak) / 5) ** 2)


def _filmed(name: str, units: np.ndarray, noise: float = 0.0) -> Keypoints:
    """The avatar's landmarks with a nose-to-chin size of about 100 pixels, the head rolling by 5 degrees."""
    rest, moves = landmarks(signer(name))
    places = (rest + np.einsum("tu,ulx->tlx", units, moves) - rest.mean(axis=0))[..., :2]
    roll = np.radians(5) * np.sin(np.arange(FRAMES) / 9)
    turn = np.stack(
        [np.stack([np.cos(roll), -np.sin(roll)], -1), np.stack([np.sin(roll), np.cos(roll)], -1)], -2
    )
    pixels = np.einsum("tij,tlj->tli", turn, places) * [900, -900] + [640, 300]
    pixels = pixels + noise * np.random.default_rng(2).normal(size=pixels.shape)
    return keypoints(INNER, pixels, np.ones(pixels.shape[:2]), fps=25.0, size=(1280, 720))


@pytest.mark.parametrize("name", [shipped.key for shipped in SIGNERS])
@pytest.mark.parametrize(
    "moved",
    [
        ("jawOpen",),
        ("browInnerUp", "browOuterUpLeft", "browOuterUpRight"),
        ("browDownLeft", "browDownRight"),
        ("eyeBlinkLeft", "eyeBlinkRight"),
        ("mouthSmileLeft", "mouthSmileRight"),
        ("mouthPucker",),
    ],
)
def test_units_come_back(name: str, moved: tuple[str, ...]) -> None:
    units = np.zeros((FRAMES, len(joints.FACE_UNITS)))
    columns = [joints.FACE_UNITS.index(unit) for unit in moved]
    units[:, columns] = _course(30)[:, None]
    for noise, missed, peak, most in ((0.0, 0.03, 0.65, 0.25), (0.7, 0.07, 0.55, 0.45)):
        found = fit_face(_filmed(name, units, noise), signer(name)).units
        assert np.abs(found[:, columns] - units[:, columns]).mean() < missed
        assert found[30, columns].min() > peak
        assert np.delete(found, columns, axis=1).max() < most


@pytest.mark.parametrize("axis", [(0, 1, 0), (1, 0, 0), (0.6, 0.8, 0)])
def test_a_turned_head_is_no_expression(axis: tuple[float, float, float]) -> None:
    rest, _ = landmarks(signer("woman"))
    angles = np.radians(18) * np.sin(np.arange(FRAMES) / 6)
    turn = rotations.axis_angle_to_matrix(np.outer(angles, axis))
    places = np.einsum("tij,lj->tli", turn, rest - rest.mean(axis=0))[..., :2]
    pixels = places * [900, -900] + [640, 300]
    clip = keypoints(INNER, pixels, np.ones(pixels.shape[:2]), fps=25.0, size=(1280, 720))
    assert fit_face(clip, signer("woman")).units.max() < 0.2


def test_a_lost_face_is_bridged_and_no_face_is_still() -> None:
    units = np.zeros((FRAMES, len(joints.FACE_UNITS)))
    jaw = joints.FACE_UNITS.index("jawOpen")
    units[:, jaw] = _course(20)
    clip = _filmed("woman", units)
    clip.confidence[24:30] = 0
    found = fit_face(clip, signer("woman")).units
    assert (found[24:30, jaw] <= found[20, jaw] + 0.05).all() and found[25, jaw] > 0.1
    clip.confidence[:] = 0
    assert not fit_face(clip, signer("woman")).units.any()


def _native(expressions: int = 12) -> BodyModel:
    """The woman as a body in the SMPL-X layout would be: a jaw, and coefficients of an expression."""
    body, chance = signer("woman"), np.random.default_rng(5)
    corners = np.unique(body.faces[body.landmark_faces])
    moved = np.zeros((len(body.template), 3, expressions), np.float32)
    moved[corners] = chance.normal(0, 0.003, (len(corners), 3, expressions))
    jaw = body.rest_joints[joints.JAW]
    chin = (body.template[:, 1] < jaw[1] - 0.03) & (body.template[:, 1] > jaw[1] - 0.12)
    index, weight = body.joint_index.copy(), body.joint_weight.copy()
    index[chin], weight[chin] = joints.JAW, 0
    weight[chin, 0] = 1
    return replace(
        body,
        native=True,
        face_units=shapes.none(len(joints.FACE_UNITS)),
        expression_dirs=shapes.from_dense(moved),
        joint_index=index,
        joint_weight=weight,
    )


def _points(places: np.ndarray, names: tuple[str, ...] = INNER) -> Keypoints:
    pixels = places[..., :2] * [900, -900] + [640, 300]
    return keypoints(names, pixels, np.ones(pixels.shape[:2]), fps=25.0, size=(1280, 720))


def test_jaw_and_expression_of_a_native_body_come_back() -> None:
    body = _native()
    rest, moves = landmarks(body)
    assert len(moves) == 1 + EXPRESSIONS
    course, much = _course(30), np.zeros((FRAMES, len(moves)))
    much[:, 0], much[:, 3], much[:, 5] = course, 1.5 * course, -course
    clip = _points(rest + np.einsum("tu,ulx->tlx", much, moves) - rest.mean(axis=0))
    motion = with_face(Motion(25.0, np.zeros((FRAMES, joints.COUNT, 3))), clip, body)
    np.testing.assert_allclose(motion.expression, much[:, 1:], atol=0.35)
    assert np.corrcoef(motion.expression[:, 2], course)[0, 1] > 0.95
    opened = motion.pose[:, joints.JAW, 0] / WIDEST_JAW
    assert np.abs(opened - course).max() < 0.25 and opened[30] > 0.5
    assert not motion.face.any()


def test_a_body_without_landmarks_keeps_a_still_face() -> None:
    clip = _filmed("woman", np.zeros((FRAMES, len(joints.FACE_UNITS))))
    bare = replace(_native(), landmark_faces=np.zeros(0, np.int32), landmark_shares=np.zeros((0, 3)))
    found = fit_face(clip, bare)
    assert found.units.shape == (FRAMES, 52) and not found.units.any() and not found.expression.any()


def test_scores_are_the_units_and_turn_the_eyes() -> None:
    scores = np.zeros((FRAMES, 52), np.float32)
    for name in ("jawOpen", "cheekPuff", "eyeLookOutLeft", "eyeLookInRight", "eyeLookUpLeft"):
        scores[:, joints.FACE_UNITS.index(name)] = _course(30)
    scores[20:25] = np.nan
    clip = replace(_filmed("woman", np.zeros((FRAMES, 52))), scores=scores)
    still = Motion(25.0, np.zeros((FRAMES, joints.COUNT, 3)))
    motion = with_face(still, clip, signer("woman"))
    known = np.isfinite(scores).all(axis=1)
    np.testing.assert_array_equal(motion.face[known], scores[known])
    assert np.isfinite(motion.face).all() and motion.face[22].max() > 0.05
    left, right = motion.pose[30, [joints.LEFT_EYE, joints.RIGHT_EYE]]
    np.testing.assert_allclose(left[:2], 0.8 * np.radians([-35, 35]), atol=1e-5)
    np.testing.assert_allclose(right[:2], 0.8 * np.radians([0, 35]), atol=1e-5)
    native = with_face(still, clip, _native())
    np.testing.assert_allclose(native.pose[30, joints.JAW, 0], 0.8 * WIDEST_JAW, rtol=1e-5)


@pytest.mark.parametrize("degrees", [(0.0, 20.0), (0.0, -20.0), (15.0, 0.0)])
def test_pupils_turn_the_eyes_and_the_lids(degrees: tuple[float, float]) -> None:
    """Eyes 30 mm wide whose pupils go round balls of 12 mm, down and to the signer's left."""
    turns = np.outer(np.arange(FRAMES) > 30, np.radians(degrees))
    names = ("face_36", "face_39", "face_42", "face_45", "right_pupil", "left_pupil")
    places = np.zeros((FRAMES, 6, 2))
    places[:, :4, 0] = np.array([-45, -15, 15, 45]) / 1e3
    places[:, 4:, 0] = np.array([-30, 30]) / 1e3
    places[:, 4:] += 0.012 * np.sin(turns[:, None, ::-1]) * [1, -1]
    motion = with_face(
        Motion(25.0, np.zeros((FRAMES, joints.COUNT, 3))), _points(places, names), signer("woman")
    )
    for eye in (joints.LEFT_EYE, joints.RIGHT_EYE):
        np.testing.assert_allclose(motion.pose[-1, eye, :2], np.radians(degrees), atol=0.02)
        np.testing.assert_allclose(motion.pose[0, eye, :2], 0, atol=0.02)
    down, left = degrees
    name = "eyeLookDownLeft" if down else "eyeLookOutLeft" if left > 0 else "eyeLookInLeft"
    assert motion.face[-1, joints.FACE_UNITS.index(name)] == pytest.approx(
        max(map(abs, degrees)) / 35, abs=0.03
    )
