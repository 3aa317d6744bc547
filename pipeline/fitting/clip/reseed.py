"""A way out of wrong minima: digits that would explain the picture better when bent otherwise."""

from itertools import product
from math import radians

import torch
from torch import Tensor

from pipeline.fitting.chain import DIGITS
from pipeline.fitting.clip.freedoms import INDEX, SIDES
from pipeline.fitting.clip.kinematics import F, G, pose
from pipeline.fitting.clip.problem import DEEP, FOCAL, HAND_UNIT, Problem, State
from pipeline.fitting.clip.sightings import NEAREST, robust
from pipeline.fitting.clip.skeleton import POINTS

_BENDS = tuple(product((-5, 30, 55, 82), (0, 35, 68, 102)))  # knuckle and middle joint, degrees
_LAST = 0.6  # bend of the last joint per bend of the middle one
_THUMBS = tuple(product((-15, 12, 42), (-15, 20), (0, 38), (0, 45)))  # abduction, flexion, both far joints
_MOVE, _LARGEST = radians(22), 12.0
_MARGIN = 3.0


def _freedoms(side: str, digit: str) -> list[int]:
    parts = ("abduction", "flexion", "mcp", "ip") if digit == "thumb" else ("mcp", "pip", "dip")
    return [INDEX[f"{side}_{digit}_{part}"] for part in parts]


def _candidates(like: Tensor) -> dict[str, Tensor]:
    """Angles (K, freedoms) to try for a finger and for the thumb."""
    bends = [(mcp, pip, _LAST * pip) for mcp, pip in _BENDS]
    return {
        digit: torch.tensor(_THUMBS if digit == "thumb" else bends).to(like) * radians(1) for digit in DIGITS
    }


_OWNERS = [(side, digit) for side in SIDES for digit in DIGITS]
_POINTS = [
    [POINTS.index(f"{side}_hand_wrist") + 2 + 4 * index + part for part in range(3)]
    for side in SIDES
    for index in range(len(DIGITS))
]


def reseed(problem: Problem, state: State, cutoff: float) -> State:
    """The state with digits bent otherwise where a whole stretch of frames agrees that this is better."""
    clips, frames, _ = state.angles.shape
    tables = problem.tables
    candidates = _candidates(state.angles)
    count = max(len(own) for own in candidates.values())
    costs = [_costs(problem, state, state.angles, cutoff)]
    for index in range(count):
        angles = state.angles.clone()
        for side, digit in _OWNERS:
            own = candidates[digit]
            angles[..., _freedoms(side, digit)] = own[min(index, len(own) - 1)]
        costs.append(_costs(problem, state, angles, cutoff))
    stacked = torch.stack(costs, -1)  # (B, T, 10, K + 1)
    angles = state.angles.clone()
    for owner, (side, digit) in enumerate(_OWNERS):
        columns, own = _freedoms(side, digit), candidates[digit]
        current = state.angles[..., columns]
        options = torch.cat([current[:, :, None], own.expand(clips, frames, *own.shape)], 2)
        unary = stacked[:, :, owner, : options.shape[2]]
        away = options - tables.usual[columns]
        unary = unary + problem.weights.belief * (away**2 * tables.precision[columns]).sum(-1)
        chosen = _smoothest(unary, options[..., :2])
        best = unary.gather(2, chosen[..., None])[..., 0]
        better = (chosen > 0) & (best < unary[..., 0] - _MARGIN)
        new = options.gather(2, chosen[..., None, None].expand(-1, -1, 1, len(columns)))[:, :, 0]
        angles[..., columns] = torch.where(better[..., None], new, current)
    return State(angles, state.shared)


def _costs(problem: Problem, state: State, angles: Tensor, cutoff: float) -> Tensor:
    """What the sightings of every digit cost (B, T, 10)."""
    clips, frames, _ = angles.shape
    bones = state.shared[:, None, :G].expand(clips, frames, G).reshape(-1, G)
    points = pose(problem.rig, angles.reshape(-1, F), bones).points.reshape(clips, frames, -1, 3)
    seen = problem.seen
    own = points[:, :, _POINTS]  # (B, T, 10, 3, 3)
    focal = seen.focal * torch.exp(state.shared[:, FOCAL])
    flat = (
        focal[:, None, None, None, None] * own[..., :2] / (-own[..., 2:]).clamp_min(NEAREST)
        - seen.pixels[:, :, _POINTS]
    )
    square = ((flat / seen.spreads[:, None, _POINTS, None]) ** 2).sum(-1)
    total = (seen.weights[:, :, _POINTS] * robust(square, cutoff)[0]).sum(-1)
    if seen.deep:
        wrists = [POINTS.index(f"{side}_hand_wrist") for side, _ in _OWNERS]
        unit = torch.exp(state.shared[:, HAND_UNIT])[:, None, None, None]
        first = len(DEEP[0]) + 1
        places = [[first + 4 * index + part for part in range(3)] for index in range(len(DIGITS))]
        depths, weights = (t[..., places].flatten(2, 3) for t in (seen.depths, seen.depth_weights))
        deep = ((own[..., 2] - points[:, :, wrists, 2, None]) / unit - depths) / problem.weights.depth
        total = total + (weights * robust(deep**2, problem.weights.depth_cutoff)[0]).sum(-1)
    return total


def _smoothest(unary: Tensor, options: Tensor) -> Tensor:
    """Viterbi's choice (B, T) of options (B, T, K, A) by their costs (B, T, K) and the moves between them."""
    total, back = unary[:, 0], []
    for frame in range(1, unary.shape[1]):
        step = ((options[:, frame, None] - options[:, frame - 1, :, None]) / _MOVE).square().sum(-1)
        best = (total[:, :, None] + step.clamp_max(_LARGEST)).min(1)
        total = best.values + unary[:, frame]
        back.append(best.indices)
    path = [total.argmin(1)]
    for indices in reversed(back):
        path.append(indices.gather(1, path[-1][:, None])[:, 0])
    return torch.stack(path[::-1], 1)
