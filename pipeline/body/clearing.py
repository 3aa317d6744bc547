"""Arms moved as little as it takes for hands and forearms to go through nothing.

For every motion of every body: one fitted with other bones than it is performed with, a composed one, a
transition. Gauss and Newton over all frames at once: what goes through flesh is pushed out, and the arms
give way smoothly, rather in depth than across the picture, and without turning the hand.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import solveh_banded

from pipeline.body.capsules import SIDES, Capsules, capsules
from pipeline.body.kinematics import joint_transforms
from pipeline.body.model import BodyModel
from pipeline.body.penetration import GIVES, pairs, segment_gaps
from pipeline.motion import joints
from pipeline.motion.motion import Motion
from pipeline.motion.rotations import axis_angle_to_matrix, matrix_to_axis_angle

Array = NDArray[np.float64]

KINDS = ("hands", "head", "torso")
ROUNDS = 14
DEEPEST = 24
"""Overlaps of a frame that are resolved in one round, the deepest first."""
ENOUGH = 0.0005
"""Metres of penetration that are let be."""

_JOINTS = tuple(joints.INDEX[f"{side}_{part}"] for side in SIDES for part in ("shoulder", "elbow", "wrist"))
_HANDS = (joints.LEFT_WRIST, joints.RIGHT_WRIST)
_N = 3 * len(_JOINTS)
_TURN = np.array([[0.25, 0.25, 0.25], [0.2, 0.4, 0.02], [0.15, 0.25, 0.25]] * 2).reshape(-1)
"""Standard deviations of the turns about each joint's own axes, radians; an elbow bends and twists."""
_OVERLAP, _HAND_TURN, _JOLT = 0.001, 0.08, 0.012
"""Those of an overlap (metres), and (radians) of the hand's own turn and of second differences at 30 fps."""
_AT_ONCE = 0.012
"""Metres of an overlap that one round resolves; more would leap to the other side."""
_PLACE = np.array([0.018, 0.018, 0.06])
"""Those of how far a wrist moves across the picture, and towards and away from the camera, metres."""


def cleared(body: BodyModel, motion: Motion) -> Motion:
    """The motion with hands and forearms out of the head, the torso and the other arm of `body`.

    Motions that are clear come back as they are; fingers keep their angles. What is several centimetres deep
    may stay in part, because two hands that have merged have no side to leave by; nothing gets worse.
    """
    if body.native:
        body = body.shaped(motion.shape)
    flesh = capsules(body)
    kinds = [(kind, pairs(flesh, kind)) for kind in KINDS]
    chosen = np.vstack([own for _, own in kinds])
    gives = np.concatenate([np.full(len(own), GIVES[kind]) for kind, own in kinds])
    near = flesh.radii[chosen].sum(axis=1) - gives
    way = _Way(body, flesh, motion, chosen, near)
    pose, total = motion.pose, np.zeros((motion.frames, _N))
    best, least = motion.pose, np.inf
    for _ in range(ROUNDS):
        stance = way.stance(pose)
        depth = float(stance.overlaps.max(axis=1).sum())
        best, least = (pose, depth) if depth < least else (best, least)
        if (stance.overlaps < ENOUGH).all():
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
    overlaps: Array  # (T, D) metres
    normals: Array  # (T, D, 3), from the second of a pair to the first
    points: tuple[Array, Array]  # (T, D, 3) each
    moved: tuple[Array, Array]  # (T, D, 6) each, whether a joint moves the point


@dataclass(frozen=True, slots=True, eq=False)
class _Way:
    """What stays the same on the way to a clear motion."""

    body: BodyModel
    flesh: Capsules
    motion: Motion
    pairs: NDArray[np.int64]  # (K, 2)
    near: Array  # (K,)

    def transforms(self, pose: NDArray[np.float32]) -> Array:
        """Where the joints are (T, 55, 3, 4)."""
        return joint_transforms(self.body.rest_joints, pose, self.motion.translation).astype(np.float64)

    def stance(self, pose: NDArray[np.float32]) -> _Stance:
        """The motion with another pose."""
        transforms = self.transforms(pose)
        starts, ends = self.flesh.placed(transforms)
        first, second = self.pairs.T
        distances, _, along, across = segment_gaps(
            (starts[:, first], ends[:, first]), (starts[:, second], ends[:, second])
        )
        overlaps = np.maximum(self.near - distances, 0)
        deepest = np.argpartition(-overlaps, DEEPEST, axis=1)[:, :DEEPEST]
        rows = np.arange(len(pose))[:, None]
        points, moved = [], []
        for own, share in ((first[deepest], along), (second[deepest], across)):
            start, end = starts[rows, own], ends[rows, own]
            points.append(start + share[rows, deepest][..., None] * (end - start))
            moved.append(_MOVED[self.flesh.joints[own]])
        between = points[0] - points[1]
        length = np.linalg.norm(between, axis=-1, keepdims=True)
        normals = np.where(length > 1e-6, between / np.maximum(length, 1e-6), [0.0, 0.0, 1.0])
        arms = transforms[:, _JOINTS]
        return _Stance(
            axes=arms[..., :3],
            places=arms[..., 3],
            wrists=transforms[:, _HANDS][..., 3],
            overlaps=overlaps[rows, deepest],
            normals=normals,
            points=(points[0], points[1]),
            moved=(moved[0], moved[1]),
        )


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
    deep = stance.overlaps > 0
    rows = [-(sides[0] - sides[1]) * deep[..., None] / _OVERLAP]
    residuals = [np.minimum(stance.overlaps, _AT_ONCE) / _OVERLAP]
    origin = way.transforms(way.motion.pose)[:, _HANDS][..., 3]
    for side, wrist in enumerate(_HANDS):
        point = np.repeat(stance.wrists[:, side][:, None], 3, axis=1)
        direction = np.broadcast_to(np.eye(3), point.shape)
        moved = np.broadcast_to(_MOVED[joints.PARENTS[wrist]], (frames, 3, len(_JOINTS)))
        rows.append(_speeds(stance, point, direction, moved) / _PLACE[:, None])
        residuals.append((stance.wrists[:, side] - origin[:, side]) / _PLACE)
        own = (_MOVED[wrist] / _HAND_TURN)[:, None, None] * stance.axes  # (T, 6, 3, 3)
        hand = own.transpose(0, 2, 1, 3).reshape(frames, 3, _N)
        rows.append(hand)
        residuals.append(np.einsum("tcn,tn->tc", hand, total))
    jacobian, missed = np.concatenate(rows, axis=1), np.concatenate(residuals, axis=1)
    blocks = jacobian.transpose(0, 2, 1) @ jacobian + np.diag(1 / _TURN**2)
    force = np.einsum("trn,tr->tn", jacobian, missed) + total / _TURN**2
    jolt = (1 / (_JOLT * (30 / way.motion.fps) ** 2)) ** 2
    return _solved(blocks, force, total, jolt)


def _solved(blocks: Array, force: Array, total: Array, jolt: float) -> Array:
    """The step (T, 18) of frames (T, 18, 18) that second differences of weight `jolt` couple."""
    frames = len(blocks)
    second = np.zeros((max(frames - 2, 0), frames))
    for row in range(len(second)):
        second[row, row : row + 3] = 1, -2, 1
    coupling = jolt * second.T @ second
    force = force + coupling @ total
    band = np.zeros((3 * _N, frames * _N))
    for lag in range(_N):
        for column in range(_N - lag):
            band[lag, column::_N] = blocks[:, column + lag, column]
    for lag in range(3):
        if lag < frames:
            own = np.diagonal(coupling, lag)
            band[lag * _N, : len(own) * _N] += np.repeat(own, _N)
    return np.asarray(solveh_banded(band, -force.reshape(-1), lower=True).reshape(frames, _N))


def _turned(pose: NDArray[np.float32], step: Array) -> NDArray[np.float32]:
    """The pose with the arms' joints turned about their own axes, at most 0.3 radians at once."""
    turns = step.reshape(len(pose), -1, 3)
    length = np.linalg.norm(turns, axis=-1, keepdims=True)
    turns = turns * np.minimum(1, 0.3 / np.maximum(length, 1e-9))
    result = pose.copy()
    local = axis_angle_to_matrix(pose[:, _JOINTS].astype(np.float64))
    result[:, _JOINTS] = matrix_to_axis_angle(local @ axis_angle_to_matrix(turns)).astype(np.float32)
    return result
