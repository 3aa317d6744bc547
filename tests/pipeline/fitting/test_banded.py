"""The solver's linear algebra, against the same equations written out in full."""

import numpy as np
import pytest

from pipeline.fitting.banded import NormalEquations, newton_step, pull_back, second_differences


def equations(frames: int, freedoms: int, shared: int) -> NormalEquations:
    random = np.random.default_rng(frames)
    rows = random.normal(size=(frames, 3 * freedoms, freedoms + shared))
    squared = np.einsum("trf,trg->tfg", rows, rows)
    return NormalEquations(
        blocks=squared[:, :freedoms, :freedoms] + np.eye(freedoms),
        jolts=random.uniform(0.5, 3, freedoms),
        gradient=random.normal(size=(frames, freedoms)),
        border=squared[:, :freedoms, freedoms:],
        shared=squared[:, freedoms:, freedoms:].sum(axis=0) + np.eye(shared),
        shared_gradient=random.normal(size=shared),
    )


def written_out(model: NormalEquations, damping: float) -> np.ndarray:
    frames, freedoms = model.gradient.shape
    differences = second_differences(np.eye(frames))
    dense = np.kron(differences.T @ differences, np.diag(model.jolts))
    for frame in range(frames):
        here = slice(frame * freedoms, (frame + 1) * freedoms)
        dense[here, here] += model.blocks[frame]
    border = model.border.reshape(frames * freedoms, -1)
    whole = np.block([[dense, border], [border.T, model.shared]])
    whole += damping * np.diag(np.diag(whole))
    return np.linalg.solve(whole, -np.append(model.gradient.reshape(-1), model.shared_gradient))


@pytest.mark.parametrize("frames", [1, 2, 3, 4, 9])
@pytest.mark.parametrize("shared", [0, 2])
def test_a_step_solves_the_whole_system(frames: int, shared: int) -> None:
    model = equations(frames, 4, shared)
    step, shared_step = newton_step(model, 0.1)
    np.testing.assert_allclose(np.append(step.reshape(-1), shared_step), written_out(model, 0.1), atol=1e-9)


def test_pulling_back_is_the_transpose_of_second_differences() -> None:
    random = np.random.default_rng(0)
    values, weights = random.normal(size=(7, 3)), random.normal(size=(5, 3))
    assert np.sum(second_differences(values) * weights) == pytest.approx(
        np.sum(values * pull_back(weights, 7))
    )
    assert second_differences(values[:2]).shape == (0, 3)
    assert not pull_back(np.zeros((0, 3)), 2).any()


def test_equations_that_do_not_curve_upwards_are_refused() -> None:
    model = equations(3, 2, 0)
    model.blocks[:] = -np.eye(2)
    with pytest.raises(np.linalg.LinAlgError):
        newton_step(model, 0.0)
