"""The rig of the clip fitter moves as SMPL-X does, and its derivatives are those of its movement."""

import numpy as np
import pytest
import torch

from pipeline.body.kinematics import joint_positions
from pipeline.body.signers import signer
from pipeline.fitting.clip.freedoms import FREEDOMS
from pipeline.fitting.clip.kinematics import F, G, Rig, build_rig, pose, screws, stretches, velocities
from pipeline.fitting.clip.skeleton import BONE_INDEX, POINTS, build_skeleton
from pipeline.fitting.clip.smplx import motion_of
from pipeline.motion import joints

_STEP = 1e-6


@pytest.fixture(scope="module")
def rig() -> Rig:
    return build_rig(build_skeleton(signer("woman")), dtype=torch.float64)


def _angles(frames: int) -> torch.Tensor:
    usual = torch.tensor([freedom.usual for freedom in FREEDOMS], dtype=torch.float64)
    return usual + 0.3 * torch.randn(
        frames, F, generator=torch.Generator().manual_seed(1), dtype=torch.float64
    )


def test_points_move_with_the_freedoms_as_the_jacobian_says(rig: Rig):
    angles, bones = _angles(2), torch.full((2, G), 0.05, dtype=torch.float64)
    posed = pose(rig, angles, bones)
    jacobian = velocities(*screws(rig, posed), posed.points, rig.moved)
    for freedom in range(F):
        moved = angles.clone()
        moved[:, freedom] += _STEP
        change = (pose(rig, moved, bones).points - posed.points) / _STEP
        torch.testing.assert_close(change, jacobian[..., freedom], atol=1e-5, rtol=0)


def test_points_move_with_the_bones_as_the_jacobian_says(rig: Rig):
    angles, bones = _angles(2), torch.full((2, G), 0.05, dtype=torch.float64)
    posed = pose(rig, angles, bones)
    jacobian = stretches(rig, posed)
    for bone in range(G):
        longer = bones.clone()
        longer[:, bone] += _STEP
        change = (pose(rig, angles, longer).points - posed.points) / _STEP
        torch.testing.assert_close(change, jacobian[..., bone], atol=1e-5, rtol=0)


def test_the_motion_of_a_fit_moves_the_body_as_the_rig_moves(rig: Rig):
    body = signer("woman")
    angles = _angles(3)
    points = pose(rig, angles, torch.zeros(3, G, dtype=torch.float64)).points.numpy()
    motion = motion_of(angles, rig, build_skeleton(body), body, 25.0)
    placed = joint_positions(body.rest_joints, motion.pose, motion.translation)
    names = ("left_elbow", "right_elbow", "left_shoulder")
    shift = points[:1, [POINTS.index("left_hip")]] - placed[:1, [joints.INDEX["left_hip"]]]
    for name in names:
        apart = points[:, POINTS.index(name)] - placed[:, joints.INDEX[name]] - shift[:, 0]
        assert np.abs(apart).max() < 1e-5
    for part, point in (("index2", "index_finger_pip"), ("thumb3", "thumb_ip"), ("wrist", "wrist")):
        for side in ("left", "right"):
            at = POINTS.index(f"{side}_hand_{point}")
            apart = points[:, at] - placed[:, joints.INDEX[f"{side}_{part}"]] - shift[:, 0]
            assert np.abs(apart).max() < 1e-5


def test_a_longer_forearm_moves_the_hand_and_nothing_else(rig: Rig):
    angles, bones = _angles(1), torch.zeros(1, G, dtype=torch.float64)
    longer = bones.clone()
    longer[0, BONE_INDEX["forearm"]] = 0.1
    moved = (pose(rig, angles, longer).points - pose(rig, angles, bones).points).norm(dim=-1)[0]
    for index, name in enumerate(POINTS):
        assert (float(moved[index]) > 0.01) == ("_hand_" in name or name.endswith("wrist"))
