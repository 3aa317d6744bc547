"""The cost of a batch of clips, and Gauss and Newton's model of it.

Every residual is divided by a standard deviation, so that the cost is a negative log posterior,
doubled: what was seen, what bodies can do, and how smoothly they do it.
"""

from dataclasses import dataclass
from math import radians

import torch
from torch import Tensor

from pipeline.fitting.clip.handshapes import mixture
from pipeline.fitting.clip.kinematics import SIDE_POINTS, F, Posed, screws, stretches
from pipeline.fitting.clip.problem import FOCAL, Problem, State
from pipeline.fitting.clip.sightings import (
    TRUNK_POINTS,
    TRUNK_RANGES,
    WHOLE,
    Sums,
    View,
    depth_view,
    posed,
    robust,
    side_ranges,
    sightings,
    turn_rows,
)

_SPREAD = radians(4.8)
"""How far a finger can still spread when its first joint is bent by one radian."""


@dataclass(frozen=True, slots=True, eq=False)
class Equations:
    """The quadratic model of half the cost; frames are coupled through second differences alone."""

    blocks: Tensor  # (B, T, F, F)
    gradient: Tensor  # (B, T, F)
    jolts: Tensor  # (B, T - 2, F), weights of the squared second differences
    border: Tensor  # (B, T, F, SHARED)
    shared: Tensor  # (B, SHARED, SHARED)
    shared_gradient: Tensor  # (B, SHARED)


@dataclass(frozen=True, slots=True, eq=False)
class Evaluated:
    """What a state comes to, however firmly anything is believed: its cost and its model share it."""

    stance: Posed
    flat: Tensor  # (B, T, P, 2), see `sightings`
    deep: Tensor  # (B, T, 2, 22)
    turned: Tensor  # (B, T)
    jolts: tuple[Tensor, Tensor]  # see `jolts`
    shapes: tuple[Tensor, Tensor, Tensor]  # see `mixture`


def evaluate(problem: Problem, state: State) -> Evaluated:
    """What a state comes to."""
    stance = posed(problem, state)
    points = stance.points.reshape(*state.angles.shape[:2], -1, 3)
    flat, deep, turned = sightings(problem, state, points)
    shapes = mixture(problem.tables.shapes, state.angles)
    return Evaluated(stance, flat, deep, turned, jolts(problem, state.angles), shapes)


def jolts(problem: Problem, angles: Tensor) -> tuple[Tensor, Tensor]:
    """The cost (B,) of second differences, and their weights (B, T - 2, F).

    A part's second differences follow Student's t together: a part that moves quickly is believed.
    """
    weights, tables, seen = problem.weights, problem.tables, problem.seen
    if angles.shape[1] < 3:
        return angles.new_zeros(len(angles)), angles.new_zeros(len(angles), 0, F)
    scale = weights.jolt * tables.jolts * (30 / seen.fps)[:, None] ** 2
    precision = (1 / scale**2)[:, None]  # (B, 1, F)
    change = angles[:, 2:] - 2 * angles[:, 1:-1] + angles[:, :-2]
    square = (change**2 * precision) @ tables.parts * seen.real[:, 2:, None]  # (B, T - 2, parts)
    sizes = tables.parts.sum(dim=0)
    nu = weights.freedom * sizes
    about = _blurred(square, weights.window)
    cost = ((nu + sizes) * torch.log1p(about / nu)).sum(dim=(1, 2))
    weight = _blurred((nu + sizes) / (nu + about), weights.window) * seen.real[:, 2:, None]
    return cost, (weight @ tables.parts.T) * precision


def _blurred(values: Tensor, window: float) -> Tensor:
    """Values (B, T, parts) averaged over `window` frames, the standard deviation of a normal kernel."""
    reach = int(3 * window)
    offsets = torch.arange(-reach, reach + 1, dtype=values.dtype, device=values.device)
    kernel = torch.exp(-0.5 * (offsets / max(window, 1e-3)) ** 2)
    kernel = kernel / kernel.sum()
    flat = values.transpose(1, 2).flatten(0, 1)[:, None]
    found = torch.nn.functional.conv1d(flat, kernel[None, None], padding=reach)
    return found.reshape(values.shape[0], values.shape[2], -1).transpose(1, 2)


def _habits(problem: Problem, state: State, at: Evaluated) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Of beliefs, handshapes, limits and couplings: cost (B,), gradient and diagonal (B, T, F), and the
    gradient of what is shared (B, SHARED)."""
    tables, weights, real = problem.tables, problem.weights, problem.seen.real
    angles = state.angles
    away = angles - tables.usual
    precision = weights.belief * tables.precision
    beyond = (angles - tables.high).clamp_min(0) - (tables.low - angles).clamp_min(0)
    limit = 1 / radians(weights.limit) ** 2
    sideways, bend = angles[..., tables.spreading[0]], angles[..., tables.spreading[1]].clamp_min(0)
    fading = (bend / _SPREAD) ** 2
    coupled = angles @ tables.couplings
    square = precision * away**2 + limit * beyond**2 + angles * coupled
    held, pull, stiffness = at.shapes
    cost = (square.sum(-1) + (fading * sideways**2).sum(-1) + weights.handshape * held) * real
    gradient = precision * away + limit * beyond + coupled
    diagonal = precision + limit * (beyond != 0).to(angles.dtype)
    gradient[..., tables.spreading[0]] += fading * sideways
    diagonal[..., tables.spreading[0]] += fading
    gradient[..., tables.shapes.columns] += weights.handshape * pull
    diagonal[..., tables.shapes.columns] += weights.handshape * stiffness
    if problem.known is not None:
        off, sure = angles - problem.known.means[:, None], problem.known.precisions[:, None]
        cost = cost + (sure * off**2).sum(-1) * real
        gradient, diagonal = gradient + sure * off, diagonal + sure
    unusual = state.shared - tables.expected
    pulled = (unusual @ tables.shared) * problem.sharing.shares
    total = cost.sum(dim=1) + (unusual * pulled).sum(dim=1)
    if problem.lean is not None:
        total, pulled = total + (problem.lean * state.shared).sum(dim=1), pulled + problem.lean / 2
    return total, gradient * real[..., None], diagonal, pulled


def cost(problem: Problem, state: State, at: Evaluated) -> Tensor:
    """Twice the negative log posterior (B,) of a state, evaluated, up to constants."""
    weights, seen = problem.weights, problem.seen
    total = (seen.weights * robust((at.flat**2).sum(-1), weights.cutoff)[0]).sum(dim=(1, 2))
    total = total + (seen.depth_weights * robust(at.deep**2, weights.depth_cutoff)[0]).sum(dim=(1, 2, 3))
    total = total + (seen.turned_weights * robust(at.turned**2, weights.depth_cutoff)[0]).sum(dim=1)
    return total + at.jolts[0] + _habits(problem, state, at)[0]


def linearise(problem: Problem, state: State, at: Evaluated) -> Equations:
    """Gauss and Newton's model of half the cost around a state with its at."""
    clips, frames, _ = state.angles.shape
    seen, weights = problem.seen, problem.weights
    stance, flat = at.stance, at.flat
    omega, tau = screws(problem.rig, stance)
    tau[:, 2, 2] = longer = torch.exp(state.shared[:, FOCAL]).repeat_interleave(frames)
    view = View(
        focal=seen.focal.repeat_interleave(frames) * longer,
        distance=-state.angles[..., 2].flatten() * longer,
        spreads=seen.spreads.repeat_interleave(frames, 0),
        points=stance.points,
        moved=problem.rig.moved,
        omega=omega,
        tau=tau,
        stretch=stretches(problem.rig, stance),
        flat=flat.flatten(0, 1),
        weights=(seen.weights * robust((flat**2).sum(-1), weights.cutoff)[1]).flatten(0, 1),
    )
    sums = Sums(clips * frames, flat)
    trunk = slice(0, TRUNK_POINTS)
    sums.add(*view.rows(trunk, view.motion(trunk, TRUNK_RANGES)), TRUNK_RANGES)
    depth = depth_view(problem, state, at.deep)
    for side in range(2):
        start, ranges = TRUNK_POINTS + side * SIDE_POINTS, side_ranges(side)
        points = slice(start, start + SIDE_POINTS)
        motion = view.motion(points, ranges)
        rows, residuals = view.rows(points, motion)
        if seen.deep:
            more = depth.rows(side, motion)
            rows, residuals = torch.cat([rows, more[0]], 1), torch.cat([residuals, more[1]], 1)
        sums.add(rows, residuals, ranges)
    if seen.deep:
        sums.add(*turn_rows(problem, state, at.turned, view), WHOLE)
    return _completed(problem, state, at, sums)


def _completed(problem: Problem, state: State, at: Evaluated, sums: Sums) -> Equations:
    """The sums of all sightings with beliefs, limits, couplings and second differences."""
    clips, frames, _ = state.angles.shape

    def framed(values: Tensor) -> Tensor:
        return values.reshape(clips, frames, *values.shape[1:])

    _, gradient, diagonal, pulled = _habits(problem, state, at)
    weights = at.jolts[1]
    blocks = framed(sums.blocks)
    blocks += problem.tables.couplings
    blocks.diagonal(dim1=-2, dim2=-1).add_(diagonal)
    gradient = gradient + framed(sums.gradient)
    if frames > 2:
        change = state.angles[:, 2:] - 2 * state.angles[:, 1:-1] + state.angles[:, :-2]
        force = weights * change
        gradient[:, 2:] += force
        gradient[:, 1:-1] -= 2 * force
        gradient[:, :-2] += force
    return Equations(
        blocks=blocks,
        gradient=gradient,
        jolts=weights,
        border=framed(sums.border),
        shared=framed(sums.shared).sum(1) + problem.tables.shared * problem.sharing.shares[:, None],
        shared_gradient=framed(sums.shared_gradient).sum(1) + pulled,
    )
