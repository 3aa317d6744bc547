"""Where a fit begins: several ways to hold the arms, as a picture does not tell what is nearer.

The first stages are solved from each of them, and every arm goes on with what explains each stretch of the
clip best; later steps hardly ever find out of an arm that is bent the wrong way.
"""

from math import radians

import torch
from torch import Tensor

from pipeline.fitting.clip.freedoms import ARM, HAND, INDEX, SIDES, TRUNK
from pipeline.fitting.clip.kinematics import SIDE_POINTS
from pipeline.fitting.clip.problem import SHARED, Problem, State
from pipeline.fitting.clip.reseed import smoothest
from pipeline.fitting.clip.sightings import TRUNK_POINTS, posed, robust, sightings
from pipeline.fitting.clip.skeleton import POINTS
from pipeline.fitting.clip.terms import cost

_ARMS: tuple[dict[str, float], ...] = (
    {"shoulder_forward": -5, "elbow": 120},
    {"shoulder_forward": 50, "shoulder_outward": 40, "shoulder_twist": -20, "elbow": 70},
)
"""Degrees that differ from the usual pose's: elbows behind the body, elbows out."""


def starts(problem: Problem) -> State:
    """The usual pose at the place and distance that the shoulders tell, once for every way of the arms."""
    seen = problem.seen
    clips, frames = seen.real.shape
    usual = problem.tables.usual.repeat(clips, frames, 1)
    usual[..., :3] = seen.place[:, None]
    found = []
    for own in _ARMS:
        angles = usual.clone()
        for side in SIDES:
            for name, degrees in own.items():
                angles[..., INDEX[f"{side}_{name}"]] = radians(degrees)
        found.append(angles)
    together = torch.cat(found)
    return State(together, together.new_zeros(len(together), SHARED))


def best(problem: Problem, state: State, ways: int) -> State:
    """Of the states found from several starts, one: the trunk that explains a clip best, and every arm
    with its hand as it explains each stretch best."""
    sides = _apart(_costs(problem, state), ways)
    angles = _apart(state.angles, ways)  # (K, B, T, F)
    clips = torch.arange(angles.shape[1], device=angles.device)
    whole = _apart(cost(problem, state), ways).argmin(0)
    result = angles[whole, clips].clone()
    first = len(TRUNK)
    for side in range(len(SIDES)):
        own = slice(first + side * (ARM + HAND), first + (side + 1) * (ARM + HAND))
        options = angles[..., own].permute(1, 2, 0, 3)  # (B, T, K, ...)
        chosen = smoothest(sides[..., side].permute(1, 2, 0), options[..., :ARM])
        index = chosen[..., None, None].expand(-1, -1, 1, ARM + HAND)
        result[..., own] = options.gather(2, index)[:, :, 0]
    return State(result, _apart(state.shared, ways)[whole, clips])


def _apart(values: Tensor, ways: int) -> Tensor:
    """Values (K * B, ...) of several ways one by one, (K, B, ...)."""
    return values.reshape(ways, -1, *values.shape[1:])


def _costs(problem: Problem, state: State) -> Tensor:
    """What each side costs in each frame (B, T, 2), without its movements."""
    clips, frames, _ = state.angles.shape
    seen, tables, weights = problem.seen, problem.tables, problem.weights
    points = posed(problem, state).points.reshape(clips, frames, len(POINTS), 3)
    flat, deep = sightings(problem, state, points)
    sighted = seen.weights * robust((flat**2).sum(-1), weights.cutoff)[0]
    away = weights.belief * tables.precision * (state.angles - tables.usual) ** 2
    sides = sighted[..., TRUNK_POINTS:].reshape(clips, frames, 2, SIDE_POINTS).sum(-1)
    sides = sides + (seen.depth_weights * robust(deep**2, weights.depth_cutoff)[0]).sum(-1)
    first = len(TRUNK)
    sides = sides + away[..., first:].reshape(clips, frames, 2, ARM + HAND).sum(-1)
    return sides * seen.real[..., None]
