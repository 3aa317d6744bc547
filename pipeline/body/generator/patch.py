"""Pieces of surface whose vertices are weighted means of base-mesh vertices.

Whatever moves the base mesh, such as another phenotype or a face unit, so moves every piece built on it.
"""

from dataclasses import dataclass, field, replace

import numpy as np
from scipy import sparse

from pipeline.body.generator.makehuman import Array, MakeHuman

PARTS = ("skin", "mouth", "teeth", "eye", "lash", "hair", "top", "bottom", "shoe", "tongue", "nail", "fringe")
"""The kinds of material, in the order of their numbers in the file."""


@dataclass(frozen=True, slots=True, eq=False)
class Quads:
    """Four-sided faces, with their texture coordinates in the charts of the base mesh."""

    stencil: sparse.csr_array  # (N, B)
    uv: Array  # (T, 2)
    faces: Array  # (F, 4)
    uv_faces: Array  # (F, 4)


@dataclass(frozen=True, slots=True, eq=False)
class Patch:
    """Triangles of one material. `fields` hold a number per vertex that later steps need, by name."""

    name: str
    part: str
    stencil: sparse.csr_array  # (N, B)
    uv: Array  # (T, 2)
    faces: Array  # (F, 3)
    uv_faces: Array  # (F, 3)
    fields: dict[str, Array] = field(default_factory=dict)


def group(source: MakeHuman, name: str, chosen: Array | None = None) -> Quads:
    """A group of the base mesh, or its `chosen` faces."""
    faces, uv_faces = source.quads[name][:, :4], source.uv_quads[name][:, :4]
    if chosen is not None:
        faces, uv_faces = faces[chosen], uv_faces[chosen]
    used, faces = np.unique(faces, return_inverse=True)
    uv_used, uv_faces = np.unique(uv_faces, return_inverse=True)
    identity = sparse.eye_array(len(source.vertices), format="csr")
    return Quads(identity[used], source.uv[uv_used], faces.reshape(-1, 4), uv_faces.reshape(-1, 4))


def triangles(quads: Array) -> Array:
    """Two triangles (2F, 3) for every quad (F, 4)."""
    return np.vstack([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]])


def triangulated(name: str, part: str, quads: Quads) -> Patch:
    """A patch of the same surface."""
    return Patch(name, part, quads.stencil, quads.uv, triangles(quads.faces), triangles(quads.uv_faces))


def compact(patch: Patch) -> Patch:
    """The patch without vertices and texture coordinates that no face uses."""
    used, faces = np.unique(patch.faces, return_inverse=True)
    uv_used, uv_faces = np.unique(patch.uv_faces, return_inverse=True)
    return replace(
        patch,
        stencil=patch.stencil[used],
        uv=patch.uv[uv_used],
        faces=faces.reshape(-1, 3),
        uv_faces=uv_faces.reshape(-1, 3),
        fields={name: values[used] for name, values in patch.fields.items()},
    )


def normals(vertices: Array, faces: Array) -> Array:
    """Unit vertex normals (N, 3), weighted by the area of the faces; zero where there is none."""
    corners = vertices[faces]
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    total = np.zeros_like(vertices)
    for corner in range(3):
        for axis in range(3):
            total[:, axis] += np.bincount(faces[:, corner], across[:, axis], len(vertices))
    result: Array = total / np.maximum(np.linalg.norm(total, axis=1, keepdims=True), 1e-12)
    return result


def open_edges(faces: Array) -> Array:
    """Directed edges (E, 2) that belong to one triangle only."""
    edges = np.vstack([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])
    _, which, count = np.unique(np.sort(edges, 1), axis=0, return_inverse=True, return_counts=True)
    result: Array = edges[count[which.ravel()] == 1]
    return result


def neighbour_mean(faces: Array, count: int) -> sparse.csr_array:
    """The operator (count, count) that replaces each vertex by the mean of its neighbours."""
    edges = np.vstack([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])
    both = np.vstack([edges, edges[:, ::-1]])
    linked = sparse.coo_array((np.ones(len(both)), (both[:, 0], both[:, 1])), (count, count)).tocsr()
    linked.data[:] = 1
    degree = np.maximum(np.asarray(linked.sum(1)).ravel(), 1)
    return (sparse.diags_array(1 / degree) @ linked).tocsr()


def rim_mean(faces: Array, count: int) -> sparse.csr_array:
    """Like `neighbour_mean`, but vertices on open edges take the mean of their neighbours along the edge."""
    edges = open_edges(faces)
    rim = np.zeros(count)
    rim[edges] = 1
    linked = sparse.coo_array(
        (np.ones(2 * len(edges)), (edges.ravel(), edges[:, ::-1].ravel())), (count, count)
    )
    along = sparse.diags_array(1 / np.maximum(np.asarray(linked.sum(1)).ravel(), 1)) @ linked
    return (sparse.diags_array(1 - rim) @ neighbour_mean(faces, count) + along).tocsr()


def smoothed(patch: Patch, steps: int, strength: float = 0.6) -> Patch:
    """The patch after Laplacian smoothing; open edges are smoothed along themselves."""
    count = patch.stencil.shape[0]
    step = (1 - strength) * sparse.eye_array(count) + strength * rim_mean(patch.faces, count)
    stencil = patch.stencil
    for _ in range(steps):
        stencil = (step @ stencil).tocsr()
    stencil.data[np.abs(stencil.data) < 2e-4] = 0
    stencil.eliminate_zeros()
    total = np.asarray(stencil.sum(1)).ravel()
    return replace(patch, stencil=(sparse.diags_array(1 / total) @ stencil).tocsr())
