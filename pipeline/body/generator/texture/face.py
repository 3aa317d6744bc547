"""The head: blood under the skin, lips, lids, brows, the hairline and a shaved beard."""

import numpy as np
from scipy.spatial import cKDTree

from pipeline.body.generator.hair import strand_coordinates
from pipeline.body.generator.makehuman import Array
from pipeline.body.generator.noise import layered, noise
from pipeline.body.generator.texture.canvas import Canvas, Texels, mix, tint
from pipeline.body.generator.texture.skin import bare
from pipeline.body.generator.weights import smoothstep

# Middle line of the brow and half its width, over its length from the inner end.
_BROW_X = (-0.2, 0.0, 0.3, 0.62, 0.85, 1.0, 1.25)
_BROW_Y = (0.0150, 0.0163, 0.0193, 0.0222, 0.0212, 0.0188, 0.0150)
_BROW_PLACES = (-0.2, 0.0, 0.12, 0.5, 0.8, 1.0, 1.25)
_BROW_HALF = (0.0, 0.0026, 0.0034, 0.0030, 0.0020, 0.0009, 0.0)
_BROW_START, _BROW_END = 0.0120, 0.0525


def paint(canvas: Canvas) -> None:
    """Paint the face and the eye sockets."""
    for chart in ("eyecav", "head"):
        texels = canvas.texels(chart)
        local = _local(canvas, texels)
        colour = _blood(local, bare(canvas, texels.place))
        if chart == "head":
            colour = _features(canvas, texels, local, colour)
        canvas.put(texels, colour)


def _local(canvas: Canvas, texels: Texels) -> Array:
    """Places (N, 3) from between the eyes, with x on both sides positive."""
    away: Array = texels.place - canvas.eyes.mean(0)
    away[:, 0] = np.abs(away[:, 0])
    return away


def _glow(local: Array, middle: tuple[float, float, float], size: float) -> Array:
    strength: Array = np.exp(-(((local - np.array(middle)) / size) ** 2).sum(1))
    return strength


def _blood(local: Array, colour: Array) -> Array:
    """Redder cheeks, nose and chin; darker around the eyes."""
    red = 0.55 * _glow(local, (0.042, -0.042, 0.012), 0.022) + 0.55 * _glow(local, (0, -0.045, 0.045), 0.013)
    red += 0.25 * _glow(local, (0, 0.03, 0.03), 0.03) + 0.3 * _glow(local, (0, -0.098, 0.03), 0.014)
    colour = tint(colour, (1.04, 0.81, 0.77), 0.70 * np.clip(red, 0, 1))
    dark = 0.35 * _glow(local, (0.031, 0.004, 0.028), 0.014) + 0.3 * _glow(
        local, (0.020, -0.006, 0.028), 0.008
    )
    return tint(colour, (0.82, 0.70, 0.70), dark)


def _features(canvas: Canvas, texels: Texels, local: Array, colour: Array) -> Array:
    look, palette = canvas.look, canvas.look.palette
    ear = canvas.mask("ears", "head", texels, 2.0)
    colour = tint(colour, (1.03, 0.84, 0.80), 0.6 * ear)
    if look.beard:
        colour = _beard(local, colour, look.beard, texels)
    lips = smoothstep(0.15, 0.85, canvas.mask("lips", "head", texels, 3.0))
    grooves = 1 + 0.10 * layered(texels.place * [1, 0.25, 1], 420, 2, 3)
    colour = mix(colour, np.array(palette.lip) * grooves[:, None], 0.80 * lips)
    lids = canvas.mask("eyelids", "head", texels, 2.0)
    colour = tint(colour, (0.74, 0.58, 0.56), 0.55 * lids)
    colour = mix(colour, np.array(palette.brow), _brows(texels, local, look.brow))
    colour = _hairline(canvas, texels, colour, ear)
    return _seams(canvas, texels, colour)


def _brows(texels: Texels, local: Array, thickness: float) -> Array:
    """Coverage (N,) by the hairs of the brows, which lie flatter towards the temples."""
    x, y = local[:, 0], local[:, 1]
    place = np.clip((x - _BROW_START) / (_BROW_END - _BROW_START), -0.2, 1.25)
    half = np.interp(place, _BROW_PLACES, _BROW_HALF) * thickness
    off = (y - np.interp(place, _BROW_X, _BROW_Y)) / np.maximum(half, 1e-5)
    area = smoothstep(1.25, 0.35, np.abs(off)) * smoothstep(-0.06, 0.06, place) * smoothstep(1.12, 0.9, place)
    lean = np.interp(place, (0, 0.25, 0.6, 1), (1.25, 0.75, 0.15, -0.45))
    along = x * np.cos(lean) + y * np.sin(lean)
    across = -x * np.sin(lean) + y * np.cos(lean)
    side = np.sign(texels.place[:, 0])
    hairs = noise(np.column_stack([across * 3600, along * 150, side * 3]), 1, 44)
    hairs += 0.6 * noise(np.column_stack([across * 5900, along * 240, side * 5]), 1, 45)
    front = (local[:, 2] > 0) & (texels.normal[:, 2] > 0.1)
    result: Array = 0.92 * area * (0.48 + 0.52 * smoothstep(-0.75, 0.25, hairs)) * front
    return result


def _beard(local: Array, colour: Array, strength: float, texels: Texels) -> Array:
    """A shadow on jaw, chin and upper lip."""
    x, y, z = local.T
    low = smoothstep(-0.050, -0.068, y - 0.35 * np.clip(x - 0.03, 0, 1))
    face = low * smoothstep(-0.075, -0.045, z) * smoothstep(-0.150, -0.128, y)
    stubble = 0.75 + 0.25 * noise(texels.place, 1100, 51)
    return tint(colour, (0.70, 0.72, 0.76), strength * face * stubble)


def _hairline(canvas: Canvas, texels: Texels, colour: Array, ear: Array) -> Array:
    """Roots of the hair on the skin below and in front of the shell."""
    style = canvas.look.hair
    around, along = strand_coordinates(texels.place - canvas.skull, style)
    ragged = 0.0035 * noise(texels.place, 90, 8) + 0.0030 * noise(
        np.column_stack([around * 60, along, 0 * along]), 1, 9
    )
    roots = smoothstep(-0.010, 0.004, texels.inside_hair + ragged) ** 1.5
    fine = 0.65 + 0.35 * noise(np.column_stack([around * 130, along * 4, 0 * along]), 1, 10)
    roots = roots * fine * (1 - smoothstep(0.05, 0.5, ear))
    return mix(colour, np.array(canvas.look.palette.hair) * 1.05, 0.85 * roots)


def _seams(canvas: Canvas, texels: Texels, colour: Array) -> Array:
    """Dark lines where the lips meet and along the rims of the lids."""
    rows = canvas.figure.surface.rows
    posed = canvas.figure.posed
    between_lips = np.intersect1d(rows["head"], rows["mouth"])
    far, _ = cKDTree(posed[between_lips]).query(texels.place)
    colour = tint(colour, (0.42, 0.26, 0.26), 0.85 * smoothstep(0.0038, 0.0004, far))
    rims = np.intersect1d(rows["head"], rows["eyecav"])
    far, _ = cKDTree(posed[rims]).query(texels.place)
    return tint(colour, (0.45, 0.30, 0.29), 0.75 * smoothstep(0.0022, 0.0004, far))
