"""From the signer's hand to the avatar's, whose bones are of other lengths: keep what can be seen.

The directions of the fingers in the image and the places where digits meet stay as they were fitted;
digits that touch in the sign do so on the avatar, and none goes through another.
"""

from dataclasses import dataclass
from math import radians

import numpy as np
from numpy.typing import NDArray

from pipeline.fitting.banded import NormalEquations, pull_back, second_differences
from pipeline.fitting.chain import DIGITS, POINTS, WRIST, Chain
from pipeline.fitting.contact import (
    Capsules,
    clear_pairs,
    gap_jacobian,
    gaps,
    hand_capsules,
    overlap,
    palm_gaps,
    palm_jacobian,
)
from pipeline.fitting.fit import ArmFit
from pipeline.fitting.freedoms import ARM, FREEDOMS
from pipeline.fitting.kinematics import angle_jacobian, pose_chain
from pipeline.fitting.solver import damped_steps

Array = NDArray[np.float64]

_BONES = tuple(
    (2 + 4 * digit + part, 3 + 4 * digit + part) for digit in range(len(DIGITS)) for part in range(3)
)
_MEETINGS = tuple(
    (a, b)
    for a in range(WRIST + 1, len(POINTS))
    for b in range(WRIST + 1, a)
    if POINTS[a][:-1] != POINTS[b][:-1] and POINTS[a][-1] in "34" and POINTS[b][-1] in "234"
)
_DIRECTION = np.array([0.07, 0.07, 0.35])  # across, up, towards the camera
_MEETING = np.array([0.004, 0.004, 0.02])  # metres
_NEAR = 0.018  # metres within which two points of different digits count as meeting
_TURN = np.array([1e-4 if index < len(ARM) else radians(14) for index in range(len(FREEDOMS))])
_JOLT = radians(1.0)
_LIMIT = radians(2)
_CLEAR, _TOUCH = 0.0012, 0.0015  # metres
_LOW = np.array([freedom.low for freedom in FREEDOMS])
_HIGH = np.array([freedom.high for freedom in FREEDOMS])
_STEPS = 14

Touch = tuple[str, str]
"""Two capsules, by the names of `contact.Capsules`, that touch in a sign."""


@dataclass(frozen=True, slots=True, eq=False)
class _Task:
    """What the avatar's hand should keep."""

    chain: Chain
    fitted: Array  # (T, F)
    directions: Array  # (T, B, 3)
    meetings: Array  # (T, M, 3), metres
    nearness: Array  # (T, M), 0 to 1
    capsules: Capsules
    clear: NDArray[np.int64]  # (K, 2)
    touching: NDArray[np.int64]  # (C, 2)
    when: Array  # (T,), how much the touching matters


def transfer(arm: ArmFit, touches: tuple[Touch, ...] = (), when: Array | None = None) -> Array:
    """Angles (T, F) of the avatar's arm for a fitted one.

    `touches` names capsules that meet at the moments `when` (T,), 0 to 1, by default throughout.
    """
    capsules = hand_capsules(arm.chain)
    known = {name: index for index, name in enumerate(capsules.names)}
    points = pose_chain(arm.chain, arm.angles, arm.stretch).points
    bones, pairs = np.array(_BONES), np.array(_MEETINGS)
    along = points[:, bones[:, 1]] - points[:, bones[:, 0]]
    apart = points[:, pairs[:, 0]] - points[:, pairs[:, 1]]
    size = float(np.exp(-arm.stretch.mean()))
    distances = np.linalg.norm(apart[..., :2], axis=-1)
    task = _Task(
        chain=arm.chain,
        fitted=arm.angles,
        directions=along / np.linalg.norm(along, axis=-1, keepdims=True),
        meetings=apart * size,
        nearness=np.exp(-((distances * size / _NEAR) ** 2)),
        capsules=capsules,
        clear=clear_pairs(capsules),
        touching=np.array([[known[a], known[b]] for a, b in touches], int).reshape(-1, 2),
        when=np.ones(len(points)) if when is None else when,
    )
    return damped_steps(lambda q: _cost(task, q), lambda q: _linearise(task, q), arm.angles, _STEPS)


def _residuals(task: _Task, angles: Array, with_jacobian: bool) -> tuple[Array, Array | None]:
    """Residuals (T, R) in standard deviations, and how they move with the angles (T, R, F)."""
    frames = len(angles)
    posed = pose_chain(task.chain, angles)
    bones, pairs = np.array(_BONES), np.array(_MEETINGS)
    along = posed.points[:, bones[:, 1]] - posed.points[:, bones[:, 0]]
    lengths = np.linalg.norm(along, axis=-1)[..., None]
    units = along / lengths
    sure = np.sqrt(task.nearness)[..., None] / _MEETING
    apart = posed.points[:, pairs[:, 0]] - posed.points[:, pairs[:, 1]]
    free, met = gaps(task.capsules, posed, task.clear), gaps(task.capsules, posed, task.touching)
    through, importance = overlap(free.sizes), np.sqrt(task.when)[:, None] / _TOUCH
    palm_sizes, over_palm = palm_gaps(task.chain, posed)
    into_palm = overlap(palm_sizes) * over_palm
    residuals = np.concatenate(
        [
            ((units - task.directions) / _DIRECTION).reshape(frames, -1),
            ((apart - task.meetings) * sure).reshape(frames, -1),
            through / _CLEAR,
            into_palm / _CLEAR,
            met.sizes * importance,
        ],
        axis=1,
    )
    if not with_jacobian:
        return residuals, None
    moved = angle_jacobian(task.chain, posed)
    turning = (moved[:, bones[:, 1]] - moved[:, bones[:, 0]]) / lengths[..., None]
    turning -= units[..., None] * np.einsum("tbc,tbcf->tbf", units, turning)[:, :, None]
    parting = (moved[:, pairs[:, 0]] - moved[:, pairs[:, 1]]) * sure[..., None]
    clearing = (
        gap_jacobian(task.chain, task.capsules, posed, task.clear, free) * -1.0 * (through > 0)[..., None]
    )
    leaving_palm = palm_jacobian(posed, moved) * -1.0 * (into_palm > 0)[..., None]
    meeting = gap_jacobian(task.chain, task.capsules, posed, task.touching, met) * importance[..., None]
    jacobian = np.concatenate(
        [
            (turning / _DIRECTION[:, None]).reshape(frames, -1, angles.shape[1]),
            parting.reshape(frames, -1, angles.shape[1]),
            clearing / _CLEAR,
            leaving_palm / _CLEAR,
            meeting,
        ],
        axis=1,
    )
    return residuals, jacobian


def _cost(task: _Task, angles: Array) -> float:
    residuals, _ = _residuals(task, angles, with_jacobian=False)
    change = angles - task.fitted
    beyond = np.maximum(angles - _HIGH, 0) + np.maximum(_LOW - angles, 0)
    total = (residuals**2).sum() + ((change / _TURN) ** 2).sum() + ((beyond / _LIMIT) ** 2).sum()
    return float(total + ((second_differences(change) / _JOLT) ** 2).sum())


def _linearise(task: _Task, angles: Array) -> NormalEquations:
    residuals, jacobian = _residuals(task, angles, with_jacobian=True)
    assert jacobian is not None
    frames, freedoms = angles.shape
    change = angles - task.fitted
    beyond = np.maximum(angles - _HIGH, 0) - np.maximum(_LOW - angles, 0)
    precision = 1 / _TURN**2 + (beyond != 0) / _LIMIT**2
    blocks = np.einsum("trf,trg->tfg", jacobian, jacobian, optimize=True)
    diagonal = np.arange(freedoms)
    blocks[:, diagonal, diagonal] += precision
    gradient = np.einsum("trf,tr->tf", jacobian, residuals, optimize=True)
    gradient += change / _TURN**2 + beyond / _LIMIT**2
    gradient += pull_back(second_differences(change) / _JOLT**2, frames)
    return NormalEquations(
        blocks=blocks,
        jolts=np.full(freedoms, 1 / _JOLT**2),
        gradient=gradient,
        border=np.zeros((frames, freedoms, 0)),
        shared=np.zeros((0, 0)),
        shared_gradient=np.zeros(0),
    )
