"""Motions from elsewhere are put where signers stand, and stay what they are."""

from dataclasses import replace

import numpy as np
import pytest

from pipeline.body.kinematics import joint_positions
from pipeline.body.signers import signer
from pipeline.motion import joints
from pipeline.motion.motion import Motion
from pipeline.motion.placing import placed


@pytest.fixture
def motion() -> Motion:
    draws = np.random.default_rng(3)
    pose = draws.normal(0, 0.2, (9, joints.COUNT, 3)).astype(np.float32)
    pose[:, 0] = (0, 0, 0)
    return Motion(30.0, pose)


def test_what_stands_right_is_not_touched(motion):
    assert placed(motion) == (motion, ())


def test_a_signer_who_stands_elsewhere_with_the_back_to_the_viewer_is_put_right(motion):
    """The distances between all joints of all frames are those of before."""
    pose = motion.pose.copy()
    pose[:, 0] = (0, 2.5, 0)
    away = motion.translation + np.linspace((1, 0.9, -2), (1.2, 0.9, -2), 9, dtype=np.float32)
    found, notes = placed(replace(motion, pose=pose, translation=away))
    assert "143 degrees" in notes[0] and "to where signers stand" in notes[1]
    rest = signer("woman").rest_joints

    def distances(one: Motion) -> np.ndarray:
        places = joint_positions(rest, one.pose, one.translation).reshape(-1, 3)
        return np.linalg.norm(places[:, None] - places[None], axis=-1)

    assert found.pose[:, 0] == pytest.approx(0, abs=1e-5)
    assert np.median(found.translation, axis=0) == pytest.approx(0, abs=1e-6)
    moved = replace(motion, pose=pose, translation=away)
    assert distances(found) == pytest.approx(distances(moved), abs=0.02)
    assert np.linalg.norm(found.translation[-1] - found.translation[0]) == pytest.approx(0.2, abs=1e-4)
