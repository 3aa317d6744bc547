"""Ambient occlusion: how much of the sky every vertex sees, from depth maps of many directions."""

import numpy as np

from pipeline.body.generator.makehuman import Array
from pipeline.body.generator.patch import PARTS, normals

_DIRECTIONS = 96
_CELL = 0.004  # metres of a depth map's cell
_SPACING = 0.0028  # metres between the points that are splatted into it
_FINEST = 96  # parts that an edge of a face is cut into at most
_OFF = 0.004
_SLACK = 0.0045
_FLOORS = {"mouth": 0.28, "teeth": 0.45, "tongue": 0.45, "eye": 0.75, "lash": 0.75}
"""The mouth is shut while this is computed, and eyes lie in sockets that lids open and close."""


def visibility(vertices: Array, faces: Array, part: Array) -> Array:
    """Cosine-weighted share (V,) of the directions in which nothing is near, from 0 to 1."""
    out = normals(vertices, faces)
    points = _spread(vertices, faces)
    probe = vertices + _OFF * out
    seen, total = np.zeros(len(vertices)), np.zeros(len(vertices))
    for direction in _sphere(_DIRECTIONS):
        cosine = np.maximum(out @ direction, 0)
        seen += cosine * _lit(points, probe, direction)
        total += cosine
    share = seen / np.maximum(total, 1e-6)
    for name, floor in _FLOORS.items():
        held = part == PARTS.index(name)
        share[held] = np.maximum(share[held], floor)
    return share


def _sphere(count: int) -> Array:
    """Evenly spread unit vectors (count, 3) (Fibonacci lattice)."""
    step = np.arange(count) + 0.5
    polar, azimuth = np.arccos(1 - 2 * step / count), np.pi * (1 + 5**0.5) * step
    return np.column_stack([np.cos(azimuth) * np.sin(polar), np.cos(polar), np.sin(azimuth) * np.sin(polar)])


def _spread(vertices: Array, faces: Array) -> Array:
    """Points that cover the surface more densely than the depth maps resolve it."""
    corners = vertices[faces]
    longest = np.linalg.norm(corners - np.roll(corners, 1, 1), axis=2).max(1)
    steps = np.clip(np.ceil(longest / _SPACING).astype(int), 1, _FINEST)
    found = [vertices]
    for count in np.unique(steps):
        i, j = np.meshgrid(np.arange(count + 1), np.arange(count + 1))
        inside = (i + j) <= count
        weights = np.column_stack([i[inside], j[inside], count - i[inside] - j[inside]]) / count
        found.append(np.einsum("pk,fkc->fpc", weights, corners[steps == count]).reshape(-1, 3))
    return np.concatenate(found)


def _lit(points: Array, probe: Array, direction: Array) -> Array:
    """Which share (V,) of five cells around each probe has nothing between it and the sky."""
    aside = np.array([1.0, 0, 0]) if abs(direction[1]) > 0.95 else np.array([0, 1.0, 0])
    first = np.cross(direction, aside)
    first /= np.linalg.norm(first)
    frame = np.column_stack([first, np.cross(direction, first), direction])
    flat, asked = points @ frame, probe @ frame
    low = flat[:, :2].min(0) - 3 * _CELL
    size = ((flat[:, :2].max(0) - low) / _CELL).astype(int) + 4
    cell = ((flat[:, :2] - low) / _CELL).astype(int)
    depth = np.full(size[0] * size[1], -np.inf)
    np.maximum.at(depth, cell[:, 0] * size[1] + cell[:, 1], flat[:, 2])
    depth = depth.reshape(size)
    at = ((asked[:, :2] - low) / _CELL).astype(int)
    lit = [
        asked[:, 2] + _SLACK >= depth[at[:, 0] + dx, at[:, 1] + dy]
        for dx, dy in ((0, 0), (1, 0), (-1, 0), (0, 1), (0, -1))
    ]
    share: Array = np.mean(lit, 0)
    return share
