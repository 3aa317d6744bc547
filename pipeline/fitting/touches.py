"""Which hands are near what they must not go through, and where the picture shows that they touch it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import binary_closing, binary_opening

from pipeline.body.capsules import DIGITS, SIDES, Capsules, capsules
from pipeline.body.kinematics import joint_transforms
from pipeline.body.model import BodyModel
from pipeline.body.penetration import GIVES, pairs, segment_gaps
from pipeline.motion.motion import Motion

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]

KINDS = ("hands", "head", "torso")
NEAR = 0.04
"""Metres of gap up to which the depth that was found allows a touch."""
STILL = 0.4
"""Metres a second by which fingertip and what it touches may move past each other in the picture."""
LEAST = 0.08
"""Seconds that a touch lasts."""
_TOUCHING = (SIDES, SIDES[:1], SIDES[1:])
"""The hands that have to be seen for a touch of both, of the left one with the head, of the right one."""


@dataclass(frozen=True, slots=True, eq=False)
class Guarded:
    """The K pairs of capsules that must not overlap, the hand's first."""

    flesh: Capsules
    pairs: NDArray[np.int64]  # (K, 2)
    reach: Array  # (K,) metres between the segments below which they overlap
    touch: NDArray[np.int64]  # (K,), which of `_TOUCHING` a pair with a fingertip may show, or -1

    def only(self, chosen: Flags) -> "Guarded":
        """Some of the pairs (K,)."""
        return Guarded(self.flesh, self.pairs[chosen], self.reach[chosen], self.touch[chosen])


@lru_cache(maxsize=8)
def guarded(flesh: Capsules) -> Guarded:
    """The pairs of a body's capsules."""
    kinds = [(kind, pair) for kind in KINDS for pair in pairs(flesh, kind)]
    chosen = np.array([pair for _, pair in kinds])
    gives = np.array([GIVES[kind] for kind, _ in kinds])
    touch = [_touch(kind, [flesh.names[end] for end in pair]) for kind, pair in kinds]
    return Guarded(flesh, chosen, flesh.radii[chosen].sum(axis=1) - gives, np.array(touch))


def _touch(kind: str, names: list[str]) -> int:
    tip = any(name.endswith(f"{digit}3") for name in names for digit in DIGITS)
    if kind == "torso" or not tip or any(name.endswith("forearm") for name in names):
        return -1
    return 0 if kind == "hands" else 1 + SIDES.index(names[0].partition("_")[0])


def _lasting(held: Flags, length: int) -> Flags:
    """The frames (T,) in stretches of at least `length`, over breaks that are shorter than that."""
    around = np.pad(held, length)
    bridged = binary_closing(around, np.ones(length, bool))
    found: Flags = binary_opening(bridged, np.ones(length, bool))[length:-length]
    return found


@dataclass(frozen=True, slots=True, eq=False)
class Near:
    """The pairs in T frames: how far they are from touching, and where they are nearest."""

    gaps: Array  # (T, K) metres, below 0 where they overlap
    ends: tuple[Array, Array]  # (T, C, 3) each, of the capsules
    shares: tuple[Array, Array]  # (T, K) each, where along the first and the second, 0 to 1
    pairs: NDArray[np.int64]  # (K, 2)

    def points(self, chosen: NDArray[np.int64]) -> tuple[Array, Array]:
        """The nearest points (T, D, 3) of pairs `chosen` (T, D), on the first and on the second capsule."""
        rows, found = np.arange(len(chosen))[:, None], []
        for own, share in zip(self.pairs.T, self.shares, strict=True):
            start, end = (at[rows, own[chosen]] for at in self.ends)
            found.append(start + share[rows, chosen][..., None] * (end - start))
        return found[0], found[1]


def near(pairs: Guarded, transforms: Array) -> Near:
    """The pairs where `joint_transforms` (T, 55, 3, 4) puts them."""
    starts, ends = pairs.flesh.placed(transforms)
    first, second = pairs.pairs.T
    distances, _, along, across = segment_gaps(
        (starts[:, first], ends[:, first]), (starts[:, second], ends[:, second])
    )
    return Near(distances - pairs.reach, (starts, ends), (along, across), pairs.pairs)


def seen_touches(body: BodyModel, motion: Motion, seen: Mapping[str, Flags]) -> Flags:
    """The pairs (T, K) of `guarded` that touch; seen: the frames (T,) that show the left and the right hand.

    A fingertip touches the head or the other hand where one covers the other in the picture, both hardly move
    past each other, and the depth that was found allows it, for long enough. Of each only the nearest pair
    does. The body faces the camera as the motion says, and is far enough away to be seen without perspective.
    """
    pairs = guarded(capsules(body))
    transforms = joint_transforms(body.rest_joints, motion.pose, motion.translation)
    found = near(pairs, transforms.astype(np.float64))
    middles = (found.ends[0] + found.ends[1])[..., :2] / 2
    result = np.zeros(found.gaps.shape, bool)
    length = max(round(LEAST * motion.fps), 1)
    for touch, sides in enumerate(_TOUCHING):
        columns = np.flatnonzero(pairs.touch == touch)
        here, there = found.points(np.broadcast_to(columns, (motion.frames, len(columns))))
        between = (here - there)[..., :2]
        passing = middles[:, pairs.pairs[columns, 0]] - middles[:, pairs.pairs[columns, 1]]
        speed = np.zeros(between.shape[:2])
        if motion.frames > 1:
            speed[1:] = np.linalg.norm(np.diff(passing, axis=0), axis=-1) * motion.fps
            speed[0] = speed[1]
        gaps = found.gaps[:, columns]
        covers = np.linalg.norm(between, axis=-1) < pairs.reach[columns]
        close = covers & (gaps < NEAR) & (speed < STILL)
        shown = np.all([seen[side] for side in sides], axis=0)
        lasting = _lasting(close.any(axis=1) & shown, length)
        nearest = np.where(close, gaps, gaps + 1).argmin(axis=1)
        result[np.flatnonzero(lasting), columns[nearest[lasting]]] = True
    return result
