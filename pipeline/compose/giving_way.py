"""How trunk and head give way: what the arms cannot reach, or only with effort, the body comes to meet.

The lean is as small as it can be: none where the hands reach their places with ease, little where little is
missing, never more than a signer would lean.
"""

import numpy as np
from numpy.typing import NDArray

from pipeline.compose import posture
from pipeline.compose.arrival import Arrival, Stage
from pipeline.compose.goals import Goal, Plan, neutral
from pipeline.compose.places import ARM, HAND
from pipeline.compose.schedule import Schedule
from pipeline.connector.bridge import minimum_jerk
from pipeline.motion import joints

Array = NDArray[np.float64]

_EASY = 0.93
"""How far arms reach with ease, as a share of the straight arm's length."""
_SPINE = [joints.INDEX[name] for name in ("spine1", "spine2", "spine3")]
_HEAD = [joints.INDEX[name] for name in ("neck", "head")]
_MOST_LEAN, _MOST_NOD = np.radians(14.0), np.radians(9.0)
_UPRIGHT = 0.5
"""How much of a lean the neck takes back, so that the face stays towards whom it speaks to."""
_STIFF = 0.01
"""Metres squared: a lean that moves the shoulders by less is not worth it."""
_EFFORT, _MORE = 3.0, 5.0
"""The strain of an arm from which the head comes to meet its hand, and how much more until it mostly has."""


def given_way(
    plan: Plan, stages: list[Stage], reached: dict[str, list[Arrival]], schedule: Schedule
) -> Array:
    """By how much the body gives way in all frames of a motion: rotation vectors (T, 55, 3)."""
    goals = [_at_goal(plan, index, stage, reached) for index, stage in enumerate(stages)]
    visits = schedule.visits()
    knots = [0, *(frame for frame, _ in visits), schedule.frames - 1]
    nothing = np.zeros((joints.COUNT, 3))
    values = np.stack([nothing, *(goals[goal] for _, goal in visits), nothing])
    return between(knots, values, schedule.frames)


def _at_goal(plan: Plan, index: int, stage: Stage, reached: dict[str, list[Arrival]]) -> Array:
    """Rotation vectors (55, 3) with which spine, neck and head give way at a goal."""
    pose = np.zeros((joints.COUNT, 3))
    lean, nod = _lean(plan, index, stage, reached), _nod(plan, index, stage, reached)
    pose[_SPINE] = lean / len(_SPINE)
    pose[_HEAD] = (nod - _UPRIGHT * lean) / len(_HEAD)
    return pose


def _lean(plan: Plan, index: int, stage: Stage, reached: dict[str, list[Arrival]]) -> Array:
    """The lean (3,) that brings the shoulders as near to the wrists as the arms miss, by least squares."""
    normal, force = _STIFF * np.eye(3), np.zeros(3)
    for side, goals in plan.goals.items():
        if not _apart(goals[index]):
            continue
        wrist = reached[side][index].wrist
        shoulder = stage.shoulder(side, wrist[None])[0]
        way = wrist - shoulder
        far = float(np.linalg.norm(way))
        missing = max(far - _EASY * stage.figure.arms[side].reach, 0.0)
        lever = shoulder - stage.figure.rest_joints[_SPINE].mean(axis=0)
        moved = _across(lever)
        normal += moved.T @ moved
        force += moved.T @ (way / max(far, 1e-9)) * missing
    return _at_most(np.asarray(np.linalg.solve(normal, force)), _MOST_LEAN)


def _nod(plan: Plan, index: int, stage: Stage, reached: dict[str, list[Arrival]]) -> Array:
    """The nod and turn (3,) of the head that comes to meet hands which reach it only with effort."""
    result = np.zeros(3)
    for side, goals in plan.goals.items():
        goal, arrival = goals[index], reached[side][index]
        if not _at_head(goal, side, stage):
            continue
        arm, wrist = stage.figure.arms[side], arrival.wrist[None]
        shoulder = stage.shoulder(side, wrist)
        strain = float(posture.costs(arm, shoulder, wrist, arrival.turn[None]).min())
        neck = stage.figure.rest_joints[_HEAD[0]]
        lower = shoulder[0] + [0.0, 0.0, 0.25] - wrist[0]
        way = np.cross(wrist[0] - neck, lower)
        much = 1 - np.exp(-max(strain - _EFFORT, 0.0) / _MORE)
        result += _MOST_NOD * much * way / max(float(np.linalg.norm(way)), 1e-9)
    return _at_most(result, _MOST_NOD)


def _apart(goal: Goal) -> bool:
    """Whether a goal does not move along when the trunk leans."""
    return goal.location is None or neutral(goal.location) or goal.location.place in HAND | ARM


def _at_head(goal: Goal, side: str, stage: Stage) -> bool:
    if goal.location is None or neutral(goal.location):
        return False
    return stage.figure.spot(goal.location, side).joint in (*_HEAD, joints.INDEX["jaw"])


def _across(lever: Array) -> Array:
    """What multiplied with a small rotation vector gives the movement of a lever's end (3, 3)."""
    x, y, z = lever
    return np.array([[0, z, -y], [-z, 0, x], [y, -x, 0]])


def _at_most(vector: Array, limit: float) -> Array:
    size = float(np.linalg.norm(vector))
    return vector * (limit * np.tanh(size / limit) / size) if size > 1e-9 else np.zeros(3)


def between(knots: list[int], values: Array, frames: int) -> Array:
    """Values (K, ...) at frames `knots`, of which the first and the last are ends, in all frames (T, ...)."""
    if len(knots) < 2:
        return np.repeat(values, frames, axis=0)
    times = np.arange(frames)
    after = np.clip(np.searchsorted(knots, times, side="right"), 1, len(knots) - 1)
    starts, ends = np.array(knots)[after - 1], np.array(knots)[after]
    share = minimum_jerk((times - starts) / np.maximum(ends - starts, 1))
    share = share.reshape(-1, *[1] * (values.ndim - 1))
    return np.asarray(values[after - 1] + share * (values[after] - values[after - 1]))
