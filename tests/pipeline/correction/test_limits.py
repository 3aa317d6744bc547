"""Corrections stop where joints do: exact angles, both sides alike, and signs themselves left alone."""

from dataclasses import replace

import numpy as np
import pytest

from pipeline.connector.skeleton import rest_joints
from pipeline.correction.apply import correct, possible
from pipeline.correction.correction import Correction, Reach, Turn
from pipeline.correction.limits import angles, limits, turned, within
from pipeline.motion import joints, rotations
from pipeline.motion.motion import Motion
from pipeline.signs.starter import STARTER
from pipeline.signs.store import SignStore
from pipeline.timeline.tracks import track
from tests.pipeline.correction.test_apply import quaternion, seconds, turns, waving

WRISTS = (joints.LEFT_WRIST, joints.RIGHT_WRIST)


def past(found: np.ndarray, joint: int) -> np.ndarray:
    """Degrees (T, 3) beyond the limits of a joint."""
    limit = limits()[joint]
    value = angles(limit, found)
    return np.degrees(np.maximum(np.maximum(limit.low - value, value - limit.high), 0))


def test_a_wrist_bends_as_far_as_wrists_do_and_no_further() -> None:
    """Hands of the rest pose are flat: they bend about an axis across the forearm by 80 and 75 degrees."""
    still = np.array([[[1.0, 0.0, 0.0, 0.0]]])
    for joint, palm in zip(WRISTS, (-1.0, 1.0), strict=True):  # towards the palm, which looks down
        fore = rest_joints()[joint] - rest_joints()[joints.PARENTS[joint]]
        axis = np.cross(np.cross(fore, [0.0, 0.0, palm]), fore)
        axis /= np.linalg.norm(axis)
        for asked, wanted in ((40, 40), (79, 79), (120, 80), (-60, -60), (-110, -75)):
            after = np.array([[quaternion(*np.radians(asked) * axis)]])
            got = np.degrees(rotations.log(within(still, after, [joint]))[0, 0])
            assert got == pytest.approx(wanted * axis, abs=1e-4)


def test_angles_and_turns_are_each_others_inverse() -> None:
    random = np.random.default_rng(3)
    for limit in limits().values():
        wanted = random.uniform(limit.low, limit.high, (50, 3)) * 0.95
        wanted = wanted[np.hypot(wanted[:, 1], wanted[:, 2]) < 3]  # a shoulder's go past half a turn
        assert angles(limit, turned(limit, wanted)) == pytest.approx(wanted, abs=1e-9)


def test_both_sides_can_do_the_same() -> None:
    """Seen in the mirror an axis of turning keeps what points to the side and loses the sign of the rest."""
    for joint, limit in limits().items():
        other = limits()[joints.MIRROR[joint]]
        for row in range(3):
            alike = limit.axes[row] * [1, -1, -1] @ other.axes[row]
            assert abs(alike) > 0.9  # bodies are not quite symmetric
            span = (limit.low[row], limit.high[row])
            mirrored = span if alike > 0 else (-span[1], -span[0])
            assert (other.low[row], other.high[row]) == pytest.approx(mirrored), joints.NAMES[joint]


def test_what_the_shipped_signs_do_is_within_the_limits() -> None:
    with SignStore(STARTER) as store:
        signs = [*store.search("", "ase", 40), *store.search("", "gsg", 40)]
        poses = np.concatenate([track(store.motion(sign.id)).turns for sign in signs])
    worst = {joints.NAMES[joint]: past(poses[:, joint], joint).max() for joint in limits()}
    assert max(worst.values()) < 12, worst
    share = np.mean([past(poses[:, joint], joint).max(axis=1) > 1 for joint in limits()])
    assert share < 0.003


@pytest.mark.parametrize("joint", [*WRISTS, joints.INDEX["right_elbow"], joints.INDEX["right_index2"]])
def test_no_frame_of_a_correction_is_beyond_its_joint(joint: int) -> None:
    motion, by = waving(), quaternion(0.9, -1.4, 1.2)
    for beyond in (False, True):
        correction = Correction(Turn(joint, by), 0.2, 1.8, 0.5, 0.5, beyond=beyond)
        made = turns(correct(motion, (correction,)))[:, joint]
        own = past(turns(motion)[:, joint], joint)
        assert (past(made, joint) > own + 0.01).any() == beyond


def test_a_hand_gives_way_when_its_wrist_is_moved_too_far() -> None:
    motion = waving(241)
    reach = Correction(Reach("right", (0.2, 0.5, -0.1)), 0.0, 8.0, 3.0, 3.0)
    held, loose = (
        turns(correct(motion, (each,)))[:, joints.RIGHT_WRIST]
        for each in (reach, replace(reach, beyond=True))
    )
    assert past(loose, joints.RIGHT_WRIST).max() > 5
    assert past(held, joints.RIGHT_WRIST).max() < 0.01
    steps, free = (rotations.angle_between(each[1:], each[:-1]).max() for each in (held, loose))
    assert steps < max(1.5 * free, 0.05)  # it comes to its limit and leaves it without a jump


@pytest.mark.parametrize("way", [1, -1])
def test_a_sign_that_is_beyond_by_itself_stays_as_it_is(way: int) -> None:
    pose = waving().pose.copy()
    pose[:, joints.RIGHT_WRIST] = (0.0, 0.0, 1.9 * way)
    motion = Motion(30.0, pose)
    nothing = Correction(Turn(joints.RIGHT_WRIST, quaternion(0, 0, 0)), 0.0, 2.0, 0.0, 0.0)
    made = correct(motion, (nothing,))
    assert rotations.angle_between(turns(made), turns(motion)).max() < 1e-6
    more = Correction(Turn(joints.RIGHT_WRIST, quaternion(0, 0, 0.3 * way)), 0.0, 2.0, 0.0, 0.0)
    back = Correction(Turn(joints.RIGHT_WRIST, quaternion(0, 0, -0.3 * way)), 0.0, 2.0, 0.0, 0.0)
    was = past(turns(motion)[:, joints.RIGHT_WRIST], joints.RIGHT_WRIST).max()
    for correction, wanted in ((more, was), (back, was - np.degrees(0.3))):
        found = past(turns(correct(motion, (correction,)))[:, joints.RIGHT_WRIST], joints.RIGHT_WRIST)
        assert found.max() == pytest.approx(wanted, abs=1.0)


def test_what_is_possible_of_a_turn_is_what_it_does() -> None:
    motion = waving()
    asked = Correction(Turn(joints.RIGHT_WRIST, quaternion(0.0, 0.3, 2.0)), 0.0, 2.0, 0.0, 0.0)
    shown = turns(correct(motion, (asked,)))[30, joints.RIGHT_WRIST]
    act, kept_back = possible(turns(motion)[30], seconds(motion)[30], (asked,), 0)
    assert isinstance(act, Turn) and kept_back > np.radians(20)
    again = turns(correct(motion, (Correction(act, 0.0, 2.0, 0.0, 0.0),)))[30, joints.RIGHT_WRIST]
    assert rotations.angle_between(shown, again) < 1e-5
    little = Correction(Turn(joints.RIGHT_WRIST, quaternion(0.0, 0.0, 0.1)), 0.0, 2.0, 0.0, 0.0)
    assert possible(turns(motion)[30], seconds(motion)[30], (little,), 0) == (little.act, 0.0)
