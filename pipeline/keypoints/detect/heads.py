"""From what a pose network puts out to points: SimCC and heatmap heads."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Found = NDArray[np.float32]  # (N, 3): x and y as fractions of the network's picture, confidence
"""The networks are trained with cell 0 at the centre of pixel 0, so x and y are fractions from there."""


def from_simcc(across: NDArray[Any], down: NDArray[Any]) -> Found:
    """Points of a SimCC head (RTMPose, RTMW): a row of scores (N, X) across and one (N, Y) down a point.

    The confidence is the mean of both peaks.
    """
    x, right = _peak(across.astype(np.float32))
    y, low = _peak(down.astype(np.float32))
    places = (x / across.shape[1], y / down.shape[1], np.clip((right + low) / 2, 0, 1))
    return np.stack(places, axis=1).astype(np.float32)


def from_heatmaps(maps: NDArray[Any]) -> Found:
    """Points of a heatmap head (HRNet, ViTPose): a map of scores (N, H, W) a point."""
    count, height, width = maps.shape
    maps = maps.astype(np.float32)
    top = maps.reshape(count, -1).argmax(axis=1)
    row, column = np.divmod(top, width)
    points = np.arange(count)
    x, score = _peak(maps[points, row, :])
    y, _ = _peak(maps[points, :, column])
    places = (x / width, y / height, np.clip(score, 0, 1))
    return np.stack(places, axis=1).astype(np.float32)


def _peak(rows: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Place and height of the highest value in each row (N, X), between its cells.

    The place is the top of the parabola through the logarithms beside it, which is exact for Gaussians.
    """
    last = rows.shape[1] - 1
    top = rows.argmax(axis=1)
    points = np.arange(len(rows))
    inner = np.clip(top, 1, last - 1) if last >= 2 else np.ones_like(top)
    if last < 2:
        return top.astype(np.float32), rows[points, top]
    left, middle, right = (np.log(np.maximum(rows[points, inner + step], 1e-6)) for step in (-1, 0, 1))
    bend = left - 2 * middle + right
    with np.errstate(divide="ignore", invalid="ignore"):
        shift = np.where(bend < -1e-9, 0.5 * (left - right) / bend, 0)
    shift = np.where(inner == top, np.clip(shift, -0.5, 0.5), 0)
    return (top + shift).astype(np.float32), rows[points, top]
