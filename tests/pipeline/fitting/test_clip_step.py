"""The block elimination solves what a dense solver solves."""

import pytest
import torch

from pipeline.fitting.clip.problem import SHARED
from pipeline.fitting.clip.sharing import build_sharing
from pipeline.fitting.clip.step import eliminated, newton_step, partial_step
from pipeline.fitting.clip.terms import Equations


def _matrix(equations: Equations) -> torch.Tensor:
    """The frames of one clip as one dense matrix."""
    blocks, jolts = equations.blocks[0], equations.jolts[0]
    frames, size, _ = blocks.shape
    second = torch.zeros(max(frames - 2, 0), frames, dtype=blocks.dtype)
    for row in range(len(second)):
        second[row, row : row + 3] = torch.tensor([1.0, -2.0, 1.0], dtype=blocks.dtype)
    matrix = torch.block_diag(*blocks)
    for freedom in range(size):
        own = torch.arange(frames) * size + freedom
        matrix[own[:, None], own] += second.T @ (jolts[:, freedom, None] * second)
    return matrix


def _dense(equations: Equations, damping: float) -> tuple[torch.Tensor, torch.Tensor]:
    """The same step of one clip from one dense matrix."""
    matrix = _matrix(equations)
    frames, size, _ = equations.blocks[0].shape
    matrix += damping * torch.diag(matrix.diagonal())
    border, shared = equations.border[0].reshape(frames * size, -1), equations.shared[0]
    shared = shared + damping * torch.diag(shared.diagonal())
    whole = torch.cat([torch.cat([matrix, border], 1), torch.cat([border.T, shared], 1)])
    gradient = torch.cat([equations.gradient[0].reshape(-1), equations.shared_gradient[0]])
    step = torch.linalg.solve(whole, -gradient)
    return step[: frames * size].reshape(frames, size), step[frames * size :]


def _random_equations(frames: int) -> Equations:
    random = torch.Generator().manual_seed(frames)
    size, common = 5, SHARED

    def normal(*shape: int) -> torch.Tensor:
        return torch.randn(*shape, generator=random, dtype=torch.float64)

    rows = normal(1, frames, 60, size + common)
    square = rows.transpose(-1, -2) @ rows
    return Equations(
        blocks=square[..., :size, :size] + torch.eye(size, dtype=torch.float64),
        gradient=normal(1, frames, size),
        jolts=normal(1, max(frames - 2, 0), size).abs(),
        border=square[..., :size, size:],
        shared=square[..., size:, size:].sum(1) + torch.eye(common, dtype=torch.float64),
        shared_gradient=normal(1, common),
    )


@pytest.mark.parametrize("frames", [1, 2, 3, 6, 7])
def test_a_step_is_that_of_the_dense_system(frames: int):
    equations, common = _random_equations(frames), SHARED
    sharing = build_sharing([0], [0], torch.zeros(1, common, dtype=torch.float64))
    step, shared = newton_step(equations, torch.tensor([0.01], dtype=torch.float64), sharing)
    expected, expected_shared = _dense(equations, 0.01)
    torch.testing.assert_close(step[0], expected, atol=1e-4, rtol=1e-4)
    torch.testing.assert_close(shared[0], expected_shared, atol=1e-4, rtol=1e-4)


@pytest.mark.parametrize("frames", [1, 2, 3, 6, 7])
def test_the_log_determinant_is_that_of_the_dense_system(frames: int):
    equations = _random_equations(frames)
    volume = eliminated(equations).log_determinant[0]
    torch.testing.assert_close(volume, torch.logdet(_matrix(equations)), atol=1e-3, rtol=1e-5)


@pytest.mark.parametrize("frames", [2, 7])
def test_a_step_of_some_freedoms_is_that_of_their_dense_system_and_moves_no_other(frames: int):
    equations = _random_equations(frames)
    free, damping = torch.tensor([0, 3, 4]), torch.tensor([0.01], dtype=torch.float64)
    step = partial_step(equations, damping, free)[0]
    own = (torch.arange(frames)[:, None] * 5 + free).flatten()
    matrix = _matrix(equations)[own[:, None], own]
    matrix += 0.01 * torch.diag(matrix.diagonal())
    expected = torch.linalg.solve(matrix, -equations.gradient[0, :, free].flatten())
    torch.testing.assert_close(step[:, free].flatten(), expected, atol=1e-4, rtol=1e-4)
    assert not step[:, [1, 2]].any()
