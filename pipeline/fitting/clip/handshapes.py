"""What shapes hands are held in: a mixture of the library's handshapes and of anything between them."""

import tomllib
from dataclasses import dataclass
from functools import cache
from math import log, radians

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from pipeline.fitting.clip.freedoms import FREEDOMS, INDEX, SIDES
from pipeline.fitting.freedoms import FINGERS
from pipeline.resources import RESOURCES

_PARTS = dict.fromkeys(FINGERS, ("abduction", "mcp", "pip", "dip")) | {
    "thumb": ("abduction", "flexion", "twist", "mcp", "ip")
}
_NAMES = tuple(f"{digit}_{part}" for digit, parts in _PARTS.items() for part in parts)
_OTHER = 0.5
"""Share of hands that are in no shape of the library."""


def _spread(name: str) -> float:
    """Degrees that an angle is off the shape's."""
    if name.startswith("thumb"):
        return 15.0
    return 7.0 if name.endswith("abduction") else 12.0


@dataclass(frozen=True, slots=True, eq=False)
class Shapes:
    """K handshapes of 21 angles, the last of them any."""

    columns: Tensor  # (2, 21), the freedoms of both hands
    means: Tensor  # (K, 21)
    precisions: Tensor  # (K, 21)
    weights: Tensor  # (K,), logarithms of shares and normal factors


_CLOSED = 75.0
_FIST = {"pip": 100.0, "dip": 62.0}
"""A middle joint that is bent by more degrees than the first is one of a fist, whose far joints are bent so:
those of the library stop where the flesh of the shipped signers does. A closed hand bends the middle joints
by about 100 degrees, and the last joint follows the middle one by 0.62."""


@cache
def _library() -> NDArray[np.float64]:
    """Angles (K, 21) of the shipped handshapes with their fists closed, in radians; see
    `pipeline.compose.handshapes`."""
    path = RESOURCES / "handshapes" / "handshapes.toml"
    entries: dict[str, dict[str, list[float]]] = {}
    for name, own in tomllib.loads(path.read_text(encoding="utf-8")).items():
        entries[name] = {**entries.get(own.get("like", ""), {}), **own}
    shapes = [[angle for digit in _PARTS for angle in entry[digit]] for entry in entries.values()]
    degrees = np.array(shapes)
    bent = degrees[:, [_NAMES.index(f"{finger}_pip") for finger in FINGERS]] > _CLOSED
    for joint, bend in _FIST.items():
        own = [_NAMES.index(f"{finger}_{joint}") for finger in FINGERS]
        degrees[:, own] = np.where(bent, bend, degrees[:, own])
    angles: NDArray[np.float64] = np.radians(degrees)
    return angles


def build_shapes(device: torch.device | str, dtype: torch.dtype) -> Shapes:
    """The library on a device."""
    columns = [[INDEX[f"{side}_{name}"] for name in _NAMES] for side in SIDES]
    any_hand = [FREEDOMS[index] for index in columns[0]]
    means = np.vstack([_library(), [freedom.usual for freedom in any_hand]])
    spreads = np.empty_like(means)
    spreads[:-1] = [radians(_spread(name)) for name in _NAMES]
    spreads[-1] = [freedom.spread for freedom in any_hand]
    shares = np.full(len(means), log((1 - _OTHER) / (len(means) - 1)))
    shares[-1] = log(_OTHER)

    def place(values: NDArray[np.float64]) -> Tensor:
        return torch.tensor(values, device=device, dtype=dtype)

    return Shapes(
        columns=torch.tensor(columns, device=device),
        means=place(means),
        precisions=place(spreads**-2),
        weights=place(shares - np.log(spreads).sum(axis=1)),
    )


def mixture(shapes: Shapes, angles: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Twice the negative log probability (B, T) of the hands of angles (B, T, F); of half of it the
    gradient and an upper bound of the curvature, (B, T, 2, 21) each.

    The bound is that of expectation and maximisation: every shape pulls as far as it is responsible.
    """
    hands = angles[..., shapes.columns]
    pulls = shapes.means * shapes.precisions  # (K, 21)
    square = hands**2 @ shapes.precisions.T - 2 * hands @ pulls.T + (shapes.means * pulls).sum(-1)
    scores = shapes.weights - square / 2  # (B, T, 2, K)
    responsible = scores.softmax(dim=-1)
    stiffness = responsible @ shapes.precisions
    cost = -2 * scores.logsumexp(dim=-1).sum(dim=-1)
    return cost, stiffness * hands - responsible @ pulls, stiffness
