"""The neutral pose that every performance starts from and returns to."""

from functools import lru_cache

import numpy as np

from pipeline.body.kinematics import joint_positions
from pipeline.connector.skeleton import rest_joints
from pipeline.motion import joints
from pipeline.motion.motion import Array, Motion

_LEFT_ARM = {
    "left_shoulder": (7.9, -15.3, -73.6),
    "left_elbow": (7.4, -26.4, 1.1),
    "left_wrist": (5.0, 0.5, 0.0),
    "left_index1": (0.4, 8.3, -18.0),
    "left_index2": (0.0, 0.0, -24.0),
    "left_index3": (0.0, 0.0, -14.0),
    "left_middle1": (-2.8, 0.0, -21.8),
    "left_middle2": (-4.6, 0.0, -26.6),
    "left_middle3": (-2.7, 0.0, -15.8),
    "left_pinky1": (-11.9, -25.2, -25.6),
    "left_pinky2": (-17.7, 0.0, -24.2),
    "left_pinky3": (-10.6, 0.0, -14.5),
    "left_ring1": (-4.4, -1.7, -25.6),
    "left_ring2": (-8.6, 0.0, -27.7),
    "left_ring3": (-5.4, 0.0, -17.2),
    "left_thumb1": (11.0, -0.6, -6.6),
    "left_thumb2": (-1.0, -1.5, 0.8),
    "left_thumb3": (3.0, 4.6, -2.5),
}
"""Axis-angle in degrees: hanging a little away from the body, elbow and fingers slightly bent."""

_SWAY = np.radians(1.5)
_HIP = -0.15
"""Metres above the origin of the SMPL-X frame; the pelvis is at about -0.35."""


@lru_cache(maxsize=1)
def rest_pose() -> Array:
    """Upright, arms hanging relaxed with slightly curled fingers: (55, 3), read-only."""
    pose = np.zeros((joints.COUNT, 3), np.float32)
    for name, degrees in _LEFT_ARM.items():
        left = joints.INDEX[name]
        pose[left] = np.radians(degrees)
        pose[joints.MIRROR[left]] = pose[left] * (1, -1, -1)
    pose.setflags(write=False)
    return pose


def hanging_arms(motion: Motion) -> list[int]:
    """The joints of arms that take no part in a sign: they hang without moving.

    Dictionaries differ in how such an arm hangs; shown as in `rest_pose`, it stays still from sign to sign.
    """
    places = joint_positions(rest_joints(), motion.pose[:1], motion.translation[:1])[0]
    result: list[int] = []
    for side in ("left", "right"):
        arm = [joints.INDEX[f"{side}_{part}"] for part in ("shoulder", "elbow", "wrist")]
        still = np.ptp(motion.pose[:, arm], axis=0).max() < _SWAY
        if still and places[arm[-1], 1] - motion.translation[0, 1] < _HIP:
            result += [*arm, *range(joints.COUNT)[joints.LEFT_HAND if side == "left" else joints.RIGHT_HAND]]
    return result
