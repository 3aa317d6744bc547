"""How long the letters of a fingerspelled word are shown, and which part of their sign."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from pipeline.body.kinematics import joint_positions
from pipeline.connector.skeleton import rest_joints
from pipeline.motion import joints, rotations
from pipeline.motion.motion import Motion
from pipeline.timeline.manner import SPELLING_RATE as RATE

FASTEST, SLOWEST = 1.0, 8.0

_SHOWN = 0.16
"""Seconds of its sign that a still letter is cut from."""
_BRIEFEST, _LONGEST = 0.09, 0.30
"""Seconds that a still letter is shown."""
_MOVING_WAY = 0.08
"""Metres that wrist or index finger travel in a letter that is a movement."""
_SIGNING = [joints.LEFT_WRIST, joints.RIGHT_WRIST, joints.INDEX["left_index3"], joints.INDEX["right_index3"]]
_MOVEMENT = 0.45
"""Seconds that a movement takes at the usual rate; captured ones are citation forms and slower."""
_MOST_SPEED = 2.0
_USUAL_WAY = 0.21
"""Seconds from one letter to the next, the median of all pairs of shipped letters; a longer way, as to the
first letter, does not shorten the letter."""
_LENGTHENED = 1.4
"""First and last letters of words are shown longer than the others."""


@dataclass(frozen=True, slots=True)
class Core:
    """The part of a sign that is shown, in seconds of its motion."""

    start: float
    end: float
    moving: bool = True


@lru_cache(maxsize=1024)
def core(motion: Motion, onset: float, offset: float) -> Core:
    """All of a letter that is a movement; of a still one the stretch in which the hand is stillest."""
    first = round(onset * motion.fps)
    last = max(round(offset * motion.fps), first)
    frames = slice(first, last + 1)
    places = joint_positions(rest_joints(), motion.pose[frames], motion.translation[frames])
    if np.ptp(places[:, _SIGNING], axis=0).max() > _MOVING_WAY:
        return Core(onset, offset, True)
    shown = max(round(_SHOWN * motion.fps), 1)
    if last - first <= shown:
        return Core(onset, offset, False)
    turns = rotations.axis_angle_to_quaternion(motion.pose[frames])
    steps = rotations.angle_between(turns[:-1], turns[1:]).sum(axis=1)
    restless = np.convolve(steps, np.ones(shown), "valid")
    # Of equally still stretches the one nearest to the middle.
    away = np.abs(np.arange(len(restless)) - (len(restless) - 1) / 2)
    begin = first + int(np.argmin(restless + 1e-3 * away))
    return Core(begin / motion.fps, (begin + shown) / motion.fps, False)


def seconds_shown(part: Core, into: float, rate: float, *, outer: bool) -> float:
    """How long a letter is shown that is reached in `into` seconds; `outer` at the ends of a word."""
    rate = min(max(rate, FASTEST), SLOWEST)
    if part.moving:
        captured = part.end - part.start
        return max(min(captured, _MOVEMENT * RATE / rate), captured / _MOST_SPEED)
    slower = _LENGTHENED if outer else 1.0
    longest = _LONGEST * max(RATE / rate, 1.0)
    return min(max(1 / rate - min(into, _USUAL_WAY), _BRIEFEST), longest) * slower
