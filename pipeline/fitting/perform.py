"""Fitted angles as a motion of the avatar, and a whole capture as one."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.fitting.chain import arm_chain
from pipeline.fitting.fit import ArmFit, fit_arm, signing_sides
from pipeline.fitting.head import head_turns
from pipeline.fitting.kinematics import pose_chain
from pipeline.fitting.rest import rest_angles
from pipeline.fitting.transfer import transfer
from pipeline.keypoints.landmarks import Landmarks
from pipeline.motion import joints
from pipeline.motion.motion import Motion
from pipeline.motion.rotations import matrix_to_axis_angle

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class ClipFit:
    """A capture and the motion that was fitted to it."""

    arms: tuple[ArmFit, ...]  # those that take part, the busiest first
    motion: Motion

    @property
    def missing(self) -> NDArray[np.bool_]:
        """Frames (T,) in which a hand that takes part was not seen and is interpolated."""
        return np.asarray(np.any([arm.missing for arm in self.arms], axis=0))


def fit_clip(landmarks: Landmarks, rest_joints: Array) -> ClipFit:
    """Fit a capture to an avatar with the rest joints (55, 3), without knowing the sign.

    Raises BadInput when the capture shows no shoulders or hardly a hand.
    """
    arms = tuple(fit_arm(landmarks, rest_joints, side) for side in signing_sides(landmarks))
    angles = {arm.chain.side: transfer(arm) for arm in arms}
    return ClipFit(arms, to_motion(angles, landmarks.fps, rest_joints, head_turns(landmarks)))


def to_motion(angles: dict[str, Array], fps: float, rest_joints: Array, head: Array | None = None) -> Motion:
    """The avatar moving its `"left"` and `"right"` arm by angles (T, F); one not given hangs at rest.

    `head` are rotation vectors (T, 3), which neck and head share; without them the head is still.
    """
    frames = len(next(iter(angles.values())))
    pose = np.zeros((frames, joints.COUNT, 3))
    for side in ("left", "right"):
        chain = arm_chain(rest_joints, side)
        turned = angles.get(side, np.tile(rest_angles(), (frames, 1)))
        pose[:, chain.joints] = matrix_to_axis_angle(pose_chain(chain, turned).local)
    if head is not None:
        pose[:, [joints.INDEX["neck"], joints.INDEX["head"]]] = head[:, None] / 2
    return Motion(fps=fps, pose=np.asarray(pose, np.float32))
