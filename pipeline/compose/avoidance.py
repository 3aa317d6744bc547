"""Hands kept out of each other, of the head and of the trunk, where they arrive and on their ways there.

Every hand is pushed and turned as a whole, as little and as evenly over time as it takes, while points that
should touch stay together: one step of Gauss and Newton over all frames at once, made again for the arms
that follow.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.body.capsules import Capsules
from pipeline.compose.figure import Figure
from pipeline.compose.overlaps import Overlaps, overlaps
from pipeline.motion import joints
from pipeline.motion.rotations import axis_angle_to_matrix, log, matrix_to_quaternion

Array = NDArray[np.float64]
ENOUGH = 0.001
"""Metres of an overlap that are let be."""
_OVERLAP = 0.001
_PUSH, _TURN = 0.04, 0.08
"""Standard deviations of an overlap, a push (metres) and a turn (radians)."""
_JOLTS = (0.008, 0.03)
"""Those of the second differences of pushes and turns from frame to frame."""
_APART = 0.0003
"""That of how far what touches may come apart, metres."""
_SHORT, _BLOCKED = 0.003, 0.002
"""Metres or radians by which an arm falls short of what is wanted, and the deviation of any more of it."""
_AT_ONCE = 0.012
"""Metres of an overlap that one step resolves; more would leap to the other side."""
_MOST_TURN = 0.35  # radians


@dataclass(frozen=True, slots=True, eq=False)
class Detour:
    """By how much a hand leaves its way in T frames: its wrist moves, and it turns about the wrist."""

    push: Array  # (T, 3) metres
    turn: Array  # (T, 3) rotation vectors in the world

    def turned(self, turns: Array) -> Array:
        """Turns of the hand (T, 3, 3) on its way, with the detour's."""
        if not self.turn.any():
            return turns
        return np.asarray(axis_angle_to_matrix(self.turn) @ turns)


@dataclass(frozen=True, slots=True, eq=False)
class Pin:
    """Two points that stay together in a frame: one (3,) of a side's hand, one carried by a joint."""

    frame: int
    side: str
    point: Array
    place: Array
    joint: int


@dataclass(frozen=True, slots=True, eq=False)
class _Scene:
    """Who moves in the frames of a sign: two rows of three freedoms, push and turn, for each mover."""

    movers: tuple[str, ...]
    wrists: Array  # (T, M, 3)
    elbows: Array  # (T, M, 3)
    owners: NDArray[np.int64]  # (55,), which mover carries a joint, -1 for none
    forearms: frozenset[int]

    def speeds(
        self, frames: NDArray[np.int64], carriers: NDArray[np.int64], points: Array, ways: Array
    ) -> Array:
        """How fast points (K, 3) of joints (K,) move along directions (K, 3) with each freedom (K, 6 M)."""
        result = np.zeros((len(frames), 6 * len(self.movers)))
        for mover in range(len(self.movers)):
            own = np.flatnonzero(self.owners[carriers] == mover)
            wrist, elbow = self.wrists[frames[own], mover], self.elbows[frames[own], mover]
            fore = wrist - elbow
            along = np.einsum("kc,kc->k", points[own] - elbow, fore) / np.einsum("kc,kc->k", fore, fore)
            hand = ~np.isin(carriers[own], list(self.forearms))
            share = np.where(hand, 1.0, np.clip(along, 0, 1))
            result[own, 6 * mover : 6 * mover + 3] = share[:, None] * ways[own]
            levers = np.cross(points[own] - wrist, ways[own])
            result[own, 6 * mover + 3 : 6 * mover + 6] = hand[:, None] * levers
        return result


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """Detours as far as the arms followed them, the next ones, and how much overlaps before those."""

    before: dict[str, Detour]
    after: dict[str, Detour]
    overlap: float  # metres, the deepest of every frame in all


def nothing(frames: int) -> Detour:
    """No detour."""
    return Detour(np.zeros((frames, 3)), np.zeros((frames, 3)))


def avoided(
    figure: Figure,
    transforms: Array,
    detours: dict[str, Detour],
    wanted: dict[str, tuple[Array, Array]],
    pins: Sequence[Pin],
    sides: Array | None,
) -> Step:
    """A step that lessens what goes through flesh.

    transforms: skinning transforms (T, 55, 3, 4) of the frames with the detours so far. wanted: the places
    (T, 3) of the wrists and turns (T, 3, 3) of the hands with them, of which the arms may fall short.
    """
    found = overlaps(figure, transforms, tuple(detours), sides)
    depths = np.zeros(len(transforms))
    np.maximum.at(depths, found.frames, found.sizes)
    if depths.max() < ENOUGH:
        return Step(detours, detours, 0.0)
    scene = _scene(figure, transforms, tuple(detours))
    blocks, force = _pressed(scene, found, figure.flesh, pins)
    total = np.concatenate([np.hstack([d.push, d.turn]) for d in detours.values()], axis=1)
    for index, (wrists, turns) in enumerate(wanted.values()):
        wrist = figure.arms[scene.movers[index]].joints[3]
        turned = log(matrix_to_quaternion(transforms[:, wrist, :, :3] @ turns.transpose(0, 2, 1)))
        for first, short in ((6 * index, scene.wrists[:, index] - wrists), (6 * index + 3, turned)):
            own = slice(first, first + 3)
            total[:, own] += short
            size = np.linalg.norm(short, axis=1)
            way = short / np.maximum(size, 1e-9)[:, None] * (size > _SHORT)[:, None] / _BLOCKED
            blocks[:, own, own] += way[:, :, None] * way[:, None, :]
    after = total + _solved(blocks, force, total)
    for first in range(3, after.shape[1], 6):
        size = np.linalg.norm(after[:, first : first + 3], axis=1, keepdims=True)
        after[:, first : first + 3] *= np.minimum(1, _MOST_TURN / np.maximum(size, 1e-9))
    return Step(_parted(total, scene.movers), _parted(after, scene.movers), float(depths.sum()))


def _parted(total: Array, movers: tuple[str, ...]) -> dict[str, Detour]:
    """Detours out of all freedoms (T, 6 M)."""
    return {
        side: Detour(total[:, 6 * index : 6 * index + 3], total[:, 6 * index + 3 : 6 * index + 6])
        for index, side in enumerate(movers)
    }


def _pressed(scene: _Scene, found: "Overlaps", flesh: Capsules, pins: Sequence[Pin]) -> tuple[Array, Array]:
    """Normal equations (T, N, N) and forces (T, N) of what overlaps and of what stays together."""
    carriers = [flesh.joints[which] for which in found.pairs]
    rows = scene.speeds(found.frames, carriers[0], found.points[0], found.normals)
    rows -= scene.speeds(found.frames, carriers[1], found.points[1], found.normals)
    frames, count = len(scene.wrists), rows.shape[1]
    blocks, force = np.zeros((frames, count, count)), np.zeros((frames, count))
    edges = np.searchsorted(found.frames, np.arange(frames + 1))
    pressing = rows * np.minimum(found.steps, _AT_ONCE)[:, None]
    for frame in np.unique(found.frames):
        own = slice(edges[frame], edges[frame + 1])
        blocks[frame] = rows[own].T @ rows[own] / _OVERLAP**2
        force[frame] = pressing[own].sum(axis=0) / _OVERLAP**2
    for pin in pins:
        held = _held(scene, pin)
        blocks[pin.frame] += held.T @ held / _APART**2
    return blocks, force


def _scene(figure: Figure, transforms: Array, movers: tuple[str, ...]) -> _Scene:
    owners, forearms = np.full(joints.COUNT, -1), set()
    places = []
    for index, side in enumerate(movers):
        _, _, elbow, wrist = figure.arms[side].joints
        hand = joints.LEFT_HAND if side == "left" else joints.RIGHT_HAND
        owners[[elbow, wrist]] = index
        owners[hand] = index
        forearms.add(elbow)
        where = [
            transforms[:, joint, :, :3] @ figure.rest_joints[joint] + transforms[:, joint, :, 3]
            for joint in (wrist, elbow)
        ]
        places.append(where)
    wrists, elbows = (np.stack([where[index] for where in places], axis=1) for index in (0, 1))
    return _Scene(movers, wrists, elbows, owners, frozenset(forearms))


def _held(scene: _Scene, pin: Pin) -> Array:
    """How a pin's points come apart along the axes (3, 6 M)."""
    frames, axes = np.full(3, pin.frame), np.eye(3)
    hand = np.full(3, joints.INDEX[f"{pin.side}_wrist"])
    rows = scene.speeds(frames, hand, np.tile(pin.point, (3, 1)), axes)
    return rows - scene.speeds(frames, np.full(3, pin.joint), np.tile(pin.place, (3, 1)), axes)


def _solved(blocks: Array, force: Array, total: Array) -> Array:
    """The step (T, N) that frames (T, N, N), the size of the detours and their evenness over time want."""
    from scipy.linalg import solveh_banded  # slow to import, and the studio starts without it

    frames, count = force.shape
    sizes = np.tile(np.repeat([_PUSH, _TURN], 3), count // 6)
    jolts = 1 / np.tile(np.repeat(_JOLTS, 3), count // 6) ** 2
    there = np.pad(np.ones(frames - 2), 2)
    before, here, after = there[:-2], there[1:-1], there[2:]
    uneven = np.pad(np.diff(total, 2, axis=0), ((2, 2), (0, 0)))
    uneven = uneven[:-2] - 2 * uneven[1:-1] + uneven[2:]
    blocks = blocks + np.diag(1 / sizes**2)
    force = force - total / sizes**2 - uneven * jolts
    band = np.zeros((3 * count, frames * count))
    for lag in range(count):
        for column in range(count - lag):
            band[lag, column::count] = blocks[:, column + lag, column]
    for lag, own in enumerate((before + 4 * here + after, -2 * (here + after)[:-1], after[:-2])):
        band[lag * count, : len(own) * count] += np.outer(own, jolts).reshape(-1)
    return np.asarray(solveh_banded(band, force.reshape(-1), lower=True).reshape(frames, count))
