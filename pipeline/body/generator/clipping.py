"""Cuts patches along a line, and gives their open edges thickness."""

from dataclasses import replace
from typing import Any

import numpy as np
from scipy import sparse

from pipeline.body.generator.makehuman import Array
from pipeline.body.generator.patch import Patch, compact, open_edges


class _Cuts:
    """New points on cut edges, each made once however many faces share it."""

    def __init__(self, first: int, level: Array) -> None:
        self._first, self._level = first, level
        self._numbers: dict[tuple[int, int, int, int], int] = {}
        self.start: list[int] = []
        self.end: list[int] = []
        self.part: list[float] = []

    def point(self, start: int, end: int, vertices: tuple[int, int]) -> int:
        """Number of the point between `start` and `end` where the level of `vertices` is zero."""
        key = (min(start, end), max(start, end), min(vertices), max(vertices))
        if key not in self._numbers:
            self._numbers[key] = self._first + len(self._numbers)
            before, after = self._level[vertices[0]], self._level[vertices[1]]
            self.start.append(start)
            self.end.append(end)
            self.part.append(before / (before - after))
        return self._numbers[key]


def clip(patch: Patch, level: Array) -> Patch:
    """The part of the patch where `level` (N,) is not negative; faces across the line are cut."""
    inside = level >= 0
    whole = inside[patch.faces].all(1)
    mixed = np.nonzero(inside[patch.faces].any(1) & ~whole)[0]
    points = _Cuts(patch.stencil.shape[0], level)
    uv_points = _Cuts(len(patch.uv), level)
    faces, uv_faces = [patch.faces[whole]], [patch.uv_faces[whole]]
    for face in mixed:
        outline: list[tuple[int, int]] = []
        for corner in range(3):
            here, there = (int(patch.faces[face, (corner + k) % 3]) for k in (0, 1))
            uv_here, uv_there = (int(patch.uv_faces[face, (corner + k) % 3]) for k in (0, 1))
            if inside[here]:
                outline.append((here, uv_here))
            if inside[here] != inside[there]:
                across = (here, there)
                outline.append(
                    (points.point(here, there, across), uv_points.point(uv_here, uv_there, across))
                )
        fan = np.array([[outline[0], outline[k], outline[k + 1]] for k in range(1, len(outline) - 1)])
        faces.append(fan[:, :, 0])
        uv_faces.append(fan[:, :, 1])
    return compact(
        replace(
            patch,
            stencil=sparse.vstack([patch.stencil, _between(points, patch.stencil)]).tocsr(),
            uv=np.vstack([patch.uv, _between(uv_points, patch.uv)]),
            faces=np.vstack(faces),
            uv_faces=np.vstack(uv_faces),
            fields={
                name: np.concatenate([values, _between(points, values)])
                for name, values in patch.fields.items()
            },
        )
    )


def _between(cuts: _Cuts, rows: Any) -> Any:
    count = len(cuts.part)
    number = np.tile(np.arange(count), 2)
    value = np.concatenate([1 - np.array(cuts.part), np.array(cuts.part)])
    mix = sparse.csr_array((value, (number, cuts.start + cuts.end)), (count, rows.shape[0]))
    return mix @ rows


def with_hem(patch: Patch) -> Patch:
    """The patch with a strip at every open edge, whose inner vertices have field `hem` 1.

    Field `twin` is the number of the outer vertex for each inner one, and the own number otherwise.
    The strip has no width until the fields are used to move its inner vertices inwards.
    """
    edges = open_edges(patch.faces)
    rim = np.unique(edges)
    count = patch.stencil.shape[0]
    inner = dict(zip(rim.tolist(), range(count, count + len(rim)), strict=True))
    uv_of = dict(zip(patch.faces.ravel().tolist(), patch.uv_faces.ravel().tolist(), strict=True))
    strip, uv_strip = [], []
    for start, end in edges.tolist():
        strip += [[start, inner[end], end], [start, inner[start], inner[end]]]
        uv_strip += [[uv_of[start], uv_of[end], uv_of[end]], [uv_of[start], uv_of[start], uv_of[end]]]
    fields = {name: np.concatenate([values, values[rim]]) for name, values in patch.fields.items()}
    fields["hem"] = np.concatenate([np.zeros(count), np.ones(len(rim))])
    fields["twin"] = np.concatenate([np.arange(count), rim])
    return replace(
        patch,
        stencil=sparse.vstack([patch.stencil, patch.stencil[rim]]).tocsr(),
        faces=np.vstack([patch.faces, strip]),
        uv_faces=np.vstack([patch.uv_faces, uv_strip]),
        fields=fields,
    )
