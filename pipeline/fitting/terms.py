"""The cost of a clip: what was seen, what bodies can do, and how smoothly they do it.

Every residual is divided by a standard deviation, so that the cost is a negative log posterior.
"""

from dataclasses import dataclass, replace
from math import radians

import numpy as np
from numpy.typing import NDArray

from pipeline.fitting.banded import NormalEquations, pull_back, second_differences
from pipeline.fitting.chain import HAND_BONES, WRIST, Chain
from pipeline.fitting.freedoms import FINGERS, FREEDOMS, INDEX
from pipeline.fitting.kinematics import Posed, angle_jacobian, pose_chain, stretch_jacobian
from pipeline.fitting.observation import Observation

Array = NDArray[np.float64]

SHARED = HAND_BONES + 1
"""Unknowns of the whole clip: the logarithms of the hand's bone lengths and of the unit of depth."""

_SEEN = np.array([0.02] + [0.003] * (HAND_BONES + 1))  # metres: the elbow, the hand
_DEEP = 0.012  # metres
_REACH, _REACH_SPREAD = 0.22, 0.06
"""How far in front of the shoulder a signing wrist usually is, metres."""
_LIMIT = radians(3)
_LOW = np.array([freedom.low for freedom in FREEDOMS])
_HIGH = np.array([freedom.high for freedom in FREEDOMS])
_COMMON_STRETCH, _OWN_STRETCH, _DEPTH_UNIT = 0.2, 0.06, 0.3
_STILL_SPREAD = radians(4.8)
"""How far a finger can still spread when its first joint is bent by one radian."""


@dataclass(frozen=True, slots=True, eq=False)
class Unknowns:
    """What is solved for."""

    angles: Array  # (T, F), radians
    shared: Array  # (S,)


@dataclass(frozen=True, slots=True, eq=False)
class Belief:
    """Independent normal distributions of the angles, frame by frame."""

    mean: Array  # (T, F) or (F,), radians
    precision: Array  # (T, F) or (F,), one over the variance


@dataclass(frozen=True, slots=True, eq=False)
class Problem:
    """A clip to fit."""

    chain: Chain
    seen: Observation
    belief: Belief
    usual_stretch: Array  # (20,)
    stretch_precision: Array  # (S, S), of stretch and depth unit
    cutoff: float = 30.0  # standard deviations beyond which a sighting counts as an outlier

    def narrowed(self, cutoff: float) -> "Problem":
        """The same with another cut-off."""
        return replace(self, cutoff=cutoff)


def stretch_precision(known: bool) -> Array:
    """How sure bone lengths and the unit of depth are (S, S): those of a typical hand, or of this one."""
    variance = np.zeros((SHARED, SHARED))
    common, own = (0.03, 0.01) if known else (_COMMON_STRETCH, _OWN_STRETCH)
    variance[:HAND_BONES, :HAND_BONES] = common**2 + own**2 * np.eye(HAND_BONES)
    variance[HAND_BONES, HAND_BONES] = _DEPTH_UNIT**2
    return np.asarray(np.linalg.inv(variance), np.float64)


def _couplings() -> tuple[Array, Array]:
    """Rows (C, F) of linear habits of the hand that should be zero, and their standard deviations (C,)."""
    rows, spreads = [], []

    def habit(spread: float, **gains: float) -> None:
        row = np.zeros(len(FREEDOMS))
        for name, gain in gains.items():
            row[INDEX[name]] = gain
        rows.append(row)
        spreads.append(radians(spread))

    for finger in FINGERS:
        habit(9, **{f"{finger}_dip": 1.0, f"{finger}_pip": -0.62})
    for joint in ("mcp", "pip"):
        habit(30, **{f"ring_{joint}": 1.0, f"pinky_{joint}": -1.0})
        habit(40, **{f"middle_{joint}": 1.0, f"ring_{joint}": -1.0})
    return np.array(rows), np.array(spreads)


_HABITS, _HABIT_SPREADS = _couplings()
_HABIT_ROWS = _HABITS / _HABIT_SPREADS[:, None]


def _jolt_weights(fps: float) -> Array:
    """One over the variance of the second differences at a frame rate (F,)."""
    jolts = np.array([freedom.jolt for freedom in FREEDOMS]) * (30.0 / fps) ** 2
    weights: Array = 1 / jolts**2
    return weights


def _robust(square: Array, cutoff: float) -> tuple[Array, Array]:
    """Geman and McClure's cost and weight of squared residuals."""
    kept = cutoff**2 / (cutoff**2 + square)
    return square * kept, kept**2


def _sightings(problem: Problem, unknowns: Unknowns, posed: Posed) -> tuple[Array, Array]:
    """Residuals in the image (T, P, 2) and in depth (T, P), in standard deviations."""
    seen = problem.seen
    flat = (posed.points[..., :2] - seen.places) / _SEEN[:, None]
    unit = np.exp(unknowns.shared[HAND_BONES])
    deep = (posed.points[..., 2] - posed.points[:, [WRIST], 2] - unit * seen.depths) / _DEEP
    return flat, deep


def _reach(problem: Problem, posed: Posed) -> Array:
    """How much farther than usual the wrist is in front of the shoulder (T,), metres."""
    reach: Array = posed.points[:, WRIST, 2] - problem.chain.root[2] - _REACH
    return reach


def _spread_precision(angles: Array) -> Array:
    """How strongly bent fingers are kept from spreading: one over the variance (T, F)."""
    precision = np.zeros_like(angles)
    for finger in FINGERS:
        bent = np.maximum(angles[:, INDEX[f"{finger}_mcp"]], 0)
        precision[:, INDEX[f"{finger}_abduction"]] = (bent / _STILL_SPREAD) ** 2
    return precision


def cost(problem: Problem, unknowns: Unknowns) -> float:
    """Twice the negative log posterior, up to a constant."""
    angles, stretch = unknowns.angles, unknowns.shared[:HAND_BONES]
    posed = pose_chain(problem.chain, angles, stretch)
    flat, deep = _sightings(problem, unknowns, posed)
    total = (problem.seen.weights * _robust((flat**2).sum(-1), problem.cutoff)[0]).sum()
    total += (problem.seen.depth_weights * _robust(deep**2, problem.cutoff)[0]).sum()
    total += (problem.belief.precision * (angles - problem.belief.mean) ** 2).sum()
    total += ((_reach(problem, posed) / _REACH_SPREAD) ** 2).sum()
    beyond = np.maximum(angles - _HIGH, 0) + np.maximum(_LOW - angles, 0)
    total += ((beyond / _LIMIT) ** 2).sum()
    total += ((angles @ _HABIT_ROWS.T) ** 2).sum()
    total += (_spread_precision(angles) * angles**2).sum()
    total += (_jolt_weights(problem.seen.fps) * second_differences(angles) ** 2).sum()
    away = unknowns.shared - np.append(problem.usual_stretch, 0)
    return float(total + away @ problem.stretch_precision @ away)


def linearise(problem: Problem, unknowns: Unknowns) -> NormalEquations:
    """Gauss and Newton's model of half the cost around `unknowns`."""
    angles, stretch = unknowns.angles, unknowns.shared[:HAND_BONES]
    posed = pose_chain(problem.chain, angles, stretch)
    rows, residuals = _sighting_rows(problem, unknowns, posed)
    freedoms = len(FREEDOMS)
    squared = np.einsum("trf,trg->tfg", rows, rows, optimize=True)
    pulled = np.einsum("trf,tr->tf", rows, residuals, optimize=True)
    blocks, gradient = squared[:, :freedoms, :freedoms].copy(), pulled[:, :freedoms].copy()
    precision = np.broadcast_to(problem.belief.precision, angles.shape).copy()
    gradient += precision * (angles - problem.belief.mean)
    beyond = np.maximum(angles - _HIGH, 0) - np.maximum(_LOW - angles, 0)
    precision += (beyond != 0) / _LIMIT**2
    gradient += beyond / _LIMIT**2
    fading = _spread_precision(angles)
    precision += fading
    gradient += fading * angles
    blocks += _HABIT_ROWS.T @ _HABIT_ROWS
    gradient += angles @ _HABIT_ROWS.T @ _HABIT_ROWS
    diagonal = np.arange(freedoms)
    blocks[:, diagonal, diagonal] += precision
    jolts = _jolt_weights(problem.seen.fps)
    gradient += pull_back(jolts * second_differences(angles), len(angles))
    away = unknowns.shared - np.append(problem.usual_stretch, 0)
    return NormalEquations(
        blocks=blocks,
        jolts=jolts,
        gradient=gradient,
        border=squared[:, :freedoms, freedoms:],
        shared=squared[:, freedoms:, freedoms:].sum(axis=0) + problem.stretch_precision,
        shared_gradient=pulled[:, freedoms:].sum(axis=0) + problem.stretch_precision @ away,
    )


def _sighting_rows(problem: Problem, unknowns: Unknowns, posed: Posed) -> tuple[Array, Array]:
    """The sightings' weighted Jacobian (T, 3P + 1, F + S) and residuals (T, 3P + 1), the reach last."""
    chain, seen, stretch = problem.chain, problem.seen, unknowns.shared[:HAND_BONES]
    flat, deep = _sightings(problem, unknowns, posed)
    flat_weight = np.sqrt(seen.weights * _robust((flat**2).sum(-1), problem.cutoff)[1])
    deep_weight = np.sqrt(seen.depth_weights * _robust(deep**2, problem.cutoff)[1])
    unit = np.zeros((*posed.points.shape, 1))
    moved = np.concatenate(
        [angle_jacobian(chain, posed), stretch_jacobian(chain, posed, stretch), unit], axis=-1
    )
    frames, points = seen.weights.shape
    flat_rows = moved[:, :, :2] * (flat_weight / _SEEN)[..., None, None]
    deep_rows = moved[:, :, 2] - moved[:, [WRIST], 2]
    deep_rows[..., -1] = -np.exp(unknowns.shared[HAND_BONES]) * seen.depths
    deep_rows *= (deep_weight / _DEEP)[..., None]
    reach = _reach(problem, posed)[:, None] / _REACH_SPREAD
    reach_rows = moved[:, [WRIST], 2] / _REACH_SPREAD
    rows = np.concatenate([flat_rows.reshape(frames, 2 * points, -1), deep_rows, reach_rows], axis=1)
    flat = (flat * flat_weight[..., None]).reshape(frames, -1)
    residuals = np.concatenate([flat, deep * deep_weight, reach], axis=1)
    return rows, residuals
