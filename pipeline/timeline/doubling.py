"""How a doubled letter is told from a single one: the hand slides outward and stays there."""

from functools import lru_cache

import numpy as np

from pipeline.body.kinematics import joint_positions
from pipeline.connector.skeleton import rest_joints
from pipeline.motion import joints, rotations
from pipeline.motion.motion import Motion
from pipeline.timeline.tracks import Track, track

SLIDE = 0.04
"""Metres per doubled letter."""
MOST_SLIDES = 3
_NEAREST = 0.15
"""Metres in front of the shoulder from which on a hand slides the whole way: nearer, the turn would grow."""

_ABOVE = {"left": (0, 3, 6, 9, 13), "right": (0, 3, 6, 9, 14)}
"""From the pelvis to the collar bone."""


@lru_cache(maxsize=512)
def slid(motion: Motion, slides: int) -> Track:
    """The track of a sign whose higher hand is `slides` times further out; the shoulder turns it there."""
    original = track(motion)
    if not slides:
        return original
    middle = slice(motion.frames // 2, motion.frames // 2 + 1)
    places = joint_positions(rest_joints(), motion.pose[middle], motion.translation[middle])[0]
    side = "left" if places[joints.LEFT_WRIST, 1] > places[joints.RIGHT_WRIST, 1] else "right"
    shoulder, wrist = joints.INDEX[f"{side}_shoulder"], joints.INDEX[f"{side}_wrist"]
    ahead = max(float(places[wrist, 2] - places[shoulder, 2]), _NEAREST)
    angle = np.arctan(min(slides, MOST_SLIDES) * SLIDE / ahead) * (1 if side == "left" else -1)
    turn = rotations.exp(np.array([0, angle, 0], np.float32))
    above = original.turns[:, 0]
    for joint in _ABOVE[side][1:]:
        above = rotations.multiply(above, original.turns[:, joint])
    turns = original.turns.copy()
    outward = rotations.multiply(rotations.multiply(rotations.conjugate(above), turn), above)
    turns[:, shoulder] = rotations.multiply(outward, turns[:, shoulder])
    return Track(original.fps, turns, original.values)
