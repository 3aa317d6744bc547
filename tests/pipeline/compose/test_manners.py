"""Hands that go round flesh still sign what they should."""

import numpy as np
import pytest

from pipeline.body.kinematics import joint_positions
from pipeline.body.signers import signer
from pipeline.compose.manners import mannered, quickest
from pipeline.compose.strokes import FPS
from pipeline.motion import joints
from pipeline.signs.starter import STARTER
from pipeline.signs.store import SignStore

STEPS = np.linspace(0, 1, 31)[:, None]
ACROSS = np.array([[0.3, 0.0, 0.0]])


def test_a_hand_that_rests_is_not_carried_along():
    resting = np.zeros((31, 3))
    assert mannered(resting, resting + 0.019 * STEPS * [0, 1, 0])
    assert not mannered(resting, resting + 0.03 * STEPS * [0, 1, 0])
    assert mannered(resting, np.add(resting, (0.0, 0.1, 0.0)))  # it rests, elsewhere


def test_a_hand_that_moves_is_not_hurried():
    way = STEPS * ACROSS
    assert quickest(way) == pytest.approx(0.3 * FPS / 30)
    jerked = way.copy()
    jerked[15:] += [0.0, 0.05, 0.0]  # within one frame
    assert mannered(way, way + 0.05 * np.sin(np.pi * STEPS) * [0, 1, 0])
    assert not mannered(way, jerked)


@pytest.mark.parametrize(
    ("gloss", "language"), [("ARZT", "gsg"), ("MUSIC", "ase"), ("ALL", "ase"), ("NIGHT", "ase")]
)
def test_the_base_hand_of_shipped_signs_rests(gloss, language):
    with SignStore(STARTER, raw=True) as store:
        sign = store.find(gloss, language)[0]
        motion = store.motion(sign.id)
    places = joint_positions(signer("woman").rest_joints, motion.pose, motion.translation)
    begin, end = (round(seconds * motion.fps) for seconds in (sign.onset, sign.offset))
    base = places[begin : end + 1, joints.INDEX["left_wrist"]]
    assert np.ptp(base, axis=0).max() < 0.03
