"""A wrist is moved and its hand is not turned: shoulder, elbow and wrist follow, two bones analytically."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from pipeline.compose.arm import Arm, Bent, arm_of, bend, swivel_of
from pipeline.connector.skeleton import rest_joints
from pipeline.motion.rotations import (
    conjugate,
    exp,
    matrix_to_quaternion,
    multiply,
    quaternion_to_matrix,
    rotate,
)

Array = NDArray[np.float64]

_TRUNK = (0, 3, 6, 9)
"""From the pelvis to the chest, in whose frame wrists are moved."""


@lru_cache(maxsize=2)
def _arm(side: str) -> Arm:
    return arm_of(rest_joints().astype(np.float64), side)


def reached(turns: NDArray[np.floating], side: str, shifts: Array) -> Array:
    """Quaternions (T, 3, 4) of shoulder, elbow and wrist with the wrist moved by (T, 3) metres.

    turns: those of all joints (T, 55, 4), relative to their parents. The shifts are in the frame of the
    chest. The hand keeps its turn in the world, the elbow its side of the line from shoulder to wrist; what
    is out of reach is approached. A shift of 0 changes nothing but the last digits.
    """
    arm = _arm(side)
    collar, shoulder, elbow, wrist = arm.joints
    turns = np.asarray(turns, np.float64)
    chest = turns[:, 0]
    for joint in _TRUNK[1:]:
        chest = multiply(chest, turns[:, joint])
    held = multiply(chest, turns[:, collar])
    upper = multiply(held, turns[:, shoulder])
    fore = multiply(upper, turns[:, elbow])
    hand = multiply(fore, turns[:, wrist])
    elbows = rotate(upper, arm.upper)
    wrists = elbows + rotate(fore, arm.fore)
    before, after = _bent(arm, elbows, wrists, wrists + rotate(chest, shifts), hand)
    upper = multiply(_from(before.shoulder, after.shoulder), upper)
    fore = multiply(_from(before.elbow, after.elbow), fore)
    fore = _twisted(arm, fore, turns[:, wrist], hand)
    return np.stack(
        [
            multiply(conjugate(held), upper),
            multiply(conjugate(upper), fore),
            multiply(conjugate(fore), hand),
        ],
        axis=1,
    )


def _bent(arm: Arm, elbows: Array, wrists: Array, targets: Array, hand: Array) -> tuple[Bent, Bent]:
    """The arm as it is and as it is to be, places from the shoulder."""
    shoulders = np.zeros_like(wrists)
    swivel = swivel_of(arm, shoulders, wrists, elbows)
    facing = quaternion_to_matrix(hand)
    return bend(arm, shoulders, wrists, facing, swivel), bend(arm, shoulders, targets, facing, swivel)


def _from(before: Array, after: Array) -> Array:
    """The quaternions that turn one frame (T, 3, 3) into another."""
    return matrix_to_quaternion(after @ before.transpose(0, 2, 1))


def _twisted(arm: Arm, fore: Array, wrist: NDArray[np.floating], hand: Array) -> Array:
    """The forearm with half of the twist that the wrist would have to make more than before."""
    along = arm.fore / np.linalg.norm(arm.fore)
    more = multiply(multiply(conjugate(fore), hand), conjugate(wrist))
    twist = 2 * np.arctan2(more[:, 1:] @ along, more[:, 0])
    twist = (twist + np.pi) % (2 * np.pi) - np.pi
    return multiply(fore, exp(twist[:, None] / 2 * along))
