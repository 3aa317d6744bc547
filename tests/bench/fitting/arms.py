"""Where arms and hands of the truth go: places in the signing space, reached by inverse kinematics.

Rotations are composed as ball joints, without the hinges, limits and beliefs of the fitter.
"""

from dataclasses import dataclass

import numpy as np

from pipeline.motion import joints, rotations
from tests.bench.fitting.bodies import DIGITS
from tests.bench.fitting.handshapes import Handshape

_HEADING = {"index": 4.0, "middle": 0.0, "ring": -4.0, "pinky": -9.0}  # degrees, fingers held together
_PAD = np.array([0.37, -0.62, -0.69])  # where the pad of the left thumb faces in the T-pose
_THUMB_REST = (-18.0, -10.0)


@dataclass(frozen=True, slots=True, eq=False)
class Key:
    """What one arm and hand do at a moment."""

    arm: np.ndarray  # (10,): see `arm_pose`
    hand: np.ndarray  # (15, 3), rotation vectors in the order of the joints


def turn(axis: np.ndarray, degrees: np.ndarray | float) -> np.ndarray:
    """The matrices (..., 3, 3) of turns about `axis`."""
    axis = axis / np.linalg.norm(axis, axis=-1, keepdims=True)
    return rotations.axis_angle_to_matrix(axis * np.radians(degrees)[..., None])


def _unit(vectors: np.ndarray) -> np.ndarray:
    return vectors / np.linalg.norm(vectors, axis=-1, keepdims=True)


def _frame(along: np.ndarray, beside: np.ndarray) -> np.ndarray:
    """Columns: the direction `along`, `beside` made perpendicular to it, and their cross product."""
    first = _unit(along)
    second = _unit(beside - first * (first * beside).sum(axis=-1, keepdims=True))
    return np.stack([first, second, np.cross(first, second)], axis=-1)


def _offset(rest: np.ndarray, name: str) -> np.ndarray:
    joint = joints.INDEX[name]
    return rest[joint] - rest[joints.PARENTS[joint]]


def _transposed(matrices: np.ndarray) -> np.ndarray:
    return np.swapaxes(matrices, -1, -2)


def arm_pose(rest: np.ndarray, side: str, arm: np.ndarray) -> np.ndarray:
    """Rotation vectors (..., 4, 3) of collar, shoulder, elbow and wrist for arms (..., 10).

    These are: the place of the wrist from the shoulder, x away from the body (3 metres), then in degrees
    the swivel of the elbow outwards, lift and advance of the collar, twist of the forearm, flexion and
    deviation of the wrist, and last the share of the twist that the elbow takes.
    """
    sign = 1.0 if side == "left" else -1.0
    swivel, lift, advance, twist, flexion, deviation, share = np.moveaxis(arm[..., 3:], -1, 0)
    upper, fore = _offset(rest, f"{side}_elbow"), _offset(rest, f"{side}_wrist")
    a, b = np.linalg.norm(upper), np.linalg.norm(fore)
    target = arm[..., :3] * [sign, 1, 1]
    distance = np.linalg.norm(target, axis=-1, keepdims=True)
    to = target / distance
    distance = np.clip(distance, abs(a - b) + 0.1, 0.985 * (a + b))
    target = to * distance
    down = np.array([0.0, -1.0, -0.15])
    down = _unit(down - to * (to @ down)[..., None])
    aside = (turn(to, sign * swivel) @ down[..., None])[..., 0]
    along = (a**2 - b**2 + distance**2) / (2 * distance)
    elbow = along * to + np.sqrt(np.maximum(a**2 - along**2, 0)) * aside
    bend, hinge = np.cross(elbow, target - elbow), np.array([0.0, -sign, 0.0])
    collar = turn(np.array([0, 0, sign]), lift) @ turn(hinge, advance)
    shoulder = _frame(elbow, bend) @ _frame(upper, hinge).T
    forearm = _frame(target - elbow, bend) @ _frame(fore, hinge).T
    wrist = turn(np.array([0, 0, -sign]), flexion) @ turn(hinge, deviation)
    matrices = [
        collar,
        _transposed(collar) @ shoulder,
        _transposed(shoulder) @ forearm @ turn(fore * sign, share * twist),
        turn(fore * sign, (1 - share) * twist) @ wrist,
    ]
    return rotations.matrix_to_axis_angle(np.stack(matrices, axis=-3))


def raised_arm(rng: np.random.Generator) -> np.ndarray:
    """An arm (10,) with the hand somewhere in the signing space, neither in the body nor turned down."""
    while True:
        place = np.array([rng.uniform(-0.2, 0.2), rng.uniform(-0.36, 0.16), rng.uniform(0.16, 0.46)])
        if not 0.2 < np.linalg.norm(place) < 0.5:
            continue
        lift = np.clip(12 + 40 * place[1], 0, 25) + rng.normal(0, 2)
        wrist = [
            rng.uniform(-78, 82),
            np.clip(rng.normal(0, 20), -50, 55),
            np.clip(rng.normal(-4, 11), -30, 20),
        ]
        swivel = np.clip(rng.normal(22, 18), -12, 75)
        return np.array([*place, swivel, lift, rng.normal(4, 4), *wrist, rng.uniform(0.3, 0.7)])


def lowered_arm(rng: np.random.Generator) -> np.ndarray:
    """An arm (10,) that hangs beside the thigh or lies before the belly."""
    if rng.random() < 0.5:
        place = np.array([rng.normal(0.05, 0.02), rng.normal(-0.47, 0.015), rng.normal(0.06, 0.02)])
    else:
        place = np.array([rng.normal(-0.1, 0.02), rng.normal(-0.38, 0.02), rng.normal(0.17, 0.02)])
    turned = [rng.normal(0, 15), rng.normal(5, 5), rng.normal(0, 5)]
    return np.array([*place, rng.normal(15, 8), rng.normal(2, 2), rng.normal(0, 2), *turned, 0.5])


def hand_pose(rest: np.ndarray, side: str, shape: Handshape, rng: np.random.Generator) -> np.ndarray:
    """Rotation vectors (15, 3) of the hand's joints, every one a little off."""
    sign = 1.0 if side == "left" else -1.0
    pose = np.zeros((15, 3))
    first = joints.INDEX[f"{side}_index1"]
    for finger, bends, spread in zip(DIGITS[1:], shape.bends, shape.spread, strict=True):
        near, far = (_offset(rest, f"{side}_{finger}{part}") for part in (2, 3))
        heading = np.degrees(np.arctan2(near[2], abs(near[0])))
        sideways = _HEADING[finger] + spread + rng.normal(0, 2.5) - heading
        mcp, pip, dip = (bend + rng.normal(0, 5) for bend in bends)
        base = turn(np.array([0, -sign, 0]), sideways) @ turn(_curl(near), mcp)
        start = joints.INDEX[f"{side}_{finger}1"] - first
        pose[start] = rotations.matrix_to_axis_angle(base)
        pose[start + 1] = _curl(far) * np.radians(pip)
        pose[start + 2] = _curl(far) * np.radians(dip)
    start = joints.INDEX[f"{side}_thumb1"] - first
    pose[start : start + 3] = _thumb_pose(rest, side, shape, rng)
    return pose + rng.normal(0, np.radians(2.5), pose.shape)


def _curl(bone: np.ndarray) -> np.ndarray:
    """The axis about which a bone of the flat hand, palm down, bends towards the palm."""
    axis = np.cross(bone, [0.0, -1.0, 0.0])
    return axis / np.linalg.norm(axis)


def _thumb_pose(rest: np.ndarray, side: str, shape: Handshape, rng: np.random.Generator) -> np.ndarray:
    sign = 1.0 if side == "left" else -1.0
    pad = _PAD * [sign, 1, 1]
    near, far = (_offset(rest, f"{side}_thumb{part}") for part in (2, 3))
    flexion, far_flexion = np.cross(near, pad), np.cross(far, pad)
    flex, away, twist, mcp, ip = (value + rng.normal(0, 6) for value in shape.thumb)
    base = turn(flexion, flex) @ turn(np.cross(flexion, near) * sign, away) @ turn(near * sign, twist)
    matrices = [base, turn(far_flexion, mcp + _THUMB_REST[0]), turn(far_flexion, ip + _THUMB_REST[1])]
    return rotations.matrix_to_axis_angle(np.stack(matrices))
