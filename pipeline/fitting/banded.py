"""Normal equations of a whole clip: a chain of frames with a few unknowns shared by all."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class NormalEquations:
    """The quadratic model of a cost around a point; its gradient is `(gradient, shared_gradient)`.

    The frames are coupled only through the weighted second differences of their own unknowns.
    """

    blocks: Array  # (T, F, F): each frame with itself, without the second differences
    jolts: Array  # (F,): weight of the squared second difference of each unknown
    gradient: Array  # (T, F)
    border: Array  # (T, F, S): the frames with the shared unknowns
    shared: Array  # (S, S)
    shared_gradient: Array  # (S,)


def second_differences(values: Array) -> Array:
    """Second differences (T - 2, F) over time of values (T, F); none for fewer than three frames."""
    return values[2:] - 2 * values[1:-1] + values[:-2] if len(values) > 2 else values[:0]


def pull_back(differences: Array, frames: int) -> Array:
    """The transpose of `second_differences`: (T - 2, F) to (T, F)."""
    back = np.zeros((frames, differences.shape[1]))
    if len(differences):
        back[2:] += differences
        back[1:-1] -= 2 * differences
        back[:-2] += differences
    return back


def newton_step(equations: NormalEquations, damping: float) -> tuple[Array, Array]:
    """The damped step (T, F) and (S,) that minimises the model; Marquardt's damping of the diagonal.

    Banded Cholesky over the frames and a Schur complement for what they share. Raises
    `numpy.linalg.LinAlgError` when the model is not positive definite.
    """
    from scipy.linalg import solveh_banded

    frames, freedoms = equations.gradient.shape
    border = equations.border.reshape(frames * freedoms, -1)
    right = np.column_stack([-equations.gradient.reshape(-1), border])
    solved = solveh_banded(
        _bands(equations, damping), right, lower=True, overwrite_ab=True, check_finite=False
    )
    free, bordered = solved[:, 0], solved[:, 1:]
    shared = equations.shared + damping * np.diag(np.diag(equations.shared))
    schur = shared - border.T @ bordered
    shared_step: Array = np.linalg.solve(schur, -equations.shared_gradient - border.T @ free)
    step: Array = free - bordered @ shared_step
    return step.reshape(frames, freedoms), shared_step


def _bands(equations: NormalEquations, damping: float) -> Array:
    """Lower diagonals (2F + 1, T * F) of the frames' matrix, as `scipy.linalg.solveh_banded` wants them."""
    frames, freedoms = equations.gradient.shape
    reach = 2 * freedoms if frames > 2 else freedoms
    bands = np.zeros((reach + 1, frames * freedoms))
    columns = bands.reshape(reach + 1, frames, freedoms)
    for below in range(freedoms):
        columns[below, :, : freedoms - below] = np.diagonal(equations.blocks, -below, axis1=1, axis2=2)
    if frames > 2:
        own = np.zeros((frames, 1))
        own[2:] += 1
        own[1:-1] += 4
        own[:-2] += 1
        columns[0] += own * equations.jolts
        near = np.zeros((frames - 1, 1))
        near[1:] -= 2
        near[:-1] -= 2
        columns[freedoms, :-1] += near * equations.jolts
        columns[2 * freedoms, :-2] += equations.jolts
    columns[0] *= 1 + damping
    return bands
