"""Where a sign begins and ends in a recording: after the hands have come up, before they go down to rest."""

import numpy as np
from numpy.typing import NDArray

from pipeline.body.kinematics import joint_positions
from pipeline.connector.skeleton import rest_joints
from pipeline.motion import joints
from pipeline.motion.motion import Motion

Array = NDArray[np.float64]

DOWN = -0.28
"""Metres above the origin of the SMPL-X frame below which a hand rests: it hangs at -0.4, and no sign of the
starter dictionary goes below -0.26."""
SHORTEST = 0.2
"""Seconds that a sign lasts at least."""
_SETTLING = 0.6
"""Seconds in which a hand that has left its rest comes to where the sign begins, and the same after it."""
_SLOWED = 0.4
"""Share of the fastest speed on that way at which the hand has arrived."""


def signing(motion: Motion) -> tuple[float, float]:
    """Seconds from and to which a motion is the sign, as a proposal; all of it where no hand rests.

    The way up ends where the hand that came up first slows down after its fastest moment, and the way down
    begins where the last one leaves in the same manner.
    """
    places = joint_positions(rest_joints(), motion.pose, motion.translation)
    wrists = places[:, [joints.LEFT_WRIST, joints.RIGHT_WRIST]].astype(np.float64)
    height = wrists[..., 1] - motion.translation[:, None, 1]
    up = np.flatnonzero((height > DOWN).any(axis=1))
    whole = 0.0, motion.seconds
    if not len(up):
        return whole
    first, last = int(up[0]), int(up[-1])
    speed = _speed(wrists, motion.fps)
    start = _arrived(speed[:, height[first].argmax()], first, motion.fps) if first > 0 else 0
    end = motion.frames - 1
    if last < end:
        end -= _arrived(speed[::-1, height[last].argmax()], end - last, motion.fps)
    if (end - start) / motion.fps < SHORTEST:
        start, end = first, last
    return (start / motion.fps, end / motion.fps) if end > start else whole


def hand_speed(motion: Motion) -> NDArray[np.float32]:
    """How fast the faster wrist is in every frame (T,), metres per second."""
    places = joint_positions(rest_joints(), motion.pose, motion.translation)
    wrists = places[:, [joints.LEFT_WRIST, joints.RIGHT_WRIST]].astype(np.float64)
    fastest: NDArray[np.float32] = _speed(wrists, motion.fps).max(axis=1).astype(np.float32)
    return fastest


def _speed(wrists: Array, fps: float) -> Array:
    """Metres per second (T, 2), smoothed over a tenth of a second."""
    if len(wrists) < 2:
        return np.zeros(wrists.shape[:2])
    speed = np.linalg.norm(np.gradient(wrists, 1 / fps, axis=0), axis=-1)
    width = max(round(fps / 10), 1)
    padded = np.pad(speed, ((width // 2, width - 1 - width // 2), (0, 0)), mode="edge")
    smooth: Array = np.lib.stride_tricks.sliding_window_view(padded, width, axis=0).mean(axis=-1)
    return smooth


def _arrived(speed: Array, left: int, fps: float) -> int:
    """The frame at which a hand that leaves its rest at frame `left` has come to its place."""
    begin = max(left - round(_SETTLING * fps), 0)
    way = speed[begin : left + round(_SETTLING * fps) + 1]
    fastest = int(way[: left - begin + round(_SETTLING * fps / 2) + 1].argmax())
    slow = np.flatnonzero(way[fastest:] < _SLOWED * way[fastest])
    return begin + fastest + (int(slow[0]) if len(slow) else len(way) - 1 - fastest)
