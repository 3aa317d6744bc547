"""Where the picture shows that a fingertip touches the face or the other hand."""

import torch
from torch import Tensor

from pipeline.fitting.clip.flesh import gaps
from pipeline.fitting.clip.kinematics import G
from pipeline.fitting.clip.problem import FOCAL, Problem, State
from pipeline.fitting.clip.sightings import NEAREST, posed

NEAR = 0.03
"""Metres of gap up to which the depth that was found allows a touch."""
STILL = 0.25
"""Metres a second by which fingertip and what it touches may move past each other in the picture."""
LEAST = 0.12
"""Seconds that a touch lasts."""


def seen_touches(problem: Problem, state: State) -> Tensor | None:
    """The pairs of `problem.flesh` that touch (B, T, K), 1 or 0.

    Their silhouettes overlap, they hardly move past each other, and depth allows it, for long enough.
    """
    flesh = problem.flesh
    assert flesh is not None
    seen, (clips, frames) = problem.seen, problem.seen.real.shape
    stance = posed(problem, state)
    found = gaps(flesh, stance, state.shared[:, :G].repeat_interleave(frames, 0))
    candidates = flesh.touching.nonzero()[:, 0]
    every = candidates.expand(clips * frames, -1)
    here, there = found.points(flesh, every)
    focal = (seen.focal * torch.exp(state.shared[:, FOCAL])).repeat_interleave(frames)[:, None, None]
    apart = focal * (here[..., :2] / _away(here) - there[..., :2] / _away(there))
    metres = apart * _away(there) / focal  # in the picture, at the depth of what is touched
    gap = found.distances[:, candidates] - flesh.near[candidates]
    close = (metres.norm(dim=-1) < flesh.near[candidates]) & (gap < NEAR)
    close = close.reshape(clips, frames, -1)
    between = (here - there)[..., :2].reshape(clips, frames, len(candidates), 2)
    speed = torch.zeros_like(close, dtype=between.dtype)
    if frames > 1:
        step = (between[:, 1:] - between[:, :-1]).norm(dim=-1) * seen.fps[:, None, None]
        speed[:, 1:] = step
        speed[:, 0] = step[:, 0]
    touching = close & (speed < STILL) & (seen.real[..., None] > 0)
    result = torch.zeros(clips, frames, len(flesh.near), dtype=between.dtype, device=between.device)
    result[..., candidates] = _lasting(touching, seen.fps)
    return result


def _away(points: Tensor) -> Tensor:
    return (-points[..., 2:]).clamp_min(NEAREST)


def _lasting(touching: Tensor, fps: Tensor) -> Tensor:
    """Those of (B, T, K) that are part of a run of at least `LEAST` seconds, 1 or 0."""
    values = touching.float()
    kept = torch.zeros_like(values)
    for clip, rate in enumerate(fps.tolist()):
        length = max(round(LEAST * rate), 1)
        row = values[clip].T[None]  # (1, K, T)
        if row.shape[-1] < length:
            continue
        whole = -torch.nn.functional.max_pool1d(-row, length, 1)  # runs that start here
        back = torch.nn.functional.pad(whole, (length - 1, length - 1))
        kept[clip] = torch.nn.functional.max_pool1d(back, length, 1)[0].T
    return kept
