"""Levenberg and Marquardt over whole clips, many at once."""

from dataclasses import dataclass, replace

import torch
from torch import Tensor

from pipeline.fitting.clip.marginal import lean
from pipeline.fitting.clip.problem import Problem, State
from pipeline.fitting.clip.reseed import reseed
from pipeline.fitting.clip.skeleton import POINTS
from pipeline.fitting.clip.starts import best
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
    apart: int = 1  # frames from one that is solved to the next; those between lie between them
    chosen: bool = False  # whether one of several ways to begin is chosen in the end


STAGES = (
    Stage(5, (40.0, 10.0), (0.15, 0.15), coarse=True, shared=False, apart=4),
    Stage(8, (25.0, 6.0), (30.0, 0.15), reseeds=(4,), apart=4, chosen=True),
    Stage(5, (6.0, 6.0), (1.0, 0.15), reseeds=(0, 3), apart=2),
    Stage(8, (6.0, 6.0), (0.15, 0.15), reseeds=(0, 3), marginal=True),
)
_DAMPING = 1e-2


def solve(
    problem: Problem, state: State, stages: tuple[Stage, ...] = STAGES, progress: Progress = silent
) -> State:
    """The most probable state found from `state`, which may hold several ways to begin every clip, one after
    the other; `progress` counts steps."""
    done, total = 0, sum(stage.steps for stage in stages)
    damping = torch.full_like(state.angles[:, 0, 0], _DAMPING)
    for stage in stages:
        apart, ways = min(stage.apart, problem.seen.apart), len(damping) // len(problem.seen.focal)
        own = problem.thinned(apart).copied(ways)
        found = State(state.angles[:, ::apart], state.shared)
        base = _base(own, found, stage)
        for step in range(stage.steps):
            progress(done, total)
            done += 1
            base = _at(base, stage, step)
            if step in stage.reseeds:
                found = reseed(own, found, _RESEEDING)
            found, damping = _stepped(base, found, damping, stage.shared)
        if stage.chosen and ways > 1:
            found, damping = best(base, found, ways), torch.full_like(problem.seen.focal, _DAMPING)
        real = problem.copied(len(damping) // len(problem.seen.focal)).seen.real
        state = State(filled(found.angles, real, apart), found.shared)
    return state


def _at(problem: Problem, stage: Stage, step: int) -> Problem:
    """A stage's problem with the cut-off and the belief of a step."""
    share = step / max(stage.steps - 1, 1)
    cutoff, belief = (low * (high / low) ** share for low, high in (stage.cutoffs, stage.beliefs))
    return problem.with_weights(cutoff=cutoff, belief=belief)


def _base(problem: Problem, state: State, stage: Stage) -> Problem:
    """What a stage solves, but for its cut-off and belief."""
    if stage.coarse:
        seen = problem.seen
        return replace(problem, seen=replace(seen, weights=seen.weights * _COARSE.to(seen.weights)))
    return replace(problem, lean=lean(_at(problem, stage, 0), state)) if stage.marginal else problem


def filled(angles: Tensor, real: Tensor, apart: int) -> Tensor:
    """Angles (B, T, F) of all frames from those of frames `apart`, straight between them; what comes after
    the last of those that are `real` (B, T) is as that one is."""
    if apart == 1:
        return angles
    frames, real = real.shape[1], real[:, ::apart]
    places = torch.arange(frames, device=angles.device, dtype=angles.dtype) / apart
    before = places.long()
    after = (before + 1).clamp_max(angles.shape[1] - 1)
    return torch.lerp(angles[:, before], angles[:, after], (places - before)[:, None] * real[:, after, None])


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
