"""Sparse blend shapes: which vertices move how far at coefficient 1."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Indices = NDArray[np.int32]

SMALLEST = 1e-6
"""Metres below which a vertex of a dense shape counts as not moved."""


@dataclass(frozen=True, slots=True, eq=False)
class Shapes:
    """`columns` blend shapes, one row for every vertex that one of them moves."""

    columns: int
    column: Indices  # (N,)
    vertex: Indices  # (N,)
    delta: Floats  # (N, 3), metres

    def displace(self, coefficients: Floats, vertices: int) -> Floats:
        """The shift (V, 3) of all `vertices` at `coefficients` (columns,)."""
        delta = self.delta * coefficients[self.column, None]
        axes = [np.bincount(self.vertex, delta[:, axis], vertices) for axis in range(3)]
        return np.stack(axes, axis=-1).astype(np.float32)

    def regress(self, regressor: NDArray[np.float64]) -> NDArray[np.float64]:
        """What each shape does to points (J, 3, columns) that are sums of vertices, `regressor` (J, V)."""
        result = np.zeros((len(regressor), 3, self.columns))
        felt = np.any(regressor != 0, axis=0)[self.vertex]
        column, vertex, delta = self.column[felt], self.vertex[felt], self.delta[felt]
        for index in np.unique(column):
            rows = column == index
            result[..., index] = regressor[:, vertex[rows]] @ delta[rows]
        return result


def none(columns: int) -> Shapes:
    """Blend shapes that move nothing."""
    return Shapes(columns, np.zeros(0, np.int32), np.zeros(0, np.int32), np.zeros((0, 3), np.float32))


def from_dense(shapes: NDArray[np.floating]) -> Shapes:
    """The blend shapes of (V, 3, columns) metres, without what is smaller than `SMALLEST`."""
    vertex, column = np.nonzero((np.abs(shapes) > SMALLEST).any(axis=1))
    delta = shapes[vertex, :, column].astype(np.float32)
    return Shapes(shapes.shape[2], column.astype(np.int32), vertex.astype(np.int32), delta)


def join(parts: Sequence[Shapes]) -> Shapes:
    """All blend shapes as one set, the columns of each part after those of the part before."""
    starts = np.cumsum([0, *(part.columns for part in parts)])
    column = [part.column + np.int32(start) for part, start in zip(parts, starts, strict=False)]
    return Shapes(
        int(starts[-1]),
        np.concatenate(column),
        np.concatenate([part.vertex for part in parts]),
        np.concatenate([part.delta for part in parts]),
    )
