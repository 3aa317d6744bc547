"""What is known of a batch of clips before they are solved, and what is solved for."""

from dataclasses import dataclass, replace
from math import radians, sqrt
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from pipeline.fitting.clip.freedoms import FREEDOMS, INDEX, PARTS, SIDES
from pipeline.fitting.clip.handshapes import Shapes, build_shapes
from pipeline.fitting.clip.kinematics import G, Rig
from pipeline.fitting.clip.known import Known
from pipeline.fitting.clip.sharing import Sharing
from pipeline.fitting.clip.skeleton import BONE_INDEX, BONES
from pipeline.fitting.freedoms import FINGERS

FOCAL, ARM_UNIT, HAND_UNIT = G, G + 1, G + 2
SHARED = G + 3
"""Unknowns of a whole clip: logarithms of bone factors, focal length and the units of depth."""

DEEP = tuple(range(1, 3)), tuple(range(4, 24))
"""Points of a side with relative depth: of the arm, then of the hand."""
DEEP_POINTS = DEEP[0] + DEEP[1]
DEEP_ORIGINS = ((0, 0), (0, 1), *((3, 3),) * len(DEEP[1]))
"""Points from whose middle they are told: the elbow from the shoulder, the wrist from the middle of both, as
then their errors are independent where those of the three points are; the hand's from its wrist."""
DEEP_UNITS = (ARM_UNIT,) * len(DEEP[0]) + (HAND_UNIT,) * len(DEEP[1])


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """What was seen of B clips, padded to T frames."""

    pixels: Tensor  # (B, T, P, 2) from the middle of the picture, x right, y up; 0 where unseen
    weights: Tensor  # (B, T, P), 0 where unseen
    spreads: Tensor  # (B, P), pixels
    depths: Tensor  # (B, T, 2, 22), how much nearer than their origin `DEEP_POINTS` are, about metres
    depth_weights: Tensor  # (B, T, 2, 22)
    turned: Tensor  # (B, T), how much nearer the left shoulder is than the right one, about metres
    turned_weights: Tensor  # (B, T)
    focal: Tensor  # (B,) pixels
    place: Tensor  # (B, 3) metres, where the pelvis may be
    real: Tensor  # (B, T), 1 for frames, 0 for padding
    fps: Tensor  # (B,)
    deep: bool  # whether any clip has depth


@dataclass(frozen=True, slots=True, eq=False)
class State:
    """What is solved for.

    A camera farther away with a longer lens sees almost the same, so that distances are kept as they would be
    with the lens assumed: what remains of the focal length is perspective alone.
    """

    angles: Tensor  # (B, T, F)
    shared: Tensor  # (B, SHARED)

    @property
    def placed(self) -> Tensor:
        """The angles with the distance in metres."""
        angles = self.angles.clone()
        angles[..., 2] *= self.shared[:, FOCAL, None].exp()
        return angles


@dataclass(frozen=True, slots=True)
class Weights:
    """Standard deviations and cut-offs, for everything that can be tuned."""

    depth: float = 0.015  # metres, of the hand
    arm_depth: float = 0.042  # of shoulder, elbow and wrist each
    limit: float = 3.0  # degrees
    distance: float = 1.8  # metres to the camera; a lens too wide makes hands half as large as they are
    doubt: float = 1.0  # power of the confidence in points of the body by which they count
    belief: float = 0.15  # factor of the beliefs' precision
    jolt: float = 0.7  # factor of the second differences' scale
    freedom: float = 0.3  # degrees of freedom of their Student's t; infinity would be normal
    window: float = 0.5  # frames over which the scale of movements is alike
    cutoff: float = 6.0  # standard deviations beyond which a sighting counts as an outlier
    depth_cutoff: float = 3.0
    hand_common: float = 0.065
    hand_own: float = 0.065
    marking: float = 0.6  # factor of what makes bones those that detectors see, see `lengths`
    marked: float = 0.8  # its mean
    body_own: float = 0.022
    arm_common: float = 0.02
    arm_own: float = 0.006
    breadth_own: float = 0.007  # what metres are measured by
    torso_own: float = 0.02  # free, as a picture of a shorter trunk would else be one that leans
    marginal: float = 1.0  # factor of what moves the lengths of limbs to the marginal's
    handshape: float = 0.15  # factor of the precision of handshapes
    focal: float = (
        0.06  # of the lens; narrow, as bones that differ from the usual tell of it in every frame alike
    )
    arm_unit: float = 0.15
    hand_unit: float = 0.15


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """The habits of the body as tensors."""

    low: Tensor  # (F,)
    high: Tensor
    usual: Tensor
    precision: Tensor
    jolts: Tensor
    parts: Tensor  # (F, parts), 1 where a freedom belongs to a part
    couplings: Tensor  # (F, F), J^T J of the linear habits
    rows: Tensor  # (C, F)
    spreading: Tensor  # (2, 8): abduction and the bend that hinders it
    shared: Tensor  # (SHARED, SHARED), precision
    expected: Tensor  # (SHARED,), mean
    shapes: Shapes
    deep: Tensor  # (22,), standard deviations of relative depths, metres
    deep_points: Tensor  # (22,), `DEEP_POINTS` and so on, where no index has to be copied to a GPU
    deep_origins: Tensor  # (22, 2)
    deep_units: Tensor


@dataclass(frozen=True, slots=True, eq=False)
class Problem:
    """A batch of clips to fit."""

    rig: Rig
    seen: Seen
    tables: Tables
    weights: Weights
    sharing: Sharing
    known: Known | None = None
    lean: Tensor | None = None  # (B, SHARED), what the cost grows by with what is shared; see `marginal`

    def with_weights(self, **changes: Any) -> "Problem":
        """The same with other weights."""
        return replace(self, weights=replace(self.weights, **changes))


def _couplings() -> Tensor:
    """Rows (C, F) of linear habits of the hand, in their standard deviations."""
    rows = []

    def habit(spread: float, **gains: float) -> None:
        row = torch.zeros(len(FREEDOMS))
        for name, gain in gains.items():
            row[INDEX[name]] = gain / radians(spread)
        rows.append(row)

    for side in SIDES:
        for finger in FINGERS:
            habit(16, **{f"{side}_{finger}_dip": 1.0, f"{side}_{finger}_pip": -0.62})
        for joint in ("mcp", "pip"):
            habit(50, **{f"{side}_ring_{joint}": 1.0, f"{side}_pinky_{joint}": -1.0})
            habit(60, **{f"{side}_middle_{joint}": 1.0, f"{side}_ring_{joint}": -1.0})
    return torch.stack(rows)


def _shared_precision(weights: Weights, seen: Tensor) -> Tensor:
    variance = torch.zeros(SHARED, SHARED, dtype=torch.float64)
    hand = [index for index, name in enumerate(BONES) if name[-1] in "1234"]
    variance[BONE_INDEX["hips"], BONE_INDEX["hips"]] = weights.body_own**2
    arm = torch.tensor([BONE_INDEX["upper_arm"], BONE_INDEX["forearm"]])
    variance[arm[:, None], arm] = weights.arm_common**2
    variance[arm, arm] += weights.arm_own**2
    variance[BONE_INDEX["palm_width"], BONE_INDEX["palm_width"]] = weights.hand_own**2
    for name, own in (("torso", weights.torso_own), ("breadth", weights.breadth_own)):
        variance[BONE_INDEX[name], BONE_INDEX[name]] = own**2
    variance[BONE_INDEX["head"], BONE_INDEX["head"]] = 0.027**2
    block = torch.full((len(hand), len(hand)), weights.hand_common**2, dtype=torch.float64)
    block += weights.hand_own**2 * torch.eye(len(hand), dtype=torch.float64)
    block += weights.marking**2 * torch.outer(seen[hand], seen[hand])
    variance[torch.tensor(hand)[:, None], torch.tensor(hand)] = block
    for unknown, spread in (
        (FOCAL, weights.focal),
        (ARM_UNIT, weights.arm_unit),
        (HAND_UNIT, weights.hand_unit),
    ):
        variance[unknown, unknown] = spread**2
    precision: Tensor = torch.linalg.inv(variance)
    return precision


def build_tables(
    weights: Weights, seen: NDArray[np.float64], device: torch.device | str, dtype: torch.dtype
) -> Tables:
    """The tables on a device; seen (G,): see `lengths`."""

    def column(name: str) -> Tensor:
        return torch.tensor([getattr(freedom, name) for freedom in FREEDOMS], device=device, dtype=dtype)

    arm = (sqrt(2) * weights.arm_depth, sqrt(1.5) * weights.arm_depth)
    spreads = [*arm, *(weights.depth,) * len(DEEP[1])]
    rows = _couplings().to(device=device, dtype=dtype)
    members = [[float(freedom.part == part) for part in PARTS] for freedom in FREEDOMS]
    bent = [
        [INDEX[f"{side}_{finger}_{joint}"] for side in SIDES for finger in FINGERS]
        for joint in ("abduction", "mcp")
    ]
    return Tables(
        low=column("low"),
        high=column("high"),
        usual=column("usual"),
        precision=1 / column("spread") ** 2,
        jolts=column("jolt"),
        parts=torch.tensor(members, device=device, dtype=dtype),
        couplings=rows.T @ rows,
        rows=rows,
        spreading=torch.tensor(bent, device=device),
        shared=_shared_precision(weights, torch.tensor(seen)).to(device=device, dtype=dtype),
        expected=torch.tensor([*(weights.marked * seen), *[0] * (SHARED - G)], device=device, dtype=dtype),
        shapes=build_shapes(device, dtype),
        deep=torch.tensor(spreads, device=device, dtype=dtype),
        deep_points=torch.tensor(DEEP_POINTS, device=device),
        deep_origins=torch.tensor(DEEP_ORIGINS, device=device),
        deep_units=torch.tensor(DEEP_UNITS, device=device),
    )
