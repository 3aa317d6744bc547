"""A way out of wrong minima: digits that would explain the picture better when bent otherwise."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from math import radians

import torch
from torch import Tensor

from pipeline.fitting.chain import DIGITS
from pipeline.fitting.clip.freedoms import INDEX, SIDES
from pipeline.fitting.clip.kinematics import SIDE_POINTS, F, G, Posed, Rig, exponential
from pipeline.fitting.clip.problem import DEEP_POINTS, FOCAL, HAND_UNIT, Problem, State
from pipeline.fitting.clip.sightings import NEAREST, TRUNK_POINTS, posed, robust
from pipeline.fitting.clip.skeleton import POINTS

_LAST = 0.6  # bend of a finger's last joint per bend of the middle one
_MOVE, _LARGEST = radians(22), 12.0
_MARGIN = 3.0


@dataclass(frozen=True, slots=True)
class _Kind:
    """D digits of one kind, and the degrees that are tried: M bends of the near joint, each with Q of the far
    ones."""

    digits: tuple[str, ...]
    near_freedoms: tuple[str, ...]
    near: tuple[tuple[float, ...], ...]
    far_freedoms: tuple[str, str]
    far: tuple[tuple[float, float], ...]

    @property
    def owners(self) -> list[tuple[str, str]]:
        """Side and name of every digit."""
        return [(side, digit) for side in SIDES for digit in self.digits]

    @property
    def freedoms(self) -> Tensor:
        """The freedoms (D, A) that are tried, those of the near joint first."""
        names = self.near_freedoms + self.far_freedoms
        return torch.tensor(
            [[INDEX[f"{own}_{name}"] for name in names] for own in map("_".join, self.owners)]
        )

    @property
    def wrists(self) -> Tensor:
        """The point (D,) at every digit's wrist."""
        return torch.tensor([POINTS.index(f"{side}_hand_wrist") for side, _ in self.owners])

    @property
    def points(self) -> Tensor:
        """The points (D, 4) of every digit, root to tip."""
        first = self.wrists + torch.tensor([1 + 4 * DIGITS.index(digit) for _, digit in self.owners])
        return first[:, None] + torch.arange(4)

    @property
    def deep(self) -> tuple[Tensor, Tensor]:
        """Side (D, 3) and place (D, 3) among `DEEP_POINTS` of the points after the first."""
        own = self.points[:, 1:] - TRUNK_POINTS
        places = [[DEEP_POINTS.index(point) for point in row] for row in (own % SIDE_POINTS).tolist()]
        return own // SIDE_POINTS, torch.tensor(places)


_FINGERS = _Kind(
    tuple(digit for digit in DIGITS if digit != "thumb"),
    near_freedoms=("mcp",),
    near=((-5,), (30,), (55,), (82,)),
    far_freedoms=("pip", "dip"),
    far=tuple((bend, _LAST * bend) for bend in (0, 35, 68, 102)),
)
_THUMBS = _Kind(
    ("thumb",),
    near_freedoms=("abduction", "flexion"),
    near=tuple(product((-15, 12, 42), (-15, 20))),
    far_freedoms=("mcp", "ip"),
    far=tuple(product((0, 38), (0, 45))),
)


def reseed(problem: Problem, state: State, cutoff: float) -> State:
    """The state with digits bent otherwise where a whole stretch of frames agrees that this is better."""
    clips, frames, _ = state.angles.shape
    stance = posed(problem, state)
    angles, tables = state.angles.clone(), problem.tables
    for kind in (_FINGERS, _THUMBS):
        columns = kind.freedoms
        current = angles[..., columns]  # (B, T, D, A)
        bends = _radians([near + far for near, far in product(kind.near, kind.far)], angles)
        options = torch.cat([current[..., None, :], bends.expand(*current.shape[:3], *bends.shape)], 3)
        away = (options - tables.usual[columns][:, None]) ** 2
        unary = problem.weights.belief * (away * tables.precision[columns][:, None]).sum(-1)
        if problem.known is not None:
            known = (problem.known.means, problem.known.precisions)
            means, precisions = (values[:, None, columns].unsqueeze(3) for values in known)
            unary = unary + (precisions * (options - means) ** 2).sum(-1)
        reached = _reached(problem, state, stance, kind)
        unary = unary + _costs(problem, state, kind, stance, reached, cutoff)
        digits = (values.transpose(1, 2).flatten(0, 1) for values in (unary, options[..., :2]))
        chosen = _smoothest(*digits).reshape(clips, -1, frames).transpose(1, 2)[..., None]  # (B, T, D, 1)
        better = (chosen > 0) & (unary.gather(3, chosen) < unary[..., :1] - _MARGIN)
        new = options.gather(3, chosen[..., None].expand(-1, -1, -1, 1, options.shape[-1]))[:, :, :, 0]
        angles[..., columns] = torch.where(better, new, current)
    return State(angles, state.shared)


def _radians(degrees: Sequence[tuple[float, ...]], like: Tensor) -> Tensor:
    return torch.tensor(degrees, dtype=like.dtype, device=like.device) * radians(1)


def _reached(problem: Problem, state: State, stance: Posed, kind: _Kind) -> Tensor:
    """The points (B, T, D, K + 1, 3, 3) beyond first joints, from the wrist: as they are, then as bent.

    The bends of the far joints are the same in all frames: each makes one shape, which the first joint turns.
    """
    rig, angles = problem.rig, state.angles.flatten(0, 1)
    joints, near = rig.carriers[kind.points[:, 0]], kind.freedoms[:, : len(kind.near_freedoms)]
    points = stance.points[:, kind.points] - stance.points[:, kind.wrists, None]  # (N, D, 4, 3)
    axes = rig.turns.reshape(F, -1, 3)[near, joints[:, None]]  # (D, a, 3)
    change = _radians(kind.near, angles) - angles[:, near][:, :, None]  # (N, D, M, a)
    vectors = (angles @ rig.turns).reshape(len(angles), -1, 3)[:, joints][:, :, None]
    turned, _ = exponential(vectors + torch.einsum("ndma,dac->ndmc", change, axes))
    turned = (stance.rotations[:, rig.carriers[kind.wrists]] @ rig.rest[joints])[:, :, None] @ turned
    points, turned = (
        values.reshape(*state.angles.shape[:2], *values.shape[1:]) for values in (points, turned)
    )
    bent = torch.einsum("btdmij,bdqpj->btdmqpi", turned, _shapes(rig, state.shared[:, :G], kind))
    return torch.cat([points[:, :, :, None, 1:], points[:, :, :, None, :1] + bent.flatten(3, 4)], 3)


def _shapes(rig: Rig, bones: Tensor, kind: _Kind) -> Tensor:
    """The points (B, D, Q, 3, 3) beyond the first joint in its frame, for the bends of far joints."""
    offsets = rig.offsets * torch.exp(bones @ rig.segment_bones.T)[..., None]  # (B, S, 3)
    axes, bends = rig.turns.reshape(F, -1, 3), _radians(kind.far, offsets)
    found = []
    for points, columns in zip(kind.points, kind.freedoms, strict=True):
        joints = rig.carriers[points[1:3]]
        turns = [
            rig.rest[joint] @ exponential(bend[:, None] * axes[column, joint])[0]
            for joint, bend, column in zip(joints, bends.T, columns[-2:], strict=True)
        ]
        ways = torch.cat([rig.joint_segments[joints], rig.point_segments[points[3:]]])
        near, middle, far = (ways @ offsets).unbind(1)  # (B, 3) each
        second = near[:, None] + torch.einsum("qij,bj->bqi", turns[0], middle)
        last = second + torch.einsum("qij,bj->bqi", turns[0] @ turns[1], far)
        found.append(torch.stack([near[:, None].expand_as(second), second, last], 2))
    return torch.stack(found, 1)


def _costs(
    problem: Problem, state: State, kind: _Kind, stance: Posed, reached: Tensor, cutoff: float
) -> Tensor:
    """What the sightings of digits cost (B, T, D, K) whose points are `reached` from the wrist."""
    seen, (clips, frames, _) = problem.seen, state.angles.shape
    own, wrists = kind.points[:, 1:], stance.points[:, kind.wrists]
    points = reached + wrists.reshape(clips, frames, -1, 1, 1, 3)
    focal = seen.focal * torch.exp(state.shared[:, FOCAL])
    flat = focal.reshape(-1, 1, 1, 1, 1, 1) * points[..., :2] / (-points[..., 2:]).clamp_min(NEAREST)
    flat = flat - seen.pixels[:, :, own][:, :, :, None]
    square = (flat / seen.spreads[:, None, own][:, :, :, None, :, None]).square().sum(-1)
    total = (seen.weights[:, :, own][:, :, :, None] * robust(square, cutoff)[0]).sum(-1)
    if not seen.deep:
        return total
    unit = torch.exp(state.shared[:, HAND_UNIT]).reshape(-1, 1, 1, 1, 1)
    sides, places = kind.deep
    depths, believed = (
        values[:, :, sides, places][:, :, :, None] for values in (seen.depths, seen.depth_weights)
    )
    missed = ((reached[..., 2] / unit - depths) / problem.weights.depth) ** 2
    return total + (believed * robust(missed, problem.weights.depth_cutoff)[0]).sum(-1)


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
