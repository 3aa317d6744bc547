"""Where the joints of an arm are for a wrist in its place: two bones, analytically.

The elbow can still turn around the line from shoulder to wrist; `swivel` is that angle, 0 where the elbow
hangs as low as it can and positive outwards (Tolani, Goswami & Badler 2000).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.motion import joints
from pipeline.motion.rotations import (
    axis_angle_to_matrix,
    axis_angle_to_quaternion,
    conjugate,
    matrix_to_quaternion,
    multiply,
    quaternion_to_axis_angle,
    quaternion_to_matrix,
)

Array = NDArray[np.float64]

FLEXION = np.radians([2.0, 148.0])  # of the elbow
TWIST = np.radians([-88.0, 88.0])  # of the forearm, 0 with the thumb up when the elbow is bent
WRIST_FLEXION = np.radians([-72.0, 78.0])
WRIST_ULNAR = np.radians([-24.0, 36.0])
"""Limits in radians, within those of `fitting.clip.freedoms`."""

_LOW = np.array([0.35, -1.0, -0.45])
"""Where an elbow hangs: outwards, down, back."""


ARM_JOINTS: dict[str, tuple[int, int, int, int]] = {
    side: (
        joints.INDEX[f"{side}_collar"],
        joints.INDEX[f"{side}_shoulder"],
        joints.INDEX[f"{side}_elbow"],
        joints.INDEX[f"{side}_wrist"],
    )
    for side in ("left", "right")
}
"""Collar, shoulder, elbow and wrist of each arm."""


@dataclass(frozen=True, slots=True, eq=False)
class Arm:
    """The rest geometry of one arm."""

    side: str
    shoulder: Array  # (3,), from the collar joint
    upper: Array  # (3,), from shoulder to elbow
    fore: Array  # (3,), from elbow to wrist
    hinge: Array  # (3,), about which the elbow bends
    out: float  # +1 left, -1 right

    @property
    def joints(self) -> tuple[int, int, int, int]:
        """Collar, shoulder, elbow, wrist."""
        return ARM_JOINTS[self.side]

    @property
    def reach(self) -> float:
        """From the shoulder to the wrist of the straight arm, metres."""
        return float(np.linalg.norm(self.upper) + np.linalg.norm(self.fore))


@dataclass(frozen=True, slots=True, eq=False)
class Bent:
    """An arm in N positions, as angles in radians."""

    shoulder: Array  # (N, 3, 3), global
    elbow: Array  # (N, 3, 3), global, before the forearm twists
    flexion: Array  # (N,)
    twist: Array  # (N,)
    wrist_flexion: Array  # (N,)
    wrist_ulnar: Array  # (N,)
    elbow_place: Array  # (N, 3)
    wrist_place: Array  # (N, 3)


def arm_of(rest_joints: Array, side: str) -> Arm:
    """The arm of a body with these rest joints (55, 3)."""
    out = 1.0 if side == "left" else -1.0
    collar, shoulder, elbow, wrist = (rest_joints[joint] for joint in ARM_JOINTS[side])
    fore = wrist - elbow
    down = np.array([0.0, -out, 0.0])
    hinge = down - fore * (down @ fore) / (fore @ fore)
    return Arm(side, shoulder - collar, elbow - shoulder, fore, hinge / np.linalg.norm(hinge), out)


def bend(arm: Arm, shoulders: Array, wrists: Array, turns: Array, swivel: Array) -> Bent:
    """The arm with shoulders and wrists at (N, 3), hands turned by (N, 3, 3), elbows by `swivel` (N,).

    A wrist out of reach is approached as far as the arm goes; `wrist_place` tells.
    """
    flexion, wrists = _flexion(arm, shoulders, wrists)
    fore = about(arm.hinge, flexion) @ arm.fore
    elbow_direction = _elbow_direction(arm, shoulders, wrists, swivel)
    along = _unit(wrists - shoulders)
    inner = _frame(_unit(arm.upper + fore), np.broadcast_to(arm.upper, fore.shape))
    outer = _frame(along, elbow_direction)
    shoulder = outer @ inner.transpose(0, 2, 1)
    elbow = shoulder @ about(arm.hinge, flexion)
    twist, wrist_flexion, wrist_ulnar = _hand(arm, elbow.transpose(0, 2, 1) @ turns)
    places = shoulders + shoulder @ arm.upper
    return Bent(shoulder, elbow, flexion, twist, wrist_flexion, wrist_ulnar, places, wrists)


def swivel_of(arm: Arm, shoulders: Array, wrists: Array, elbows: Array) -> Array:
    """The swivel (N,) of arms whose elbows are at (N, 3)."""
    low, side = _across(arm, shoulders, wrists)
    bent = elbows - shoulders
    swivel: Array = np.arctan2(arm.out * (bent * side).sum(-1), (bent * low).sum(-1))
    return swivel


def local_turns(arm: Arm, collar: Array, bent: Bent) -> Array:
    """Rotation vectors (N, 3, 3) of shoulder, elbow and wrist relative to their parents.

    collar: its global rotation (N, 3, 3). Elbow and wrist share the forearm's twist equally.
    """
    half = about(_along(arm), bent.twist / 2)
    swing = np.einsum("n,i->ni", bent.wrist_flexion, _flexion_axis(arm)) + np.einsum(
        "n,i->ni", bent.wrist_ulnar, _ulnar_axis(arm)
    )
    local = np.stack(
        [
            collar.transpose(0, 2, 1) @ bent.shoulder,
            about(arm.hinge, bent.flexion) @ half,
            half @ axis_angle_to_matrix(swing),
        ],
        axis=1,
    )
    result: Array = quaternion_to_axis_angle(matrix_to_quaternion(local))
    return result


def _flexion(arm: Arm, shoulders: Array, wrists: Array) -> tuple[Array, Array]:
    """How far the elbow bends (N,), and the wrists (N, 3) that this reaches."""
    apart = wrists - shoulders
    distance = np.linalg.norm(apart, axis=-1)
    straight, square = arm.upper @ arm.fore, arm.upper @ np.cross(arm.hinge, arm.fore)
    lengths = arm.upper @ arm.upper + arm.fore @ arm.fore
    size, phase = np.hypot(straight, square), np.arctan2(square, straight)
    cosine = np.clip((distance**2 - lengths) / (2 * size), -1, 1)
    flexion = np.clip(phase + np.arccos(cosine), *FLEXION)
    reached = np.sqrt(lengths + 2 * size * np.cos(flexion - phase))
    return flexion, shoulders + apart * (reached / np.maximum(distance, 1e-9))[:, None]


def _elbow_direction(arm: Arm, shoulders: Array, wrists: Array, swivel: Array) -> Array:
    """Directions (N, 3) across the line from shoulder to wrist in which the elbow lies."""
    low, side = _across(arm, shoulders, wrists)
    turned: Array = low * np.cos(swivel)[:, None] + arm.out * side * np.sin(swivel)[:, None]
    return turned


def _across(arm: Arm, shoulders: Array, wrists: Array) -> tuple[Array, Array]:
    """Two directions (N, 3) across the line from shoulder to wrist: where the elbow is lowest, and aside."""
    along = _unit(wrists - shoulders)
    low = _LOW * [arm.out, 1.0, 1.0]
    low = _unit(low - along * (along @ low)[:, None])
    return low, np.cross(along, low)


def risen(arm: Arm, bent: Bent, shoulders: Array) -> Array:
    """How far elbows are above where they hang with a swivel of 0, (N,) metres."""
    hanging = bent.elbow_place - shoulders
    along = _unit(bent.wrist_place - shoulders)
    level = (hanging * along).sum(axis=1)[:, None] * along
    radius = np.linalg.norm(hanging - level, axis=1)
    low, _ = _across(arm, shoulders, bent.wrist_place)
    return np.asarray((hanging - level)[:, 1] - radius * low[:, 1])


def _hand(arm: Arm, local: Array) -> tuple[Array, Array, Array]:
    """Twist, flexion and ulnar deviation (N,) of hands turned by (N, 3, 3) from their forearms."""
    turned = matrix_to_quaternion(local)
    along = _along(arm)
    twist = 2 * np.arctan2(turned[:, 1:] @ along, turned[:, 0])
    twist = (twist + np.pi) % (2 * np.pi) - np.pi
    undone = conjugate(axis_angle_to_quaternion(twist[:, None] * along))
    swing = quaternion_to_axis_angle(multiply(undone, turned))
    return twist, swing @ _flexion_axis(arm), swing @ _ulnar_axis(arm)


def _along(arm: Arm) -> Array:
    """The forearm's axis, about which a positive twist turns the palm up."""
    along: Array = arm.fore * arm.out / np.linalg.norm(arm.fore)
    return along


def _ulnar_axis(arm: Arm) -> Array:
    """About which the hand tips towards the little finger, across the forearm."""
    axis = np.array([0.0, arm.out, 0.0])
    axis = axis - arm.fore * (axis @ arm.fore) / (arm.fore @ arm.fore)
    unit: Array = axis / np.linalg.norm(axis)
    return unit


def _flexion_axis(arm: Arm) -> Array:
    """About which the hand bends towards the palm, across the forearm."""
    axis: Array = np.cross(_ulnar_axis(arm), arm.fore / np.linalg.norm(arm.fore)) * arm.out
    return axis


def about(axis: Array, angles: Array) -> Array:
    """Rotations (N, 3, 3) about an axis (3,) by angles (N,)."""
    result: Array = quaternion_to_matrix(axis_angle_to_quaternion(angles[:, None] * axis))
    return result


def _frame(first: Array, second: Array) -> Array:
    """Orthonormal frames (N, 3, 3) whose columns start with `first` and lean to `second` (N, 3)."""
    third = _unit(np.cross(first, second))
    return np.stack([first, np.cross(third, first), third], axis=-1)


def _unit(vectors: Array) -> Array:
    unit: Array = vectors / np.maximum(np.linalg.norm(vectors, axis=-1, keepdims=True), 1e-12)
    return unit
