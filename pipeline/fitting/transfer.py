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
from pipeline.fitting.freedoms import ARM, FINGERS, FREEDOMS, INDEX
from pipeline.fitting.handshapes import Handshape
from pipeline.fitting.kinematics import Posed, angle_jacobian, pose_chain
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

_ANY = Handshape()
_PRESSED = 0.002  # metres by which a folded fingertip presses into the palm
_FREELY = 0.15
"""Weight of what the image shows of a folded finger, whose end is made to meet the avatar's palm."""
_DIP_TURN = radians(30)


@dataclass(frozen=True, slots=True, eq=False)
class SignersHand:
    """What a hand did with the bones of the signer."""

    chain: Chain  # of the avatar
    angles: Array  # (T, F) radians
    points: Array  # (T, P, 3) metres, where the points of the chain were on the signer
    size: float  # the avatar's hand over the signer's
    carried: Array | None = None  # (T, 3, 3), what turns the chain as a whole


@dataclass(frozen=True, slots=True, eq=False)
class _Task:
    """What the avatar's hand should keep."""

    chain: Chain
    carried: Array | None  # (T, 3, 3)
    fitted: Array  # (T, F)
    directions: Array  # (T, B, 3)
    shown: Array  # (B,), how much the direction of a bone matters, 0 to 1
    meetings: Array  # (T, M, 3), metres
    nearness: Array  # (T, M), 0 to 1
    capsules: Capsules
    clear: NDArray[np.int64]  # (K, 2)
    touching: NDArray[np.int64]  # (C, 2)
    closed: NDArray[np.int64]  # (N,), which of `contact.palm_gaps` should be closed
    turn: Array  # (F,), standard deviation of what the transfer changes
    when: Array  # (T,), how much the touching matters


def transfer(hand: SignersHand, handshape: Handshape = _ANY, when: Array | None = None) -> Array:
    """Angles (T, F) of the avatar's arm for a fitted one.

    The digits that touch in the handshape do so at the moments `when` (T,), 0 to 1, by default
    throughout; closed fingers always meet the palm.
    """
    task = _task(hand, handshape, np.ones(len(hand.angles)) if when is None else when)
    return damped_steps(lambda q: _cost(task, q), lambda q: _linearise(task, q), hand.angles, _STEPS)


def _task(hand: SignersHand, handshape: Handshape, when: Array) -> _Task:
    capsules, points = hand_capsules(hand.chain), hand.points
    known = {name: index for index, name in enumerate(capsules.names)}
    bones, pairs = np.array(_BONES), np.array(_MEETINGS)
    along = points[:, bones[:, 1]] - points[:, bones[:, 0]]
    apart = points[:, pairs[:, 0]] - points[:, pairs[:, 1]]
    near = np.exp(-((np.linalg.norm(apart[..., :2], axis=-1) * hand.size / _NEAR) ** 2))
    folded = handshape.folded("closed", "over", "curled")
    hidden = np.array([point[:-1] in folded for point in POINTS])
    turn = _TURN.copy()
    turn[[INDEX[f"{finger}_dip"] for finger in folded]] = _DIP_TURN
    return _Task(
        chain=hand.chain,
        carried=hand.carried,
        fitted=hand.angles,
        directions=along / np.linalg.norm(along, axis=-1, keepdims=True),
        shown=np.where(hidden[bones[:, 0]], _FREELY, 1.0),
        meetings=apart * hand.size,
        nearness=near * np.where(hidden[pairs].any(axis=1), _FREELY, 1.0),
        capsules=capsules,
        clear=clear_pairs(capsules),
        touching=np.array([[known[a], known[b]] for a, b in handshape.touches], int).reshape(-1, 2),
        closed=np.array([2 * FINGERS.index(finger) + 1 for finger in handshape.folded("closed")], int),
        turn=turn,
        when=when,
    )


def _residuals(task: _Task, angles: Array, with_jacobian: bool) -> tuple[Array, Array | None]:
    """Residuals (T, R) in standard deviations, and how they move with the angles (T, R, F)."""
    posed = pose_chain(task.chain, angles, carried=task.carried)
    moved = angle_jacobian(task.chain, posed) if with_jacobian else None
    parts = (_shape(task, posed, moved), _contacts(task, posed, moved), _palm(task, posed, moved))
    residuals = np.concatenate([values for values, _ in parts], axis=1)
    if moved is None:
        return residuals, None
    return residuals, np.concatenate([rows for _, rows in parts if rows is not None], axis=1)


def _shape(task: _Task, posed: Posed, moved: Array | None) -> tuple[Array, Array | None]:
    """How far bones point elsewhere than the signer's, and digits that met are apart."""
    frames, bones, pairs = len(posed.points), np.array(_BONES), np.array(_MEETINGS)
    along = posed.points[:, bones[:, 1]] - posed.points[:, bones[:, 0]]
    lengths = np.linalg.norm(along, axis=-1)[..., None]
    units, shown = along / lengths, task.shown[:, None] / _DIRECTION
    sure = np.sqrt(task.nearness)[..., None] / _MEETING
    apart = posed.points[:, pairs[:, 0]] - posed.points[:, pairs[:, 1]]
    turned, parted = (units - task.directions) * shown, (apart - task.meetings) * sure
    residuals = np.concatenate([turned, parted], axis=1).reshape(frames, -1)
    if moved is None:
        return residuals, None
    turning = (moved[:, bones[:, 1]] - moved[:, bones[:, 0]]) / lengths[..., None]
    turning -= units[..., None] * np.einsum("tbc,tbcf->tbf", units, turning)[:, :, None]
    parting = (moved[:, pairs[:, 0]] - moved[:, pairs[:, 1]]) * sure[..., None]
    rows = np.concatenate([turning * shown[..., None], parting], axis=1)
    return residuals, rows.reshape(frames, -1, rows.shape[-1])


def _contacts(task: _Task, posed: Posed, moved: Array | None) -> tuple[Array, Array | None]:
    """How far digits go through each other, and those that should touch do not."""
    free, met = gaps(task.capsules, posed, task.clear), gaps(task.capsules, posed, task.touching)
    through, importance = overlap(free.sizes), np.sqrt(task.when)[:, None] / _TOUCH
    residuals = np.concatenate([through / _CLEAR, met.sizes * importance], axis=1)
    if moved is None:
        return residuals, None
    clearing = -gap_jacobian(task.chain, task.capsules, posed, task.clear, free) * (through > 0)[..., None]
    meeting = gap_jacobian(task.chain, task.capsules, posed, task.touching, met) * importance[..., None]
    return residuals, np.concatenate([clearing / _CLEAR, meeting], axis=1)


def _palm(task: _Task, posed: Posed, moved: Array | None) -> tuple[Array, Array | None]:
    """How far fingertips go into the palm, and closed ones are away from it."""
    sizes, over = palm_gaps(task.chain, posed)
    into = overlap(sizes) * over
    into[:, task.closed] = 0
    pressed = sizes[:, task.closed] + _PRESSED
    residuals = np.concatenate([into / _CLEAR, pressed / _TOUCH], axis=1)
    if moved is None:
        return residuals, None
    rising = palm_jacobian(posed, moved)
    leaving = -rising * (into > 0)[..., None]
    return residuals, np.concatenate([leaving / _CLEAR, rising[:, task.closed] / _TOUCH], axis=1)


def _cost(task: _Task, angles: Array) -> float:
    residuals, _ = _residuals(task, angles, with_jacobian=False)
    change = angles - task.fitted
    beyond = np.maximum(angles - _HIGH, 0) + np.maximum(_LOW - angles, 0)
    total = (residuals**2).sum() + ((change / task.turn) ** 2).sum() + ((beyond / _LIMIT) ** 2).sum()
    return float(total + ((second_differences(change) / _JOLT) ** 2).sum())


def _linearise(task: _Task, angles: Array) -> NormalEquations:
    residuals, jacobian = _residuals(task, angles, with_jacobian=True)
    assert jacobian is not None
    frames, freedoms = angles.shape
    change = angles - task.fitted
    beyond = np.maximum(angles - _HIGH, 0) - np.maximum(_LOW - angles, 0)
    precision = 1 / task.turn**2 + (beyond != 0) / _LIMIT**2
    blocks = np.einsum("trf,trg->tfg", jacobian, jacobian, optimize=True)
    diagonal = np.arange(freedoms)
    blocks[:, diagonal, diagonal] += precision
    gradient = np.einsum("trf,tr->tf", jacobian, residuals, optimize=True)
    gradient += change / task.turn**2 + beyond / _LIMIT**2
    gradient += pull_back(second_differences(change) / _JOLT**2, frames)
    return NormalEquations(
        blocks=blocks,
        jolts=np.full(freedoms, 1 / _JOLT**2),
        gradient=gradient,
        border=np.zeros((frames, freedoms, 0)),
        shared=np.zeros((0, 0)),
        shared_gradient=np.zeros(0),
    )
