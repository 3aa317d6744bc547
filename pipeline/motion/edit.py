"""Motions in time and space: sampled, resampled, cropped, mirrored."""

from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from pipeline.motion import joints, rotations
from pipeline.motion.motion import Motion


def _other_side(unit: str) -> str:
    if unit.endswith("Left"):
        return unit.removesuffix("Left") + "Right"
    if unit.endswith("Right"):
        return unit.removesuffix("Right") + "Left"
    return unit


MIRRORED_FACE_UNITS: tuple[int, ...] = tuple(
    joints.FACE_UNITS.index(_other_side(unit)) for unit in joints.FACE_UNITS
)
"""For every face unit, the unit on the other side of the face."""


def sample(motion: Motion, times: ArrayLike, fps: float) -> Motion:
    """The motion at `times` (N,) seconds, as a motion of `fps` frames per second.

    Rotations go the shortest way on the sphere between neighbouring frames, the rest is
    linear. Times before the first and after the last frame give that frame.
    """
    position = np.clip(np.asarray(times, np.float64) * motion.fps, 0, motion.frames - 1)
    before = np.floor(position).astype(np.int64)
    after = np.minimum(before + 1, motion.frames - 1)
    fraction = position - before
    quaternions = rotations.axis_angle_to_quaternion(motion.pose)
    between = rotations.slerp(quaternions[before], quaternions[after], fraction[:, None])
    # A frame hit exactly is kept as it is: rotation vectors longer than pi survive.
    pose = np.where(
        (fraction == 0)[:, None, None], motion.pose[before], rotations.quaternion_to_axis_angle(between)
    )

    def linear(values: NDArray[np.float32]) -> NDArray[np.float32]:
        return values[before] + fraction[:, None].astype(np.float32) * (values[after] - values[before])

    return Motion(
        fps=fps,
        pose=pose,
        translation=linear(motion.translation),
        face=linear(motion.face),
        expression=linear(motion.expression),
        shape=motion.shape,
    )


def resample(motion: Motion, fps: float) -> Motion:
    """The motion at another frame rate, from its first frame to within half a frame of its last."""
    if fps == motion.fps:
        return motion
    count = round(motion.seconds * fps) + 1
    return sample(motion, np.arange(count) / fps, fps)


def crop(motion: Motion, start: float, end: float) -> Motion:
    """The frames from `start` to `end` seconds, both rounded to the nearest frame; at least one."""
    first = min(max(round(start * motion.fps), 0), motion.frames - 1)
    last = min(max(round(end * motion.fps), first), motion.frames - 1)
    kept = slice(first, last + 1)
    return replace(
        motion,
        pose=motion.pose[kept],
        translation=motion.translation[kept],
        face=motion.face[kept],
        expression=motion.expression[kept],
    )


def mirror(motion: Motion) -> Motion:
    """What the signer does with left and right exchanged, reflected in the plane x = 0.

    SMPL-X expression coefficients have no mirror image and are kept.
    """
    return replace(
        motion,
        pose=motion.pose[:, joints.MIRROR] * np.array([1, -1, -1], np.float32),
        translation=motion.translation * np.array([-1, 1, 1], np.float32),
        face=motion.face[:, MIRRORED_FACE_UNITS],
    )
