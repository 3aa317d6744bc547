"""One damped step of Gauss and Newton over whole clips, many at once.

Frames are eliminated in blocks; what they share is an arrow.
"""

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn.functional import pad

from pipeline.fitting.clip.sharing import Sharing
from pipeline.fitting.clip.terms import Equations


@dataclass(frozen=True, slots=True, eq=False)
class Eliminated:
    """The frames' system solved."""

    free: Tensor  # (B, T, F), the step if nothing that is shared moves
    border: Tensor  # (B, T, F, SHARED), how frames follow what is shared
    log_determinant: Tensor  # (B,), float64: it is large, and differences of it are wanted


def eliminated(equations: Equations, damping: Tensor | None = None) -> Eliminated:
    """The frames' system, with Marquardt's damping (B,), solved for its gradient and its border.

    Two frames make one block, so that second differences couple only neighbouring blocks, through two
    by two diagonal matrices: eliminating a block costs one inverse, and no product of full matrices.
    Unknowns are scaled by the diagonal, which float32 needs.
    """
    blocks, near, far = _bands(equations)
    diagonal = blocks.diagonal(dim1=-2, dim2=-1)
    scale = diagonal.rsqrt()  # (B, T, F)
    blocks = blocks * scale[..., None] * scale[..., None, :]
    near, far = near * scale[:, 1:] * scale[:, :-1], far * scale[:, 2:] * scale[:, :-2]
    more = 0 if damping is None else damping[:, None, None]
    blocks.diagonal(dim1=-2, dim2=-1).add_(more + 1e-6)
    right = torch.cat([-equations.gradient[..., None], -equations.border], -1) * scale[..., None]
    solved, volume = _eliminate(blocks, near, far, right)
    solved = solved * scale[..., None]
    return Eliminated(
        solved[..., 0], solved[..., 1:], volume - 2 * scale.log().sum(dim=(1, 2), dtype=torch.float64)
    )


def newton_step(equations: Equations, damping: Tensor, sharing: Sharing) -> tuple[Tensor, Tensor]:
    """The steps (B, T, F) and (B, S) that minimise the model with Marquardt's damping (B,)."""
    frames = eliminated(equations, damping)
    shared = equations.shared.clone()
    shared.diagonal(dim1=-2, dim2=-1).mul_(1 + damping[:, None])
    border = equations.border.flatten(1, 2)
    schur = shared + border.transpose(1, 2) @ frames.border.flatten(1, 2)
    force = (
        equations.shared_gradient + (border.transpose(1, 2) @ frames.free.flatten(1, 2)[..., None])[..., 0]
    )
    shared_step = sharing.step(schur, force)
    return frames.free + (frames.border @ shared_step[:, None, :, None])[..., 0], shared_step


def partial_step(equations: Equations, damping: Tensor, free: Tensor) -> Tensor:
    """The step (B, T, F) if only the freedoms `free` (C,) move, and nothing that is shared."""
    own = Equations(
        blocks=equations.blocks[:, :, free[:, None], free],
        gradient=equations.gradient[..., free],
        jolts=equations.jolts[..., free],
        border=equations.border[:, :, free, :0],
        shared=equations.shared,
        shared_gradient=equations.shared_gradient,
    )
    step = torch.zeros_like(equations.gradient)
    step[..., free] = eliminated(own, damping).free
    return step


def _bands(equations: Equations) -> tuple[Tensor, Tensor, Tensor]:
    """Blocks (B, T, F, F) with second differences, and diagonals of the blocks one and two frames off."""
    weights = equations.jolts
    blocks = equations.blocks.clone()
    frames = blocks.shape[1]
    if frames < 3:
        zero = equations.gradient.new_zeros
        clips, _, size = equations.gradient.shape
        return blocks, zero(clips, max(frames - 1, 0), size), zero(clips, 0, size)
    own = pad(weights, (0, 0, 2, 0)) + 4 * pad(weights, (0, 0, 1, 1)) + pad(weights, (0, 0, 0, 2))
    blocks.diagonal(dim1=-2, dim2=-1).add_(own)
    near = -2 * (pad(weights, (0, 0, 1, 0)) + pad(weights, (0, 0, 0, 1)))
    return blocks, near, weights


def _eliminate(blocks: Tensor, near: Tensor, far: Tensor, right: Tensor) -> tuple[Tensor, Tensor]:
    """The frames' system solved for right sides (B, T, F, R), and its log determinant (B,)."""
    clips, frames, size, _ = blocks.shape
    odd = frames % 2
    if odd:
        identity = torch.eye(size, dtype=blocks.dtype, device=blocks.device).expand(clips, 1, size, size)
        blocks, right = torch.cat([blocks, identity], 1), pad(right, (0, 0, 0, 0, 0, 1))
        near, far = pad(near, (0, 0, 0, 1)), pad(far, (0, 0, 0, 1))
    pairs = (frames + odd) // 2
    double = blocks.new_zeros(clips, pairs, 2 * size, 2 * size)
    double[:, :, :size, :size], double[:, :, size:, size:] = blocks[:, 0::2], blocks[:, 1::2]
    within = torch.diag_embed(near[:, 0::2])
    double[:, :, :size, size:], double[:, :, size:, :size] = within, within
    right = right.reshape(clips, pairs, 2 * size, -1)
    between = near[:, 1::2], far[:, 0::2], far[:, 1::2]  # pair k + 1 with pair k
    inverses: list[Tensor] = []
    forward: list[Tensor] = []
    volume = blocks.new_zeros(clips, dtype=torch.float64)
    for k in range(pairs):
        block, side = double[:, k], right[:, k]
        if k:
            a, b, c = (diagonal[:, k - 1] for diagonal in between)
            block = block - _across(inverses[-1], a, b, c)
            side = side - _lower(inverses[-1] @ forward[-1], a, b, c)
        lower = torch.linalg.cholesky_ex(block).L
        volume = volume + 2 * lower.diagonal(dim1=-2, dim2=-1).log().sum(-1, dtype=torch.float64)
        inverses.append(torch.cholesky_inverse(lower))
        forward.append(side)
    found = [inverses[-1] @ forward[-1]]
    for k in range(pairs - 2, -1, -1):
        found.append(
            inverses[k] @ (forward[k] - _upper(found[-1], *(diagonal[:, k] for diagonal in between)))
        )
    return torch.stack(found[::-1], 1).reshape(clips, 2 * pairs, size, -1)[:, :frames], volume


def _lower(x: Tensor, near: Tensor, even: Tensor, odd: Tensor) -> Tensor:
    """C x, where C = [[even, near], [0, odd]] couples a pair of frames with the pair before it."""
    size = near.shape[-1]
    first, second = x[..., :size, :], x[..., size:, :]
    return torch.cat(
        [torch.addcmul(even[..., None] * first, near[..., None], second), odd[..., None] * second], -2
    )


def _upper(x: Tensor, near: Tensor, even: Tensor, odd: Tensor) -> Tensor:
    """C^T x."""
    size = near.shape[-1]
    first, second = x[..., :size, :], x[..., size:, :]
    return torch.cat([even[..., None] * first, near[..., None] * first + odd[..., None] * second], -2)


def _across(x: Tensor, near: Tensor, even: Tensor, odd: Tensor) -> Tensor:
    """C x C^T."""
    size = near.shape[-1]
    rows = _lower(x, near, even, odd)
    first, second = rows[..., :size], rows[..., size:]
    near, even, odd = (diagonal[..., None, :] for diagonal in (near, even, odd))
    return torch.cat([torch.addcmul(even * first, near, second), odd * second], -1)
