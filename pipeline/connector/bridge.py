"""The way from one sign to the next: geodesic, with the velocities of both signs at its ends.

With `A` the first sign running on while its velocity dies away, and `B` the second one running in
the same way backwards in time, every joint turns along

    q(t) = A(t) exp(s(t) log(A(t)^-1 B(t))),   A(t) = q0 exp(w0 tau (1 - exp(-t / tau))),

where `s` is the minimum-jerk polynomial 10 x^3 - 15 x^4 + 6 x^5 (Flash and Hogan 1985). Its slope is
zero at both ends, so that the velocities there are those of the signs.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.motion import rotations

Floats = NDArray[np.float32]
Numbers = NDArray[np.float64]

_FADE = 0.08
"""Seconds in which a sign's velocity falls to 1 / e, at most."""
_OVERRUN = 0.15
"""Radians that a joint runs on beyond its sign, at most."""


@dataclass(frozen=True, slots=True, eq=False)
class Edge:
    """Where signs end or begin, and how they move there; any leading axes.

    `spin` is the velocity in the joint's own frame, dq/dt = q * (0, spin) / 2.
    """

    turns: Floats  # (..., 55, 4), unit quaternions
    spin: Floats  # (..., 55, 3), radians per second
    values: Floats  # (..., C), translation and face
    rates: Floats  # (..., C), per second

    def __getitem__(self, which: object) -> "Edge":
        """Some of them."""
        parts = (self.turns, self.spin, self.values, self.rates)
        return Edge(*(part[which] for part in parts))  # type: ignore[call-overload]


def minimum_jerk(progress: Numbers) -> Numbers:
    """From 0 to 1 with velocity and acceleration zero at both ends; still before and after."""
    x = np.clip(progress, 0, 1)
    result: Numbers = x**3 * (10 + x * (6 * x - 15))
    return result


def eased(progress: Numbers, ease: Numbers | float) -> Numbers:
    """Progress from 0 to 1 that runs ahead (`ease` below 0) or behind (above 0).

    It is raised to a power from 2/3 to 3/2: minimum jerk of it still begins and ends at rest.
    """
    result: Numbers = np.clip(progress, 0, 1) ** (1.5 ** np.asarray(ease, np.float64))
    return result


def bridge(
    before: Edge,
    after: Edge,
    elapsed: Numbers,
    hold: Numbers,
    seconds: Numbers,
    ease: Numbers | float = 0.0,
) -> tuple[Floats, Floats]:
    """Quaternions (N, 55, 4) and values (N, C), `elapsed` (N,) seconds after `before`.

    `hold` seconds after `before` the way to `after` begins, which takes `seconds`. `ease` (N,) says when
    it is quickest: early (-1), in the middle (0) or late (1).
    """
    progress = minimum_jerk(eased((elapsed - hold) / seconds, ease))
    fade = np.minimum(_FADE, seconds / 3)
    ahead, ahead_values = run_on(before, elapsed, fade)
    behind, behind_values = run_on(after, elapsed - hold - seconds, fade)
    # One of the two ways round is taken from start to end, the one that is shorter between the signs.
    opposite = np.einsum("nji,nji->nj", before.turns, after.turns) < 0
    behind = np.where(opposite[..., None], -behind, behind)
    turns = _along(ahead, behind, progress.astype(np.float32)[:, None])
    part = progress.astype(np.float32)[:, None]
    return turns, ahead_values + part * (behind_values - ahead_values)


def run_on(edge: Edge, elapsed: Numbers, fade: Numbers) -> tuple[Floats, Floats]:
    """What the signs would do `elapsed` (N,) seconds after (or, negative, before) their edge.

    Their velocity falls to 1 / e within `fade` (N,) seconds, sooner where a joint would overrun.
    """
    speed = np.sqrt(np.einsum("nji,nji->nj", edge.spin, edge.spin))
    time = np.minimum(fade[:, None], _OVERRUN / np.maximum(speed, 1e-6))
    reach = (np.sign(elapsed)[:, None] * time * -np.expm1(-np.abs(elapsed)[:, None] / time)).astype(
        np.float32
    )
    turns = rotations.multiply(edge.turns, rotations.exp(edge.spin * reach[..., None]))
    drift = np.sign(elapsed) * fade * -np.expm1(-np.abs(elapsed) / fade)
    return turns, edge.values + edge.rates * drift.astype(np.float32)[:, None]


def _along(start: Floats, end: Floats, part: Floats) -> Floats:
    """`rotations.slerp` that never changes its mind about which way round to go."""
    step = rotations.multiply(rotations.conjugate(start), end)
    sine = np.sqrt(np.einsum("...i,...i->...", step[..., 1:], step[..., 1:]))
    half = np.arctan2(sine, step[..., 0])
    small = sine < 1e-6
    scale = np.where(small, part, np.sin(part * half) / np.where(small, 1, sine))
    moved = np.concatenate([np.cos(part * half)[..., None], step[..., 1:] * scale[..., None]], axis=-1)
    return rotations.multiply(start, moved)
