"""The skeleton as the published objective moves it: a rotation vector a joint, SMPL-X's T-pose at zero."""

from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor

from pipeline.body.model import BodyModel
from pipeline.fitting.clip.flesh import Flesh, build_flesh
from pipeline.fitting.clip.kinematics import Posed, Rig, build_rig, pose
from pipeline.fitting.clip.skeleton import build_skeleton
from pipeline.fitting.published.terms import BODY
from pipeline.fitting.vposer import SLOPE, VPoser
from pipeline.motion import joints

HANDS = joints.NAMES[25:]
_HANG = 1.13  # radians that the arms of the mean pose hang below the T-pose


@dataclass(frozen=True, slots=True, eq=False)
class Balls:
    """A rig of V joints whose freedoms are 3 of place and 3 for every joint."""

    hinged: Rig
    rig: Rig
    flesh: Flesh
    names: tuple[str, ...]
    body: list[tuple[int, int]]  # joints of the rig, and where they are in theta
    hands: list[tuple[int, int]]


def build_balls(body: BodyModel) -> Balls:
    """The rig of a body."""
    skeleton = build_skeleton(body)
    hinged = build_rig(skeleton)
    names = tuple(joint.name for joint in skeleton.joints)
    count = len(names)
    turns = torch.cat([torch.zeros(3, 3 * count), torch.eye(3 * count)])
    rig = replace(hinged, rest=torch.eye(3).expand(count, 3, 3), turns=turns)

    def found(wanted: tuple[str, ...]) -> list[tuple[int, int]]:
        return [(row, wanted.index(name)) for row, name in enumerate(names) if name in wanted]

    return Balls(
        hinged, rig, build_flesh(body, skeleton, hinged), names, found(tuple(BODY)), found(tuple(HANDS))
    )


def posed(balls: Balls, place: Tensor, turn: Tensor, theta: Tensor, hands: Tensor, bones: Tensor) -> Posed:
    """The rig in T poses of theta (T, 21, 3) and hands (T, 30, 3), all at one place and turn (3,)."""
    count = len(theta)
    vectors = theta.new_zeros(count, len(balls.names), 3)
    vectors[:, 0] = turn
    for own, chosen in ((balls.body, theta), (balls.hands, hands)):
        rows, columns = zip(*own, strict=True)
        vectors[:, list(rows)] = chosen[:, list(columns)]
    freedoms = torch.cat([place.expand(count, 3), vectors.reshape(count, -1)], 1)
    return pose(balls.rig, freedoms, bones.expand(count, -1))


def mean_pose() -> Tensor:
    """A standing body (21, 3) with hanging arms and slightly bent elbows."""
    mean = torch.zeros(len(BODY), 3)
    for side, sign in (("left", 1.0), ("right", -1.0)):
        mean[BODY.index(f"{side}_shoulder"), 2] = -_HANG * sign
        mean[BODY.index(f"{side}_elbow"), 1] = -0.35 * sign
    return mean


def decoded(vposer: VPoser, latents: Tensor) -> Tensor:
    """`VPoser.decode` of latents (T, 32) with gradients: theta (T, 21, 3)."""
    values = latents
    for layer, (weight, bias) in enumerate(zip(vposer.weights, vposer.biases, strict=True)):
        values = values @ latents.new_tensor(np.asarray(weight.T)) + latents.new_tensor(bias)
        if layer < 2:
            values = torch.nn.functional.leaky_relu(values, SLOPE)
    columns = values.reshape(len(latents), len(BODY), 3, 2)
    first = torch.nn.functional.normalize(columns[..., 0], dim=-1)
    along = (first * columns[..., 1]).sum(-1, keepdim=True)
    second = torch.nn.functional.normalize(columns[..., 1] - along * first, dim=-1)
    return logarithm(torch.stack([first, second, torch.linalg.cross(first, second)], -1))


def logarithm(matrices: Tensor) -> Tensor:
    """Rotation vectors (..., 3) of rotations (..., 3, 3) by less than half a turn."""
    m = matrices
    twice = torch.stack(
        [m[..., 2, 1] - m[..., 1, 2], m[..., 0, 2] - m[..., 2, 0], m[..., 1, 0] - m[..., 0, 1]], -1
    )
    sine = ((twice**2).sum(-1) + 1e-12).sqrt() / 2
    cosine = (m.diagonal(dim1=-2, dim2=-1).sum(-1) - 1) / 2
    return twice / 2 * (torch.atan2(sine, cosine) / sine)[..., None]
