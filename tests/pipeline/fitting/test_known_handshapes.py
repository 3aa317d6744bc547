"""What is known of a handshape before a clip is looked at stands in for what the detector gets wrong."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from pipeline.body.signers import signer
from pipeline.fitting.avatars_hand import signers_hand, with_settled_hand
from pipeline.fitting.chain import arm_chain
from pipeline.fitting.clip.fit import ClipFit, fit_clips
from pipeline.fitting.clip.freedoms import INDEX
from pipeline.fitting.clip.hinges import hinges, vectors
from pipeline.fitting.clip.known import build_known, trust
from pipeline.fitting.clip.lengths import as_seen
from pipeline.fitting.clip.problem import Weights
from pipeline.fitting.clip.skeleton import BONE_INDEX, POINTS, build_skeleton
from pipeline.fitting.contact import gaps, hand_capsules, palm_gaps
from pipeline.fitting.freedoms import ARM, FREEDOMS, HAND
from pipeline.fitting.handshapes import Handshape
from pipeline.fitting.kinematics import Posed, pose_chain
from pipeline.fitting.quality.measures import sight
from pipeline.keypoints.keypoints import Keypoints
from pipeline.keypoints.read import read_keypoints
from pipeline.motion import joints
from pipeline.motion.rotations import matrix_to_axis_angle

FIST = Handshape(folds=dict.fromkeys(("index", "middle", "ring", "pinky"), "closed"))

pytestmark = pytest.mark.usefixtures("one_thread")


@pytest.fixture(scope="module")
def flat(captures) -> Keypoints:
    """The capture of an ASL B, a flat hand."""
    (clip,) = read_keypoints(captures / "ase_b.pose")[0].values()
    return clip


@pytest.fixture(scope="module")
def fist(flat: Keypoints) -> ClipFit:
    """The same clip, of which is said that it shows a fist."""
    (fit,) = fit_clips([flat], signer("woman"), handshapes=[FIST])
    assert isinstance(fit, ClipFit)
    return fit


def bends(fit: ClipFit, joint: str) -> np.ndarray:
    names = [f"right_{finger}_{joint}" for finger in ("index", "middle", "ring", "pinky")]
    return np.degrees(fit.angles[len(fit.angles) // 2, [INDEX[name] for name in names]])


def test_a_fist_that_is_known_is_closed_though_a_flat_hand_was_seen(flat: Keypoints, fist: ClipFit):
    (seen,) = fit_clips([flat], signer("woman"))
    assert isinstance(seen, ClipFit)
    assert bends(seen, "pip").max() < 25 and bends(fist, "pip").min() > 85


def test_the_camera_stands_where_weights_say(flat: Keypoints):
    (far,) = fit_clips([flat], signer("woman"), weights=Weights(distance=4.0, focal=0.01))
    assert isinstance(far, ClipFit)
    assert -far.points[:, POINTS.index("right_shoulder"), 2].mean() == pytest.approx(4.0, abs=0.3)


def test_points_that_are_known_better_do_not_count_against_a_fit(fist: ClipFit):
    unfollowed = {POINTS[point].removeprefix("right_hand_") for point in np.flatnonzero(~fist.followed)}
    assert {"index_finger_tip", "pinky_dip"} <= unfollowed and "thumb_tip" not in unfollowed
    assert not fist.guessed["right"].any()
    known = np.isfinite(sight(fist).distances).any(axis=0)
    assert not known[~fist.followed].any() and known[POINTS.index("right_hand_thumb_tip")]


def test_beliefs_are_of_the_named_angles_of_either_hand_and_arm():
    like = torch.zeros(1, dtype=torch.float64)
    known = build_known(
        [Handshape(), Handshape({"index_pip": 30.0}, spread=5.0)], {"elbow": (130.0, 8.0)}, like
    )
    own = [INDEX[name] for name in ("left_elbow", "right_elbow", "left_index_pip", "right_index_pip")]
    assert set(torch.nonzero(known.precisions[1])[:, 0].tolist()) == set(own)
    assert set(torch.nonzero(known.precisions[0])[:, 0].tolist()) == set(own[:2])
    np.testing.assert_allclose(np.degrees(known.means[1, own].numpy()), [130, 130, 30, 30])
    np.testing.assert_allclose(np.degrees(known.precisions[1, own].numpy() ** -0.5), [8, 8, 5, 5])
    assert (trust(Handshape(), POINTS) == 1).all()


def test_hinges_one_after_another_and_rotation_vectors_are_the_same_turns(rest_joints: np.ndarray):
    """The first joints turn by the matrix that the chain of the avatar gives the hinges."""
    own = [freedom.name for freedom in HAND]
    hands = np.radians(np.random.default_rng(3).uniform(-35, 60, (5, len(HAND))))
    sideways = [own.index(f"{finger}_abduction") for finger in ("index", "middle", "ring", "pinky")]
    hands[:, sideways] *= 0.2
    np.testing.assert_allclose(hinges(vectors(hands)), hands, atol=0.05)  # a finger's twist has no hinge
    chain, angles = arm_chain(rest_joints, "left"), np.zeros((5, len(FREEDOMS)))
    angles[:, len(ARM) :] = hands
    thumb = chain.joints.index(joints.INDEX["left_thumb1"])
    turned = matrix_to_axis_angle(pose_chain(chain, angles).local[:, thumb])
    axes = np.array([hinge.axis for hinge in chain.hinges if hinge.joint == thumb])
    columns = [own.index(f"thumb_{part}") for part in ("abduction", "flexion", "twist")]
    np.testing.assert_allclose(turned @ axes.T, vectors(hands)[:, columns], atol=1e-6)


def test_bones_as_they_are_seen_are_longer_where_fingers_begin_and_shorter_in_the_palm():
    found = as_seen(build_skeleton(signer("woman")))
    assert found[BONE_INDEX["middle2"]] > 0.2 and found[BONE_INDEX["middle1"]] < -0.1
    assert found[BONE_INDEX["torso"]] == 0


def test_a_settled_fist_meets_the_palm_and_its_thumb_the_finger(fist: ClipFit):
    body = signer("woman")
    shape = replace(FIST, touches=(("thumb3", "middle2"),))
    motion = with_settled_hand(fist, "right", body, shape)
    hand = signers_hand(fist, "right", body)
    assert hand.carried is not None
    kept = [joint for joint in range(joints.COUNT) if joint not in hand.chain.joints[3:]]
    np.testing.assert_array_equal(motion.pose[:, kept], fist.motion.pose[:, kept])
    posed = _in_pose(hand.chain, motion.pose)
    capsules = hand_capsules(hand.chain)
    pair = np.array([[capsules.names.index("thumb3"), capsules.names.index("middle2")]])
    assert np.abs(gaps(capsules, posed, pair).sizes).max() < 0.002
    assert np.abs(palm_gaps(hand.chain, posed)[0][:, 1::2]).max() < 0.006


def _in_pose(chain, pose: np.ndarray) -> Posed:
    """The hand of a pose (T, 55, 3), on an arm that hangs straight."""
    from pipeline.motion.rotations import axis_angle_to_matrix

    frames = len(pose)
    straight = pose_chain(chain, np.zeros((frames, len(FREEDOMS))))
    local = straight.local.copy()
    local[:, 3:] = axis_angle_to_matrix(pose[:, list(chain.joints[3:])].astype(float))
    rotations, places = np.empty_like(local), np.empty((frames, len(chain.joints), 3))
    for joint, parent in enumerate(chain.parents):
        above = rotations[:, parent] if parent >= 0 else np.eye(3)
        rotations[:, joint] = above @ local[:, joint]
        places[:, joint] = (places[:, parent] + above @ chain.offsets[joint]) if parent >= 0 else chain.root
    at = list(chain.point_joints)
    points = places[:, at] + np.einsum("tpij,pj->tpi", rotations[:, at], chain.point_offsets)
    return Posed(points, places, rotations, local, straight.axes)
