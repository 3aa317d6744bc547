"""Joints go where the rotations before them carry them."""

import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from pipeline.body.kinematics import joint_positions, joint_transforms, pose_features, skinning_transforms
from pipeline.motion import joints

REST = np.random.default_rng(2).normal(0, 0.4, (joints.COUNT, 3))
POSE = np.random.default_rng(3).normal(0, 0.8, (7, joints.COUNT, 3)).astype(np.float32)
STILL = np.zeros((1, joints.COUNT, 3), np.float32)
WALK = np.random.default_rng(4).normal(size=(7, 3)).astype(np.float32)
NOWHERE = np.zeros((1, 3), np.float32)


def test_the_still_body_is_at_rest_and_moves_as_a_whole():
    np.testing.assert_allclose(joint_positions(REST, STILL, NOWHERE)[0], REST, atol=1e-6)
    walked = joint_positions(REST, np.repeat(STILL, 7, axis=0), WALK)
    np.testing.assert_allclose(walked, REST + WALK[:, None], atol=1e-6)
    identity = np.broadcast_to(np.eye(3, 4), (1, joints.COUNT, 3, 4))
    np.testing.assert_allclose(skinning_transforms(REST, STILL, NOWHERE), identity, atol=1e-6)


def test_a_bent_elbow_carries_the_whole_hand_and_nothing_else():
    elbow = joints.INDEX["left_elbow"]
    pose = STILL.copy()
    pose[0, elbow] = [0, np.pi / 2, 0]
    bent = joint_positions(REST, pose, NOWHERE)[0]
    carried = [joints.LEFT_WRIST, *range(joints.LEFT_HAND.start, joints.LEFT_HAND.stop)]
    x, y, z = (REST[carried] - REST[elbow]).T
    np.testing.assert_allclose(bent[carried], REST[elbow] + np.stack([z, y, -x], axis=1), atol=1e-6)
    others = np.setdiff1d(np.arange(joints.COUNT), carried)
    np.testing.assert_allclose(bent[others], REST[others], atol=1e-6)


def test_joints_agree_with_a_walk_down_the_tree_in_double_precision():
    transforms = joint_transforms(REST, POSE, WALK)
    for frame in range(len(POSE)):
        turns: list[Rotation] = []
        places: list[np.ndarray] = []
        for joint, parent in enumerate(joints.PARENTS):
            local = Rotation.from_rotvec(POSE[frame, joint].astype(float))
            if parent < 0:
                turns.append(local)
                places.append(REST[0] + WALK[frame])
                continue
            turns.append(turns[parent] * local)
            places.append(places[parent] + turns[parent].apply(REST[joint] - REST[parent]))
        expected = np.stack([turn.as_matrix() for turn in turns])
        np.testing.assert_allclose(transforms[frame, ..., :3], expected, atol=2e-6)
        np.testing.assert_allclose(transforms[frame, ..., 3], places, atol=5e-6)


def test_skinning_moves_every_joint_from_rest_to_where_it_is():
    transforms = skinning_transforms(REST, POSE, WALK)
    moved = np.einsum("tjab,jb->tja", transforms[..., :3], REST) + transforms[..., 3]
    np.testing.assert_allclose(moved, joint_positions(REST, POSE, WALK), atol=5e-6)
    assert transforms.dtype == np.float32
    assert transforms.flags.c_contiguous


def test_every_frame_may_have_its_own_rest_joints():
    rest = REST + np.arange(7)[:, None, None] / 100
    together = skinning_transforms(rest, POSE, WALK)
    apart = [skinning_transforms(rest[i], POSE[i : i + 1], WALK[i : i + 1])[0] for i in range(7)]
    np.testing.assert_array_equal(together, apart)


@pytest.mark.parametrize("angle", [0.0, 0.3, np.pi])
def test_pose_features_are_the_matrices_less_the_identity(angle):
    pose = STILL.copy()
    pose[0, 2] = [0, 0, angle]
    features = pose_features(pose)
    assert features.shape == (1, 486)
    c, s = np.cos(angle) - 1, np.sin(angle)
    np.testing.assert_allclose(features[0, 9:18], [c, -s, 0, s, c, 0, 0, 0, 0], atol=1e-6)
    assert not features[0, :9].any()
    assert not features[0, 18:].any()
