"""Hair: strands in the combed direction, thinning out into single hairs at the hairline."""

import numpy as np

from pipeline.body.generator.hair import strand_coordinates
from pipeline.body.generator.makehuman import Array
from pipeline.body.generator.noise import layered, noise
from pipeline.body.generator.texture.canvas import Canvas, Texels
from pipeline.body.generator.weights import smoothstep

_STRANDS = 420.0  # around the head, at its widest


def paint(canvas: Canvas) -> None:
    """Paint the shell and the bun."""
    surface = canvas.figure.surface
    patch = next(patch for patch in surface.patches if patch.name == "hair")
    field = np.zeros(surface.vertices)
    field[surface.rows["hair"]] = patch.fields["inside"]
    texels = canvas.texels("hair", field=field)
    around, along = strand_coordinates(texels.place - canvas.skull, canvas.look.hair)
    strands = _strands(around, along, canvas.look.hair.strands)
    colour = _colour(canvas, texels, strands)
    canvas.put(texels, colour, fringe(texels.extra, strands))
    texels = canvas.texels("bun")
    if len(texels.rows):
        middle = canvas.figure.posed[surface.rows["bun"]].mean(0)
        away = texels.place - middle
        turn = np.arctan2(away[:, 1], away[:, 0])
        depth = np.arctan2(np.hypot(away[:, 0], away[:, 1]), -away[:, 2])
        canvas.put(texels, _colour(canvas, texels, _strands(turn + 1.1 * depth, depth, 1.0)))


def fringe(inside: Array, strands: Array) -> Array:
    """Coverage (N,): full inside the hairline, single hairs across it."""
    return smoothstep(-0.6, 0.6, inside / 0.0038 + 1.7 * strands)


def _strands(around: Array, along: Array, length: float) -> Array:
    """Streaks (N,) from about -1 to 1; finer ones where strands come together at the pole."""
    width = np.maximum(np.sin(along), 0.05)
    octave = np.log2(width)
    whole = np.floor(octave)
    out = np.zeros(len(around))
    for step, share in ((0, 1 - (octave - whole)), (1, octave - whole)):
        count = _STRANDS * 2.0 ** (whole + step) / (2 * np.pi)
        turns = around * count
        fine = noise(np.column_stack([turns, along * 3.0 / length, whole + step]), 1, 31)
        finest = noise(np.column_stack([turns * 2.3, along * 4.5 / length, whole + step]), 1, 32)
        coarse = noise(np.column_stack([turns * 0.22, along * 1.5 / length, whole + step]), 1, 33)
        out += share * (0.45 * fine + 0.35 * finest + 0.45 * coarse)
    return out


def _colour(canvas: Canvas, texels: Texels, strands: Array) -> Array:
    uneven = 1 + 0.55 * strands + 0.10 * layered(texels.place, 25, 2)
    return np.array(canvas.look.palette.hair) * uneven[:, None]
