"""Joints as weighted means of vertices, so that they follow the shape of the body."""

import numpy as np
from scipy.optimize import nnls

from pipeline.body.generator.makehuman import Array
from pipeline.body.generator.shapes import Shapes
from pipeline.body.generator.surface import Surface
from pipeline.motion import joints

_PARTS = ("skin", "mouth", "top", "bottom", "shoe", "eye")
_RINGS = ("pelvis", "spine1", "spine2", "spine3", "neck", "head", "jaw")
_NEAR, _RING = 200, 160
_TEMPLATE, _SUM, _CLOSE = 4.0, 8.0, 0.004  # weights of the rows that ask for the template, sum 1, nearness
_EXTREME = 3.0


def build(surface: Surface, template: Array, rest: Array, shapes: Shapes) -> Array:
    """Convex weights (55, V) that reproduce the joints of the template and of all shapes at +-3."""
    reach = [0.0] + [sign * _EXTREME for _ in range(shapes.vertices.shape[2]) for sign in (1, -1)]
    column = [0] + [k for k in range(shapes.vertices.shape[2]) for _ in (1, -1)]
    bodies = [template + r * shapes.vertices[..., k] for r, k in zip(reach, column, strict=True)]
    places = [rest + r * shapes.joints[..., k] for r, k in zip(reach, column, strict=True)]
    out = np.zeros((joints.COUNT, len(template)))
    for joint, name in enumerate(joints.NAMES):
        chosen = _candidates(surface, template, rest[joint], name)
        rows = [body[chosen].T for body in bodies]
        wanted = [place[joint] for place in places]
        rows[0], wanted[0] = rows[0] * _TEMPLATE, wanted[0] * _TEMPLATE
        distance = np.linalg.norm(template[chosen] - rest[joint], axis=1)
        system = np.vstack([*rows, np.full((1, len(chosen)), _SUM), _CLOSE * distance / distance.max()])
        weights, _ = nnls(system, np.concatenate([*wanted, [_SUM], [0.0]]), maxiter=4000)
        out[joint, chosen] = weights / weights.sum()
    return out


def _candidates(surface: Surface, template: Array, place: Array, name: str) -> Array:
    """Vertices that may define a joint: the nearest, and for joints deep in the trunk a ring around it."""
    if "eye" in name:
        eyes = surface.of_part("eye")
        own: Array = eyes[np.sign(template[eyes, 0]) == np.sign(place[0])]
        return own
    pool = surface.of_part(*_PARTS)
    pool = pool[np.argsort(((template[pool] - place) ** 2).sum(1))]
    near = pool[:_NEAR]
    if name in _RINGS or name.endswith(("hip", "collar")):
        half = 0.012 if name in ("head", "jaw") else 0.03
        level = np.abs(template[pool, 1] - place[1]) < half
        ring = pool[level & (np.abs(template[pool, 0]) < 0.19)]
        near = np.unique(np.concatenate([near, ring[:: max(1, len(ring) // _RING)]]))
    chosen: Array = near
    return chosen
