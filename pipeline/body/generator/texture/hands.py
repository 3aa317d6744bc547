"""The hands: nails, knuckles, the lines of the palm and the creases of the fingers.

Signs are read from the hands, so back and palm, finger and finger have to be told apart.
"""

from itertools import pairwise

import numpy as np
from scipy.interpolate import CubicSpline

from pipeline.body.generator.makehuman import Array
from pipeline.body.generator.noise import layered, noise
from pipeline.body.generator.posture import unit
from pipeline.body.generator.texture.canvas import Canvas, Texels, mix, tint
from pipeline.body.generator.texture.skin import bare, spots
from pipeline.body.generator.weights import FINGERS, smoothstep

_NAIL = (0.90, 0.68, 0.62)
_NAIL_EDGE = (0.95, 0.90, 0.85)
# Lines of the palm, from the wrist (0) to the knuckles (1) and from the index (0) to the little finger (1).
_PALM_LINES = (
    ((0.80, -0.12), (0.70, 0.12), (0.54, 0.30), (0.34, 0.36), (0.12, 0.30)),
    ((0.80, -0.12), (0.73, 0.18), (0.64, 0.48), (0.52, 0.80)),
    ((0.97, 0.20), (0.87, 0.38), (0.81, 0.65), (0.82, 1.02)),
)


def paint(canvas: Canvas) -> None:
    """Paint the left hand, whose pixels both hands share."""
    texels = canvas.texels("hands", among=canvas.figure.posed[:, 0] > 0)
    colour = bare(canvas, texels.place)
    palm, along, across = _palm(canvas, texels)
    colour = _flesh(canvas, texels, colour, palm)
    creases = _finger_creases(canvas, texels, palm)
    lines = 0.75 * _palm_lines(along, across) * smoothstep(0.45, 0.85, palm)
    colour = tint(colour, (0.84, 0.68, 0.64), np.maximum(creases, lines))
    canvas.put(texels, _nails(canvas, texels, colour))


def _palm(canvas: Canvas, texels: Texels) -> tuple[Array, Array, Array]:
    """How much each pixel looks out of the palm, and its place along and across the palm."""
    wrist, index, pinky = (canvas.joint(f"left_{name}") for name in ("wrist", "index1", "pinky1"))
    back = unit(np.cross(pinky - wrist, index - wrist))
    fingers = canvas.joint("left_middle1") - canvas.joint("left_middle3")
    back = back if back @ fingers > 0 else -back
    away = texels.place - wrist
    basis = np.linalg.pinv(np.column_stack([index - wrist, pinky - index]))
    place = basis @ away.T
    inside = smoothstep(0.20, -0.50, texels.normal @ back) * smoothstep(-0.12, 0.20, place[0])
    return inside, place[0], place[1]


def _flesh(canvas: Canvas, texels: Texels, colour: Array, palm: Array) -> Array:
    """Redder knuckles and finger tips, a lighter palm."""
    knuckles = np.array([canvas.joint(f"left_{f}{k}") for f in FINGERS for k in (1, 2, 3)])
    sizes = np.array([0.0105 if k == 1 else 0.0080 for _ in FINGERS for k in (1, 2, 3)])
    tips = np.array([canvas.figure.posture.tips[f"left_{f}"] for f in FINGERS])
    colour = tint(colour, (1.01, 0.86, 0.82), 0.75 * spots(texels, knuckles, sizes) * (1 - palm))
    colour = tint(colour, (1.07, 1.01, 0.99), palm)
    blotchy = palm * smoothstep(0.0, 0.6, layered(texels.place, 110, 3, 2))
    colour = tint(colour, (1.02, 0.87, 0.85), 0.55 * blotchy)
    return tint(colour, (1.03, 0.84, 0.82), 0.65 * spots(texels, tips, 0.014))


def _finger_creases(canvas: Canvas, texels: Texels, palm: Array) -> Array:
    """Lines across the fingers at their joints: one or two inside, a few fine ones over the knuckle."""
    out = np.zeros(len(texels.place))
    wobble = 0.0006 * noise(texels.place, 320, 71)
    for finger in FINGERS:
        ends = [canvas.joint(f"left_{finger}{part}") for part in (1, 2, 3)]
        ends.append(canvas.figure.posture.tips[f"left_{finger}"])
        for joint in (1, 2):
            before, here, after = ends[joint - 1 : joint + 2]
            across = unit(unit(here - before) + unit(after - here))
            away = texels.place - here
            along = away @ across + wobble
            radius = np.sqrt(np.maximum((away**2).sum(1) - along**2, 0))
            near = smoothstep(0.0135, 0.0105, radius)
            inner = np.maximum(_line(along - 0.0005, 0.00045), 0.6 * _line(along + 0.0022, 0.00035))
            knuckle = 0.5 * smoothstep(0.2, 0.9, np.sin(along * 2 * np.pi / 0.0021))
            knuckle = knuckle * np.exp(-((along / 0.0042) ** 2))
            out = np.maximum(out, near * (palm * inner + (1 - palm) * knuckle))
        base = ends[0] + 0.45 * (ends[1] - ends[0])
        along = (texels.place - base) @ unit(ends[1] - ends[0]) + wobble
        radius = np.linalg.norm(texels.place - base, axis=1)
        out = np.maximum(out, 0.8 * palm * smoothstep(0.015, 0.012, radius) * _line(along, 0.00045))
    return out


def _palm_lines(along: Array, across: Array) -> Array:
    point = np.column_stack([along, across])
    out = np.zeros(len(point))
    for line in _PALM_LINES:
        smooth = CubicSpline(np.arange(len(line)), line)(np.linspace(0, len(line) - 1, 24))
        for start, end in pairwise(smooth):
            begin, way = np.array(start), np.subtract(end, start)
            part = np.clip((point - begin) @ way / (way @ way), 0, 1)
            distance = np.linalg.norm((point - begin - part[:, None] * way) * [0.09, 0.065], axis=1)
            out = np.maximum(out, _line(distance, 0.00065))
    return out


def _line(distance: Array, width: float) -> Array:
    return np.exp(-((distance / width) ** 2))


def _nails(canvas: Canvas, texels: Texels, colour: Array) -> Array:
    """Nails: a light plate, a darker fold around it, and a pale free edge."""
    plate = canvas.mask("fingernails", "hands", texels, 0.8)
    around = canvas.mask("fingernails", "hands", texels, 4.0)
    fold = smoothstep(0.05, 0.35, around) * (1 - smoothstep(0.3, 0.7, plate))
    colour = tint(colour, (0.84, 0.66, 0.62), 0.8 * fold)
    skin = np.array(canvas.look.palette.skin)
    pink = mix(np.array(_NAIL), np.minimum(skin * 1.15, 1), 0.6)
    colour = mix(colour, pink, 0.85 * smoothstep(0.35, 0.75, plate))
    tips = np.array([canvas.figure.posture.tips[f"left_{f}"] for f in FINGERS])
    reach = np.linalg.norm(texels.place[:, None] - tips[None], axis=2).min(1)
    edge = smoothstep(0.0068, 0.0052, reach) * smoothstep(0.4, 0.8, plate)
    return mix(colour, mix(np.array(_NAIL_EDGE), np.minimum(skin * 1.2, 1), 0.5), 0.55 * edge)
