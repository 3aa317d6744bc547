"""A hand that takes a form: anatomical angles, settled so that what touches touches and nothing overlaps."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from pipeline.fitting.chain import DIGITS, THUMB_PAD, Chain
from pipeline.fitting.contact import Capsules, clear_pairs, gaps, hand_capsules, overlap, palm_gaps
from pipeline.fitting.freedoms import ARM, FINGERS, FREEDOMS, HAND, INDEX
from pipeline.fitting.kinematics import Posed, pose_chain
from pipeline.motion.rotations import matrix_to_quaternion

Array = NDArray[np.float64]

_ARM = len(ARM)
PLACE: dict[str, int] = {freedom.name: INDEX[freedom.name] - _ARM for freedom in HAND}
"""Where the freedoms of `HAND` are in the angles of a hand."""
LOW = np.array([freedom.low for freedom in HAND])
HIGH = np.array([freedom.high for freedom in HAND])

_STEPS = 25
_TURN = np.radians([4.0, 7.0, 8.0, 10.0] * len(FINGERS) + [12.0, 12.0, 8.0, 12.0, 14.0])
"""How far the angles may go from what was asked for, as standard deviations."""
_BEYOND = np.radians(1.0)
_CLEAR, _TOUCH, _MEET = 0.0010, 0.0012, 0.0020  # metres
_PRESSED = 0.001  # metres that touching flesh gives way


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """What a hand should look like: angles (21,) in radians in the order of `HAND`, and what touches.

    `touches` are pairs of capsules of `fitting.contact`, `meets` pairs of digits whose pads meet, and the
    fingers in `closed` press into the palm.
    """

    angles: Array
    touches: tuple[tuple[str, str], ...] = ()
    meets: tuple[tuple[str, str], ...] = ()
    closed: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True, eq=False)
class _Task:
    chain: Chain
    capsules: Capsules
    clear: NDArray[np.int64]
    touching: NDArray[np.int64]
    pads: tuple[Array, Array]  # joints (M, 2) of the chain, places (M, 2, 3) in their frames
    closed: NDArray[np.int64]
    wanted: Array


def settled(form: Form, chain: Chain) -> Array:
    """The angles (21,) nearest to those of a form that are anatomical, touch as it says and overlap nowhere.

    Gauss and Newton with Marquardt's damping; the Jacobian by differences of all freedoms at once.
    """
    task = _task(form, chain)
    angles, damping = np.clip(form.angles, LOW, HIGH), 1e-3
    steps = np.eye(len(HAND)) * 1e-5
    for _ in range(_STEPS):
        values = _residuals(task, np.concatenate([angles[None], angles + steps]))
        jacobian = (values[1:] - values[0]).T / 1e-5
        hessian, gradient = jacobian.T @ jacobian, jacobian.T @ values[0]
        tries = damping * np.array([0.1, 1.0, 10.0, 100.0])
        moved = np.stack(
            [angles - np.linalg.solve(hessian + rate * np.diag(np.diag(hessian)), gradient) for rate in tries]
        )
        costs = (_residuals(task, moved) ** 2).sum(axis=1)
        best = int(np.argmin(costs))
        before = (values[0] ** 2).sum()
        if costs[best] < before:
            angles, damping = moved[best], float(np.clip(tries[best], 1e-6, 1e3))
        else:
            damping *= 1e3
        if before * 1e-4 > before - costs[best] > 0 or damping > 1e6:
            break
    return np.clip(angles, LOW, HIGH)


def hand_rotations(chain: Chain, angles: Array) -> Array:
    """Quaternions (T, 15, 4) of a hand's joints in SMPL-X order for angles (T, 21)."""
    local = pose_chain(chain, _whole(angles)).local
    order = np.argsort(np.array(chain.joints[3:])) + 3
    return np.asarray(matrix_to_quaternion(local[:, order]), np.float64)


def _whole(angles: Array) -> Array:
    whole = np.zeros((len(angles), len(FREEDOMS)))
    whole[:, _ARM:] = angles
    return whole


def _task(form: Form, chain: Chain) -> _Task:
    capsules = hand_capsules(chain)
    known = {name: index for index, name in enumerate(capsules.names)}
    pads = [[DIGITS.index(digit) for digit in pair] for pair in form.meets]
    members = np.array([[3 + 3 * digit + 2 for digit in pair] for pair in pads], int).reshape(-1, 2)
    places = np.array([[pad(chain, capsules, digit) for digit in pair] for pair in pads]).reshape(-1, 2, 3)
    return _Task(
        chain=chain,
        capsules=capsules,
        clear=clear_pairs(capsules),
        touching=np.array([[known[a], known[b]] for a, b in form.touches], int).reshape(-1, 2),
        pads=(members, places),
        closed=np.array([2 * FINGERS.index(finger) + 1 for finger in form.closed], int),
        wanted=form.angles,
    )


def pad(chain: Chain, capsules: Capsules, digit: int) -> Array:
    """The middle of a digit's pad (3,) in the frame of its last joint."""
    down = (
        THUMB_PAD * [1.0 if chain.side == "left" else -1.0, 1.0, 1.0]
        if digit == 0
        else np.array([0, -1.0, 0])
    )
    last = capsules.names.index(f"{DIGITS[digit]}3")
    middle = capsules.starts[last] + 0.75 * (capsules.ends[last] - capsules.starts[last])
    place: Array = middle + down / np.linalg.norm(down) * capsules.radii[last]
    return place


def _residuals(task: _Task, angles: Array) -> Array:
    """Residuals (N, R) of N hands (N, 21), in standard deviations."""
    posed = pose_chain(task.chain, _whole(angles))
    free = gaps(task.capsules, posed, task.clear).sizes
    met = gaps(task.capsules, posed, task.touching).sizes + _PRESSED
    sizes, over = palm_gaps(task.chain, posed)
    into = overlap(sizes) * over
    into[:, task.closed] = 0
    beyond = np.maximum(angles - HIGH, 0) + np.maximum(LOW - angles, 0)
    return np.concatenate(
        [
            (angles - task.wanted) / _TURN,
            beyond / _BEYOND,
            overlap(free) / _CLEAR,
            met / _TOUCH,
            into / _CLEAR,
            (sizes[:, task.closed] + _PRESSED) / _TOUCH,
            _pads_apart(task, posed).reshape(len(angles), -1) / _MEET,
        ],
        axis=1,
    )


def _pads_apart(task: _Task, posed: Posed) -> Array:
    members, places = task.pads
    at = posed.joints[:, members] + np.einsum("tmpij,mpj->tmpi", posed.rotations[:, members], places)
    apart: Array = at[:, :, 0] - at[:, :, 1]
    return apart
