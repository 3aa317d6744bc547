"""A body cut up for the graphics card: what is drawn, and what moves it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.body.model import BodyModel
from pipeline.body.shapes import Shapes
from pipeline.body.skinning import blend_shapes
from pipeline.motion import joints
from pipeline.render.materials import CLAY, EYEBALL, IRIS, MATERIALS, Material

Floats = NDArray[np.float32]
Counts = NDArray[np.uint32]
Bytes = NDArray[np.uint8]
Indices = NDArray[np.int64]

INFLUENCES = 8
IRIS_ANGLE = np.radians(24.0)
"""Half the angle under which the centre of an untextured eye sees its iris."""


@dataclass(frozen=True, slots=True, eq=False)
class Mesh:
    """Arrays as they are uploaded.

    There are N drawn vertices: a vertex of the body is drawn once per texture seam and material.

    `span` (first row, rows) points into `shifts`, whose rows are metres and the index of a coefficient;
    `ring` (first row, rows) points into `corners`, the other two corners of each face at the vertex.
    """

    source: Indices  # (N,) vertex of the body
    joints: Bytes  # (N, 8)
    weights: Floats  # (N, 8)
    span: Counts  # (N, 2)
    shifts: Floats  # (R, 4)
    ring: Counts  # (N, 2)
    corners: Counts  # (K, 2)
    uv: Floats  # (N, 2)
    surface: Bytes  # (N, 4) roughness, scatter, fuzz, strands
    tint: Floats  # (N, 4) sRGB colour over the texture, occlusion
    part: Indices  # (N,) index into `parts`
    closed: Counts  # (F, 3) faces seen from outside only
    open: Counts  # (F, 3) seen from both sides
    cutout: Counts  # (F, 3) seen from both sides, with holes
    parts: tuple[str, ...]


def mesh_of(body: BodyModel) -> Mesh:
    """The mesh of any body; one without texture and parts looks like clay with eyes."""
    count = len(body.template)
    kinds, materials = face_materials(body)
    source, seam, kind, faces = cut(body, kinds, len(materials))
    span, shifts = _shift_table(blend_shapes(body), count)
    ring, corners = _corner_table(body.faces, count, _first_drawn(source, count))
    joint, weight = body.influences(INFLUENCES)
    occlusion = np.ones(count, np.float32) if body.occlusion is None else body.occlusion
    surface, tint = _surfaces(kind, materials, occlusion[source])
    closed, both, cutout = _grouped(faces, kind[faces[:, 0]], materials)
    return Mesh(
        source, joint[source], weight[source], span[source], shifts, ring[source], corners,
        body.uv[seam], surface, tint, kind, closed, both, cutout, part_names(body),
    )  # fmt: skip


def face_materials(body: BodyModel) -> tuple[Indices, tuple[Material, ...]]:
    """Each face's index (F,) into the materials, and these."""
    if _is_bare(body):
        return _clay(body), (CLAY, EYEBALL, IRIS)
    return body.face_parts.astype(np.int64), tuple(
        MATERIALS.get(name, MATERIALS["skin"]) for name in body.part_names
    )


def part_names(body: BodyModel) -> tuple[str, ...]:
    """What the materials of `face_materials` are of."""
    return ("skin", "eyeball", "iris") if _is_bare(body) else tuple(body.part_names)


def _is_bare(body: BodyModel) -> bool:
    return body.texture is None and len(body.part_names) == 1


def _clay(body: BodyModel) -> Indices:
    """0 for skin, 1 for eyeballs, 2 for irises: the eyes are what the eye joints move, and look to +z."""
    kinds = np.zeros(len(body.faces), np.int64)
    corners = body.template[body.faces].mean(1)
    for eye in (joints.LEFT_EYE, joints.RIGHT_EYE):
        moved = (body.joint_index[:, 0] == eye)[body.faces].all(1)
        ahead = corners - body.rest_joints[eye]
        angle = np.arccos(np.clip(ahead[:, 2] / np.linalg.norm(ahead, axis=1), -1, 1))
        kinds[moved] = np.where(angle[moved] < IRIS_ANGLE, 2, 1)
    return kinds


def cut(body: BodyModel, kinds: Indices, materials: int) -> tuple[Indices, Indices, Indices, Indices]:
    """Split vertices where texture or material changes.

    Returns the body's vertex, the texture vertex and the material of every drawn vertex, and the faces.
    """
    keys = (body.faces.astype(np.int64) * len(body.uv) + body.uv_faces) * materials + kinds[:, None]
    unique, inverse = np.unique(keys, return_inverse=True)
    corner, kind = np.divmod(unique, materials)
    source, seam = np.divmod(corner, len(body.uv))
    return source, seam, kind, inverse.reshape(keys.shape)


def _surfaces(kinds: Indices, materials: Sequence[Material], occlusion: Floats) -> tuple[Bytes, Floats]:
    surface = np.array([(m.roughness, m.scatter, m.fuzz, m.strands) for m in materials])[kinds]
    tint = np.array([(*m.tint, m.least_occlusion) for m in materials])[kinds]
    tint[:, 3] = np.maximum(tint[:, 3], occlusion)
    return _bytes(surface), tint.astype(np.float32)


def _shift_table(moved: Shapes, count: int) -> tuple[Counts, Floats]:
    """Spans (V, 2) and rows (R, 4) of blend shapes over `count` vertices."""
    order = np.argsort(moved.vertex, kind="stable")
    rows = np.column_stack([moved.delta, moved.column.astype(np.float32)])[order]
    return _spans(moved.vertex, count), rows


def _corner_table(faces: NDArray[np.integer], count: int, drawn: Indices) -> tuple[Counts, Counts]:
    """Rings (V, 2) and corners (K, 2) around every vertex; `drawn` (V,) names one drawn vertex of each."""
    vertex = faces.T.reshape(-1)
    others = np.concatenate([faces[:, [1, 2]], faces[:, [2, 0]], faces[:, [0, 1]]])
    order = np.argsort(vertex, kind="stable")
    return _spans(vertex, count), drawn[others[order]].astype(np.uint32)


def _grouped(faces: Indices, kind: Indices, materials: Sequence[Material]) -> tuple[Counts, Counts, Counts]:
    """Faces (F, 3) of material `kind` (F,) as `Mesh.closed`, `Mesh.open` and `Mesh.cutout`."""
    cutout = np.array([m.cutout for m in materials])[kind]
    both = np.array([m.open for m in materials])[kind] & ~cutout
    drawn = faces.astype(np.uint32)
    return drawn[~cutout & ~both], drawn[both], drawn[cutout]


def _first_drawn(source: Indices, count: int) -> Indices:
    """One drawn vertex for every vertex of the body (V,); 0 where none is drawn."""
    result = np.zeros(count, np.int64)
    result[source] = np.arange(len(source))
    return result


def _spans(vertex: NDArray[np.integer], count: int) -> Counts:
    rows = np.bincount(vertex, minlength=count)
    return np.column_stack([np.cumsum(rows) - rows, rows]).astype(np.uint32)


def _bytes(values: NDArray[np.floating]) -> Bytes:
    return np.asarray(np.round(np.clip(values, 0, 1) * 255), np.uint8)
