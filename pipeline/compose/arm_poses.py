"""The joints of both arms while their hands go along their ways."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from pipeline.compose import arm as arms
from pipeline.compose import posture
from pipeline.compose.figure import Figure
from pipeline.compose.ways import Way, mirror_images
from pipeline.motion.rotations import matrix_to_quaternion, quaternion_to_axis_angle

Array = NDArray[np.float64]

_ALIKE = 0.5
"""How much the comfort of the other arm counts where both are mirror images."""


def arm_poses(figure: Figure, ways: dict[str, Way], chest: Array, lift: Array) -> dict[str, Array]:
    """Rotation vectors (T, 4, 3) of collar, shoulder, elbow and wrist of each side.

    chest: its transforms (T, 3, 4), lift: radians (T, 2) by which left and right shoulder are drawn up.
    Elbows of hands that are mirror images nearly are such too: a body is never quite the same on both sides,
    and where two postures are about as good, each arm by itself might take another.
    """
    turned = chest[:, :, :3]
    collars, shoulders, costs = {}, {}, {}
    for side, way in ways.items():
        arm = figure.arms[side]
        roots = turned @ figure.rest_joints[arm.joints[0]] + chest[:, :, 3]
        own = lift[:, 0 if side == "left" else 1]
        collars[side], shoulders[side] = posture.collars(arm, turned, roots, way.wrists, own)
        costs[side] = posture.costs(arm, shoulders[side], way.wrists, way.turns)
    if mirror_images(ways):
        left, right = costs["left"], costs["right"]
        costs = {"left": left + _ALIKE * right, "right": right + _ALIKE * left}
    result = {}
    for side, way in ways.items():
        arm = figure.arms[side]
        bent = arms.bend(arm, shoulders[side], way.wrists, way.turns, posture.swivels(costs[side]))
        local = quaternion_to_axis_angle(matrix_to_quaternion(turned.transpose(0, 2, 1) @ collars[side]))
        result[side] = np.concatenate(
            [local[:, None], arms.local_turns(arm, collars[side], _within_limits(bent))], axis=1
        )
    return result


def _within_limits(bent: arms.Bent) -> arms.Bent:
    return replace(
        bent,
        twist=np.clip(bent.twist, *arms.TWIST),
        wrist_flexion=np.clip(bent.wrist_flexion, *arms.WRIST_FLEXION),
        wrist_ulnar=np.clip(bent.wrist_ulnar, *arms.WRIST_ULNAR),
    )
