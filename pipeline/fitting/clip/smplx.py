"""From the angles of the rig to a motion of SMPL-X's joints."""

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from pipeline.body.model import BodyModel
from pipeline.fitting.clip.kinematics import G, Rig, pose
from pipeline.fitting.clip.skeleton import Skeleton
from pipeline.motion import joints
from pipeline.motion.motion import Motion
from pipeline.motion.rotations import axis_angle_to_matrix, matrix_to_axis_angle


def motion_of(angles: Tensor, rig: Rig, skeleton: Skeleton, body: BodyModel, fps: float) -> Motion:
    """The motion of angles (T, F); the forearm's twist is shared equally by elbow and wrist."""
    local = _local(angles, rig)
    matrices = np.tile(np.eye(3), (len(local), joints.COUNT, 1, 1))
    at = {joint.name: index for index, joint in enumerate(skeleton.joints)}
    for name, index in at.items():
        if name in joints.INDEX:
            matrices[:, joints.INDEX[name]] = local[:, index]
    rotations = matrix_to_axis_angle(matrices)
    for side in ("left", "right"):
        twist = matrix_to_axis_angle(local[:, at[f"{side}_forearm"]]) / 2
        half = axis_angle_to_matrix(twist)
        elbow, wrist = joints.INDEX[f"{side}_elbow"], joints.INDEX[f"{side}_wrist"]
        rotations[:, elbow] = matrix_to_axis_angle(matrices[:, elbow] @ half)
        rotations[:, wrist] = matrix_to_axis_angle(half @ matrices[:, wrist])
    translation = angles[:, :3].cpu().numpy() - body.rest_joints[0]
    return Motion(fps, rotations.astype(np.float32), (translation - translation[0]).astype(np.float32))


def _local(angles: Tensor, rig: Rig) -> NDArray[np.float64]:
    """Rotations (T, V, 3, 3) of the rig's joints relative to their parents."""
    found = []
    for own in torch.split(angles, 1024):
        stance = pose(rig, own, own.new_zeros(len(own), G))
        above = stance.rotations[:, [max(parent, 0) for parent in rig.parents]].clone()
        above[:, 0] = torch.eye(3, dtype=own.dtype, device=own.device)
        found.append((above.transpose(-1, -2) @ stance.rotations).double().cpu().numpy())
    return np.concatenate(found)
