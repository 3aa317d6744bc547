"""The neutral pose that every performance starts from and returns to."""

from functools import lru_cache

import numpy as np

from pipeline.motion import joints
from pipeline.motion.motion import Array

_LEFT_ARM = {
    "left_shoulder": (1.5, -10.0, -81.8),
    "left_elbow": (7.4, -15.4, 0.8),
    "left_wrist": (6.0, 0.6, -0.1),
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
    "left_thumb2": (5.0, 7.6, -4.1),
    "left_thumb3": (6.0, 9.1, -5.0),
}
"""Axis-angle in degrees: the hanging arm that `fitting.rest` gives to an arm that takes no part in a sign,
so that such an arm stays still from one sign to the next."""


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
