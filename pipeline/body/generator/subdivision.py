"""One step of Catmull-Clark subdivision (Catmull and Clark 1978), with rounded open edges."""

import numpy as np
from scipy import sparse

from pipeline.body.generator.makehuman import Array
from pipeline.body.generator.patch import Quads


def subdivide(mesh: Quads) -> Quads:
    """Four quads for every quad; texture coordinates are interpolated linearly."""
    count, faces = mesh.stencil.shape[0], mesh.faces
    edges, edge_of = _edges(faces)
    stencil = sparse.vstack(_points(count, faces, edges, edge_of)).tocsr() @ mesh.stencil
    uv_edges, uv_edge_of = _edges(mesh.uv_faces)
    uv = np.vstack([mesh.uv, mesh.uv[uv_edges].mean(1), mesh.uv[mesh.uv_faces].mean(1)])
    return Quads(
        stencil.tocsr(),
        uv,
        _split(faces, edge_of + count, count + len(edges)),
        _split(mesh.uv_faces, uv_edge_of + len(mesh.uv), len(mesh.uv) + len(uv_edges)),
    )


def _edges(faces: Array) -> tuple[Array, Array]:
    """Distinct edges (E, 2) and, for every face corner, the edge that starts there (F, 4)."""
    ends = np.sort(np.stack([faces, np.roll(faces, -1, 1)], 2).reshape(-1, 2), 1)
    edges, which = np.unique(ends, axis=0, return_inverse=True)
    return edges, which.reshape(-1, 4)


def _split(faces: Array, edge: Array, first_centre: int) -> Array:
    centre = first_centre + np.arange(len(faces))
    before = np.roll(edge, 1, 1)
    return np.vstack([np.column_stack([faces[:, k], edge[:, k], centre, before[:, k]]) for k in range(4)])


def _incidence(rows: Array, columns: Array, shape: tuple[int, int]) -> sparse.csr_array:
    return sparse.csr_array((np.ones(rows.size), (rows.ravel(), columns.ravel())), shape)


def _rows_to_one(matrix: sparse.csr_array) -> sparse.csr_array:
    total = np.maximum(np.asarray(matrix.sum(1)).ravel(), 1)
    return (sparse.diags_array(1 / total) @ matrix).tocsr()


def _points(count: int, faces: Array, edges: Array, edge_of: Array) -> list[sparse.csr_array]:
    """New vertex points, edge points and face points as operators on the old vertices."""
    number = np.repeat(np.arange(len(faces)), 4)
    in_face = _incidence(faces, number, (count, len(faces)))
    face_point = (0.25 * in_face.T).tocsr()
    ends = np.repeat(np.arange(len(edges)), 2)
    middle = _incidence(ends, edges, (len(edges), count)) * 0.5
    open_edge = np.bincount(edge_of.ravel(), minlength=len(edges)) == 1
    beside = _rows_to_one(_incidence(edge_of, number, (len(edges), len(faces))))
    inner = sparse.diags_array((~open_edge).astype(float))
    edge_point = inner @ (0.5 * middle + 0.5 * (beside @ face_point))
    edge_point = edge_point + sparse.diags_array(open_edge.astype(float)) @ middle

    valence = np.maximum(np.bincount(edges.ravel(), minlength=count), 1).astype(float)
    on_edge = _incidence(edges, ends, (count, len(edges)))
    around = _rows_to_one(in_face) @ face_point + 2 * (_rows_to_one(on_edge) @ middle)
    moved = sparse.diags_array(1 / valence) @ around + sparse.diags_array((valence - 3) / valence)
    rim = np.zeros(count)
    rim[edges[open_edge]] = 1
    along_rim = _rows_to_one(on_edge @ sparse.diags_array(open_edge.astype(float)))
    rounded = 0.5 * (along_rim @ middle) + 0.5 * sparse.eye_array(count)
    vertex_point = sparse.diags_array(1 - rim) @ moved + sparse.diags_array(rim) @ rounded
    return [vertex_point.tocsr(), edge_point.tocsr(), face_point]
