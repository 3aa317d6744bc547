"""Corrections laid over a motion: the sign itself is kept, what is shown is another."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from pipeline.compose.arm import ARM_JOINTS
from pipeline.correction.correction import (
    Act,
    Correction,
    Corrections,
    Numbers,
    Reach,
    Shape,
    Turn,
    weight,
)
from pipeline.correction.limits import within
from pipeline.correction.reach import reached
from pipeline.motion import joints, rotations
from pipeline.motion.motion import Motion

Floats = NDArray[np.floating]

FINGERS = {"left": joints.LEFT_HAND, "right": joints.RIGHT_HAND}
_ORDER = (Shape, Turn, Reach)
"""Handshapes first, for turns of single fingers are about them; the wrist is moved last, the hand turned."""


def corrected(turns: Floats, seconds: Numbers, corrections: Corrections) -> Floats:
    """Quaternions (T, 55, 4) at seconds (T,) of a sign with its corrections; a new array if any applies.

    A turn is multiplied on, as far as it has grown, along the shortest arc; a handshape takes the place of
    what the fingers did; a wrist is moved by its share of the way. Turned and moved joints stop at their
    limits, and the hand gives way, but for corrections that may go beyond. Frames and joints that no
    correction touches stay as they are to the last bit.
    """
    active = _in_order(corrections)
    result = turns.copy() if active else turns
    for correction in active:
        much = weight(correction, seconds)
        there = np.flatnonzero(much)
        if len(there):
            before = result[there]
            where, made = _acted(correction.act, before, much[there])
            result[there[:, None], where] = _held(correction, before, where, made)
    return result


def possible(turns: Floats, second: float, corrections: Corrections, index: int) -> tuple[Act, float]:
    """What correction `index` does at a second of a sign, and by how many radians limits keep it back.

    turns: the sign there, uncorrected (55, 4). A turn is returned as far as its joint goes.
    """
    correction = corrections[index]
    order = _in_order(corrections)
    earlier = tuple(order[: order.index(correction)]) if correction in order else ()
    before = corrected(turns[None], np.array([second]), earlier)
    where, wanted = _acted(correction.act, before, np.ones(1))
    made = _held(correction, before, where, wanted)
    kept_back = float(rotations.angle_between(made, wanted).max())
    if isinstance(correction.act, Turn) and kept_back > 0:
        own = rotations.multiply(rotations.conjugate(before[0, where[0]]), made[0, 0])
        w, x, y, z = (own / np.linalg.norm(own)).tolist()
        return Turn(correction.act.joint, (w, x, y, z)), kept_back
    return correction.act, kept_back


def _in_order(corrections: Corrections) -> list[Correction]:
    return [each for kind in _ORDER for each in corrections if each.enabled and isinstance(each.act, kind)]


def correct(motion: Motion, corrections: Corrections) -> Motion:
    """The motion with corrections, whose times are its own; frames that none touches are kept exactly."""
    turns = rotations.axis_angle_to_quaternion(motion.pose)
    made = corrected(turns, np.arange(motion.frames) / motion.fps, corrections)
    changed = (made != turns).any(axis=-1)
    pose = motion.pose.copy()
    pose[changed] = rotations.quaternion_to_axis_angle(made[changed])
    return replace(motion, pose=pose)


def touched(corrections: Corrections) -> frozenset[int]:
    """The joints that corrections turn."""
    found: set[int] = set()
    for correction in corrections:
        match correction.act:
            case Turn(joint=joint):
                found.add(joint)
            case Reach(side=side):
                found.update(ARM_JOINTS[side][1:])
            case Shape(side=side):
                found.update(range(joints.COUNT)[FINGERS[side]])
    return frozenset(found)


def _acted(act: Act, turns: Floats, much: Numbers) -> tuple[list[int], Floats]:
    """The joints that are turned and their quaternions (T, J, 4), done as far as (T,), without limits."""
    match act:
        case Turn(joint=joint, by=by):
            grown = rotations.slerp(np.array([1.0, 0.0, 0.0, 0.0]), np.array(by), much)
            return [joint], rotations.multiply(turns[:, joint], grown)[:, None]
        case Reach(side=side, shift=shift):
            return list(ARM_JOINTS[side][1:]), reached(turns, side, much[:, None] * np.array(shift))
        case Shape(side=side, turns=wanted):
            where = list(range(joints.COUNT)[FINGERS[side]])
            return where, rotations.slerp(turns[:, where], np.array(wanted, turns.dtype), much[:, None])


def _held(correction: Correction, before: Floats, where: list[int], made: Floats) -> Floats:
    """What was made (T, J, 4) of the joints `where`, within their limits; handshapes are possible."""
    if correction.beyond or isinstance(correction.act, Shape):
        return made
    kept = slice(None)
    if isinstance(correction.act, Reach):
        kept = slice(None, None, 2)  # shoulder and wrist: the elbow bends within its limits already
    held = made.copy()
    held[:, kept] = within(before[:, where[kept]], made[:, kept], where[kept])
    return held
