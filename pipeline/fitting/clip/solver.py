"""Levenberg and Marquardt over whole clips, many at once."""

from dataclasses import dataclass, replace

import torch
from torch import Tensor

from pipeline.fitting.clip.marginal import lean
from pipeline.fitting.clip.problem import SHARED, Problem, State
from pipeline.fitting.clip.reseed import reseed
from pipeline.fitting.clip.skeleton import POINTS
from pipeline.fitting.clip.step import newton_step
from pipeline.fitting.clip.terms import cost, linearise
from pipeline.progress import Progress, silent

_RESEEDING = 8.0
_FAR = 0.8  # radians: the longest step of an angle
_BEYOND = 0.15  # radians an angle may leave its limits by
_PALM = ("wrist", "index_finger_mcp", "middle_finger_mcp", "ring_finger_mcp", "pinky_mcp")
_COARSE = torch.tensor([float("_hand_" not in name or name.split("_hand_")[1] in _PALM) for name in POINTS])


@dataclass(frozen=True, slots=True)
class Stage:
    """Steps with falling cut-off and falling belief."""

    steps: int
    cutoffs: tuple[float, float]
    beliefs: tuple[float, float]
    coarse: bool = False  # whether fingers and thumb are left out
    shared: bool = True
    reseeds: tuple[int, ...] = ()  # the steps before which digits are bent otherwise
    marginal: bool = False  # whether lengths are the marginal's


STAGES = (
    Stage(5, (40.0, 10.0), (0.15, 0.15), coarse=True, shared=False),
    Stage(9, (25.0, 6.0), (30.0, 0.15), reseeds=(4, 7)),
    Stage(6, (6.0, 6.0), (0.15, 0.15), reseeds=(0,), marginal=True),
)


def start(problem: Problem) -> State:
    """The usual pose, at the place and distance that the shoulders tell."""
    seen = problem.seen
    clips, frames = seen.real.shape
    angles = problem.tables.usual.repeat(clips, frames, 1)
    angles[..., :3] = seen.place[:, None]
    return State(angles, angles.new_zeros(clips, SHARED))


def solve(
    problem: Problem, state: State, stages: tuple[Stage, ...] = STAGES, progress: Progress = silent
) -> State:
    """The most probable state found from `state`; `progress` counts steps."""
    done, total = 0, sum(stage.steps for stage in stages)
    damping = torch.full_like(problem.seen.focal, 1e-2)
    fine = problem
    coarse = replace(
        problem, seen=replace(problem.seen, weights=problem.seen.weights * _COARSE.to(problem.seen.weights))
    )
    for stage in stages:
        base = coarse if stage.coarse else fine
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
            state, damping = _stepped(
                base.with_weights(cutoff=cutoff, belief=belief), state, damping, stage.shared
            )
    return state


def _stepped(problem: Problem, state: State, damping: Tensor, shared: bool) -> tuple[State, Tensor]:
    """The state after one step, where it lowers the cost of a signer, and the damping of the next."""
    sharing = problem.sharing
    before = sharing.together(cost(problem, state))
    step, shared_step = newton_step(linearise(problem, state), damping, sharing)
    step = torch.cat([step[..., :3], step[..., 3:].clamp(-_FAR, _FAR)], -1)
    tables = problem.tables
    moved = State(
        torch.minimum(torch.maximum(state.angles + step, tables.low - _BEYOND), tables.high + _BEYOND),
        state.shared + shared_step.clamp(-0.1, 0.1) * float(shared),
    )
    better = sharing.together(cost(problem, moved)) <= before * (1 + 1e-6)
    kept = State(
        torch.where(better[:, None, None], moved.angles, state.angles),
        torch.where(better[:, None], moved.shared, state.shared),
    )
    return kept, torch.where(better, (damping * 0.3).clamp_min(1e-5), (damping * 8).clamp_max(1e3))
