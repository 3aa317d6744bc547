"""How a hand is turned when it arrives: as asked for, as the arm can, as its place faces."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import product

import numpy as np
from numpy.typing import NDArray

from pipeline.compose import posture
from pipeline.compose.arrival import Stage
from pipeline.compose.clearance import Around
from pipeline.compose.goals import Goal
from pipeline.compose.orientation import FACES, possible_turns, rest_frame
from pipeline.motion.rotations import axis_angle_to_matrix, log, matrix_to_quaternion

Array = NDArray[np.float64]
_ALIGNED = 3.0
"""How much it matters that a part of the hand faces its place when the description leaves that open."""
_TILTED = (7.0, 14.0, 22.0, 32.0)
"""Degrees by which a hand may be turned from what is asked where the arm cannot do it well."""
_TILT, _TILT_KEPT, _TILT_FIRM = 0.9, 1.6, 3.0
"""What the first ten degrees of it cost, in a movement that keeps the turn, and where hands meet."""
_NEARBY, _STEADY = 2.0, 6.0
"""What a radian from the turn before costs, squared, where turns are free and where only tilts are."""
_SHALLOW, _DEEP = 0.006, 0.005
"""Metres into other flesh that are let be, and that cost as much as an uncomfortable arm."""
_TRIED = 40
"""How many of the most comfortable turns are tried where flesh is in the way."""


@dataclass(frozen=True, slots=True, eq=False)
class Regard:
    """What a hand's turn has regard to; turns are (3, 3)."""

    old: Array | None = None
    """That of the hand before."""
    moving: bool = False
    """Whether it comes from there along a direction, and so keeps its turn where no other is asked for."""
    mirrored: Array | None = None
    """The one to take, as the other hand's mirror image."""
    firm: bool = False
    """Whether two hands lie against each other, which shows when they are tilted."""
    around: Around | None = None
    """The flesh that the hand should not go through."""


FREE = Regard()


def turned_hand(
    side: str,
    goal: Goal,
    stage: Stage,
    wrists_of: Callable[[Array], Array],
    regard: Regard = FREE,
    normal: Array | None = None,
) -> Array:
    """The hand's turn (3, 3) that agrees with the goal and its regard, is comfortable and faces the place."""
    if regard.mirrored is not None:
        return regard.mirrored
    old = regard.old
    kept = old is not None and regard.moving and not goal.turned
    turns = old[None] if old is not None and kept else possible_turns(side, goal.fingers, goal.palm)
    exact = len(turns) == 1
    if exact:
        turns = _tilts() @ turns[0]
    wrists = wrists_of(turns)
    shoulders = stage.shoulder(side, wrists)
    costs = posture.costs(stage.figure.arms[side], shoulders, wrists, turns)
    cost = costs.min(axis=1)
    if exact:
        cost = cost + (_TILT_FIRM if regard.firm else _TILT_KEPT if kept else _TILT) * _tilt_costs()
    elif normal is not None:
        face = np.array(FACES[goal.by] if goal.by else (1.0, 0.6, 0.0))
        facing = turns @ (rest_frame(side) @ (face / np.linalg.norm(face)))
        cost = cost + _ALIGNED * (1 + facing @ normal)
    if old is not None and not (goal.turned and exact):
        apart = np.linalg.norm(log(matrix_to_quaternion(old.T @ turns)), axis=1)
        cost = cost + (_STEADY if exact and not kept else _NEARBY * (not exact)) * apart**2
    if regard.around is not None:
        likely = np.argsort(cost, kind="stable")[:_TRIED]
        for few in (likely[:1], likely):
            swivel = posture.SWIVELS[costs[few].argmin(axis=1)]
            depths = regard.around.depths(shoulders[few], wrists[few], turns[few], swivel)
            if depths[0] < _SHALLOW:
                break
        return np.asarray(turns[few[int((cost[few] + depths / _DEEP).argmin())]])
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
    return np.asarray((angles / 10.0) ** 1.5)
