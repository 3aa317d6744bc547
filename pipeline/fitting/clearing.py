"""Arms moved as little as it takes for hands to go through nothing, and to touch what they touched.

For every motion of every body, such as one fitted with other bones than it is performed with. Gauss and
Newton over all frames at once: what goes through flesh is pushed out, fingertips that the picture shows on
the face or the other hand are laid there, and the arms give way smoothly, rather in depth than across the
picture, and without turning the hand.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from pipeline.body.capsules import SIDES, capsules
from pipeline.body.kinematics import joint_transforms
from pipeline.body.model import BodyModel
from pipeline.fitting.banded import NormalEquations, newton_step, pull_back, second_differences
from pipeline.fitting.touches import NEAR, Guarded, guarded, near, seen_touches
from pipeline.motion import joints
from pipeline.motion.motion import Motion
from pipeline.motion.rotations import axis_angle_to_matrix, matrix_to_axis_angle

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]

ROUNDS = 14
DEEPEST = 24
"""Overlaps and gaps of a frame that are resolved in one round, the largest first."""
FAR = 0.08
"""Metres of gap from which two capsules cannot come to overlap on the way."""
ENOUGH = 0.0005
"""Metres of penetration, or of a gap, that are let be."""

_JOINTS = tuple(joints.INDEX[f"{side}_{part}"] for side in SIDES for part in ("shoulder", "elbow", "wrist"))
_HANDS = (joints.LEFT_WRIST, joints.RIGHT_WRIST)
_N = 3 * len(_JOINTS)
_TURN = np.array([[0.25, 0.25, 0.25], [0.2, 0.4, 0.02], [0.15, 0.25, 0.25]] * 2).reshape(-1)
"""Standard deviations of the turns about each joint's own axes, radians; an elbow bends and twists."""
_OVERLAP, _GAP, _HAND_TURN, _JOLT = 0.001, 0.003, 0.08, 0.012
"""Those of an overlap and of a gap (metres), of the hand's own turn and of second differences at 30 frames a
second (radians)."""
_AT_ONCE = 0.012
"""Metres of an overlap that one round resolves; more would leap to the other side."""
_PLACE = np.array([0.018, 0.018, 0.06])
"""Those of how far a wrist moves across the picture, and towards and away from the camera, metres."""


def cleared(body: BodyModel, motion: Motion, seen: Mapping[str, Flags] | None = None) -> Motion:
    """The motion with hands and forearms out of the head, the torso and the other arm of `body`.

    seen: the frames (T,) in which the picture shows the `"left"` and the `"right"` hand; contact that it
    shows there is kept. Motions that are clear come back as they are; fingers keep their angles. What is
    several centimetres deep may stay in part, because two hands that have merged have no side to leave by;
    nothing gets worse.
    """
    body = body.in_shape_of(motion)
    way = _way(body, motion, None if seen is None else seen_touches(body, motion, seen))
    pose, total = motion.pose, np.zeros((motion.frames, _N))
    best, least = motion.pose, np.inf
    for _ in range(ROUNDS):
        stance = way.stance(pose)
        missed = np.abs(stance.overlaps).max(axis=1, initial=0)
        best, least = (pose, float(missed.sum())) if missed.sum() < least else (best, least)
        if (missed < ENOUGH).all():
            break
        step = _step(way, stance, total)
        total += step
        pose = _turned(pose, step)
    return motion if best is motion.pose else replace(motion, pose=best)


@dataclass(frozen=True, slots=True, eq=False)
class _Stance:
    """T frames of a motion on the way, their D deepest overlaps, and where their wrists are."""

    axes: Array  # (T, 6, 3, 3), the arms' joints' own axes in the world, as columns
    places: Array  # (T, 6, 3)
    wrists: Array  # (T, 2, 3)
    overlaps: Array  # (T, D) metres, below 0 where a pair should touch and does not
    normals: Array  # (T, D, 3), from the second of a pair to the first
    points: tuple[Array, Array]  # (T, D, 3) each
    moved: tuple[Array, Array]  # (T, D, 6) each, whether a joint moves the point


@dataclass(frozen=True, slots=True, eq=False)
class _Way:
    """What stays the same on the way to a clear motion."""

    body: BodyModel
    pairs: Guarded
    motion: Motion
    origin: Array  # (T, 2, 3), the wrists of the motion
    touching: Flags  # (T, K)

    def stance(self, pose: NDArray[np.float32]) -> _Stance:
        """The motion with another pose."""
        transforms = _transforms(self.body, self.motion, pose)
        found = near(self.pairs, transforms)
        overlaps = np.maximum(-found.gaps, np.where(self.touching, -NEAR, 0.0))
        chosen = np.argsort(-np.abs(overlaps), axis=1)[:, :DEEPEST]
        points = found.points(chosen)
        between = points[0] - points[1]
        length = np.linalg.norm(between, axis=-1, keepdims=True)
        arms = transforms[:, _JOINTS]
        own = self.pairs.flesh.joints[self.pairs.pairs[chosen]]  # (T, D, 2)
        return _Stance(
            axes=arms[..., :3],
            places=arms[..., 3],
            wrists=transforms[:, _HANDS][..., 3],
            overlaps=np.take_along_axis(overlaps, chosen, axis=1),
            normals=np.where(length > 1e-6, between / np.maximum(length, 1e-6), [0.0, 0.0, 1.0]),
            points=points,
            moved=(_MOVED[own[..., 0]], _MOVED[own[..., 1]]),
        )


def _transforms(body: BodyModel, motion: Motion, pose: NDArray[np.float32]) -> Array:
    """Where the joints are (T, 55, 3, 4)."""
    return joint_transforms(body.rest_joints, pose, motion.translation).astype(np.float64)


def _way(body: BodyModel, motion: Motion, touching: Flags | None) -> _Way:
    """The way of a motion; pairs that are far apart all the time are left out."""
    every = guarded(capsules(body))
    transforms = _transforms(body, motion, motion.pose)
    close = np.asarray(near(every, transforms).gaps.min(axis=0) < FAR)
    touching = np.zeros((motion.frames, len(close)), bool) if touching is None else touching
    origin = transforms[:, _HANDS][..., 3]
    return _Way(body, every.only(close), motion, origin, touching[:, close])


def _moved() -> Array:
    """Whether each of the arms' joints moves a joint (55, 6)."""
    result = np.zeros((joints.COUNT, len(_JOINTS)))
    for joint in range(joints.COUNT):
        above = joint
        while above >= 0:
            if above in _JOINTS:
                result[joint, _JOINTS.index(above)] = 1
            above = joints.PARENTS[above]
    return result


_MOVED = _moved()


def _speeds(stance: _Stance, points: Array, directions: Array, moved: Array) -> Array:
    """How fast points (T, D, 3) move along directions (T, D, 3) with each turn (T, D, 18)."""
    arms = points[:, :, None] - stance.places[:, None]  # (T, D, 6, 3)
    moments = np.cross(arms, directions[:, :, None]) * moved[..., None]
    return np.asarray(np.einsum("tdjc,tjck->tdjk", moments, stance.axes).reshape(*points.shape[:2], _N))


def _step(way: _Way, stance: _Stance, total: Array) -> Array:
    """Turns (T, 18) that lessen the overlaps, after turns `total` so far."""
    frames = len(total)
    sides = [
        _speeds(stance, points, stance.normals, moved)
        for points, moved in zip(stance.points, stance.moved, strict=True)
    ]
    scale = np.where(stance.overlaps > 0, 1 / _OVERLAP, np.where(stance.overlaps < 0, 1 / _GAP, 0.0))
    rows = [-(sides[0] - sides[1]) * scale[..., None]]
    residuals = [np.minimum(stance.overlaps, _AT_ONCE) * scale]
    for side, wrist in enumerate(_HANDS):
        point = np.repeat(stance.wrists[:, side][:, None], 3, axis=1)
        direction = np.broadcast_to(np.eye(3), point.shape)
        moved = np.broadcast_to(_MOVED[joints.PARENTS[wrist]], (frames, 3, len(_JOINTS)))
        rows.append(_speeds(stance, point, direction, moved) / _PLACE[:, None])
        residuals.append((stance.wrists[:, side] - way.origin[:, side]) / _PLACE)
        own = (_MOVED[wrist] / _HAND_TURN)[:, None, None] * stance.axes  # (T, 6, 3, 3)
        hand = own.transpose(0, 2, 1, 3).reshape(frames, 3, _N)
        rows.append(hand)
        residuals.append(np.einsum("tcn,tn->tc", hand, total))
    jacobian, missed = np.concatenate(rows, axis=1), np.concatenate(residuals, axis=1)
    blocks = jacobian.transpose(0, 2, 1) @ jacobian + np.diag(1 / _TURN**2)
    force = np.einsum("trn,tr->tn", jacobian, missed) + total / _TURN**2
    jolt = np.full(_N, (1 / (_JOLT * (30 / way.motion.fps) ** 2)) ** 2)
    force += pull_back(jolt * second_differences(total), frames)
    alone = np.zeros((frames, _N, 0)), np.zeros((0, 0)), np.zeros(0)
    return newton_step(NormalEquations(blocks, jolt, force, *alone), damping=0.0)[0]


def _turned(pose: NDArray[np.float32], step: Array) -> NDArray[np.float32]:
    """The pose with the arms' joints turned about their own axes, at most 0.3 radians at once."""
    turns = step.reshape(len(pose), -1, 3)
    length = np.linalg.norm(turns, axis=-1, keepdims=True)
    turns = turns * np.minimum(1, 0.3 / np.maximum(length, 1e-9))
    result = pose.copy()
    local = axis_angle_to_matrix(pose[:, _JOINTS].astype(np.float64))
    result[:, _JOINTS] = matrix_to_axis_angle(local @ axis_angle_to_matrix(turns)).astype(np.float32)
    return result
