"""One moment of a motion, also between two frames."""

import math

import numpy as np
from numpy.typing import NDArray

from pipeline.motion import rotations
from pipeline.motion.motion import Motion

EXACT = 1e-3
"""Share of a frame within which a frame is shown as it is."""


def moment(motion: Motion, seconds: float) -> Motion:
    """The one frame that a motion is in at any time: rotations by slerp, the rest linearly.

    Before and after the motion it is the frame at that end.
    """
    place = min(max(seconds * motion.fps, 0.0), motion.frames - 1.0)
    before = math.floor(place + EXACT)
    share = place - before
    if share <= EXACT:
        return _frames(motion, slice(before, before + 1))
    pair = _frames(motion, slice(before, before + 2))
    start, end = rotations.axis_angle_to_quaternion(pair.pose)
    turned = rotations.slerp(start, end, np.full(len(start), share, np.float32))
    return Motion(
        motion.fps,
        rotations.quaternion_to_axis_angle(turned)[None],
        _mix(pair.translation, share),
        _mix(pair.face, share),
        _mix(pair.expression, share),
        motion.shape,
    )


def _frames(motion: Motion, part: slice) -> Motion:
    return Motion(
        motion.fps,
        motion.pose[part],
        motion.translation[part],
        motion.face[part],
        motion.expression[part],
        motion.shape,
    )


def _mix(pair: NDArray[np.float32], share: float) -> NDArray[np.float32]:
    mixed: NDArray[np.float32] = pair[:1] + np.float32(share) * (pair[1:] - pair[:1])
    return mixed
