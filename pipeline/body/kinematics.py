"""Where the 55 joints are and how they turn the body, for all frames of a motion at once."""

import numpy as np
from numpy.typing import NDArray

from pipeline.motion import joints, rotations

Floats = NDArray[np.float32]


def _levels() -> list[tuple[list[int], list[int]]]:
    """Joints of equal distance from the pelvis and their parents, nearest first, without the pelvis."""
    depth = [0] * joints.COUNT
    for joint, parent in enumerate(joints.PARENTS[1:], start=1):
        depth[joint] = depth[parent] + 1
    levels = [[j for j in range(joints.COUNT) if depth[j] == d] for d in range(1, max(depth) + 1)]
    return [(level, [joints.PARENTS[joint] for joint in level]) for level in levels]


LEVELS = _levels()


def joint_transforms(rest_joints: NDArray[np.floating], pose: Floats, translation: Floats) -> Floats:
    """Global rotation and position (T, 55, 3, 4) of every joint.

    rest_joints (55, 3), or (T, 55, 3) where a face moves them, and translation (T, 3) in metres,
    pose (T, 55, 3) in axis-angle radians relative to the parent.
    """
    rest = np.asarray(rest_joints, np.float32)
    local = np.empty((len(pose), joints.COUNT, 4, 4), np.float32)
    local[..., :3, :3] = rotations.axis_angle_to_matrix(np.asarray(pose, np.float32))
    local[..., 3, :] = (0, 0, 0, 1)
    local[:, 0, :3, 3] = rest[..., 0, :] + translation
    local[:, 1:, :3, 3] = rest[..., 1:, :] - rest[..., list(joints.PARENTS[1:]), :]
    result = np.empty((len(pose), joints.COUNT, 3, 4), np.float32)
    result[:, 0] = local[:, 0, :3]
    for level, parents in LEVELS:
        result[:, level] = result[:, parents] @ local[:, level]
    return result


def joint_positions(rest_joints: NDArray[np.floating], pose: Floats, translation: Floats) -> Floats:
    """Where the joints are, (T, 55, 3) metres; arguments as for `joint_transforms`."""
    return joint_transforms(rest_joints, pose, translation)[..., 3]


def skinning_transforms(rest_joints: NDArray[np.floating], pose: Floats, translation: Floats) -> Floats:
    """What moves a point of the rest body along with each joint, (T, 55, 3, 4), C-contiguous.

    Arguments as for `joint_transforms`.
    """
    transforms = joint_transforms(rest_joints, pose, translation)
    rest = np.asarray(rest_joints, np.float32)
    transforms[..., 3] -= (transforms[..., :3] @ rest[..., None])[..., 0]
    return transforms


def pose_features(pose: Floats) -> Floats:
    """Coefficients (T, 486) of the pose correctives: the matrices of joints 1 to 54 less the identity."""
    turned = rotations.axis_angle_to_matrix(np.asarray(pose[:, 1:], np.float32))
    return (turned - np.eye(3, dtype=np.float32)).reshape(len(pose), -1)
