"""Points of a body's skin, found by rays in its rest pose, and where they go when it moves."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from pipeline.body.capsules import HIDDEN
from pipeline.body.model import BodyModel
from pipeline.motion import joints

Array = NDArray[np.float64]

_AROUND = 0.012  # metres around a point over which its normal is averaged
_FAR = 2.0


@dataclass(frozen=True, slots=True, eq=False)
class Spot:
    """A point of the skin: `carried` (J, 4) are its rest places, weighted by the joints that move it.

    `normal` (3,) points out of the body in the rest pose; `joint` moves the point most.
    """

    carried: Array
    normal: Array
    joint: int

    def facing(self, outwards: Array) -> "Spot":
        """The same point with a normal half-way to a direction (3,): less at the mercy of small folds."""
        normal = self.normal + outwards / np.linalg.norm(outwards)
        return replace(self, normal=normal / np.linalg.norm(normal))

    def places(self, transforms: Array) -> Array:
        """Where it is, (T, 3) metres, for skinning transforms (T, 55, 3, 4)."""
        used = np.flatnonzero(self.carried[:, 3])
        place: Array = np.einsum("tjab,jb->ta", transforms[:, used], self.carried[used])
        return place

    def normals(self, transforms: Array) -> Array:
        """Where its skin faces, (T, 3), for skinning transforms (T, 55, 3, 4)."""
        normal: Array = transforms[:, self.joint, :, :3] @ self.normal
        return normal


@dataclass(frozen=True, slots=True, eq=False)
class Skin:
    """The visible surface of a body in its rest pose."""

    vertices: Array  # (V, 3)
    faces: NDArray[np.int64]  # (F, 3), what cannot be touched left out
    normals: Array  # (V, 3)
    owner: NDArray[np.int64]  # (V,), the joint that moves a vertex most
    joint_index: NDArray[np.int64]  # (V, K)
    joint_weight: Array  # (V, K)

    def spot(self, vertices: NDArray[np.int64], weights: Array) -> Spot:
        """The point at a weighted mean of vertices (N,)."""
        carried = np.zeros((joints.COUNT, 4))
        places = np.append(self.vertices[vertices], np.ones((len(vertices), 1)), axis=1)
        shares = weights[:, None] * self.joint_weight[vertices]
        np.add.at(carried, self.joint_index[vertices], shares[..., None] * places[:, None])
        middle = weights @ self.vertices[vertices]
        near = np.linalg.norm(self.vertices - middle, axis=1) < _AROUND
        near &= (self.normals @ (weights @ self.normals[vertices])) > 0
        normal = self.normals[near].sum(axis=0) if near.any() else weights @ self.normals[vertices]
        joint = int(carried[:, 3].argmax())
        return Spot(carried, normal / np.linalg.norm(normal), joint)

    def hit(self, towards: Array, direction: Array, only: Iterable[int] = ()) -> Spot:
        """The outermost point that a ray against the surface meets on its way through `towards`.

        `only`: the joints that must move the point most. Where the ray meets nothing, the nearest vertex.
        Moeller and Trumbore, Fast Minimum Storage Ray/Triangle Intersection (1997).
        """
        direction = direction / np.linalg.norm(direction)
        chosen = np.isin(self.owner, list(only)) if only else np.ones(len(self.owner), bool)
        faces = self.faces[chosen[self.faces].all(axis=1)]
        corner = self.vertices[faces[:, 0]]
        one, two = self.vertices[faces[:, 1]] - corner, self.vertices[faces[:, 2]] - corner
        start = towards - _FAR * direction - corner
        across = np.cross(direction, two)
        determinant = (one * across).sum(axis=1)
        determinant[np.abs(determinant) < 1e-14] = np.inf
        u = (start * across).sum(axis=1) / determinant
        other = np.cross(start, one)
        v = other @ direction / determinant
        distance = (two * other).sum(axis=1) / determinant
        met = (u >= 0) & (v >= 0) & (u + v <= 1) & (distance > 0) & np.isfinite(determinant)
        if not met.any():
            kept = np.flatnonzero(chosen)
            nearest = kept[np.linalg.norm(self.vertices[kept] - towards, axis=1).argmin()]
            return self.spot(np.array([nearest]), np.ones(1))
        first = np.flatnonzero(met)[distance[met].argmin()]
        return self.spot(faces[first], np.array([1 - u[first] - v[first], u[first], v[first]]))


def skin_of(body: BodyModel) -> Skin:
    """The surface of a body that can be seen and touched."""
    hidden = [index for index, name in enumerate(body.part_names) if name in HIDDEN]
    faces = body.faces[~np.isin(body.parts[body.faces[:, 0]], hidden)].astype(np.int64)
    vertices = body.template.astype(np.float64)
    corners = vertices[faces]
    facing = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    normals = np.zeros_like(vertices)
    for corner in range(3):
        np.add.at(normals, faces[:, corner], facing)
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-12)
    index, weight = body.joint_index.astype(np.int64), body.joint_weight.astype(np.float64)
    owner = np.where(np.isin(np.arange(len(vertices)), faces), index[:, 0], -1)
    return Skin(vertices, faces, normals, owner, index, weight)
