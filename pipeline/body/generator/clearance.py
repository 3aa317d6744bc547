"""Keeps cloth and hair on the outside of the body."""

import numpy as np
from scipy.spatial import cKDTree

from pipeline.body.generator.makehuman import Array, MakeHuman
from pipeline.body.generator.patch import Patch, neighbour_mean, normals, rim_mean, triangles

_NEIGHBOURS = 8
_SMOOTHING = 5


def lift(patch: Patch, base: Array, source: MakeHuman, clearance: float, close: Array | float = 0.0) -> Array:
    """Displacements (N, 3) that put the patch at least `clearance` metres above the body `base` (B, 3).

    Where `close` (N,) is 1 the patch
    is laid down to exactly that distance as well.
    """
    points = patch.stencil @ base
    distance, outwards = _above(points, base, source)
    smooth = rim_mean(patch.faces, len(points))
    wanted = np.maximum(clearance - distance, 0)
    wanted = np.maximum(wanted, neighbour_mean(patch.faces, len(points)) @ wanted)
    wanted = wanted + close * (clearance - distance - wanted)
    displacement: Array = wanted[:, None] * outwards
    for _ in range(_SMOOTHING):
        displacement = 0.5 * displacement + 0.5 * (smooth @ displacement)
    return displacement


def nearest_skin(points: Array, base: Array, source: MakeHuman) -> tuple[Array, Array]:
    """The body vertices (N, 8) nearest to points (N, 3), and their shares (N, 8) by nearness."""
    body = source.group_vertices("body")
    far, near = cKDTree(base[body]).query(points, _NEIGHBOURS)
    share = 1 / (far**2 + 1e-6)
    return body[near], share / share.sum(1, keepdims=True)


def _above(points: Array, base: Array, source: MakeHuman) -> tuple[Array, Array]:
    """Height (N,) of points over the planes that touch the body nearest to them, and their normals."""
    skin = normals(base, triangles(source.quads["body"]))
    near, weight = nearest_skin(points, base, source)
    height = ((points[:, None] - base[near]) * skin[near]).sum(-1)
    outwards = (weight[:, :, None] * skin[near]).sum(1)
    outwards /= np.linalg.norm(outwards, axis=1, keepdims=True)
    return (weight * height).sum(1), outwards
