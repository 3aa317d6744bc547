"""Hands that go through nothing, and touch where the picture shows that they do.

The body's capsules ride on the rig. Where two of them overlap, or where a fingertip is seen on the face or on
the other hand, the gap between them is a residual like any other.
"""

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from pipeline.body.capsules import Capsules, capsules
from pipeline.body.model import BodyModel
from pipeline.body.penetration import GIVES, pairs
from pipeline.fitting.chain import DIGITS
from pipeline.fitting.clip.freedoms import TRUNK
from pipeline.fitting.clip.kinematics import F, G, Posed, Rig
from pipeline.fitting.clip.skeleton import BONE_INDEX, Skeleton
from pipeline.motion import joints

DEEPEST = 12
"""Overlaps of a frame that are resolved in one step, the deepest first."""
SPREAD = 0.003
"""Standard deviation of an overlap, metres."""


@dataclass(frozen=True, slots=True, eq=False)
class Flesh:
    """C capsules on the V joints of a rig, and K pairs of them that must not overlap."""

    starts: Tensor  # (C, 3), from the carrying joint, in its frame
    ends: Tensor  # (C, 3)
    radii: Tensor  # (C,)
    carriers: Tensor  # (C,), joints of the rig
    bones: Tensor  # (C, G), the bone whose factor lengthens a capsule
    moved: Tensor  # (C, F), whether an arm's or hand's freedom moves a capsule
    first: Tensor  # (K,)
    second: Tensor  # (K,)
    near: Tensor  # (K,), metres between the segments below which they overlap
    touching: Tensor  # (K,), 1 for a fingertip with the face or the other hand


def build_flesh(body: BodyModel, skeleton: Skeleton, rig: Rig) -> Flesh:
    """The flesh of a body on the rig of its skeleton."""
    found = capsules(body)
    places = {joint.name: index for index, joint in enumerate(skeleton.joints)}
    carriers = [places[joints.NAMES[joint]] for joint in found.joints]
    kinds = [(kind, pair) for kind in GIVES for pair in pairs(found, kind)]
    chosen = torch.tensor(np.array([pair for _, pair in kinds]), device=rig.axes.device)
    radii = rig.axes.new_tensor(found.radii)
    gives = rig.axes.new_tensor([GIVES[kind] for kind, _ in kinds])
    tips = [
        float(kind in ("hands", "head") and any(_is_tip(found.names[end]) for end in pair))
        for kind, pair in kinds
    ]
    return Flesh(
        starts=rig.axes.new_tensor(found.starts),
        ends=rig.axes.new_tensor(found.ends),
        radii=radii,
        carriers=torch.tensor(carriers, device=rig.axes.device),
        bones=_bones(found).to(rig.axes),
        moved=_moved(rig)[carriers],
        first=chosen[:, 0],
        second=chosen[:, 1],
        near=radii[chosen[:, 0]] + radii[chosen[:, 1]] - gives,
        touching=rig.axes.new_tensor(tips),
    )


def _is_tip(name: str) -> bool:
    return any(name.endswith(f"{digit}3") for digit in DIGITS)


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


def _moved(rig: Rig) -> Tensor:
    """Whether a freedom of arms and hands moves a joint of the rig (V, F); the trunk does not give way."""
    turned = (rig.turns.reshape(F, len(rig.parents), 3).abs().sum(-1) > 0).T.to(rig.axes.dtype)
    for joint, parent in enumerate(rig.parents):
        if parent >= 0:
            turned[joint] = torch.maximum(turned[joint], turned[parent])
    turned[:, : len(TRUNK)] = 0
    return turned


@dataclass(frozen=True, slots=True, eq=False)
class Gaps:
    """The pairs of N frames: distances of their segments and where these are."""

    distances: Tensor  # (N, K)
    starts: Tensor  # (N, C, 3)
    ways: Tensor  # (N, C, 3), from start to end
    along: Tensor  # (N, K), where on the first segment, 0 to 1
    across: Tensor  # (N, K), where on the second

    def points(self, flesh: Flesh, chosen: Tensor) -> tuple[Tensor, Tensor]:
        """The nearest points (N, D, 3) of pairs `chosen` (N, D), on the first and on the second capsule."""
        found = []
        for side, share in ((flesh.first, self.along), (flesh.second, self.across)):
            at = side[chosen][..., None].expand(-1, -1, 3)
            own = share.gather(1, chosen)[..., None]
            found.append(self.starts.gather(1, at) + own * self.ways.gather(1, at))
        return found[0], found[1]


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
    return Gaps(square.clamp_min(1e-10).sqrt(), starts, ways, s, t)


def deepest(flesh: Flesh, found: Gaps, touches: Tensor | None) -> tuple[Tensor, Tensor]:
    """The pairs (N, DEEPEST) that matter most and their residuals, in standard deviations.

    touches: (N, K) or None, 1 where a pair is seen to touch, so that a gap counts as well.
    """
    overlaps = flesh.near - found.distances
    size = overlaps.clamp_min(0)
    if touches is not None:
        size = torch.maximum(size, touches * (-overlaps).clamp(0, _REACH) * (SPREAD / _TOUCH))
    chosen = size.topk(DEEPEST, dim=1).indices
    sign = torch.where(overlaps.gather(1, chosen) > 0, 1.0, -1.0)
    return chosen, size.gather(1, chosen) * sign / SPREAD


_TOUCH = 0.010
"""Standard deviation of the gap where the picture shows a touch, metres."""
_REACH = 0.03
"""Metres beyond which a gap pulls no stronger."""


def contact_cost(flesh: Flesh, posed: Posed, bones: Tensor, touches: Tensor | None, real: Tensor) -> Tensor:
    """The squared residuals of contact, summed (B,); posed in B T frames, bones (B, G), real (B, T)."""
    found = gaps(flesh, posed, bones.repeat_interleave(real.shape[1], 0))
    residuals = deepest(flesh, found, _flat(touches))[1]
    return ((residuals**2).sum(-1).reshape(real.shape) * real).sum(1)


def contact_rows(
    flesh: Flesh,
    posed: Posed,
    bones: Tensor,
    touches: Tensor | None,
    real: Tensor,
    omega: Tensor,
    tau: Tensor,
) -> tuple[Tensor, Tensor]:
    """Rows (N, DEEPEST, F) of the residuals (N, DEEPEST); omega and tau (N, 3, F) as `screws` gives them."""
    found = gaps(flesh, posed, bones.repeat_interleave(real.shape[1], 0))
    chosen, residuals = deepest(flesh, found, _flat(touches))
    here, there = found.points(flesh, chosen)
    normals = here - there
    normals = normals / normals.norm(dim=-1, keepdim=True).clamp_min(1e-6)
    moved = [flesh.moved[side[chosen]] for side in (flesh.first, flesh.second)]
    turned = [torch.linalg.cross(point, normals) @ omega for point in (here, there)]
    pushed = normals @ tau
    speed = (turned[0] + pushed) * moved[0] - (turned[1] + pushed) * moved[1]
    pulls = (residuals < 0) & (residuals > -0.999 * _REACH / _TOUCH)
    scale = (residuals > 0) / SPREAD + pulls / _TOUCH
    real = real.reshape(-1, 1)
    return -speed * (scale * real)[..., None], residuals * real


def _flat(touches: Tensor | None) -> Tensor | None:
    return None if touches is None else touches.flatten(0, 1)
