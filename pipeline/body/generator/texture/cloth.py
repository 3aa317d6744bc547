"""Sweater, trousers and shoes."""

import numpy as np

from pipeline.body.generator.atlas import CHARTS
from pipeline.body.generator.makehuman import Array
from pipeline.body.generator.noise import layered, noise
from pipeline.body.generator.texture.canvas import Canvas, Texels
from pipeline.body.generator.weights import smoothstep


def paint(canvas: Canvas) -> None:
    """Paint all clothes."""
    palette = canvas.look.palette
    _paint_sweater(canvas)
    for name, colour in (("bottom", palette.bottom), ("shoe", palette.shoe)):
        texels = canvas.texels(name)
        weave = np.sin((texels.rows + texels.columns) * 1.5)
        shade = 1 + 0.05 * weave + 0.08 * noise(texels.place, 900, 7)
        canvas.put(texels, np.array(colour) * shade[:, None])


def _paint_sweater(canvas: Canvas) -> None:
    surface = canvas.figure.surface
    patch = next(patch for patch in surface.patches if patch.name == "top")
    bands = {}
    for field in ("collar", "cuff", "height"):
        values = np.zeros(surface.vertices)
        values[surface.rows["top"]] = np.minimum(patch.fields[field], 1)
        texels = canvas.texels("top", field=values)
        bands[field] = texels.extra
    shade = 1 + 0.03 * _knit(texels) + 0.05 * noise(texels.place, 900, 7) + 0.07 * _folds(texels)
    shade *= _ribs(texels, bands)
    canvas.put(texels, np.array(canvas.look.palette.top) * shade[:, None])


def _knit(texels: Texels) -> Array:
    """Rows of stitches in the grain of the chart."""
    grain = CHARTS["top"].source_of(texels.rows, texels.columns) * [5200, 5200]
    stitches: Array = np.sin(grain[:, 0] + 0.8 * np.sin(grain[:, 1] * 0.9)) * np.sin(grain[:, 1])
    return stitches


def _folds(texels: Texels) -> Array:
    spot = texels.place * [1, 0.35, 1]
    return layered(spot + 0.02 * layered(texels.place, 9, 2, 3)[:, None], 14, 3, 61)


def _ribs(texels: Texels, bands: dict[str, Array]) -> Array:
    """Ribbed bands at neckline, cuffs and hem, each set off by a seam."""
    out = np.ones(len(texels.place))
    turn = np.arctan2(texels.place[:, 0], texels.place[:, 2] + 0.02)
    arm = np.arctan2(texels.normal[:, 1], texels.normal[:, 2])
    for field, width, angle, count in (
        ("collar", 0.018, turn, 130),
        ("cuff", 0.045, arm, 36),
        ("height", 0.05, turn, 170),
    ):
        depth = bands[field]
        inside = smoothstep(width + 0.001, width - 0.001, depth)
        ribs = 1 + 0.16 * np.sin(angle * count)
        seam = 1 - 0.35 * np.exp(-(((depth - width) / 0.0014) ** 2))
        out *= seam * (1 + inside * (ribs - 1))
    return out
