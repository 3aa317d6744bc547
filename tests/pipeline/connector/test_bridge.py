"""The way from sign to sign is the shortest one, and nothing jerks where it begins and ends."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.connector.bridge import Edge, bridge, eased, minimum_jerk, run_on
from pipeline.motion import rotations

ELBOW = 19


def edge(vector=(0.0, 0.0, 0.0), spin=(0.0, 0.0, 0.0), value=0.0, rate=0.0) -> Edge:
    """One edge whose right elbow is turned by `vector` and turns at `spin`, everything else at rest."""
    turns = np.zeros((1, 55, 4), np.float32)
    turns[..., 0] = 1
    turns[0, ELBOW] = rotations.exp(np.array(vector))
    spins = np.zeros((1, 55, 3), np.float32)
    spins[0, ELBOW] = spin
    return Edge(turns, spins, np.full((1, 2), value, np.float32), np.full((1, 2), rate, np.float32))


def along(before: Edge, after: Edge, elapsed, seconds=0.4, hold=0.0):
    """The elbow's quaternions (T, 4) and the values (T, 2)."""
    elapsed = np.atleast_1d(np.asarray(elapsed, float))
    every = np.zeros(len(elapsed), int)
    turns, values = bridge(
        before[every], after[every], elapsed, np.full(len(elapsed), hold), np.full(len(elapsed), seconds)
    )
    return turns[:, ELBOW].astype(float), values


def velocity(before: Edge, after: Edge, moment: float, **how):
    """By central differences, in the joint's own frame."""
    (earlier, later), (low, high) = along(before, after, [moment - 1e-3, moment + 1e-3], **how)
    spin = rotations.log(rotations.multiply(rotations.conjugate(earlier), later)) / 2e-3
    return spin, (high - low) / 2e-3


def test_halfway_in_time_is_halfway_on_the_geodesic() -> None:
    start, end = np.array([0.3, -0.2, 0.9]), np.array([-1.1, 0.4, 0.2])
    middle, values = along(edge(start), edge(end, value=2.0), 0.2)
    expected = rotations.slerp(rotations.exp(start), rotations.exp(end), 0.5)
    assert rotations.angle_between(middle[0], expected) < 1e-6
    assert values == pytest.approx(1.0)


def test_it_leaves_from_the_first_and_arrives_at_the_second() -> None:
    start, end = edge([0.3, -0.2, 0.9], [2, 1, 0], 0.2, 1), edge([-1.1, 0.4, 0.2], [0, -3, 1], 0.8, -2)
    turns, values = along(start, end, [0.0, 0.4])
    assert rotations.angle_between(turns[0], start.turns[0, ELBOW].astype(float)) < 1e-6
    assert rotations.angle_between(turns[1], end.turns[0, ELBOW].astype(float)) < 1e-6
    assert values[:, 0] == pytest.approx([0.2, 0.8])


def test_the_velocities_at_both_ends_are_those_of_the_signs() -> None:
    start, end = edge([0.3, -0.2, 0.9], [2, 1, 0], 0, 1), edge([-1.1, 0.4, 0.2], [0, -3, 1], 0.5, -2)
    for moment, wanted in ((2e-3, start), (0.398, end)):
        near, near_rate = velocity(start, end, moment)
        assert near == pytest.approx(wanted.spin[0, ELBOW], abs=0.15)
        assert near_rate[0] == pytest.approx(wanted.rates[0, 0], abs=0.1)
    # Nearer by half, the difference is smaller by half or more: it vanishes at the end itself.
    far = np.linalg.norm(velocity(start, end, 4e-3)[0] - start.spin[0, ELBOW])
    near = np.linalg.norm(velocity(start, end, 2e-3)[0] - start.spin[0, ELBOW])
    assert near < 0.6 * far


def test_at_rest_on_both_sides_it_starts_and_stops_gently() -> None:
    start, end = edge(), edge([0, 0, 1.5])
    speeds = [np.linalg.norm(velocity(start, end, moment)[0]) for moment in np.linspace(0.005, 0.395, 40)]
    assert max(speeds) == pytest.approx(1.875 * 1.5 / 0.4, rel=0.01)
    assert speeds[0] < 0.1 * max(speeds) and speeds[-1] < 0.1 * max(speeds)
    assert int(np.argmax(speeds)) in (19, 20)


def test_the_two_ways_of_writing_a_rotation_give_the_same_way() -> None:
    start, end = edge([0.3, 0, 0.9], [2, 1, 0]), edge([-1.1, 0.4, 0.2])
    negative = Edge(-end.turns, end.spin, end.values, end.rates)
    moments = np.linspace(0, 0.4, 9)
    here, there = along(start, end, moments)[0], along(start, negative, moments)[0]
    assert rotations.angle_between(here, there).max() < 1e-6


def test_the_short_way_round_is_taken() -> None:
    turns, _ = along(edge([0, 0, 1.6]), edge([0, 0, -1.6]), [0.2])
    assert rotations.angle_between(turns[0], rotations.exp(np.array([0, 0, np.pi]))) < 1e-5


def test_during_a_hold_the_movement_dies_away_and_the_way_begins_later() -> None:
    start, end = edge([0, 0, 0.5], [0, 0, 3]), edge([0, 0, 1.5])
    turns, _ = along(start, end, [0.0, 0.05, 0.5, 0.99, 1.4], hold=1.0)
    angles = rotations.log(turns)[:, 2]
    assert angles[0] == pytest.approx(0.5)
    assert angles[0] < angles[1] < angles[2] == pytest.approx(angles[3], abs=1e-4)
    assert angles[2] - angles[0] == pytest.approx(0.15, abs=1e-3)  # the most that a joint runs on
    assert angles[4] == pytest.approx(1.5)


@given(
    spins=st.tuples(*[st.floats(-20, 20)] * 6), angles=st.tuples(*[st.floats(-3, 3)] * 6),
    seconds=st.floats(0.05, 3.0),
)  # fmt: skip
@settings(deadline=None, max_examples=60)
def test_nothing_ever_jumps(spins, angles, seconds) -> None:
    start, end = edge(angles[:3], spins[:3]), edge(angles[3:], spins[3:])
    turns, _ = along(start, end, np.linspace(0, seconds, 400), seconds=seconds)
    steps = rotations.angle_between(turns[:-1], turns[1:])
    fastest = 1.875 * (np.pi + 0.3) / seconds + 2 * np.linalg.norm(spins)
    assert np.isfinite(turns).all()
    assert steps.max() < 1.1 * fastest * seconds / 399 + 1e-3
    assert np.linalg.norm(turns, axis=1) == pytest.approx(1, abs=1e-4)


def test_running_backwards_mirrors_running_on() -> None:
    start = edge([0.2, 0, 0], [1, 0, 0], 1.0, 1.0)
    ahead, value = run_on(start, np.array([0.5]), np.array([0.08]))
    behind, earlier = run_on(start, np.array([-0.5]), np.array([0.08]))
    assert rotations.log(ahead)[0, ELBOW, 0] - 0.2 == pytest.approx(0.08, abs=1e-3)
    assert 0.2 - rotations.log(behind)[0, ELBOW, 0] == pytest.approx(0.08, abs=1e-3)
    assert value[0, 0] - 1 == pytest.approx(1 - earlier[0, 0])


def test_minimum_jerk_is_the_polynomial() -> None:
    assert minimum_jerk(np.array([-1, 0, 0.25, 0.5, 1, 2])) == pytest.approx([0, 0, 0.103515625, 0.5, 1, 1])


def test_ease_moves_the_quickest_moment_and_keeps_both_ends_at_rest() -> None:
    moments = np.linspace(0, 1, 2001)
    quickest = []
    for ease in (-1.0, 0.0, 1.0):
        progress = minimum_jerk(eased(moments, ease))
        slope = np.gradient(progress, moments)
        quickest.append(moments[slope.argmax()])
        assert progress[[0, -1]] == pytest.approx([0, 1]) and (np.diff(progress) >= 0).all()
        assert slope[[0, -1]] == pytest.approx(0, abs=0.02)
    assert quickest[0] < 0.45 < quickest[1] < 0.55 < quickest[2]
