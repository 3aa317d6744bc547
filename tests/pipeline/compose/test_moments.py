"""The moments of a composed sign, by the hand's own place at them."""

import numpy as np
import pytest

from pipeline.body.kinematics import joint_positions
from pipeline.compose.compose import compose
from pipeline.compose.text_form import read_description
from pipeline.motion import joints

START = "start: {shape: flat_B, palm: down, fingers: out, height: chest}\n"
WRIST = joints.INDEX["right_wrist"]


def wrists(composed, body):
    """The right wrist (3,) at every moment of the sign."""
    motion = composed.motion
    places = joint_positions(body.rest_joints, motion.pose, motion.translation)[:, WRIST]
    return places[[round(moment * motion.fps) for moment in composed.moments]]


def test_movements_of_unequal_length_end_when_the_hand_is_there(body):
    short = "{straight: right, size: small, hold: 0.5}"
    long = "{straight: up, size: large, speed: slow}"
    composed = compose(read_description(f"{START}move: [{short}, {long}]"), body)
    start, middle, end = composed.moments
    assert start == pytest.approx(composed.onset) and end == pytest.approx(composed.offset)
    assert middle - start < (end - start) / 3
    where = wrists(composed, body)
    assert where[0, 0] - where[1, 0] == pytest.approx(0.06, abs=0.01)
    assert abs(where[1, 1] - where[0, 1]) < 0.01
    assert where[2, 1] - where[1, 1] == pytest.approx(0.22, abs=0.02)


@pytest.mark.parametrize("repeat", ["3", "2 to-and-fro", "3 to-and-fro"])
def test_a_repeated_movement_is_seen_at_its_end_and_the_next_after_it(repeat, body):
    moves = f"[{{straight: right, repeat: {repeat}}}, {{straight: up}}]"
    composed = compose(read_description(f"{START}move: {moves}\nrepeat: 2\nhold: 0.3"), body)
    where = wrists(composed, body)
    assert len(where) == 3 and list(composed.moments) == sorted(composed.moments)
    assert where[0, 0] - where[1, 0] == pytest.approx(0.13, abs=0.015)
    assert np.ptp(where[:2, 1]) < 0.015 and where[2, 1] - where[1, 1] > 0.1
    assert composed.moments[-1] < composed.offset - 0.3


def test_a_sign_without_movement_has_its_start_only(body):
    composed = compose(read_description("start: {shape: flat_B}"), body)
    assert composed.moments == (composed.onset,)
