"""Levenberg and Marquardt over a whole clip."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from pipeline.fitting.banded import NormalEquations, newton_step

Array = NDArray[np.float64]

_FAR = 0.5  # radians: the longest step of an angle
_TRIES = 6


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
