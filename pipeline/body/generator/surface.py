"""All patches as one surface with one numbering, the same for every signer."""

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from pipeline.body.generator import clothes, hair, skin
from pipeline.body.generator.interface import VERTEX_IDS
from pipeline.body.generator.makehuman import Array, MakeHuman, sample
from pipeline.body.generator.patch import PARTS, Patch, normals
from pipeline.body.generator.posture import Posture
from pipeline.body.generator.weights import FINGERS, SIDES, smoothstep
from pipeline.motion import joints

_UNDER_CLOTH = 0.012  # skin is kept this far behind the edge of the sweater
_UNDER_HAIR = 0.016
_SINK = 0.009


@dataclass(frozen=True, slots=True, eq=False)
class Surface:
    """Topology of the signers; geometry comes from a base mesh."""

    stencil: sparse.csr_array  # (V, B)
    faces: Array  # (F, 3)
    uv: Array  # (T, 2)
    uv_faces: Array  # (F, 3)
    part: Array  # (V,) numbers into PARTS
    face_part: Array  # (F,)
    patches: tuple[Patch, ...]
    rows: dict[str, Array]  # vertex numbers of every patch's vertices
    face_rows: dict[str, slice]  # faces of every patch
    twin: Array  # (V,) the vertex whose normal each takes
    sink: Array  # (V,) how far skin draws back under cloth
    inside_hair: Array  # (V,) metres inside the hairline, -1 away from the head

    @property
    def vertices(self) -> int:
        """Number of vertices."""
        return len(self.part)

    def of_part(self, *names: str) -> Array:
        """Numbers of the vertices of some materials."""
        return np.nonzero(np.isin(self.part, [PARTS.index(name) for name in names]))[0]

    def of_patch(self, *names: str) -> Array:
        """Numbers of the vertices of some patches."""
        return np.unique(np.concatenate([self.rows[name] for name in names]))


def build(source: MakeHuman, base: Array, posture: Posture) -> Surface:
    """The surface, cut to the symmetric reference body `base` (N, 3) in its A-pose."""
    hairline, _ = hair.inside_hairline(base, posture)
    on_scalp = np.zeros(len(base), bool)
    on_scalp[np.unique(source.quads["body"][skin.face_charts(source)["head"]])] = True
    cover = clothes.covered(base, posture)
    hidden = (cover > _UNDER_CLOTH) | (on_scalp & (hairline > _UNDER_HAIR))
    hidden &= ~_ears(source)
    patches = [
        *skin.patches(source, base, hidden),
        *clothes.patches(source, base, posture),
        *hair.patches(source, base, posture),
    ]
    stencil, part, rows = _welded(patches)
    order = _published_order(stencil @ base, part, rows, posture)
    place = np.argsort(order)
    rows = {name: place[numbers] for name, numbers in rows.items()}
    faces = [rows[patch.name][patch.faces] for patch in patches]
    ends = np.cumsum([0, *(len(patch.faces) for patch in patches)])
    uv_starts = np.cumsum([0, *(len(patch.uv) for patch in patches)])
    stencil, part = stencil[order], part[order]
    points = stencil @ base
    on_skin = np.isin(
        np.arange(len(part)), np.concatenate([rows[name] for name in ("head", "body", "hands")])
    )
    inside, _ = hair.inside_hairline(points, posture)
    return Surface(
        stencil,
        np.vstack(faces),
        np.vstack([patch.uv for patch in patches]),
        np.vstack([patch.uv_faces + start for patch, start in zip(patches, uv_starts, strict=False)]),
        part,
        np.concatenate([_face_parts(patch) for patch in patches]),
        tuple(patches),
        rows,
        {p.name: slice(a, b) for p, a, b in zip(patches, ends[:-1], ends[1:], strict=True)},
        _twins(patches, rows, len(part)),
        on_skin * _SINK * smoothstep(0.001, 0.014, clothes.covered(points, posture)),
        np.where(np.isin(np.arange(len(part)), rows["head"]), inside, -1.0),
    )


def _face_parts(patch: Patch) -> Array:
    """Materials (F,) of a patch's faces: its own, but a fringe of single hairs at the hairline."""
    numbers = np.full(len(patch.faces), PARTS.index(patch.part), np.uint8)
    if "inside" in patch.fields:
        numbers[patch.fields["inside"][patch.faces].min(1) < hair.FRINGE] = PARTS.index("fringe")
    return numbers


def _twins(patches: list[Patch], rows: dict[str, Array], count: int) -> Array:
    """The inner vertices of hems take the normals of the outer ones; all others their own."""
    twin = np.arange(count)
    for patch in patches:
        if "twin" in patch.fields:
            twin[rows[patch.name]] = rows[patch.name][patch.fields["twin"].astype(int)]
    return twin


def _ears(source: MakeHuman) -> Array:
    """Which base vertices (N,) belong to the ears, after the mask painted for them."""
    out = np.zeros(len(source.vertices), bool)
    painted = sample(source.mask("ears", 6), source.uv[source.uv_quads["body"]]) > 0.1
    out[source.quads["body"][painted]] = True
    return out


def _welded(patches: list[Patch]) -> tuple[sparse.csr_array, Array, dict[str, Array]]:
    """One stencil for all patches, in which pieces of skin share the vertices of their seams."""
    stencil = sparse.vstack([patch.stencil for patch in patches]).tocsr()
    counts = [patch.stencil.shape[0] for patch in patches]
    part = np.repeat([PARTS.index(patch.part) for patch in patches], counts).astype(np.uint8)
    body = np.repeat([patch.part in ("skin", "mouth") for patch in patches], counts)
    key = -1 - np.arange(len(part))
    key[body] = stencil.indices[stencil.indptr[:-1][body]]
    _, first, inverse = np.unique(key, return_index=True, return_inverse=True)
    order = np.argsort(first)
    number = np.argsort(order)[inverse.ravel()]
    starts = np.cumsum([0, *counts])
    rows = {p.name: number[a:b] for p, a, b in zip(patches, starts[:-1], starts[1:], strict=True)}
    return stencil[first[order]], part[first[order]], rows


def _published_order(points: Array, part: Array, rows: dict[str, Array], posture: Posture) -> Array:
    """The old numbers in their new order, with the known points where other programs expect them."""
    order = np.arange(len(points))
    for name, old in _known_points(points, part, rows, posture).items():
        new = VERTEX_IDS[name]
        at = int(np.nonzero(order == old)[0][0])
        order[[new, at]] = order[[at, new]]
    return order


def _known_points(points: Array, part: Array, rows: dict[str, Array], posture: Posture) -> dict[str, int]:
    """Vertices of the points that VERTEX_IDS names."""
    skins, eyes, shoes = (np.nonzero(part == PARTS.index(name))[0] for name in ("skin", "eye", "shoe"))

    def nearest(place: Array, pool: Array) -> int:
        return int(pool[np.argmin(((points[pool] - place) ** 2).sum(1))])

    level = posture.positions[joints.LEFT_EYE]
    middle = skins[(np.abs(points[skins, 0]) < 0.004) & (np.abs(points[skins, 1] - level[1] + 0.04) < 0.03)]
    found = {"nose": int(middle[np.argmax(points[middle, 2])])}
    for side, sign in SIDES:
        eye = eyes[points[eyes, 0] * sign > 0]
        found[f"{side}_eye"] = int(eye[np.argmax(points[eye, 2])])
        ear = posture.positions[joints.INDEX[f"{side}_eye_smplhf"]] * [2.25, 1, 1] + [0, -0.02, -0.075]
        found[f"{side}_ear"] = nearest(ear, skins)
        for finger in FINGERS:
            found[f"{side}_{finger}"] = nearest(posture.tips[f"{side}_{finger}"], rows["hands"])
        shoe = shoes[points[shoes, 0] * sign > 0]
        front = shoe[points[shoe, 2] > points[shoe, 2].max() - 0.05]
        back = shoe[points[shoe, 2] < points[shoe, 2].min() + 0.02]
        found[f"{side}_big_toe"] = int(front[np.argmin(points[front, 0] * sign)])
        found[f"{side}_small_toe"] = int(front[np.argmax(points[front, 0] * sign)])
        found[f"{side}_heel"] = int(back[np.argmin(points[back, 1])])
    return found


def geometry(surface: Surface, base: Array, fixed: Array, offset: Array) -> Array:
    """Vertices (V, 3) over a base mesh, moved by `fixed` (V, 3) and by `offset` (V,) along the normals."""
    points = surface.stencil @ base + fixed
    moved: Array = points + offset[:, None] * normals(points, surface.faces)[surface.twin]
    return moved
