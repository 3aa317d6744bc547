"""The body's capsules on the rig, and the gaps between those that must not go through each other."""

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from pipeline.body.capsules import Capsules, capsules
from pipeline.body.model import BodyModel
from pipeline.body.penetration import GIVES, pairs
from pipeline.fitting.chain import DIGITS
from pipeline.fitting.clip.kinematics import G, Posed, Rig
from pipeline.fitting.clip.skeleton import BONE_INDEX, Skeleton
from pipeline.motion import joints


@dataclass(frozen=True, slots=True, eq=False)
class Flesh:
    """C capsules on the V joints of a rig, and K pairs of them that must not overlap."""

    starts: Tensor  # (C, 3), from the carrying joint, in its frame
    ends: Tensor  # (C, 3)
    radii: Tensor  # (C,)
    carriers: Tensor  # (C,), joints of the rig
    bones: Tensor  # (C, G), the bone whose factor lengthens a capsule
    first: Tensor  # (K,)
    second: Tensor  # (K,)
    near: Tensor  # (K,), metres between the segments below which they overlap


def build_flesh(body: BodyModel, skeleton: Skeleton, rig: Rig) -> Flesh:
    """The flesh of a body on the rig of its skeleton."""
    found = capsules(body)
    places = {joint.name: index for index, joint in enumerate(skeleton.joints)}
    carriers = [places[joints.NAMES[joint]] for joint in found.joints]
    kinds = [(kind, pair) for kind in GIVES for pair in pairs(found, kind)]
    chosen = torch.tensor(np.array([pair for _, pair in kinds]), device=rig.axes.device)
    radii = rig.axes.new_tensor(found.radii)
    gives = rig.axes.new_tensor([GIVES[kind] for kind, _ in kinds])
    return Flesh(
        starts=rig.axes.new_tensor(found.starts),
        ends=rig.axes.new_tensor(found.ends),
        radii=radii,
        carriers=torch.tensor(carriers, device=rig.axes.device),
        bones=_bones(found).to(rig.axes),
        first=chosen[:, 0],
        second=chosen[:, 1],
        near=radii[chosen[:, 0]] + radii[chosen[:, 1]] - gives,
    )


def _bones(found: Capsules) -> Tensor:
    """The bone (C, G) that lengthens each capsule, if any."""
    result = torch.zeros(len(found.names), G)
    for row, name in enumerate(found.names):
        part = name.removeprefix("left_").removeprefix("right_")
        bone = f"{part[:-1]}{int(part[-1]) + 1}" if part[:-1] in DIGITS else part.replace("palm_", "") + "1"
        bone = {"head": "head", "nose": "head", "torso": "torso"}.get(part.split("_")[0], bone)
        bone = part if part in BONE_INDEX else bone
        if bone in BONE_INDEX:
            result[row, BONE_INDEX[bone]] = 1
    return result


@dataclass(frozen=True, slots=True, eq=False)
class Gaps:
    """The pairs of N frames: distances of their segments, and where the capsules are."""

    distances: Tensor  # (N, K)
    starts: Tensor  # (N, C, 3)


def gaps(flesh: Flesh, posed: Posed, bones: Tensor) -> Gaps:
    """The gaps in N poses with bone factors exp(`bones`) (N, G).

    Closest points of two segments after Ericson, Real-Time Collision Detection (2005), section 5.1.9.
    """
    turned, places = posed.rotations[:, flesh.carriers], posed.places[:, flesh.carriers]
    lengths = torch.exp(bones @ flesh.bones.T)[..., None]
    starts = places + (turned @ flesh.starts[..., None])[..., 0] * lengths
    ways = (turned @ (flesh.ends - flesh.starts)[..., None])[..., 0] * lengths
    squares = (ways * ways).sum(-1).clamp_min(1e-12)
    u, v = ways[:, flesh.first], ways[:, flesh.second]
    w = starts[:, flesh.first] - starts[:, flesh.second]
    uu, vv = squares[:, flesh.first], squares[:, flesh.second]
    uv, uw, vw = (u * v).sum(-1), (u * w).sum(-1), (v * w).sum(-1)
    s = ((uv * vw - vv * uw) / (uu * vv - uv * uv).clamp_min(1e-14)).clamp(0, 1)
    t = ((uv * s + vw) / vv).clamp(0, 1)
    s = ((uv * t - uw) / uu).clamp(0, 1)
    square = (w * w).sum(-1) + s * s * uu + t * t * vv + 2 * (s * uw - t * vw - s * t * uv)
    return Gaps(square.clamp_min(1e-10).sqrt(), starts)
