"""How a hand is turned when it arrives: as asked for, as the arm can, as its place faces."""

from collections.abc import Callable
from functools import cache
from itertools import product

import numpy as np
from numpy.typing import NDArray

from pipeline.compose import posture
from pipeline.compose.arrival import Stage
from pipeline.compose.goals import Goal
from pipeline.compose.orientation import FACES, possible_turns, rest_frame
from pipeline.motion.rotations import axis_angle_to_matrix, log, matrix_to_quaternion

Array = NDArray[np.float64]
_ALIGNED = 3.0
"""How much it matters that a part of the hand faces its place when the description leaves that open."""
_TILTED = (8.0, 16.0, 26.0, 36.0)
"""Degrees by which a hand may be turned from what is asked where the arm cannot do it."""
_TILT = 1.6
"""What ten degrees of it cost."""


def turned_hand(
    side: str,
    goal: Goal,
    stage: Stage,
    wrists_of: Callable[[Array], Array],
    old: Array | None,
    normal: Array | None = None,
) -> Array:
    """The hand's turn (3, 3) that agrees with the goal, is comfortable and faces the place."""
    kept = old is not None and not goal.turned
    turns = old[None] if old is not None and kept else possible_turns(side, goal.fingers, goal.palm)
    exact = len(turns) == 1
    if exact:
        turns = _tilts() @ turns[0]
    wrists = wrists_of(turns)
    shoulders = stage.shoulder(side, wrists)
    cost = posture.costs(stage.figure.arms[side], shoulders, wrists, turns).min(axis=1)
    if exact:
        return np.asarray(turns[int((cost + _tilt_costs()).argmin())])
    if normal is not None:
        face = np.array(FACES[goal.by] if goal.by else (1.0, 0.6, 0.0))
        facing = turns @ (rest_frame(side) @ (face / np.linalg.norm(face)))
        cost = cost + _ALIGNED * (1 + facing @ normal)
    if old is not None:
        apart = np.linalg.norm(log(matrix_to_quaternion(old.T @ turns)), axis=1)
        cost = cost + 2.0 * apart**2
    return np.asarray(turns[int(cost.argmin())])


@cache
def _tilts() -> Array:
    """Small turns (N, 3, 3) by which a hand may deviate where the arm cannot do what is asked."""
    ways = np.array([way for way in product((-1, 0, 1), repeat=3) if any(way)], float)
    ways /= np.linalg.norm(ways, axis=1, keepdims=True)
    vectors = np.concatenate([np.zeros((1, 3)), *(ways * np.radians(angle) for angle in _TILTED)])
    return np.asarray(axis_angle_to_matrix(vectors))


@cache
def _tilt_costs() -> Array:
    count = (len(_tilts()) - 1) // len(_TILTED)
    angles = np.concatenate([[0.0], *(np.full(count, angle) for angle in _TILTED)])
    return np.asarray(_TILT * (angles / 10.0) ** 1.5)
