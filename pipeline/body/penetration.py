"""How deep the flesh of a body goes through itself: hands through the face, the chest, each other."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.body.capsules import DIGITS, SIDES, Capsules, capsules
from pipeline.body.kinematics import joint_transforms
from pipeline.body.model import BodyModel
from pipeline.motion.motion import Motion

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Penetration:
    """How deep flesh goes through flesh in T frames, in millimetres, 0 where nothing does.

    Beyond `GIVES`, by which flesh and the fit of the capsules give way.
    """

    hands: Array  # (T,) one hand, or its forearm, through the other
    head: Array  # (T,) hands and forearms through head and neck
    torso: Array  # (T,) hands and forearms through the torso
    fingers: Array  # (T,) the digits of a hand through each other, or a thumb through its palm

    @property
    def worst(self) -> Array:
        """The deepest of all (T,)."""
        return np.asarray(np.max([self.hands, self.head, self.torso, self.fingers], axis=0))


GIVES = {"hands": 0.003, "head": 0.006, "torso": 0.010, "fingers": 0.002}
"""Metres by which flesh gives way, and by which the capsules may be thicker than it."""


def penetration(body: BodyModel, motion: Motion) -> Penetration:
    """How deep the flesh of `body` goes through itself while it does `motion`."""
    body = body.in_shape_of(motion)
    flesh = capsules(body)
    transforms = joint_transforms(body.rest_joints, motion.pose, motion.translation)
    return Penetration(**{kind: 1e3 * depths(flesh, transforms, kind) for kind in GIVES})


def depths(flesh: Capsules, transforms: NDArray[np.floating], kind: str) -> Array:
    """The deepest penetration (T,) of a kind of `GIVES`, metres; `transforms` (T, 55, 3, 4) of the joints."""
    starts, ends = flesh.placed(transforms)
    first, second = pairs(flesh, kind).T
    between = segment_gaps((starts[:, first], ends[:, first]), (starts[:, second], ends[:, second]))[0]
    gaps = between - (flesh.radii[first] + flesh.radii[second])
    return np.asarray(np.maximum(-GIVES[kind] - gaps, 0).max(axis=1))


def pairs(flesh: Capsules, kind: str) -> NDArray[np.int64]:
    """The pairs (K, 2) of capsules that must not go through each other, the hand's first."""
    if kind == "fingers":
        return np.vstack([_finger_pairs(flesh, side) for side in SIDES])
    left, right = (hand(flesh, side) for side in SIDES)
    if kind == "hands":
        return _product(left, right)
    others = flesh.named("head", "nose", "neck") if kind == "head" else flesh.named("torso")
    return _product(np.concatenate([left, right]), others)


def hand(flesh: Capsules, side: str) -> NDArray[np.int64]:
    """The capsules of a hand and its forearm."""
    return flesh.named(f"{side}_forearm", f"{side}_palm", *(f"{side}_{digit}" for digit in DIGITS))


def _product(first: NDArray[np.int64], second: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.stack(np.meshgrid(first, second, indexing="ij"), axis=-1).reshape(-1, 2)


def _finger_pairs(flesh: Capsules, side: str) -> NDArray[np.int64]:
    """Pairs of two digits' bones, but for neighbours at the root, and of what can bend into the palm with it.

    The root of the thumb counts as palm.
    """
    found = []
    own = flesh.named(*(f"{side}_{part}" for part in ("palm", *DIGITS)))
    names = {int(index): flesh.names[index].removeprefix(f"{side}_") for index in own}
    for first, a in names.items():
        for second, b in names.items():
            digits = "palm" not in a + b and "thumb1" not in (a, b) and a[:-1] != b[:-1] and first < second
            into_palm = a in _INTO_PALM and (b.startswith("palm") or (b == "thumb1" and "thumb" not in a))
            if (digits and not a[-1] == b[-1] == "1") or into_palm:
                found.append((first, second))
    return np.array(found)


_INTO_PALM = ("thumb3", *(f"{finger}3" for finger in DIGITS[1:]))


def segment_gaps(
    first: tuple[Array, Array], second: tuple[Array, Array]
) -> tuple[Array, Array, Array, Array]:
    """Distances (...) of segments given by their ends (..., 3), and where they are nearest.

    Then come the directions (..., 3) from the second to the first, and the places along each (...), 0 to 1.

    After Ericson, Real-Time Collision Detection (2005), section 5.1.9.
    """
    u, v, w = first[1] - first[0], second[1] - second[0], first[0] - second[0]
    uu, vv = np.maximum((u * u).sum(-1), 1e-12), np.maximum((v * v).sum(-1), 1e-12)
    uv, uw, vw = (u * v).sum(-1), (u * w).sum(-1), (v * w).sum(-1)
    s = np.clip((uv * vw - vv * uw) / np.maximum(uu * vv - uv * uv, 1e-12), 0, 1)
    t = np.clip((uv * s + vw) / vv, 0, 1)
    s = np.clip((uv * t - uw) / uu, 0, 1)
    between = w + u * s[..., None] - v * t[..., None]
    distance = np.linalg.norm(between, axis=-1)
    return distance, between / np.maximum(distance, 1e-9)[..., None], s, t
