"""Levenberg and Marquardt over a whole clip, from several starting poses."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from math import radians

import numpy as np
from numpy.typing import NDArray

from pipeline.fitting.banded import NormalEquations, newton_step
from pipeline.fitting.freedoms import FREEDOMS, INDEX
from pipeline.fitting.terms import Problem, Unknowns, cost, linearise

Array = NDArray[np.float64]

_CUTOFFS = (*np.geomspace(40, 6, 10), *(6.0,) * 8)
_FAR = 0.5  # radians: the longest step of an angle
_BEYOND = radians(8)
_TRIES = 6
_LOW = np.array([freedom.low for freedom in FREEDOMS]) - _BEYOND
_HIGH = np.array([freedom.high for freedom in FREEDOMS]) + _BEYOND

STARTS: tuple[dict[str, float], ...] = (
    {"forearm_twist": 60, "elbow_flexion": 125},
    {"forearm_twist": -60, "elbow_flexion": 125},
    {"forearm_twist": 0, "elbow_flexion": 110, "wrist_flexion": 40},
    {"shoulder_outward": 50, "shoulder_twist": -40, "elbow_flexion": 110, "wrist_flexion": 40},
)
"""Freedoms in degrees with which a fit begins where they differ from the usual: the palm turned all ways."""


def minimise(problem: Problem, start: Unknowns, cutoffs: Sequence[float] = _CUTOFFS) -> Unknowns:
    """The unknowns of a local minimum of the cost, one damped step for each cut-off."""
    current, damping = start, 1e-3
    for cutoff in cutoffs:
        problem = problem.narrowed(cutoff)
        before, equations = cost(problem, current), linearise(problem, current)
        for _ in range(_TRIES):
            step, shared_step = newton_step(equations, damping)
            moved = Unknowns(
                np.clip(current.angles + np.clip(step, -_FAR, _FAR), _LOW, _HIGH),
                current.shared + np.clip(shared_step, -0.1, 0.1),
            )
            if cost(problem, moved) < before:
                current, damping = moved, max(damping * 0.3, 1e-6)
                break
            damping = max(damping * 6, 1e-4)
    return current


def damped_steps(
    cost_of: Callable[[Array], float], model_of: Callable[[Array], NormalEquations], start: Array, steps: int
) -> Array:
    """Angles (T, F) after so many damped steps down a cost that nothing but angles enters."""
    angles, damping, before = start, 1e-3, cost_of(start)
    for _ in range(steps):
        equations = model_of(angles)
        for _ in range(_TRIES):
            step, _ = newton_step(equations, damping)
            moved = angles + np.clip(step, -_FAR, _FAR)
            after = cost_of(moved)
            if after < before:
                angles, before, damping = moved, after, max(damping * 0.3, 1e-6)
                break
            damping = max(damping * 6, 1e-4)
        else:
            break
    return angles


def solve(problem: Problem) -> tuple[Unknowns, float]:
    """The best minimum over all starts, and its cost; a few steps decide which start is worth finishing."""
    usual = np.array([freedom.usual for freedom in FREEDOMS])
    shared = np.append(problem.usual_stretch, 0.0)
    tried = []
    for changes in STARTS:
        angles = usual.copy()
        for name, degrees in changes.items():
            angles[INDEX[name]] = radians(degrees)
        start = Unknowns(np.tile(angles, (problem.seen.frames, 1)), shared)
        found = minimise(problem, start, _CUTOFFS[:8])
        tried.append((cost(problem.narrowed(_CUTOFFS[-1]), found), found))
    best = min(tried, key=lambda pair: pair[0])[1]
    found = minimise(problem, best, _CUTOFFS[6:])
    return found, cost(replace(problem, cutoff=_CUTOFFS[-1]), found)
