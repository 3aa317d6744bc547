"""Where every piece of the surface lies in the texture."""

from dataclasses import dataclass

import numpy as np

from pipeline.body.generator.makehuman import Array

SIZE = 2048
"""Width and height of the texture in pixels."""
_HANDS_MIDDLE, _HANDS_RISE = 0.5622045, 0.0004855
"""The chart of the right hand mirrors that of the left about this u, and lies this much higher."""
_LASHES_MIDDLE = 0.7082539


@dataclass(frozen=True, slots=True)
class Chart:
    """A rectangle of MakeHuman's uv square (left, bottom, right, top) and its place in pixels.

    Pixels are (left, top, right, bottom), counted from the upper left corner.
    """

    source: tuple[float, float, float, float]
    pixels: tuple[int, int, int, int]

    def place(self, uv: Array) -> Array:
        """Texture coordinates (T, 2), v up, of source coordinates (T, 2)."""
        left, bottom, right, top = self.source
        x0, y0, x1, y1 = self.pixels
        x = x0 + (uv[:, 0] - left) / (right - left) * (x1 - x0)
        y = y1 - (uv[:, 1] - bottom) / (top - bottom) * (y1 - y0)
        return np.column_stack([x / SIZE, 1 - y / SIZE])

    def source_of(self, rows: Array, columns: Array) -> Array:
        """Source coordinates (N, 2) of the middles of pixels of a full-size texture."""
        left, bottom, right, top = self.source
        x0, y0, x1, y1 = self.pixels
        u = left + (columns + 0.5 - x0) / (x1 - x0) * (right - left)
        v = bottom + (y1 - rows - 0.5) / (y1 - y0) * (top - bottom)
        return np.column_stack([u, v])


CHARTS = {
    "head": Chart((0.64, 0.145, 1.0, 0.83), (0, 0, 807, 1536)),
    "hands": Chart((0.57, 0.005, 0.775, 0.2), (820, 4, 1820, 955)),
    "body": Chart((0.0, 0.79, 0.76, 0.985), (4, 1870, 604, 2024)),
    "eyecav": Chart((0.005, 0.53, 0.16, 0.65), (1832, 4, 2040, 165)),
    "mouth": Chart((0.755, 0.005, 0.925, 0.14), (630, 1550, 812, 1695)),
    "tongue": Chart((0.622, 0.928, 0.649, 0.986), (630, 1702, 712, 1878)),
    "teeth": Chart((0.677, 0.875, 0.739, 0.921), (1830, 330, 2040, 486)),
    "eyes": Chart((0.0, 0.0, 1.0, 1.0), (2, 1550, 302, 1850)),
    "lashes": Chart((0.709, 0.9262, 0.7592, 0.9477), (310, 1552, 622, 1686)),
    "hair": Chart((0.64, 0.145, 1.0, 0.83), (820, 1000, 1370, 2046)),
    "bun": Chart((0.0, 0.0, 1.0, 1.0), (630, 1886, 812, 2044)),
    "top": Chart((0.809, 0.8825, 0.881, 0.990), (1385, 1000, 2040, 1978)),
    "bottom": Chart((0.809, 0.8825, 0.881, 0.990), (1830, 500, 2040, 815)),
    "shoe": Chart((0.809, 0.8825, 0.881, 0.915), (1830, 830, 2040, 925)),
}


def both_lashes(uv: Array) -> Array:
    """Source coordinates with the lashes of the right eye folded onto those of the left."""
    return np.where(uv[:, :1] < _LASHES_MIDDLE, [2 * _LASHES_MIDDLE, 0] + uv * [-1, 1], uv)


def both_hands(uv: Array) -> Array:
    """Source coordinates with the chart of the right hand folded onto that of the left."""
    right = uv[:, :1] < _HANDS_MIDDLE
    return np.where(right, [2 * _HANDS_MIDDLE, -_HANDS_RISE] + uv * [-1, 1], uv)
