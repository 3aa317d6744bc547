"""The face: what the avatar's own landmarks do is told as the units that did it."""

from dataclasses import replace

import numpy as np
import pytest

from pipeline.body.signers import SIGNERS, signer
from pipeline.fitting.face import INNER, fit_face, landmarks
from pipeline.keypoints.keypoints import Keypoints, keypoints
from pipeline.motion import joints, rotations

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
        found = fit_face(_filmed(name, units, noise), signer(name))
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
    assert fit_face(clip, signer("woman")).max() < 0.2


def test_a_lost_face_is_bridged_and_no_face_is_still() -> None:
    units = np.zeros((FRAMES, len(joints.FACE_UNITS)))
    jaw = joints.FACE_UNITS.index("jawOpen")
    units[:, jaw] = _course(20)
    clip = _filmed("woman", units)
    clip.confidence[24:30] = 0
    found = fit_face(clip, signer("woman"))
    assert (found[24:30, jaw] <= found[20, jaw] + 0.05).all() and found[25, jaw] > 0.1
    clip.confidence[:] = 0
    assert not fit_face(clip, signer("woman")).any()


def test_a_body_without_units_keeps_a_still_face() -> None:
    clip = _filmed("woman", np.zeros((FRAMES, len(joints.FACE_UNITS))))
    native = replace(signer("woman"), native=True)
    assert fit_face(clip, native).shape == (FRAMES, 52) and not fit_face(clip, native).any()
