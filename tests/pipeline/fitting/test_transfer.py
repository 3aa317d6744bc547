"""Hands with a thickness: gaps between capsules, and the way from the signer's hand to the avatar's."""

from collections.abc import Callable

import numpy as np
import pytest

from pipeline.fitting.chain import HAND_BONES, POINTS, arm_chain
from pipeline.fitting.contact import Capsules, clear_pairs, gap_jacobian, gaps, hand_capsules, palm_gaps
from pipeline.fitting.freedoms import ARM, FINGERS, FREEDOMS
from pipeline.fitting.handshapes import Handshape
from pipeline.fitting.kinematics import pose_chain
from pipeline.fitting.transfer import SignersHand, transfer

Angles = Callable[..., np.ndarray]
FLAT = {
    f"{finger}_{joint}": 0.0 for finger in ("index", "middle", "ring", "pinky") for joint in ("mcp", "pip")
}
FLAT |= {f"{finger}_dip": 0.0 for finger in ("index", "middle", "ring", "pinky")}


def arm_of(rest_joints: np.ndarray, angles: np.ndarray, stretch: np.ndarray | None = None) -> SignersHand:
    """A right arm as if fitted with these angles (T, F)."""
    own = np.zeros(HAND_BONES) if stretch is None else stretch
    chain = arm_chain(rest_joints, "right")
    points = pose_chain(chain, angles, own).points
    return SignersHand(chain, angles, points, float(np.exp(-own.mean())))


def test_gaps_of_segments_are_those_of_geometry(rest_joints: np.ndarray) -> None:
    chain = arm_chain(rest_joints, "right")
    posed = pose_chain(chain, np.zeros((1, len(FREEDOMS))))
    starts = np.array([[0, 0, 0], [0, 0.05, 0], [0.05, 0.03, 0.02], [0.3, 0, 0]], float)
    ends = np.array([[0.1, 0, 0], [0.1, 0.05, 0], [0.05, 0.03, 0.08], [0.4, 0, 0]], float)
    capsules = Capsules(
        ("a1", "b1", "c1", "d1"), (0, 0, 0, 0), starts, ends, np.array([0.01, 0.02, 0.005, 0.01])
    )
    found = gaps(capsules, posed, np.array([[0, 1], [0, 2], [0, 3], [1, 0]]))
    across = np.hypot(0.03, 0.02)
    np.testing.assert_allclose(found.sizes[0], [0.02, across - 0.015, 0.18, 0.02], atol=1e-9)


def test_gap_jacobians_agree_with_finite_differences(rest_joints: np.ndarray, angles_of: Angles) -> None:
    chain = arm_chain(rest_joints, "left")
    capsules = hand_capsules(chain)
    pairs = clear_pairs(capsules)
    angles = angles_of(index_mcp=40, thumb_flexion=30, thumb_abduction=25)[None]
    posed = pose_chain(chain, angles)
    found = gaps(capsules, posed, pairs)
    jacobian, step = gap_jacobian(chain, capsules, posed, pairs, found), 1e-6
    for index in range(len(FREEDOMS)):
        moved = gaps(capsules, pose_chain(chain, angles + step * np.eye(len(FREEDOMS))[index]), pairs)
        expected = (moved.sizes - found.sizes) / step
        assert np.percentile(np.abs(jacobian[..., index] - expected), 98) < 1e-5


def test_a_flat_hand_touches_nothing_and_a_digit_never_its_neighbour_bones(
    rest_joints: np.ndarray, angles_of: Angles
) -> None:
    chain = arm_chain(rest_joints, "right")
    capsules = hand_capsules(chain)
    pairs = clear_pairs(capsules)
    names = [(capsules.names[a], capsules.names[b]) for a, b in pairs]
    assert not any(a[:-1] == b[:-1] for a, b in names)
    angles = angles_of(**FLAT, thumb_abduction=0, thumb_flexion=-20)[None]
    assert gaps(capsules, pose_chain(chain, angles), pairs).sizes.min() > -0.001


def test_a_hand_of_the_avatars_size_is_left_as_it_is(rest_joints: np.ndarray, angles_of: Angles) -> None:
    angles = np.tile(angles_of(**FLAT, thumb_abduction=10, thumb_flexion=-20), (4, 1))
    assert np.degrees(np.abs(transfer(arm_of(rest_joints, angles)) - angles)).max() < 0.5


def test_fingers_that_go_through_each_other_are_parted(rest_joints: np.ndarray, angles_of: Angles) -> None:
    angles = np.tile(angles_of(**FLAT, index_abduction=-15, middle_abduction=15, thumb_flexion=-20), (3, 1))
    arm = arm_of(rest_joints, angles)
    capsules = hand_capsules(arm.chain)
    pairs = clear_pairs(capsules)
    before = gaps(capsules, pose_chain(arm.chain, angles), pairs).sizes.min()
    after = gaps(capsules, pose_chain(arm.chain, transfer(arm)), pairs).sizes.min()
    assert before < -0.01 and after > -0.005


def test_fingertips_stay_out_of_the_palm(rest_joints: np.ndarray, angles_of: Angles) -> None:
    fist = {f"{finger}_{joint}": 95.0 for finger in ("middle", "ring", "pinky") for joint in ("mcp", "pip")}
    fist |= {f"{finger}_dip": 70.0 for finger in ("middle", "ring", "pinky")}
    angles = np.tile(angles_of(**fist, thumb_flexion=-20), (3, 1))
    arm = arm_of(rest_joints, angles)

    def deepest(turned: np.ndarray) -> float:
        sizes, counts = palm_gaps(arm.chain, pose_chain(arm.chain, turned))
        return float((sizes * counts).min())

    assert deepest(angles) < -0.015 and deepest(transfer(arm)) > 0.4 * deepest(angles)


def test_closed_fingertips_meet_the_palm_and_no_others(rest_joints: np.ndarray, angles_of: Angles) -> None:
    claw = {f"{finger}_{joint}": 70.0 for finger in FINGERS for joint in ("mcp", "pip")}
    angles = np.tile(angles_of(**claw, thumb_flexion=-20), (3, 1))
    arm = arm_of(rest_joints, angles)
    closed = transfer(arm, Handshape(folds={"middle": "closed", "ring": "closed", "pinky": "closed"}))
    tips = palm_gaps(arm.chain, pose_chain(arm.chain, closed))[0][:, 1::2]
    assert (tips[:, 0] > 0.01).all()
    np.testing.assert_allclose(tips[:, 1:], -0.002, atol=0.0015)


def test_digits_that_touch_in_a_sign_do_so_on_the_avatar(rest_joints: np.ndarray, angles_of: Angles) -> None:
    angles = np.tile(angles_of(**FLAT | {"index_mcp": 45.0, "index_pip": 50.0}, thumb_flexion=20), (3, 1))
    arm = arm_of(rest_joints, angles, np.full(HAND_BONES, 0.1))
    capsules = hand_capsules(arm.chain)
    tips = np.array([[capsules.names.index("thumb3"), capsules.names.index("index3")]])

    def gap(turned: np.ndarray) -> float:
        return float(np.abs(gaps(capsules, pose_chain(arm.chain, turned), tips).sizes).max())

    assert gap(angles) > 0.01
    touching = transfer(arm, Handshape(touches=(("thumb3", "index3"),)))
    assert gap(touching) < 0.003
    assert gap(transfer(arm, Handshape(touches=(("thumb3", "index3"),)), np.zeros(3))) > 0.005


def test_the_arm_and_the_fingers_in_the_image_stay(rest_joints: np.ndarray, angles_of: Angles) -> None:
    angles = np.tile(angles_of(forearm_twist=60, index_mcp=45, index_pip=50, thumb_flexion=20), (3, 1))
    arm = arm_of(rest_joints, angles, np.full(HAND_BONES, 0.1))
    moved = transfer(arm, Handshape(touches=(("thumb3", "index3"),)))
    assert np.degrees(np.abs(moved - angles)[:, : len(ARM)]).max() < 0.1
    before, after = pose_chain(arm.chain, angles).points, pose_chain(arm.chain, moved).points
    ring, tip = POINTS.index("ring1"), POINTS.index("ring4")
    directions = [(points[:, tip] - points[:, ring])[:, :2] for points in (before, after)]
    np.testing.assert_allclose(directions[0], directions[1], atol=0.003)


def test_a_capsule_nobody_knows_is_an_error(rest_joints: np.ndarray, angles_of: Angles) -> None:
    with pytest.raises(KeyError):
        transfer(arm_of(rest_joints, angles_of()[None]), Handshape(touches=(("thumb9", "index3"),)))
