"""Ways take longer the farther and the more the hands move, within limits."""

import numpy as np
import pytest

from pipeline.connector.bridge import Edge
from pipeline.connector.duration import (
    LONGEST,
    LONGEST_SPELLED,
    SHORTEST,
    SHORTEST_SPELLED,
    WRIST,
    propose,
    reach,
)
from pipeline.connector.skeleton import rest_joints
from pipeline.motion import joints, rotations


def edges(**angles) -> Edge:
    """Edges (N, ...) with joints turned about z by angles (N,), radians."""
    count = len(next(iter(angles.values())))
    poses = np.zeros((count, joints.COUNT, 3), np.float32)
    for name, values in angles.items():
        poses[:, joints.INDEX[name], 2] = values
    still = np.zeros((count, joints.COUNT, 3), np.float32)
    flat = np.zeros((count, 55), np.float32)
    return Edge(rotations.exp(poses), still, flat, flat)


def seconds(before: Edge, after: Edge, *, spelled: bool = False):
    start = reach(before, rest_joints(), leaving=True)
    end = reach(after, rest_joints(), leaving=False)
    return propose(start, end, np.full(len(before.turns), spelled))


@pytest.mark.parametrize("joint", ["right_shoulder", "left_elbow", "right_wrist", "left_index1", "neck"])
def test_a_way_takes_longer_the_farther_it_is(joint: str) -> None:
    angles = np.linspace(0, 2.5, 40)
    times = seconds(edges(**{joint: np.zeros(40)}), edges(**{joint: angles}))
    assert (np.diff(times) >= -1e-6).all()
    assert times[-1] > times[0] == SHORTEST


def test_it_is_as_long_as_the_longer_of_both_hands_needs() -> None:
    rest = edges(right_shoulder=[0.0], left_shoulder=[0.0])
    right = seconds(rest, edges(right_shoulder=[0.5], left_shoulder=[0.0]))
    left = seconds(rest, edges(right_shoulder=[0.0], left_shoulder=[0.9]))
    both = seconds(rest, edges(right_shoulder=[0.5], left_shoulder=[0.9]))
    assert right < left == both


def test_there_and_back_take_the_same_time() -> None:
    here, there = edges(right_elbow=[0.2], right_index1=[1.0]), edges(right_elbow=[1.3], right_index1=[0.0])
    assert seconds(here, there) == pytest.approx(seconds(there, here))


def test_there_are_limits() -> None:
    zero, far = edges(right_shoulder=[0.0]), edges(right_shoulder=[3.0])
    assert (seconds(zero, zero), seconds(zero, far)) == (SHORTEST, LONGEST)
    assert seconds(zero, zero, spelled=True) == SHORTEST_SPELLED
    assert seconds(zero, far, spelled=True) == LONGEST_SPELLED


def test_a_wrist_is_no_faster_than_its_pace() -> None:
    times = seconds(edges(right_shoulder=[0.0]), edges(right_shoulder=[0.8]))
    arm = rest_joints()[joints.RIGHT_WRIST] - rest_joints()[joints.INDEX["right_shoulder"]]
    chord = 2 * np.hypot(arm[0], arm[1]) * np.sin(0.4)
    assert 1.875 * chord / times <= WRIST.velocity * (1 + 1e-4)


def test_a_hand_that_flies_the_other_way_needs_longer_than_one_that_flies_along() -> None:
    before, after = edges(right_shoulder=[0.0]), edges(right_shoulder=[0.5])
    spin = np.zeros_like(before.spin)
    spin[:, joints.INDEX["right_shoulder"], 2] = 2.0
    along = Edge(before.turns, spin, before.values, before.rates)
    against = Edge(before.turns, -spin, before.values, before.rates)
    assert seconds(along, after) < seconds(before, after) < seconds(against, after)


def test_the_skeleton_is_that_of_the_shipped_signer() -> None:
    assert rest_joints().shape == (55, 3)
    assert rest_joints()[joints.LEFT_WRIST, 0] > 0.5 > -0.5 > rest_joints()[joints.RIGHT_WRIST, 0]
