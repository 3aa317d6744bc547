"""The chain of an arm: joints where SMPL-X has them, freedoms that do what their names say."""

import numpy as np
import pytest

from pipeline.body.kinematics import joint_positions
from pipeline.fitting.chain import HAND_BONES, POINTS, arm_chain
from pipeline.fitting.freedoms import FINGERS, FREEDOMS, INDEX
from pipeline.fitting.kinematics import angle_jacobian, pose_chain
from pipeline.fitting.perform import to_motion
from pipeline.fitting.rest import rest_angles

SIDES = ("left", "right")


def random_angles(count: int = 3) -> np.ndarray:
    random = np.random.default_rng(1)
    usual = np.array([freedom.usual for freedom in FREEDOMS])
    return usual + 0.4 * random.normal(size=(count, len(FREEDOMS)))


@pytest.mark.parametrize("side", SIDES)
def test_the_motion_puts_the_joints_of_smplx_where_the_chain_has_them(
    side: str, rest_joints: np.ndarray
) -> None:
    angles = random_angles(5)
    chain = arm_chain(rest_joints, side)
    motion = to_motion({side: angles}, 30.0, rest_joints)
    expected = joint_positions(rest_joints, motion.pose, motion.translation)[:, list(chain.joints)]
    np.testing.assert_allclose(pose_chain(chain, angles).joints, expected, atol=2e-6)


@pytest.mark.parametrize("side", SIDES)
def test_jacobians_agree_with_finite_differences(side: str, rest_joints: np.ndarray) -> None:
    chain, angles, step = arm_chain(rest_joints, side), random_angles(2), 1e-6
    posed = pose_chain(chain, angles)
    by_angle = angle_jacobian(chain, posed)
    for index in range(len(FREEDOMS)):
        moved = pose_chain(chain, angles + step * np.eye(len(FREEDOMS))[index]).points
        np.testing.assert_allclose(by_angle[..., index], (moved - posed.points) / step, atol=2e-6)


def moved_by(rest_joints: np.ndarray, side: str, name: str, point: str) -> np.ndarray:
    """How a point moves when one freedom of the hanging arm grows by 0.3 rad: in the hand's frame."""
    chain, angles = arm_chain(rest_joints, side), np.zeros((2, len(FREEDOMS)))
    angles[1, INDEX[name]] = 0.3
    posed = pose_chain(chain, angles)
    change = posed.points[1, POINTS.index(point)] - posed.points[0, POINTS.index(point)]
    outward = 1 if side == "left" else -1
    return (posed.rotations[0, 2].T @ change) * [outward, 1, 1]


@pytest.mark.parametrize("side", SIDES)
def test_digits_bend_to_the_palm_and_spread_towards_the_thumb(side: str, rest_joints: np.ndarray) -> None:
    for finger in FINGERS:
        for joint in ("mcp", "pip", "dip"):
            assert moved_by(rest_joints, side, f"{finger}_{joint}", f"{finger}4")[1] < -0.004
        assert moved_by(rest_joints, side, f"{finger}_abduction", f"{finger}4")[2] > 0.01
    assert moved_by(rest_joints, side, "wrist_flexion", "middle4")[1] < -0.03
    assert moved_by(rest_joints, side, "wrist_ulnar", "middle4")[2] < -0.03
    assert moved_by(rest_joints, side, "thumb_abduction", "thumb4")[1] < -0.01
    assert moved_by(rest_joints, side, "thumb_flexion", "thumb4")[2] < -0.01


@pytest.mark.parametrize("side", SIDES)
def test_the_arm_is_raised_forwards_and_outwards(side: str, rest_joints: np.ndarray) -> None:
    chain, outward = arm_chain(rest_joints, side), 1 if side == "left" else -1
    hanging = np.zeros((1, len(FREEDOMS)))
    elbow, wrist = (pose_chain(chain, hanging).joints[0, index] - chain.root for index in (1, 2))
    assert elbow[1] < -0.2 and wrist[1] < -0.45
    for name, joint, axis, sign in (
        ("shoulder_forward", 1, 2, 1),
        ("shoulder_outward", 1, 0, outward),
        ("elbow_flexion", 2, 2, 1),
    ):
        raised = hanging.copy()
        raised[0, INDEX[name]] = 0.5
        change = pose_chain(chain, raised).joints[0, joint] - pose_chain(chain, hanging).joints[0, joint]
        assert sign * change[axis] > 0.1, name


def test_stretched_bones_have_their_new_lengths(rest_joints: np.ndarray) -> None:
    chain = arm_chain(rest_joints, "right")
    stretch = np.linspace(-0.2, 0.3, HAND_BONES)
    points = pose_chain(chain, random_angles(1), stretch).points[0]
    wrist = POINTS.index("wrist")
    before = [wrist if name[-1] == "1" else index + 1 for index, name in enumerate(POINTS[2:])]
    lengths = np.linalg.norm(points[2:] - points[before], axis=1)
    np.testing.assert_allclose(lengths, chain.bone_lengths() * np.exp(stretch), rtol=1e-9)


def test_angles_of_the_wrong_shape_are_refused(rest_joints: np.ndarray) -> None:
    with pytest.raises(ValueError, match="angles have shape"):
        pose_chain(arm_chain(rest_joints, "left"), np.zeros((3, 5)))


def test_resting_hands_hang_beside_the_thighs(rest_joints: np.ndarray) -> None:
    for side in SIDES:
        wrist = pose_chain(arm_chain(rest_joints, side), rest_angles()[None]).joints[0, 2]
        assert wrist[1] < -0.3 and 0.15 < abs(wrist[0]) < 0.35 and abs(wrist[2]) < 0.2
