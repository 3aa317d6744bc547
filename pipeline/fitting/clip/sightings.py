"""What was seen against what would be seen: residuals and their linear models."""

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn.functional import one_hot

from pipeline.fitting.clip.face import FACE
from pipeline.fitting.clip.freedoms import ARM, CARRIED, HAND, TRUNK
from pipeline.fitting.clip.kinematics import SIDE_FREEDOMS, SIDE_POINTS, F, G, Posed, pose, velocities
from pipeline.fitting.clip.problem import ARM_UNIT, FOCAL, SHARED, Problem, State, Tables
from pipeline.fitting.clip.skeleton import HIPS

TRUNK_POINTS = len(FACE) + len(HIPS)
SHOULDERS = slice(TRUNK_POINTS, None, SIDE_POINTS)
NEAREST = 0.15
"""Metres from the camera within which nothing can be."""


def robust(square: Tensor, cutoff: float) -> tuple[Tensor, Tensor]:
    """Geman and McClure's cost and weight of squared residuals."""
    kept = cutoff**2 / (cutoff**2 + square)
    return square * kept, kept * kept


def posed(problem: Problem, state: State) -> Posed:
    """All frames of all clips as one batch of poses."""
    clips, frames, _ = state.angles.shape
    bones = state.shared[:, None, :G].expand(clips, frames, G)
    return pose(problem.rig, state.placed.reshape(-1, F), bones.reshape(-1, G))


def sightings(problem: Problem, state: State, points: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Residuals in the picture (B, T, P, 2), in depth (B, T, 2, 22) and of the shoulders' turn (B, T), in
    standard deviations."""
    seen = problem.seen
    focal = seen.focal * torch.exp(state.shared[:, FOCAL])
    away = (-points[..., 2]).clamp_min(NEAREST)
    flat = focal[:, None, None, None] * points[..., :2] / away[..., None] - seen.pixels
    sides, tables = points[..., TRUNK_POINTS:, 2].reshape(*points.shape[:2], 2, SIDE_POINTS), problem.tables
    nearer = sides[..., tables.deep_points] - sides[..., tables.deep_origins].mean(-1)
    deep = (nearer / _units(tables, state) - seen.depths) / tables.deep
    across = (sides[..., 0, 0] - sides[..., 1, 0]) / torch.exp(state.shared[:, ARM_UNIT, None])
    turned = (across - seen.turned) / tables.deep[0]
    return flat / seen.spreads[:, None, :, None], deep, turned


def _units(tables: Tables, state: State) -> Tensor:
    """Metres (B, 1, 1, 22) to the unit of relative depth as seen."""
    return torch.exp(state.shared[:, tables.deep_units])[:, None, None]


Rows = tuple[Tensor, Tensor]
"""Rows of a Jacobian and residuals, both weighted."""
Ranges = list[tuple[slice, slice]]
"""Where columns of a part's rows stand among its freedoms and among all."""

TRUNK_RANGES: Ranges = [(slice(0, len(TRUNK)), slice(0, len(TRUNK)))]
WHOLE: Ranges = [(slice(0, F), slice(0, F))]


def side_ranges(side: int) -> Ranges:
    """Those of a side: the freedoms that carry it, then its own."""
    first = len(TRUNK) + side * (ARM + HAND)
    own = slice(CARRIED, SIDE_FREEDOMS), slice(first, first + ARM + HAND)
    return [(slice(0, CARRIED), slice(0, CARRIED)), own]


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """Everything that sightings are linearised with; N frames of all clips."""

    focal: Tensor  # (N,)
    distance: Tensor  # (N,) metres, of the pelvis
    spreads: Tensor  # (N, P)
    points: Tensor  # (N, P, 3)
    moved: Tensor  # (P, F)
    omega: Tensor  # (N, 3, F)
    tau: Tensor  # (N, 3, F)
    stretch: Tensor  # (N, P, 3, G)
    flat: Tensor  # (N, P, 2)
    weights: Tensor  # (N, P)

    def motion(self, points: slice, ranges: Ranges) -> Tensor:
        """How points move with the freedoms of `ranges`, then with the bones: (N, p, 3, C + G)."""
        omega, tau = (torch.cat([t[..., own] for _, own in ranges], -1) for t in (self.omega, self.tau))
        moved = torch.cat([self.moved[points, own] for _, own in ranges], -1)
        return torch.cat([velocities(omega, tau, self.points[:, points], moved), self.stretch[:, points]], -1)

    def rows(self, points: slice, motion: Tensor) -> Rows:
        """Rows (N, 2p, C + SHARED) and residuals (N, 2p) of the sightings of points, weighted."""
        x, y, z = self.points[:, points].unbind(-1)
        away = (-z).clamp_min(NEAREST)
        root = self.weights[:, points].sqrt()
        scale = root * self.focal[:, None] / (away * self.spreads[:, points])  # (N, p)
        unseen = x.new_zeros(*x.shape, SHARED - G - 1)
        found = []
        for axis, place in ((0, x), (1, y)):
            own = motion[:, :, axis] + (place / away)[..., None] * motion[:, :, 2]
            nearer = 1 - self.distance[:, None] / away
            columns = [own, (place * nearer)[..., None], unseen]
            found.append(torch.cat(columns, -1) * scale[..., None])
        return torch.cat(found, 1), (root[..., None] * self.flat[:, points]).transpose(1, 2).flatten(1)


@dataclass(frozen=True, slots=True, eq=False)
class DepthView:
    """Everything that relative depths are linearised with; N frames of all clips."""

    units: Tensor  # (N, 22)
    seen: Tensor  # (N, 2, 22)
    residuals: Tensor  # (N, 2, 22)
    weights: Tensor  # (N, 2, 22)
    tables: Tables

    def rows(self, side: int, motion: Tensor) -> Rows:
        """Rows (N, 22, C + SHARED) and residuals (N, 22) of a side's relative depths, weighted."""
        root = self.weights[:, side].sqrt()
        tables = self.tables
        origins = motion[:, tables.deep_origins, 2].mean(2)
        own = (motion[:, tables.deep_points, 2] - origins) / self.units[..., None]
        away = self.residuals[:, side] * tables.deep + self.seen[:, side]
        units = -away[..., None] * one_hot(tables.deep_units - G, SHARED - G)
        return torch.cat([own, units], -1) * (root / tables.deep)[..., None], root * self.residuals[:, side]


def turn_rows(problem: Problem, state: State, turned: Tensor, view: View) -> Rows:
    """Rows (N, 1, F + SHARED) and residuals (N, 1) of how much nearer one shoulder is, weighted; `turned` are
    the residuals (B, T)."""
    seen, spread = problem.seen, problem.tables.deep[0]
    root = (seen.turned_weights * robust(turned**2, problem.weights.depth_cutoff)[1]).sqrt().flatten()
    motion = view.motion(SHOULDERS, WHOLE)[:, :, 2]
    unit = torch.exp(state.shared[:, ARM_UNIT, None])
    own = (motion[:, 0] - motion[:, 1]) / unit.expand_as(turned).reshape(-1, 1)
    away = (turned * spread + seen.turned).flatten()
    units = -away[:, None] * one_hot(problem.tables.deep_units[0] - G, SHARED - G)
    rows = torch.cat([own, units], -1) * (root / spread)[:, None]
    return rows[:, None], (root * turned.flatten())[:, None]


def depth_view(problem: Problem, state: State, deep: Tensor) -> DepthView:
    """The view of relative depths whose residuals (B, T, 2, 22) are `deep`."""
    frames = deep.shape[1]
    weights = problem.seen.depth_weights * robust(deep**2, problem.weights.depth_cutoff)[1]
    return DepthView(
        units=_units(problem.tables, state).expand(-1, frames, -1, -1).reshape(-1, deep.shape[-1]),
        seen=problem.seen.depths.flatten(0, 1),
        residuals=deep.flatten(0, 1),
        weights=weights.flatten(0, 1),
        tables=problem.tables,
    )


class Sums:
    """J^T J and J^T r of all sightings, frame by frame."""

    def __init__(self, count: int, like: Tensor) -> None:
        self.blocks = like.new_zeros(count, F, F)
        self.gradient = like.new_zeros(count, F)
        self.border = like.new_zeros(count, F, SHARED)
        self.shared = like.new_zeros(count, SHARED, SHARED)
        self.shared_gradient = like.new_zeros(count, SHARED)

    def add(self, rows: Tensor, residuals: Tensor, ranges: Ranges) -> None:
        """Add rows whose first columns are the freedoms of `ranges` and the last what the clip shares."""
        square = rows.transpose(1, 2) @ rows
        pulled = (residuals[:, None] @ rows)[:, 0]
        for mine, own in ranges:
            for theirs, other in ranges:
                self.blocks[:, own, other] += square[:, mine, theirs]
            self.gradient[:, own] += pulled[:, mine]
            self.border[:, own] += square[:, mine, -SHARED:]
        self.shared += square[:, -SHARED:, -SHARED:]
        self.shared_gradient += pulled[:, -SHARED:]
