"""The face landmarks of the file format: 51 fixed points and the contour for every turn of the head."""

from dataclasses import dataclass

import numpy as np

from pipeline.body.generator.interface import VERTEX_IDS
from pipeline.body.generator.makehuman import Array
from pipeline.body.generator.surface import Surface
from pipeline.motion import joints
from pipeline.motion.rotations import axis_angle_to_matrix

_BROW = ((0.0525, 0.0190), (0.042, 0.0225), (0.032, 0.0215), (0.022, 0.0185), (0.013, 0.0160))
_NOSTRILS = (-0.0125, -0.0065, 0.0, 0.0065, 0.0125)
_LIP_PLACES = (-0.62, -0.27, 0.0, 0.27, 0.62)
_UPPER_LIP = (0.0055, 0.0088, 0.0078, 0.0088, 0.0055)
_LOWER_LIP = (0.0060, 0.0098, 0.0105, 0.0098, 0.0060)
_YAWS, _CONTOUR = 79, 17


@dataclass(frozen=True, slots=True, eq=False)
class Points:
    """Points on the surface: a face each (...,) and its barycentric coordinates (..., 3)."""

    faces: Array
    weights: Array


class _Face:
    """The skin of the head, asked for points on it from the front."""

    def __init__(self, surface: Surface, template: Array) -> None:
        pieces = [surface.face_rows[name] for name in ("head", "eyecav")]
        self.numbers = np.concatenate([np.arange(piece.start, piece.stop) for piece in pieces])
        self.corners = surface.faces[self.numbers]
        self.template = template

    def front(self, x: float, y: float) -> tuple[int, Array]:
        """The foremost point at (x, y)."""
        a, b, c = (self.template[self.corners[:, k]] for k in range(3))
        area = (b[:, 1] - c[:, 1]) * (a[:, 0] - c[:, 0]) + (c[:, 0] - b[:, 0]) * (a[:, 1] - c[:, 1])
        area = np.where(np.abs(area) < 1e-14, 1e-14, area)
        first = ((b[:, 1] - c[:, 1]) * (x - c[:, 0]) + (c[:, 0] - b[:, 0]) * (y - c[:, 1])) / area
        second = ((c[:, 1] - a[:, 1]) * (x - c[:, 0]) + (a[:, 0] - c[:, 0]) * (y - c[:, 1])) / area
        weights = np.column_stack([first, second, 1 - first - second])
        hit = np.nonzero(weights.min(1) >= -1e-9)[0]
        depth = weights[hit, 0] * a[hit, 2] + weights[hit, 1] * b[hit, 2] + weights[hit, 2] * c[hit, 2]
        best = hit[np.argmax(depth)]
        return int(self.numbers[best]), weights[best]

    def vertex(self, number: int) -> tuple[int, Array]:
        """A vertex of the skin."""
        face = int(np.nonzero((self.corners == number).any(1))[0][0])
        return int(self.numbers[face]), (self.corners[face] == number).astype(float)


def fixed(surface: Surface, template: Array, rest: Array) -> Points:
    """Landmarks 17 to 67 of the iBUG scheme, in its order: brows, nose, eyes, lips (51,)."""
    face = _Face(surface, template)
    level = rest[joints.LEFT_EYE, 1]
    tip = template[VERTEX_IDS["nose"], 1]
    below = tip - 0.0115
    found = [face.front(-x, level + y) for x, y in _BROW]
    found += [face.front(x, level + y) for x, y in _BROW[::-1]]
    found += [face.front(0.0, float(y)) for y in np.linspace(level - 0.001, tip, 4)]
    found += [face.front(x, below + abs(x) * 0.15) for x in _NOSTRILS]
    rim = np.intersect1d(surface.rows["head"], surface.rows["eyecav"])
    inner, outer, upper, lower = _lids(template, rim, -1)
    found += [face.vertex(n) for n in (outer, upper[1], upper[0], inner, lower[0], lower[1])]
    inner, outer, upper, lower = _lids(template, rim, 1)
    found += [face.vertex(n) for n in (inner, upper[0], upper[1], outer, lower[1], lower[0])]
    found += _lips(face, template, np.intersect1d(surface.rows["head"], surface.rows["mouth"]))
    return Points(np.array([f for f, _ in found], np.int32), np.array([w for _, w in found]))


def _lids(template: Array, rim: Array, side: int) -> tuple[int, int, list[int], list[int]]:
    """Inner and outer corner of an eye, and two points of either lid from the inner corner outwards."""
    rim = rim[np.sign(template[rim, 0]) == side]
    x, y = template[rim, 0] * side, template[rim, 1]
    inner, outer = int(rim[np.argmin(x)]), int(rim[np.argmax(x)])
    high = y > (template[inner, 1] + template[outer, 1]) / 2
    places = x.min() + (x.max() - x.min()) * np.array([1 / 3, 2 / 3])
    upper, lower = (
        [int(rim[half][np.argmin(np.abs(x[half] - place))]) for place in places] for half in (high, ~high)
    )
    return inner, outer, upper, lower


def _lips(face: _Face, template: Array, slit: Array) -> list[tuple[int, Array]]:
    """Outer loop of 12 and inner loop of 8, both from the right corner over the upper lip."""
    x, y = template[slit, 0], template[slit, 1]
    right, left = int(slit[np.argmin(x)]), int(slit[np.argmax(x)])
    half = float(np.abs(x).max())
    centre = y[np.abs(x) < 0.003]
    outer = [face.front(p * half, centre.max() + h) for p, h in zip(_LIP_PLACES, _UPPER_LIP, strict=True)]
    under = [
        face.front(p * half, centre.min() - h) for p, h in zip(_LIP_PLACES[::-1], _LOWER_LIP, strict=True)
    ]
    above = y >= np.interp(x, [x.min(), x.max()], [template[right, 1], template[left, 1]])

    def nearest(pool: Array, place: float) -> tuple[int, Array]:
        return face.vertex(int(pool[np.argmin(np.abs(template[pool, 0] - place))]))

    inner_upper = [nearest(slit[above], p * half) for p in (-0.35, 0.0, 0.35)]
    inner_lower = [nearest(slit[~above], p * half) for p in (0.35, 0.0, -0.35)]
    corners = face.vertex(right), face.vertex(left)
    return [
        corners[0], *outer, corners[1], *under, corners[0], *inner_upper, corners[1], *inner_lower
    ]  # fmt: skip


def contour(surface: Surface, template: Array, rest: Array) -> Points:
    """The outline of the jaw (79, 17) for every degree of yaw: 0 to 39, then -1 to -39."""
    face = _Face(surface, template)
    head, eye = rest[joints.INDEX["head"]], rest[joints.LEFT_EYE]
    skin = surface.rows["head"]
    near = (template[skin, 1] < eye[1] + 0.005) & (template[skin, 2] > eye[2] - 0.085)
    skin = skin[near & (np.abs(template[skin, 0]) < 0.0655)]
    skin = skin[np.isin(skin, face.corners)]
    angles = np.radians(np.linspace(182, 358, _CONTOUR))
    rays = np.column_stack([np.cos(angles), np.sin(angles)])
    chosen = np.zeros((_YAWS, _CONTOUR), int)
    for row in range(_YAWS):
        yaw = np.radians(row if row < 40 else 39 - row)
        turned = (template[skin] - head) @ axis_angle_to_matrix(np.array([0, -yaw, 0])).T
        flat = turned[:, :2] - [0, eye[1] - head[1] - 0.028]
        along = flat @ rays.T
        aside = np.abs(flat @ np.column_stack([-rays[:, 1], rays[:, 0]]).T)
        usable = (aside < 0.010) & (turned[:, 2] > -0.02)[:, None]
        chosen[row] = skin[np.argmax(np.where(usable, along, -9), 0)]
    corner = {int(n): face.vertex(int(n)) for n in np.unique(chosen)}
    faces = np.array([[corner[int(n)][0] for n in row] for row in chosen], np.int32)
    return Points(faces, np.array([[corner[int(n)][1] for n in row] for row in chosen]))
