"""The handshape of a sign of the dictionary, to be put on another one."""

import numpy as np

from pipeline.correction.apply import FINGERS
from pipeline.correction.correction import Shape
from pipeline.motion import joints, rotations
from pipeline.motion.edit import mirror, sample
from pipeline.motion.motion import Motion
from pipeline.signs.sign import Sign
from pipeline.timeline.rest import hanging_arms


def handshape_of(sign: Sign, motion: Motion, side: str) -> Shape:
    """The fingers of a sign's hand in its middle; where that hand hangs, those of the other one, mirrored."""
    wrist = joints.INDEX[f"{side}_wrist"]
    idle = hanging_arms(motion)
    other = joints.MIRROR[wrist]
    if wrist in idle and other not in idle:
        motion = mirror(motion)
    pose = sample(motion, [(sign.onset + sign.offset) / 2], motion.fps).pose[0]
    turns = rotations.axis_angle_to_quaternion(pose[FINGERS[side]].astype(np.float64))
    named = f"{sign.gloss} ({sign.variant})" if sign.variant else sign.gloss
    return Shape(side, named[:80], tuple((w, x, y, z) for w, x, y, z in turns.tolist()))
