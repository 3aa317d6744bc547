"""Hair: a shell over the scalp that thins out at the hairline, and a bun.

Both signers have both; where a look has no bun, it is folded up inside the head.
"""

from dataclasses import dataclass, replace

import numpy as np
from scipy import sparse
from scipy.interpolate import PchipInterpolator

from pipeline.body.generator.atlas import CHARTS
from pipeline.body.generator.clipping import clip
from pipeline.body.generator.makehuman import Array, MakeHuman, sample
from pipeline.body.generator.noise import layered
from pipeline.body.generator.patch import Patch, group, smoothed, triangulated
from pipeline.body.generator.posture import Posture, unit
from pipeline.body.generator.skin import face_charts
from pipeline.body.generator.subdivision import subdivide
from pipeline.body.generator.weights import smoothstep
from pipeline.motion import joints

FRINGE = 0.007
"""Metres that the shell reaches beyond the hairline, for single hairs in the texture."""
# Azimuth from the front and elevation of the hairline, in degrees, seen from the middle of the skull.
_HAIRLINE = np.array([
    [0, 38.5], [10, 39], [20, 39], [30, 37], [40, 32.5], [48, 27], [56, 20], [63, 12], [70, -1],
    [75, -10], [80, -14], [85, -10], [90, -4], [100, -4], [110, -10], [120, -22], [132, -36], [150, -43],
    [180, -45],
])  # fmt: skip
_BUN_RINGS, _BUN_SPOKES = 14, 24
_BUN_SIZE = np.array([0.040, 0.037, 0.033])


@dataclass(frozen=True, slots=True)
class HairStyle:
    """Thickness in metres on top and at the sides, and where the hair is combed to.

    `pole` is the direction from the middle of the skull that strands run to, or from.
    `clump` is the depth of the furrows between locks, `tousle` that of the unevenness of the whole;
    `strands` is the length of the painted ones, in radians.
    """

    top: float
    sides: float
    pole: tuple[float, float, float]
    clump: float
    tousle: float
    strands: float
    bun: bool


def skull_middle(posture: Posture) -> Array:
    """The point (3,) of the A-pose that the hairline is seen from."""
    eye: Array = posture.positions[[joints.LEFT_EYE, joints.RIGHT_EYE]].mean(0)
    middle: Array = eye + np.array([0, 0.018, -0.068])
    return middle


def inside_hairline(points: Array, posture: Posture) -> tuple[Array, Array]:
    """Metres (N,) that points lie inside the hairline, and their elevation (N,) in degrees."""
    away = points - skull_middle(posture)
    distance = np.linalg.norm(away, axis=1)
    azimuth = np.degrees(np.arctan2(np.abs(away[:, 0]), away[:, 2]))
    elevation = np.degrees(np.arcsin(np.clip(away[:, 1] / distance, -1, 1)))
    line = PchipInterpolator(_HAIRLINE[:, 0], _HAIRLINE[:, 1])(azimuth)
    return np.radians(elevation - line) * distance, elevation


def patches(source: MakeHuman, base: Array, posture: Posture) -> list[Patch]:
    """The shell and the bun for the A-pose `base` (N, 3)."""
    return [_shell(source, base, posture), _bun(source, base, posture)]


def _shell(source: MakeHuman, base: Array, posture: Posture) -> Patch:
    faces = source.quads["body"][:, :4]
    inside, _ = inside_hairline(base, posture)
    chosen = face_charts(source)["head"] & (inside[faces] > -0.03).any(1)
    quads = subdivide(group(source, "body", chosen))
    patch = triangulated("hair", "hair", quads)
    points = patch.stencil @ base
    inside, elevation = inside_hairline(points, posture)
    uv = np.zeros((len(points), 2))
    uv[patch.faces.ravel()] = patch.uv[patch.uv_faces.ravel()]
    ear = sample(source.mask("ears", 14), uv)
    inside = np.minimum(inside, (0.50 - ear) * 0.02)
    fields = {"inside": inside, "elevation": elevation}
    placed = replace(patch, uv=CHARTS["hair"].place(patch.uv), fields=fields)
    return smoothed(clip(placed, inside + FRINGE), 6, 0.5)


def _bun(source: MakeHuman, base: Array, posture: Posture) -> Patch:
    """A knot of hair; its vertices follow one spot of the back of the head rigidly."""
    turn, rise = np.meshgrid(np.arange(_BUN_SPOKES + 1), np.arange(_BUN_RINGS + 1))
    angle, polar = 2 * np.pi * turn.ravel() / _BUN_SPOKES, np.pi * rise.ravel() / _BUN_RINGS
    uv = np.column_stack([turn.ravel() / _BUN_SPOKES, rise.ravel() / _BUN_RINGS])
    number = turn + rise * (_BUN_SPOKES + 1)
    a, b, c, d = number[:-1, :-1], number[:-1, 1:], number[1:, 1:], number[1:, :-1]
    faces = np.vstack([np.stack(t, -1).reshape(-1, 3) for t in ((a, c, d), (a, b, c))])
    lumps = 1 + 0.045 * np.sin(3 * angle + 5 * polar) + 0.025 * np.sin(8 * angle + 9 * polar)
    lumps = np.where(np.isin(rise.ravel(), (0, _BUN_RINGS)), 1, lumps)
    ball = np.column_stack([np.sin(polar) * np.cos(angle), np.sin(polar) * np.sin(angle), -np.cos(polar)])
    place = skull_middle(posture) + np.array([0, 0.004, -0.119])
    body = source.group_vertices("body")
    near = body[np.argsort(np.linalg.norm(base[body] - place - [0, 0, 0.03], axis=1))[:40]]
    held = sparse.csr_array(
        (np.full(40 * len(uv), 1 / 40), (np.repeat(np.arange(len(uv)), 40), np.tile(near, len(uv)))),
        (len(uv), len(base)),
    )
    shape = ball * lumps[:, None] * _BUN_SIZE + place - base[near].mean(0)
    fields = {"shape_x": shape[:, 0], "shape_y": shape[:, 1], "shape_z": shape[:, 2]}
    return Patch("bun", "hair", held, CHARTS["bun"].place(uv), faces, faces, fields)


def bun_shape(patch: Patch, style: HairStyle) -> Array:
    """Where the bun's vertices lie beside their spot on the head (N, 3); inside the head without a bun."""
    if not style.bun:
        return np.tile([0.0, 0.0, 0.05], (patch.stencil.shape[0], 1))
    return np.column_stack([patch.fields[f"shape_{axis}"] for axis in "xyz"])


def thickness(patch: Patch, points: Array, middle: Array, style: HairStyle) -> Array:
    """How far (N,) the shell lies above the scalp at `points` (N, 3) around the `middle` of the skull."""
    inside = patch.fields["inside"]
    high = smoothstep(5, 62, patch.fields["elevation"])
    volume = style.sides + (style.top - style.sides) * high
    rise = 0.25 * smoothstep(-0.003, 0.012, inside) + 0.75 * smoothstep(0.0, 0.030 + 0.035 * high, inside)
    around, along = strand_coordinates(points - middle, style)
    furrow = np.sin(23 * around + 1.7 * np.sin(9 * along)) + 0.6 * np.sin(
        41 * around + 2.3 * np.sin(7 * along)
    )
    furrow *= smoothstep(0.004, 0.03, inside) * smoothstep(0.45, 0.85, np.sin(along))
    uneven = style.tousle * layered(points, 38, 2, 81) * rise
    height: Array = 0.0006 + volume * rise + style.clump * furrow + uneven
    return height


def strand_coordinates(away: Array, style: HairStyle) -> tuple[Array, Array]:
    """Angle (N,) around the comb pole and distance from it in radians, of directions (N, 3)."""
    pole = unit(np.array(style.pole))
    side = np.array([1.0, 0, 0])
    up = np.cross(pole, side)
    direction = away / np.maximum(np.linalg.norm(away, axis=1, keepdims=True), 1e-9)
    around = np.arctan2(direction @ side, -(direction @ up))
    return around, np.arccos(np.clip(direction @ pole, -1, 1))
