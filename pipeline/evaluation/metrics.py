"""How far a motion is from the truth: one function per figure, arrays in, numbers out."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]


def aligned(points: Array, target: Array) -> Array:
    """`points` (..., N, 3) turned, scaled and moved as close as possible to `target` (Umeyama 1991)."""
    middle = target.mean(axis=-2, keepdims=True)
    a, b = points - points.mean(axis=-2, keepdims=True), target - middle
    u, stretch, v = np.linalg.svd(np.swapaxes(a, -1, -2) @ b)
    signs = np.ones_like(stretch)
    signs[..., 2] = np.sign(np.linalg.det(u @ v))
    size = (stretch * signs).sum(axis=-1) / (a**2).sum(axis=(-1, -2))
    result: Array = size[..., None, None] * (a @ ((u * signs[..., None, :]) @ v)) + middle
    return result


def aligned_errors(points: Array, target: Array) -> Array:
    """PA-MPJPE: mean distance (...) of points (..., N, 3) to the target after `aligned`."""
    errors: Array = np.linalg.norm(aligned(points, target) - target, axis=-1).mean(axis=-1)
    return errors


def _unit(vectors: Array) -> Array:
    unit: Array = vectors / np.linalg.norm(vectors, axis=-1, keepdims=True)
    return unit


def palm_frames(hand: Array) -> Array:
    """The orientation (..., 3, 3) of hands (..., 21, 3): wrist, knuckles of index and little finger."""
    first = _unit(hand[..., 5, :] - hand[..., 0, :])
    normal = _unit(np.cross(first, hand[..., 17, :] - hand[..., 0, :]))
    return np.stack([first, np.cross(normal, first), normal], axis=-1)


def palm_errors(hand: Array, target: Array) -> Array:
    """Angles (...) in degrees between the orientations of two palms, (..., 21, 3) each."""
    turned = np.swapaxes(palm_frames(hand), -1, -2) @ palm_frames(target)
    trace = np.trace(turned, axis1=-2, axis2=-1)
    angles: Array = np.degrees(np.arccos(np.clip((trace - 1) / 2, -1, 1)))
    return angles


def finger_bends(hand: Array) -> Array:
    """Bends (..., 4, 3) in degrees of knuckle, middle and last joint of the four fingers of (..., 21, 3)."""
    rows = [[0, *range(first, first + 4)] for first in (5, 9, 13, 17)]
    bones = _unit(np.diff(hand[..., rows, :], axis=-2))
    cosine = (bones[..., 1:, :] * bones[..., :-1, :]).sum(axis=-1)
    bends: Array = np.degrees(np.arccos(np.clip(cosine, -1, 1)))
    return bends


def finger_errors(hand: Array, target: Array) -> Array:
    """Mean difference (...) in degrees of the bends of two hands."""
    errors: Array = np.abs(finger_bends(hand) - finger_bends(target)).mean(axis=(-1, -2))
    return errors


def accelerations(points: Array, fps: float) -> Array:
    """Accelerations (T - 2, ..., 3) in metres per second squared of points (T, ..., 3)."""
    return np.diff(points, 2, axis=0) * fps**2


def noise(points: Array, seen: NDArray[np.bool_]) -> float:
    """The standard deviation of independent errors in points (T, N, D), told by their fourth differences.

    seen (T, N). Movements hardly enter the median; NaN where no point was seen in five frames on end.
    """
    if len(points) < 5:
        return np.nan
    sure = np.lib.stride_tricks.sliding_window_view(seen, 5, axis=0).all(axis=-1)
    jumps = np.diff(points, 4, axis=0)[sure]
    return float(np.median(np.abs(jumps)) / (0.6745 * np.sqrt(70))) if jumps.size else np.nan
