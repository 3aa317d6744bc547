"""What of hands goes through what: each other, the head and the trunk."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from pipeline.body import penetration
from pipeline.body.capsules import Capsules
from pipeline.compose.figure import Figure

Array = NDArray[np.float64]
_MERGED = 0.008
"""Metres of an overlap from which hands are said to go through each other."""


@dataclass(frozen=True, slots=True, eq=False)
class Overlaps:
    """K overlaps: where, how deep, and the way out."""

    frames: NDArray[np.int64]  # (K,)
    sizes: Array  # (K,) metres
    steps: Array  # (K,) metres along the normals until nothing overlaps
    normals: Array  # (K, 3), from the second to the first
    points: tuple[Array, Array]  # (K, 3) each
    pairs: tuple[NDArray[np.int64], NDArray[np.int64]]  # (K,) each, the capsules


def overlaps(figure: Figure, transforms: Array, movers: tuple[str, ...], sides: Array | None) -> Overlaps:
    """What goes through what; hands that pass each other leave to `sides` (T, 3), None if they interlock."""
    flesh = figure.flesh
    pairs, near = _obstacles(flesh, movers, sides is None)
    starts, ends = placed(figure, transforms)
    middles, halves = (starts + ends) / 2, np.linalg.norm(flesh.ends - flesh.starts, axis=1) / 2
    first, second = pairs.T
    apart = middles[:, first] - middles[:, second]
    close = np.einsum("tkc,tkc->tk", apart, apart) < (near + halves[first] + halves[second]) ** 2
    frames, chosen = np.nonzero(close)
    one, two = first[chosen], second[chosen]
    between, normals, along, across = penetration.segment_gaps(
        (starts[frames, one], ends[frames, one]), (starts[frames, two], ends[frames, two])
    )
    deep = between < near[chosen]
    frames, one, two, between, normals = frames[deep], one[deep], two[deep], between[deep], normals[deep]
    points = tuple(
        starts[frames, which] + share[deep, None] * (ends[frames, which] - starts[frames, which])
        for which, share in ((one, along), (two, across))
    )
    near = near[chosen][deep]
    sizes, steps = near - between, near - between
    both = np.isin(two, penetration.hand(flesh, "right"))
    if sides is not None and (both := both & sides[frames].any(axis=1)).any():
        way, gap = sides[frames[both]], between[both, None] * normals[both]
        along = np.einsum("kc,kc->k", gap, way)
        beside = np.maximum(between[both] ** 2 - along**2, 0)
        steps = steps.copy()
        steps[both] = np.sqrt(np.maximum(near[both] ** 2 - beside, 0)) - along
        normals[both] = way
    return Overlaps(frames, sizes, steps, normals, (points[0], points[1]), (one, two))


def passing(figure: Figure, transforms: Array, movers: tuple[str, ...]) -> Array:
    """On which side both hands pass each other (T, 3), from the right to the left one; 0 where they do not.

    transforms: skinning transforms (T, 55, 3, 4). While hands go through each other the nearest way out
    changes from before to behind, so that it leads nowhere; across their movement it does not.
    """
    result = np.zeros((len(transforms), 3))
    if len(movers) < 2:
        return result
    found = overlaps(figure, transforms, movers, result)
    left, right = (penetration.hand(figure.flesh, side) for side in ("left", "right"))
    both = np.isin(found.pairs[0], left[1:]) & np.isin(found.pairs[1], right[1:])
    deep = np.zeros(len(transforms))
    np.maximum.at(deep, found.frames[both], found.sizes[both])
    starts, ends = placed(figure, transforms)
    apart = np.subtract(*((starts[:, own[1:]] + ends[:, own[1:]]).mean(axis=1) / 2 for own in (left, right)))
    for first, last in _runs(deep > 0):
        travelled = apart[last] - apart[first]
        length = float(np.linalg.norm(travelled))
        way = apart[first : last + 1].mean(axis=0)
        if length > 0.02:
            way = way - travelled * (way @ travelled) / length**2
        if deep[first : last + 1].max() > _MERGED and np.linalg.norm(way) > 0.005:
            result[max(first - 2, 0) : last + 3] = way / np.linalg.norm(way)
    return result


def placed(figure: Figure, transforms: Array) -> tuple[Array, Array]:
    """Both ends (T, C, 3) of the flesh for skinning transforms (T, 55, 3, 4)."""
    flesh = figure.flesh
    rest, own = figure.rest_joints[flesh.joints], transforms[:, flesh.joints]
    starts, ends = (
        np.einsum("tcij,cj->tci", own[..., :3], at + rest) + own[..., 3] for at in (flesh.starts, flesh.ends)
    )
    return starts, ends


def _runs(there: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """First and last frames of what is there without a break."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], there, [False]]).astype(int)))
    return [(int(first), int(last) - 1) for first, last in edges.reshape(-1, 2)]


@lru_cache(maxsize=16)
def _obstacles(
    flesh: Capsules, movers: tuple[str, ...], interlocked: bool
) -> tuple[NDArray[np.int64], Array]:
    """Pairs (K, 2) of capsules that moving hands must keep apart, and the distances (K,) of their axes."""
    hands = np.concatenate([penetration.hand(flesh, side) for side in movers])
    pairs, near = [], []
    for kind in ("hands", "head", "torso"):
        if kind == "hands" and (len(movers) < 2 or interlocked):
            continue
        own = penetration.pairs(flesh, kind)
        own = own[np.isin(own[:, 0], hands)]
        pairs.append(own)
        near.append(flesh.radii[own].sum(axis=1) - penetration.GIVES[kind])
    return np.vstack(pairs), np.concatenate(near)
