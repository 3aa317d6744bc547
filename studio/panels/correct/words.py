"""What corrections, joints and hands are called."""

import numpy as np

from pipeline.correction.correction import Act, Correction, Reach, Shape, Turn
from pipeline.motion import joints, rotations
from studio.language import decimal, mark, tr
from studio.terms import capital

_PARTS = {
    "spine": mark("spine"),
    "neck": mark("neck"),
    "head": mark("head"),
    "pelvis": mark("pelvis"),
    "collar": mark("collar"),
    "shoulder": mark("shoulder"),
    "elbow": mark("elbow"),
    "wrist": mark("hand"),
    "index": mark("index finger"),
    "middle": mark("middle finger"),
    "ring": mark("ring finger"),
    "pinky": mark("little finger"),
    "thumb": mark("thumb"),
}
_SIDED = {"left": mark("left {part}"), "right": mark("right {part}")}
HANDS = {"left": mark("left hand"), "right": mark("right hand"), "both": mark("both hands")}


def joint_name(joint: int) -> str:
    """A joint in words: "right index finger 2"."""
    side, _, part = joints.NAMES[joint].rpartition("_")
    number = part[-1] if part[-1].isdigit() else ""
    named = tr(_PARTS.get(part.rstrip("0123456789"), part))
    if side in _SIDED:
        named = tr(_SIDED[side]).format(part=named)
    return f"{named} {number}".strip()


def correction_name(correction: Correction) -> str:
    """A correction in words: what is done, and how much."""
    return capital(_named(correction.act))


def amount(act: Act) -> str:
    """How much is done: an angle, a way, or the name of a handshape."""
    match act:
        case Turn(by=by):
            return f"{np.degrees(np.linalg.norm(rotations.log(np.array(by)))):.0f}°"
        case Reach(shift=shift):
            return f"{decimal(100 * float(np.linalg.norm(shift)), 1)} cm"
        case Shape(name=name):
            return name


def _named(act: Act) -> str:
    match act:
        case Turn(joint=joint):
            return tr("{part} turned {amount}").format(part=joint_name(joint), amount=amount(act))
        case Reach(side=side):
            return tr("{part} moved {amount}").format(part=tr(HANDS[side]), amount=amount(act))
        case Shape(side=side):
            return tr("{part} shaped {amount}").format(part=tr(HANDS[side]), amount=amount(act))
