"""Levenberg and Marquardt over whole clips, many at once."""

from dataclasses import dataclass, fields, replace
from typing import Any

import torch
from torch import Tensor

from pipeline.fitting.clip.freedoms import FREEDOMS
from pipeline.fitting.clip.marginal import lean
from pipeline.fitting.clip.problem import Problem, State
from pipeline.fitting.clip.reseed import reseed
from pipeline.fitting.clip.skeleton import POINTS
from pipeline.fitting.clip.step import newton_step, partial_step
from pipeline.fitting.clip.terms import Evaluated, cost, evaluate, linearise
from pipeline.progress import Progress, silent

_RESEEDING = 8.0
_FAR = 0.8  # radians: the longest step of an angle
_BEYOND = 0.15  # radians an angle may leave its limits by
_PALM = ("wrist", "index_finger_mcp", "middle_finger_mcp", "ring_finger_mcp", "pinky_mcp")
_COARSE_POINTS = torch.tensor(
    [float("_hand_" not in name or name.split("_hand_")[1] in _PALM) for name in POINTS]
)
COARSE_FREEDOMS = torch.tensor([not freedom.part.endswith("hand") for freedom in FREEDOMS]).nonzero()[:, 0]


@dataclass(frozen=True, slots=True)
class Stage:
    """Steps with falling cut-off and falling belief."""

    steps: int
    cutoffs: tuple[float, float]
    beliefs: tuple[float, float]
    coarse: bool = False  # whether only trunk and arms move, with the lengths as they are
    reseeds: tuple[int, ...] = ()  # the steps before which digits are bent otherwise
    marginal: bool = False  # whether lengths are the marginal's


STAGES = (
    Stage(5, (40.0, 10.0), (0.15, 0.15), coarse=True),
    Stage(9, (25.0, 6.0), (30.0, 0.15), reseeds=(4, 7)),
    Stage(8, (6.0, 6.0), (0.15, 0.15), reseeds=(0, 2, 4), marginal=True),
)


def start(problem: Problem) -> State:
    """The usual pose, at the place and distance that the shoulders tell."""
    seen = problem.seen
    clips, frames = seen.real.shape
    angles = problem.tables.usual.repeat(clips, frames, 1)
    angles[..., :3] = seen.place[:, None]
    return State(angles, problem.tables.expected.repeat(clips, 1))


def solve(
    problem: Problem, state: State, stages: tuple[Stage, ...] = STAGES, progress: Progress = silent
) -> State:
    """The most probable state found from `state`; `progress` counts steps."""
    done, total = 0, sum(stage.steps for stage in stages)
    damping = torch.full_like(problem.seen.focal, 1e-2)
    points, freedoms = (own.to(state.angles.device) for own in (_COARSE_POINTS, COARSE_FREEDOMS))
    coarse = replace(problem, seen=replace(problem.seen, weights=problem.seen.weights * points))
    at = evaluate(problem, state)
    for stage in stages:
        base = coarse if stage.coarse else problem
        if stage.marginal:
            base = replace(
                base, lean=lean(base.with_weights(cutoff=stage.cutoffs[0], belief=stage.beliefs[0]), state)
            )
        for step in range(stage.steps):
            progress(done, total)
            done += 1
            share = step / max(stage.steps - 1, 1)
            cutoff, belief = (low * (high / low) ** share for low, high in (stage.cutoffs, stage.beliefs))
            if step in stage.reseeds:
                state = reseed(problem, state, _RESEEDING)
                at = evaluate(problem, state)
            own = base.with_weights(
                cutoff=cutoff, belief=belief, depth_cutoff=max(base.weights.depth_cutoff, cutoff / 2)
            )
            state, at, damping = _stepped(own, state, at, damping, freedoms if stage.coarse else None)
    return state


def _stepped(
    problem: Problem, state: State, at: Evaluated, damping: Tensor, free: Tensor | None
) -> tuple[State, Evaluated, Tensor]:
    """The state after one step where that lowers the cost of a signer, evaluated, and the next damping.

    free: the freedoms that move alone, if not all do and what is shared.
    """
    sharing, tables = problem.sharing, problem.tables
    before = sharing.together(cost(problem, state, at))
    equations, shared_step = linearise(problem, state, at), torch.zeros_like(state.shared)
    if free is None:
        step, shared_step = newton_step(equations, damping, sharing)
    else:
        step = partial_step(equations, damping, free)
    step = torch.cat([step[..., :3], step[..., 3:].clamp(-_FAR, _FAR)], -1)
    moved = State(
        torch.minimum(torch.maximum(state.angles + step, tables.low - _BEYOND), tables.high + _BEYOND),
        state.shared + shared_step.clamp(-0.1, 0.1),
    )
    then = evaluate(problem, moved)
    better = sharing.together(cost(problem, moved, then)) <= before * (1 + 1e-6)
    kept, then = _chosen(better, (moved, then), (state, at))
    return kept, then, torch.where(better, (damping * 0.3).clamp_min(1e-5), (damping * 8).clamp_max(1e3))


def _chosen(better: Tensor, new: Any, old: Any) -> Any:
    """What is new of the clips that are `better` (B,), what is old of the others: tensors (B, ...) or
    (B * T, ...), or dataclasses or tuples of them."""
    if isinstance(new, Tensor):
        rows = better.repeat_interleave(len(new) // len(better))
        return torch.where(rows.reshape(-1, *(1,) * (new.ndim - 1)), new, old)
    if isinstance(new, tuple):
        return tuple(_chosen(better, *pair) for pair in zip(new, old, strict=True))
    return type(new)(
        *(_chosen(better, getattr(new, own.name), getattr(old, own.name)) for own in fields(new))
    )
