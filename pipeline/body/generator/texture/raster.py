"""Spreads numbers that vertices carry over the pixels of a texture."""

import numpy as np

from pipeline.body.generator.makehuman import Array

_MARGIN = -0.04  # barycentric; pixels on an edge belong to both faces
_BATCH = 3_000_000


def spread(corners: Array, values: Array, size: int) -> tuple[Array, Array, Array]:
    """Rows (N,), columns (N,) and interpolated values (N, K) of all pixels that triangles cover.

    corners (F, 3, 2) in pixels, y down; values (F, 3, K). Of faces that share a pixel the last counts.
    """
    low = np.clip(np.floor(corners.min(1)).astype(int), 0, size - 1)
    span = np.clip(np.ceil(corners.max(1)).astype(int) - low + 1, 1, size)
    edge = 2 ** np.ceil(np.log2(span.max(1))).astype(int)
    owner = np.full((size, size), -1, np.int64)
    weights = np.zeros((size, size, 2), np.float32)
    for side in np.unique(edge):
        group = np.nonzero(edge == side)[0]
        step = max(1, _BATCH // int(side) ** 2)
        for start in range(0, len(group), step):
            _draw(owner, weights, corners, low, (group[start : start + step], int(side)))
    rows, columns = np.nonzero(owner >= 0)
    face = owner[rows, columns]
    first, second = weights[rows, columns].T.astype(np.float64)
    share = np.column_stack([first, second, 1 - first - second])
    return rows, columns, np.einsum("nc,nck->nk", share, values[face])


def _draw(owner: Array, weights: Array, corners: Array, low: Array, group: tuple[Array, int]) -> None:
    """Fill in the faces of one group, whose boxes all fit a square of the same side."""
    faces, side = group
    step = np.arange(side)
    x = (low[faces, 0, None, None] + step[None, None, :] + 0.5) + np.zeros((1, side, 1))
    y = (low[faces, 1, None, None] + step[None, :, None] + 0.5) + np.zeros((1, 1, side))
    a, b, c = (corners[faces, k, :, None, None] for k in range(3))
    area = (b[:, 1] - c[:, 1]) * (a[:, 0] - c[:, 0]) + (c[:, 0] - b[:, 0]) * (a[:, 1] - c[:, 1])
    safe = np.where(np.abs(area) < 1e-9, np.inf, area)
    first = ((b[:, 1] - c[:, 1]) * (x - c[:, 0]) + (c[:, 0] - b[:, 0]) * (y - c[:, 1])) / safe
    second = ((c[:, 1] - a[:, 1]) * (x - c[:, 0]) + (a[:, 0] - c[:, 0]) * (y - c[:, 1])) / safe
    inside = (np.minimum(np.minimum(first, second), 1 - first - second) >= _MARGIN) & (np.abs(area) >= 1e-9)
    inside &= (x < owner.shape[1]) & (y < owner.shape[0])
    which, row, column = np.nonzero(inside)
    at = low[faces[which], 1] + row, low[faces[which], 0] + column
    owner[at] = faces[which]
    weights[at] = np.column_stack([first[inside], second[inside]])
