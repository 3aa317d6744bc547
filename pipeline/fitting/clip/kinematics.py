"""Where the points of the upper body are for given angles and bones, and how they move with both.

Batched over frames; the same code runs on every device. All rotations of one joint's hinges are one
rotation vector, so that a joint costs one exponential.
"""

from dataclasses import dataclass

import torch
from torch import Tensor

from pipeline.fitting.clip.freedoms import ARM, CARRIED, FREEDOMS, HAND, SIDES, TRUNK
from pipeline.fitting.clip.skeleton import BONE_INDEX, BONES, POINTS, Segment, Skeleton

F, G = len(FREEDOMS), len(BONES)
SIDE_FREEDOMS = CARRIED + ARM + HAND
SIDE_POINTS = 24


@dataclass(frozen=True, slots=True, eq=False)
class Rig:
    """A skeleton as tensors: V joints, S segments, E hinges, P points."""

    parents: list[int]
    levels: list[tuple[Tensor, Tensor]]  # joints of equal depth and their parents, without the root
    rest: Tensor  # (V, 3, 3)
    axes: Tensor  # (E, 3)
    hinge_joints: Tensor  # (E,)
    hinge_parents: Tensor  # (E,), what carries them; the root is carried by itself
    at_root: Tensor  # (E,), whether they are the root's
    gains: Tensor  # (E, F): what each hinge turns with each freedom
    turns: Tensor  # (F, V * 3): from freedoms to the joints' rotation vectors
    offsets: Tensor  # (S, 3)
    segment_bones: Tensor  # (S, G)
    segment_joints: Tensor  # (S,): in whose frame they are
    joint_segments: Tensor  # (V, S): which lead from the parent to a joint
    carriers: Tensor  # (P,)
    point_segments: Tensor  # (P, S): which lead from the carrier to a point
    ways: Tensor  # (P, S): all segments between the root and a point
    moved: Tensor  # (P, F): whether a freedom moves a point
    side_columns: Tensor  # (2, SIDE_FREEDOMS): the freedoms that can move the points of each side


def build_rig(
    skeleton: Skeleton, device: torch.device | str = "cpu", dtype: torch.dtype = torch.float32
) -> Rig:
    """The tensors of a skeleton."""
    members = skeleton.joints
    count = len(members)
    ancestors = torch.eye(count)
    depth = [0] * count
    for index, joint in enumerate(members):
        if joint.parent >= 0:
            ancestors[index] += ancestors[joint.parent]
            depth[index] = depth[joint.parent] + 1
    segments: list[tuple[Segment, int]] = []
    joint_segments, point_segments = [], []
    for index, joint in enumerate(members):
        for segment in joint.segments:
            joint_segments.append((index, len(segments)))
            segments.append((segment, joint.parent))
    for index, point in enumerate(skeleton.points):
        for segment in point.segments:
            point_segments.append((index, len(segments)))
            segments.append((segment, point.joint))
    hinges = [(index, *hinge) for index, joint in enumerate(members) for hinge in joint.hinges]

    def place(values: Tensor) -> Tensor:
        return values.to(device=device, dtype=dtype if values.is_floating_point() else None)

    def table(rows: int, pairs: list[tuple[int, int]]) -> Tensor:
        result = torch.zeros(rows, len(segments))
        for row, column in pairs:
            result[row, column] = 1
        return result

    carriers = torch.tensor([point.joint for point in skeleton.points])
    to_joints, to_points = table(count, joint_segments), table(len(POINTS), point_segments)
    gains = torch.zeros(len(hinges), F)
    turns = torch.zeros(F, count, 3)
    moved = torch.zeros(len(POINTS), F)
    for row, (joint_index, axis, freedom, gain) in enumerate(hinges):
        gains[row, freedom] = gain
        turns[freedom, joint_index] += gain * torch.tensor(axis, dtype=torch.float32)
        moved[:, freedom] = torch.maximum(moved[:, freedom], ancestors[carriers][:, joint_index])
    moved[:, :3] = 1
    bones = torch.zeros(len(segments), G)
    for row, (segment, _) in enumerate(segments):
        bones[row, [BONE_INDEX[name] for name in segment.bones]] = 1
    levels = []
    for level in range(1, max(depth) + 1):
        own = [index for index in range(count) if depth[index] == level]
        above = [members[index].parent for index in own]
        levels.append((torch.tensor(own, device=device), torch.tensor(above, device=device)))
    first = len(TRUNK)
    columns = [
        [*range(CARRIED), *range(first + side * (ARM + HAND), first + (side + 1) * (ARM + HAND))]
        for side in range(len(SIDES))
    ]
    return Rig(
        parents=[joint.parent for joint in members],
        levels=levels,
        rest=place(torch.stack([torch.tensor(joint.rest) for joint in members]).float()),
        axes=place(torch.stack([torch.tensor(axis) for _, axis, _, _ in hinges]).float()),
        hinge_joints=place(torch.tensor([index for index, *_ in hinges])),
        hinge_parents=place(torch.tensor([max(members[index].parent, 0) for index, *_ in hinges])),
        at_root=place(torch.tensor([members[index].parent < 0 for index, *_ in hinges])),
        gains=place(gains),
        turns=place(turns.reshape(F, -1)),
        offsets=place(torch.tensor([segment.offset for segment, _ in segments])),
        segment_bones=place(bones),
        segment_joints=place(torch.tensor([joint for _, joint in segments])),
        joint_segments=place(to_joints),
        carriers=place(carriers),
        point_segments=place(to_points),
        ways=place(ancestors[carriers] @ to_joints + to_points),
        moved=place(moved),
        side_columns=place(torch.tensor(columns)),
    )


@dataclass(frozen=True, slots=True, eq=False)
class Posed:
    """A rig in N poses."""

    points: Tensor  # (N, P, 3), metres
    rotations: Tensor  # (N, V, 3, 3), global
    places: Tensor  # (N, V, 3)
    jacobians: Tensor  # (N, V, 3, 3), left Jacobians of the joints' exponentials
    segments: Tensor  # (N, S, 3), in the world


def exponential(vectors: Tensor) -> tuple[Tensor, Tensor]:
    """Rotation matrices (..., 3, 3) of rotation vectors (..., 3), and their left Jacobians."""
    square = (vectors * vectors).sum(-1)[..., None, None]
    angle = torch.sqrt(square + 1e-12)
    small = square < 1e-4
    one = torch.where(small, 1 - square / 6, torch.sin(angle) / angle)
    two = torch.where(small, 0.5 - square / 24, (1 - torch.cos(angle)) / (square + 1e-12))
    three = torch.where(small, 1 / 6 - square / 120, (1 - one) / (square + 1e-12))
    x, y, z = vectors.unbind(-1)
    o = torch.zeros_like(x)
    skew = torch.stack([o, -z, y, z, o, -x, -y, x, o], -1).reshape(*vectors.shape, 3)
    outer = vectors[..., :, None] * vectors[..., None, :]
    identity = torch.eye(3, dtype=vectors.dtype, device=vectors.device)
    squared = outer - square * identity
    return identity + one * skew + two * squared, identity + two * skew + three * squared


def pose(rig: Rig, angles: Tensor, bones: Tensor) -> Posed:
    """Forward kinematics of angles (N, F) with bone factors exp(`bones`) (N, G)."""
    count, joints = len(angles), len(rig.parents)
    local, jacobians = exponential((angles @ rig.turns).reshape(count, joints, 3))
    local = rig.rest @ local
    lengths = torch.exp(bones @ rig.segment_bones.T)  # (N, S)
    offsets = rig.offsets * lengths[..., None]
    steps = torch.einsum("vs,nsc->nvc", rig.joint_segments, offsets)
    rotations, places = torch.empty_like(local), torch.empty_like(steps)
    rotations[:, 0], places[:, 0] = local[:, 0], angles[:, :3]
    for own, above in rig.levels:
        turned = rotations[:, above]
        rotations[:, own] = turned @ local[:, own]
        places[:, own] = places[:, above] + (turned @ steps[:, own, :, None])[..., 0]
    segments = (rotations[:, rig.segment_joints] @ offsets[..., None])[..., 0]
    points = places[:, rig.carriers] + torch.einsum("ps,nsc->npc", rig.point_segments, segments)
    return Posed(points, rotations, places, jacobians, segments)


def screws(rig: Rig, posed: Posed) -> tuple[Tensor, Tensor]:
    """Angular velocity and velocity at the origin (N, 3, F) each, for every freedom at unit speed."""
    local = rig.rest[rig.hinge_joints] @ posed.jacobians[:, rig.hinge_joints]
    axes = (local @ rig.axes[..., None])[..., 0]
    turned = (posed.rotations[:, rig.hinge_parents] @ axes[..., None])[..., 0]
    axes = torch.where(rig.at_root[:, None], axes, turned)  # (N, E, 3)
    moments = torch.linalg.cross(posed.places[:, rig.hinge_joints], axes)
    omega = axes.transpose(1, 2) @ rig.gains
    tau = moments.transpose(1, 2) @ rig.gains
    tau[:, :, :3] += torch.eye(3, dtype=tau.dtype, device=tau.device)
    return omega, tau


def velocities(omega: Tensor, tau: Tensor, points: Tensor, moved: Tensor) -> Tensor:
    """How points (..., P, 3) move with C freedoms, screws (..., 3, C): (..., P, 3, C); moved (P, C)."""
    x, y, z = (points[..., axis, None] for axis in range(3))
    a, b, c = (omega[..., None, axis, :] for axis in range(3))
    turned = torch.stack([b * z - c * y, c * x - a * z, a * y - b * x], dim=-2)
    return (turned + tau[..., None, :, :]) * moved[..., :, None, :]


def stretches(rig: Rig, posed: Posed) -> Tensor:
    """How the points move with the logarithms of the bone factors: (N, P, 3, G)."""
    count = len(posed.segments)
    spread = (rig.ways[:, :, None] * rig.segment_bones).permute(1, 0, 2).reshape(rig.ways.shape[1], -1)
    flat = posed.segments.transpose(1, 2).reshape(count * 3, -1) @ spread
    return flat.reshape(count, 3, len(POINTS), G).transpose(1, 2)
