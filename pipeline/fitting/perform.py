"""Angles of arms as a motion of the avatar."""

import numpy as np
from numpy.typing import NDArray

from pipeline.fitting.chain import arm_chain
from pipeline.fitting.kinematics import pose_chain
from pipeline.fitting.rest import rest_angles
from pipeline.motion import joints
from pipeline.motion.motion import Motion
from pipeline.motion.rotations import matrix_to_axis_angle

Array = NDArray[np.float64]


def to_motion(angles: dict[str, Array], fps: float, rest_joints: Array) -> Motion:
    """The avatar moving its `"left"` and `"right"` arm by angles (T, F); one not given hangs at rest."""
    frames = len(next(iter(angles.values())))
    pose = np.zeros((frames, joints.COUNT, 3))
    for side in ("left", "right"):
        chain = arm_chain(rest_joints, side)
        turned = angles.get(side, np.tile(rest_angles(), (frames, 1)))
        pose[:, chain.joints] = matrix_to_axis_angle(pose_chain(chain, turned).local)
    return Motion(fps=fps, pose=np.asarray(pose, np.float32))
