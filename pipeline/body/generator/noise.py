"""Smooth random values in space, the same on every machine."""

from itertools import product

import numpy as np

from pipeline.body.generator.makehuman import Array


def noise(points: Array, frequency: Array | float, seed: int = 0) -> Array:
    """Value noise (N,) from -1 to 1 at points (N, 3); one lattice cell is 1 / frequency long."""
    scaled = points * frequency
    cell = np.floor(scaled).astype(np.int64)
    part = scaled - cell
    part = part * part * (3 - 2 * part)
    total = np.zeros(len(points))
    for corner in product((0, 1), repeat=3):
        share = np.prod(np.where(corner, part, 1 - part), axis=1)
        total += share * scattered(cell + np.array(corner), seed)
    return total * 2 - 1


def layered(points: Array, frequency: Array | float, layers: int, seed: int = 0) -> Array:
    """Sum (N,) of noises, each twice as fine and half as strong as the one before, from -1 to 1."""
    total = sum(noise(points, np.multiply(frequency, 2**k), seed + k) * 0.5**k for k in range(layers))
    result: Array = np.asarray(total) / (2 - 2.0 ** (1 - layers))
    return result


def scattered(cells: Array, seed: int = 0) -> Array:
    """A fixed random number (N,) from 0 to 1 for every cell (N, 3) of whole numbers."""
    mixed = (cells * np.array([374761393, 668265263, 306783378])).sum(-1) + seed * 974711 + 1013904223
    mixed &= 0x7FFFFFFF
    mixed = ((mixed ^ (mixed >> 13)) * 1274126177) & 0x7FFFFFFF
    result: Array = ((mixed ^ (mixed >> 16)) & 0xFFFF) / 65535.0
    return result
